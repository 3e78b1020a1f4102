import { extractArticle } from '../extract-article.js';
import type { Mention } from '../extraction.js';

const NEWS = 'Ferry stops\n\n';

/** "kind: words", in text order. */
const cuesIn = (text: string, { cues }: Mention): string[] =>
  cues.map(({ kind, range }) => `${kind}: ${text.slice(range.start, range.end)}`);

describe('the cues of a figure', () => {
  it.each<[string, string[]]>([
    [
      'At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said.',
      [
        'quantifier: At least',
        'number: 40',
        'unit: people',
        'metric: killed',
        'place: Norvale',
        'period: on Monday',
        'speaker: Mayor Ada Brill',
        'verb: said',
      ],
    ],
    [
      'Some 30 fishermen are feared drowned off Norvale.',
      [
        'quantifier: Some',
        'number: 30',
        'unit: fishermen',
        'status: feared',
        'metric: drowned',
        'place: Norvale',
      ],
    ],
    ['The storm left 12 dead in Norvale.', ['number: 12', 'metric: dead', 'place: Norvale']],
  ])('%s', (sentence, cues) => {
    const text = NEWS + sentence;
    const [figure] = extractArticle({ text, publishedAt: '2031-05-14' }).figures;
    expect(figure && cuesIn(text, figure)).toEqual(cues);
  });

  it('never point into a sentence whose words they were not read from', () => {
    const text = `${NEWS}A flood killed 40 people in Norvale. Three of them were children.`;
    const part = extractArticle({ text }).figures.at(-1);
    expect(part && cuesIn(text, part)).toEqual(['place: Norvale', 'number: Three']);
  });
});

describe('the cues of a claim', () => {
  it('are who says it, by which verb, and what distances the reporter from it', () => {
    const text = `${NEWS}Several activists claimed soldiers had reportedly opened the dam.`;
    const [claim] = extractArticle({ text }).claims;
    expect(claim && cuesIn(text, claim)).toEqual([
      'speaker: Several activists',
      'verb: claimed',
      'hedge: reportedly',
    ]);
  });
});
