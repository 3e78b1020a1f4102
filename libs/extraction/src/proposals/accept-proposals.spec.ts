import type { TextRange } from '#domain';
import { acceptProposals } from './accept-proposals.js';
import type { ProposedClaim, ProposedFigure, ProposedStatement } from './proposal.js';

const TEXT = `Cafés shut in Norvale\n\nAt least 40 evacuees were killed in Čarnö since Saturday, said Mayor Zoë Müller.\n“The cafés are shut,” she told reporters.`;
const SPEAKER = { name: 'Zoë Müller', role: 'Mayor', kind: 'person', verb: 'said' } as const;
const FIGURE: ProposedFigure = {
  kind: 'figure',
  quote: 'At least 40 evacuees were killed in Čarnö',
  speaker: SPEAKER,
  metric: 'killed',
  measure: 'flow',
  value: 40,
  max: null,
  quantifier: 'at_least',
  unit: 'person',
  unitText: 'evacuees',
  status: 'reported',
  place: 'Čarnö',
  placeRole: 'location',
  period: 'since Saturday',
};
const STATEMENT: ProposedStatement = {
  kind: 'statement',
  quote: 'The cafés are shut',
  speaker: SPEAKER,
  form: 'direct',
  act: 'asserts',
};
const CLAIM: ProposedClaim = {
  kind: 'claim',
  quote: 'were killed in Čarnö',
  speaker: null,
  polarity: 'asserted',
  answers: null,
};

const composed = (words: string): string => words.normalize('NFC');
const decomposed = (words: string): string => words.normalize('NFD');
const hyphenated = (words: string): string =>
  words.replace(/caf/gi, '$&\u00AD').replace('evac', 'evac\u00AD');
const ofWindows = (words: string): string => words.replace(/\n/g, '\r\n');
const unbreakable = (words: string): string => words.replace(/ /g, '\u00A0');
const brokenInLines = (words: string): string => words.replace('killed in', 'killed\nin');

type Written = (words: string) => string;

function read(text: string, answer: Written) {
  const given = [FIGURE, STATEMENT, CLAIM].map((one) => ({
    ...one,
    quote: answer(one.quote),
    speaker: one.speaker && { ...one.speaker, name: answer(one.speaker.name) },
  }));
  const figure = { ...given[0], place: answer('Čarnö'), unitText: answer('evacuees') } as ProposedFigure;
  return acceptProposals(
    { text, publishedAt: '2031-05-14' },
    [figure, ...given.slice(1)] as typeof given,
    'llm:m',
  );
}

const plain = (words: string): string =>
  composed(words)
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ');

describe('words of an answer and of the article that look alike', () => {
  it.each<[string, Written, Written]>([
    ['are the same', composed, composed],
    ['composed, and not in the answer', composed, decomposed],
    ['composed in the answer alone', decomposed, composed],
    ['with soft hyphens in the article', hyphenated, composed],
    ['with soft hyphens in the answer', composed, hyphenated],
    ['with line ends of Windows', (words) => ofWindows(brokenInLines(words)), brokenInLines],
    ['in lines that the answer joins', brokenInLines, composed],
    ['with spaces that do not break', unbreakable, composed],
  ])('%s: the facts are taken, with exact ranges of the article as it came', (_, article, answer) => {
    const text = article(TEXT);
    const { figures, statements, claims, refused } = read(text, answer);
    expect(refused).toEqual([]);
    const words = (range?: TextRange | null): string =>
      range ? plain(text.slice(range.start, range.end)) : '';
    expect([...figures, ...statements, ...claims].map(({ quote }) => words(quote))).toEqual(
      [FIGURE, STATEMENT, CLAIM].map(({ quote }) => quote),
    );
    expect(
      figures.map(({ places, attribution }) => [words(places[0]?.range), words(attribution[0]?.range)]),
    ).toEqual([['Čarnö', 'Zoë Müller']]);
    expect(figures[0]?.period).toMatchObject({ start: '2031-05-10' });
  });

  it('are not those that differ, which are refused as they were proposed', () => {
    const refusedOf = (quote: string) =>
      acceptProposals({ text: decomposed(TEXT) }, [{ ...CLAIM, quote }], 'llm:m').refused;
    expect(refusedOf('The cafes are shut')).toMatchObject([
      { quote: 'The cafes are shut', reason: 'not_verbatim' },
    ]);
    expect(refusedOf('The caf\u00AD\u00ADe')).toMatchObject([
      { quote: 'The caf\u00AD\u00ADe', reason: 'not_verbatim' },
    ]);
    expect(refusedOf('reporters. Cafés')).toMatchObject([{ reason: 'not_verbatim' }]);
  });
});
