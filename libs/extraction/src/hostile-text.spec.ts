import { extractArticle } from './extract-article.js';

/** What an article could be filled with so that a reader runs away: each is repeated until the text is long enough. */
const ATTACKS: Readonly<Record<string, string>> = {
  'cue words': 'said ',
  'different cue words': 'claimed said denied urged ',
  denials: 'he denied ',
  'denied claims': 'Officials said the town denied the claims. ',
  names: 'Marta Ruiz ',
  'names and cues': 'Ruiz said ',
  'according to': 'according to ',
  'according to somebody': 'according to Ruiz, ',
  'relaying nouns': 'reports of ',
  'relative clauses': 'Ruiz, who left, said ',
  pronouns: 'he said. ',
  'days of speaking': 'said on Tuesday ',
  'opening marks': '“',
  'opening marks and words': '“we go ',
  'closing marks': '”',
  'closing marks and words': 'we go” ',
  'straight marks': '"',
  'straight marks and words': '"we go ',
  'nested marks': '“we ‘go’ ',
  'nested marks never closed': '“‘ ',
  'single marks opened': " 'a",
  'single marks closed': "a' ",
  possessives: "'s ",
  guillemets: '«a ',
  'quotations with cues': '“We go,” he said. ',
  'quotations only': '“We go there.” ',
  'quotations over paragraphs': '“We go there.\n',
  'quotations behind abbreviations': 'U.S. “We go there now.” ',
  'quotations with participles': '“We go,” adding, ',
  'sentences closed by a comma': '“We all go there,” who ',
  'acronyms in brackets': 'Ruiz Agency (RA) ',
  'wholes and parts': '40 of 112 of 300 ',
  'quotations split by cues': 'he said, “we go,” ',
  colons: 'Ruiz: “we go” ',
  commas: 'a, ',
  'lists of names': 'Ruiz, ',
  hyphens: '-',
  'hyphenated words': 'a-',
  dashes: '— ',
  'stops and marks': '?! ',
  abbreviations: 'U.S. ',
  digits: '7',
  'digits apart': '7 ',
  'grouped digits': '7,',
  counts: '7 wounded in Ruizstan, ',
  dates: 'May 3, 2019 ',
  'number words': 'two hundred and ',
  'capital letters': 'A',
  'capital letters apart': 'A ',
  'capitals joined': 'Al-',
  'brackets opened': '(a ',
  'brackets closed': ') ',
  'line breaks': '\n',
  'short lines': 'a\n',
  'one long run': 'a',
  'dotted parts': 'a.b-',
  'glued capitals': 'aaaA ',
  initials: 'A. ',
  addresses: 'http://a.',
  mails: 'a@a.',
  'combining marks': 'e\u0301',
  emoji: '😀 ',
  'zero-width joints': '👩\u200D',
  'zero-width spaces': 'a\u200B',
  'bidi controls': '\u202E',
  'lone surrogates': '\uD83D',
  controls: '\u0000',
};

const fill = (unit: string, size: number): string =>
  `Title\n${unit.repeat(Math.ceil(size / unit.length))}`.slice(0, size);

/** Time a doubling may cost: linear reading takes 2, quadratic 4. */
const PER_DOUBLING = 2.5;
const SMALL = 6_000;
const DOUBLINGS = 2;
/** Faster than this (ms) for the longer text, the ratio is noise. */
const TRIFLE = 15;
const ROUNDS = 10;

/** Processor time of this process in milliseconds: other work on the machine counts little. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least seen ratio of the times for n and 4n per doubling: stops as soon as one round shows linear growth. */
function growthOf(read: (text: string) => unknown, unit: string): number {
  const small = fill(unit, SMALL);
  const large = fill(unit, SMALL * 2 ** DOUBLINGS);
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    short = Math.min(short, timeOf(read, small));
    long = Math.min(long, timeOf(read, large));
    if (long <= TRIFLE || long <= short * PER_DOUBLING ** DOUBLINGS) break;
  }
  return long <= TRIFLE ? 1 : (long / short) ** (1 / DOUBLINGS);
}

describe('hostile text', () => {
  const read = (text: string): unknown => extractArticle({ text });
  beforeAll(() => {
    for (let i = 0; i < 5; i++) read(fill('“We go,” Marta Ruiz said on Monday. 12 people died. ', 8_000));
  });

  it.each(Object.entries(ATTACKS))('of %s takes at most 2.5 times as long a doubling', (_, unit) => {
    expect(growthOf(read, unit)).toBeLessThanOrEqual(PER_DOUBLING);
  });

  it('fails a reader that looks at every pair of words', () => {
    let pairs = 0;
    const quadratic = (text: string): void => {
      const words = text.split(' ');
      for (const a of words) for (const b of words) if (a.length < b.length) pairs++;
    };
    // Compiled first: a slow first round would make the short text look long, and the growth small.
    for (let i = 0; i < 5; i++) quadratic(fill('abcd abc ', SMALL));
    expect(growthOf(quadratic, 'abcd abc ')).toBeGreaterThan(PER_DOUBLING);
    expect(pairs).toBeGreaterThan(0);
  });

  it('reads one line of 1 MB within a bound that only a runaway breaks', () => {
    const unit = 'the town and the river, Marta Ruiz said, had 12 “new houses” and ';
    expect(timeOf(read, fill(unit, 1_000_000))).toBeLessThan(20_000);
  });
});
