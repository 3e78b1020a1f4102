import fc from 'fast-check';
import { CodePointIndex, CUE_KINDS, type TextRange } from '#domain';
import { extractArticle } from './extract-article.js';
import type { Extraction } from './extraction.js';
import { withRanges } from './text/raw-ranges.js';

const SENTENCES = [
  'Storm floods Melbury harbour',
  'At least 27 people were killed in Melbury on Monday, the council said.',
  '“We go at dawn,” said Marta Ruiz, a nurse. “We are few.”',
  'Marta Ruiz told reporters late Tuesday that 1,200 families had fled from Karsal to Tovia.',
  '"The pier is gone," Ruiz said.',
  'The navy denied the claims, calling them “untrue”.',
  'Some 40 homes were destroyed, according to the Valley Watch.',
  'She accused the council of hiding the dead.',
  'Reports of looting in Karsal could not be confirmed.',
  '«It fell», said Jón Ókoro.',
  'The council put the death toll at 45; three of them were children.',
  'Police said the mayor “did not know”',
  'Activists said 30 people may have drowned and soldiers reportedly fled.',
  '“Three people died in Tovia,” said Nguyễn Văn Thắng. Orhan Şişmanoğlu denied it.',
];
const BETWEEN = [' ', '\n\n', '\r\n', '\r\n\r\n', '\t', '\u00a0', '\u2028'];
/** Astral, combining, zero-width and directional marks, and quotation marks that match nothing. */
const MARKS = [
  '🌊',
  '👨‍👩‍👧',
  '🇺🇳',
  '𝒮torm',
  'e\u0301',
  '\u0301',
  '\u200b',
  '\ufeff',
  '\u200d',
  '\u202eabc\u202c',
  '”',
  '“',
  "'",
  '’',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 2, arbitrary: fc.constantFrom(...BETWEEN) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
);
/** A mark set into the middle of a sentence, between two code points. */
const pierced = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.nat({ max: 80 }), fc.constantFrom(...MARKS))
  .map(([sentence, at, mark]) => sentence.slice(0, at) + mark + sentence.slice(at));
const article = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: pierced }), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

/** Every range of an extraction, named for the failure message. */
function rangesOf({ figures, statements, claims }: Extraction): [string, TextRange | null][] {
  const mentions = [...figures, ...statements, ...claims];
  return [
    ...mentions.flatMap(({ quote, sentence, attribution, cues }): [string, TextRange | null][] => [
      ['quote', quote],
      ['sentence', sentence],
      ...attribution.map(({ range }): [string, TextRange | null] => ['attribution', range]),
      ...attribution.map(({ verbRange }): [string, TextRange | null] => ['verb', verbRange]),
      ...cues.map(({ kind, range }): [string, TextRange | null] => [`cue of ${kind}`, range]),
    ]),
    ...figures.flatMap(({ places }) =>
      places.map(({ range }): [string, TextRange | null] => ['place', range]),
    ),
    ...statements.flatMap(({ pieces }) =>
      pieces.map((range): [string, TextRange | null] => ['piece', range]),
    ),
    ...[...statements, ...claims].map(({ cue }): [string, TextRange | null] => ['cue', cue]),
  ];
}

/** What is wrong with a range of a text; null where nothing is. */
function faultOf(text: string, codePoints: readonly string[], { start, end }: TextRange): string | null {
  if (!(start >= 0 && start < end && end <= text.length)) return 'outside';
  if (cutsPair(text, start) || cutsPair(text, end)) return 'cuts a pair';
  const span = new CodePointIndex(text).spanOf({ start, end });
  if (span.exact !== text.slice(start, end)) return 'other words';
  return codePoints.slice(span.start, span.end).join('') === span.exact ? null : 'other code points';
}

function cutsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

function faultsIn(text: string, extraction: Extraction): string[] {
  const codePoints = [...text];
  return rangesOf(extraction).flatMap(([name, range]) => {
    const fault = range && faultOf(text, codePoints, range);
    return fault ? [`${name} ${String(range.start)}-${String(range.end)}: ${fault}`] : [];
  });
}

/** Mutations of a whole text that nobody sees on the page: none may change what is read. There is no exception to this list. */
const UNSEEN_MUTATIONS: Readonly<Record<string, (text: string) => string>> = {
  'soft hyphens': (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u00ad'),
  'zero-width spaces': (text) => text.replace(/./gsu, '$&\u200b'),
  'zero-width joiners and byte order marks': (text) => `\ufeff${text.replace(/\p{L}/gu, '$&\u200d\u2060')}`,
  'directional marks': (text) => text.replace(/\S+/gu, '\u2067$&\u2069\u200e'),
  'CRLF line ends': (text) => text.replace(/\r?\n/g, '\r\n'),
  'composed letters (NFC)': (text) => text.normalize('NFC'),
  'decomposed letters (NFD)': (text) => text.normalize('NFD'),
};

/** What stands on the page. */
const seen = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC');

/** What is read of a text, each range counted in what stands on the page. */
function seenFacts(text: string): Extraction {
  const place = (at: number): number => seen(text.slice(0, at)).length;
  return withRanges(extractArticle({ text, publishedAt: '2021-07-15' }), ({ start, end }) => ({
    start: place(start),
    end: place(end),
  }));
}

/** Of generated articles; `npm run test:spans` looks at 10,000 of them. */
const RUNS = Number(process.env.SPAN_RUNS ?? 300);

describe('every range of an extraction', () => {
  it('holds its exact characters, counted in UTF-16 and in code points', () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(faultsIn(text, extractArticle({ text, publishedAt: '2021-07-15' }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('stays where it was on the page, and so does every fact, under mutations that nobody sees', () => {
    fc.assert(
      fc.property(article, fc.constantFrom(...Object.keys(UNSEEN_MUTATIONS)), (text, name) => {
        const mutated = UNSEEN_MUTATIONS[name]?.(text) ?? '';
        expect(seenFacts(mutated)).toEqual(seenFacts(text));
        expect(faultsIn(mutated, extractArticle({ text: mutated }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(UNSEEN_MUTATIONS))(
    'is kept under %s in an article of all sentences',
    (_, mutate) => {
      const text = SENTENCES.join('\n\n');
      expect(seenFacts(mutate(text))).toEqual(seenFacts(text));
    },
  );

  it('would be seen to move, and its facts to change', () => {
    const text = SENTENCES.join('\n\n');
    expect(seenFacts(text.replaceAll('people', 'peo ple'))).not.toEqual(seenFacts(text));
    expect(seenFacts(` ${text}`)).not.toEqual(seenFacts(text));
  });

  it('is looked at in each of its kinds', () => {
    const text = SENTENCES.join('\n\n');
    const kinds = new Set(
      rangesOf(extractArticle({ text })).flatMap(([name, range]) => (range ? [name] : [])),
    );
    const named = ['attribution', 'cue', 'piece', 'place', 'quote', 'sentence', 'verb'];
    expect([...kinds].toSorted()).toEqual(
      [...named, ...CUE_KINDS.map((kind) => `cue of ${kind}`)].toSorted(),
    );
  });

  it('is found at fault where it cuts a character or counts in the wrong unit', () => {
    const text = '🌊 fell';
    expect(faultOf(text, [...text], { start: 1, end: 4 })).toBe('cuts a pair');
    expect(faultOf(text, [...text], { start: 3, end: 9 })).toBe('outside');
    expect(faultOf(text, text.split(''), { start: 3, end: 7 })).toBe('other code points');
  });
});
