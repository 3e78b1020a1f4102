import { canonicalUrl, sourceKeyOf } from './source-key.js';

const SHA = 'f'.repeat(64);

describe('sourceKeyOf', () => {
  it.each([
    ['the id before all', { id: 'a', url: 'https://x.example/', title: 't', text: 'w' }, 'id:a'],
    [
      'the URL before the title',
      { url: 'https://x.example/p', title: 't', text: 'w' },
      'url:https://x.example/p',
    ],
    [
      'outlet, title and day',
      { outlet: 'The Example', title: 'Ten  Flee!', text: 'w' },
      'title:["example","ten flee","2026-01-02"]',
    ],
    [
      'titles as the first articles were known by',
      { outlet: 'The Example', title: '\u02BFAbd leaves', text: 'w' },
      'title:["example","\u02BFabd leaves","2026-01-02"]',
    ],
    ['the text where there is nothing else', { outlet: 'The Example', text: 'w' }, `text:${SHA}`],
  ])('takes %s', (_case, submission, key) => {
    expect(sourceKeyOf(submission, '2026-01-02', SHA)).toBe(key);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['http://x.example/a/', 'https://x.example/a'],
    ['https://x.example/a#comments', 'https://x.example/a'],
    ['https://x.example/a?utm_source=feed&b=2&a=1&fbclid=z', 'https://x.example/a?a=1&b=2'],
    ['https://X.example', 'https://x.example/'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });
});
