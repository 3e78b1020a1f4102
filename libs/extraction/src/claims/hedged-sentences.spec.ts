import { extractArticle } from '../extract-article.js';

const claimsIn = (text: string): (string | null)[] =>
  extractArticle({ text, publishedAt: '2031-05-20' }).claims.map(
    ({ rule, hedge }) => `${rule}: ${hedge ?? ''}`,
  );

describe('sentences that a hedge makes claims', () => {
  it.each([
    ['Two nurses were allegedly beaten on the quay.', 'allegedly'],
    ['Two nurses were purportedly beaten on the quay.', 'purportedly'],
    ['Reportedly the dam had been cracked for years.', 'reportedly'],
    ['Some 40 families are believed to have fled.', 'are believed to'],
    ['The general is alleged to have ordered the raid.', 'is alleged to'],
  ])('%s', (text, hedge) => expect(claimsIn(text)).toEqual([`claim-hedged-sentence: ${hedge}`]));

  it.each([
    [
      'Ada Moreno, who was allegedly beaten in June, opened a bakery.',
      'Ada Moreno, who was allegedly beaten in June',
    ],
    ['Police freed two men who are said to own the boat.', 'two men who are said to own the boat'],
    [
      'The soldiers who reportedly looted the camp were arrested.',
      'The soldiers who reportedly looted the camp',
    ],
  ])('or a clause of them: %s', (text, words) => {
    const { claims } = extractArticle({ text, publishedAt: '2031-05-20' });
    expect(claims.map(({ rule, proposition }) => [rule, proposition])).toEqual([
      ['claim-hedged-clause', words],
    ]);
  });

  it.each([
    'Two nurses were beaten on the quay.',
    'The mayor said two nurses had allegedly been beaten on the quay.',
    'People believed the storm would pass.',
    'Ada Moreno, who was allegedly beaten in June, opened a bakery.',
    'The allegedly independent court met on Monday.',
    'Was the vote allegedly rigged?',
    'The army allegedly said that 40 people had died.',
    'Oren Vale allegedly denied the charge twice.',
  ])('and no other: %s', (text) => expect(claimsIn(text)).not.toContain('claim-hedged-sentence: allegedly'));
});
