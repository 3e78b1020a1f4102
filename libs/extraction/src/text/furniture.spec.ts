import { FURNITURE, isFurniture } from './furniture.js';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'reading-time': ['3 min read', '12 minutes read'],
  'comment-form': ['Leave a Reply', 'Post a comment'],
  counts: ['14 comments', '1.2k shares', 'Comments'],
  tags: ['Tags: flood, Westhaven', 'Filed under: World'],
  label: [
    'Advertisement',
    'Also read: Dam bursts above Westhaven',
    'Related: 40 killed in Port Sela',
    'Read more',
    'Sign up',
    'Don’t miss: 60 rescued',
    'Share',
  ],
  more: ['Read more about the 40 killed in Westhaven', 'See more on this topic'],
  player: ['Watch: 300 people flee Westhaven', 'Video', 'LISTEN NOW', 'In pictures: 40 homes destroyed'],
  follow: ['Follow us on Facebook', 'Join our channel on Telegram'],
  share: ['Share this article', 'Tweet this'],
  newsletter: ['Sign up here for our newsletter', 'Subscribe now', 'Get our daily newsletter in your inbox'],
  cookies: [
    'We use cookies to improve the site.',
    'By continuing to browse you accept them.',
    'Accept all cookies',
    'Privacy Policy',
  ],
  copyright: [
    '© 2031 The Example',
    'Copyright 2031 The Example. All rights reserved.',
    'All rights reserved.',
  ],
  origin: ['This article was first published by The Example.', 'Click here for the map.'],
  'live-mark': ['LIVE', '10:32 GMT', '14.05', '3h ago', '2 hours ago', 'Updated 12 minutes ago', 'Just now'],
};

describe('furniture', () => {
  it('has an example of every rule', () => {
    expect(Object.keys(EXAMPLES)).toEqual(FURNITURE.map(({ name }) => name));
  });

  it.each(FURNITURE.map(({ name, line }) => [name, line] as const))(
    'is told by the rule of its kind: %s',
    (name, line) => {
      expect(EXAMPLES[name]!.filter((example) => !line.test(example))).toEqual([]);
    },
  );

  it.each([
    'Correction: an earlier version of this article gave 40 as the number of dead.',
    'Corrected: 60 people were killed, not 40.',
    'LIVE: 40 killed in flood – mayor',
    'Breaking: 40 killed in Westhaven',
    'Watch officials said 40 people were killed.',
    'Related deaths rose to 40, the ministry said.',
    'Share of homes destroyed rises to 40 percent, ministry says',
    'Follow-up checks found 40 more injured.',
    'By continuing the talks both sides hope to save lives, the envoy said.',
    'Save the Children says 40 were killed',
    'Print workers killed in fire',
    'Get more aid in, says UN',
    '2 hours later 40 people were dead.',
    'At 10:32 the dam broke.',
    'Home to 300 people, the village was flooded.',
  ])('is not what an article tells: %s', (line) => {
    expect(FURNITURE.filter((rule) => rule.line.test(line)).map(({ name }) => name)).toEqual([]);
    expect(isFurniture(line)).toBe(false);
  });
});
