import { withProcessorTime } from '../../../../test/support/processor-time.js';
import { plainMarkdown } from './plain-markdown.js';

describe('plainMarkdown', () => {
  it('gives the text of blocks as a page would show it', () => {
    const markdown = `# Flood in **Westhaven** #

Some *27,000* people
fled on Monday.  
The dam __holds__.

Key figures
-----------
- 40 people killed
- 1,200 homes destroyed
  by the water
1. First
2) Second

> "We will rebuild," she said.

***

| Place | Displaced |
|-------|----------:|
| Westhaven | 27,000 |
| Port Sela | 1,200 |

[1]: https://example.org/a
`;
    expect(plainMarkdown(markdown).split('\n')).toEqual([
      'Flood in Westhaven',
      '',
      'Some 27,000 people fled on Monday.',
      'The dam holds.',
      '',
      'Key figures',
      '',
      '40 people killed',
      '1,200 homes destroyed by the water',
      'First',
      'Second',
      '',
      '"We will rebuild," she said.',
      '',
      'Place Displaced',
      'Westhaven 27,000',
      'Port Sela 1,200',
    ]);
  });

  it.each([
    ['a link', 'At least [40 people](https://example.org/a_(b)_c "Toll") fled.', 'At least 40 people fled.'],
    ['a link in emphasis', '**[40 people](https://example.org)** fled.', '40 people fled.'],
    ['emphasis in a link', '[**40** people][1] fled.', '40 people fled.'],
    ['a picture', '![A boat](a.jpg) Ten fled.', 'A boat Ten fled.'],
    ['an address', 'See <https://example.org/a>.', 'See https://example.org/a.'],
    ['nested emphasis', '**Ten *people* fled** ~~today~~ `now`.', 'Ten people fled today now.'],
    ['emphasis within a word', 'Un*frigging*believable', 'Unfriggingbelievable'],
    ['a footnote', 'Ten fled.[^1]', 'Ten fled.'],
    ['markup', 'Ten<br/>people <b>fled</b>.', 'Ten people fled .'],
    ['character references', 'Food &amp; water &#8211; &#x2013; &bogus;', 'Food & water – – &bogus;'],
    ['escapes', '\\*Ten\\* people, 5 \\# 6', '*Ten* people, 5 # 6'],
  ])('reads %s', (_case, markdown, text) => {
    expect(plainMarkdown(markdown)).toBe(text);
  });

  it.each([
    ['a label before words', '[Update]: 12 people were killed.', '[Update]: 12 people were killed.'],
    ['an address with a title', '[a]: https://example.org "Toll"\nTen fled.', 'Ten fled.'],
    ['a note at the foot', 'Ten fled.[^1]\n\n[^1]: As of Monday.', 'Ten fled.'],
    ['code at the beginning of a line', '```ten``` died\nin *Norvale*', 'ten died in Norvale'],
    [
      'a number that a line begins with',
      'It began in\n2011. Since then ten fled.',
      'It began in 2011. Since then ten fled.',
    ],
    ['a list behind a paragraph', 'Toll:\n1. Ten\n2. Six', 'Toll:\nTen\nSix'],
    ['a list that goes on from another number', '7) Ten\n8) Six', 'Ten\nSix'],
  ])('knows %s for what it is', (_case, markdown, text) => {
    expect(plainMarkdown(markdown)).toBe(text);
  });

  it.each([
    'Ten * people * fled, 3 * 4 = 12.',
    'The file snake_case_name_here',
    'The [unfinished link and ![picture',
    '1.5 million people (see [note]) fled.',
    'a < b and b > c',
  ])('leaves what is no mark as it is: %s', (text) => {
    expect(plainMarkdown(text)).toBe(text);
  });

  it.each([
    '*',
    '_',
    '`',
    '[',
    '![',
    '[a](',
    '<!--',
    '<a ',
    ' ',
    '[a]: b ',
    '| ',
    '\\',
    '> ',
    '- ',
    '*a',
    '~~a ',
    '&#',
    '[a][',
    ' #',
    '\n#',
  ])('takes no time over %j without end', async (mark) => {
    const hostile = `x ${mark.repeat(Math.ceil(200_000 / mark.length))}x`;
    const { ms } = await withProcessorTime(() => Promise.resolve(plainMarkdown(hostile)));
    expect(ms).toBeLessThan(1_500);
  });
});
