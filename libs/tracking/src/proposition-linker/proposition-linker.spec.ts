import fc from 'fast-check';
import { LINKED, PROPOSED } from '../figure-linker/score-pair.js';
import { keptUnder, RECALLED_DAYS, soughtUnder } from './recall.js';
import { scorePropositions, type ComparedProposition } from './score-propositions.js';
import { negatedIn, shinglesOf } from './shingles.js';

const told = (text: string, given: Partial<ComparedProposition> = {}): ComparedProposition => ({
  reportId: text,
  articleId: `article of ${text}`,
  day: 100,
  around: given.day ?? 100,
  denied: false,
  shingles: shinglesOf(text),
  negated: negatedIn(text),
  answers: null,
  ...given,
});

const SHELLED = 'Northern troops shelled the harbour hospital of Westhaven on Monday night';

describe('the score of two propositions', () => {
  it.each<[string, ComparedProposition]>([
    [
      'the same words in another article',
      told('northern troops shelled the harbour hospital of Westhaven on Monday night'),
    ],
    ['a shorter quotation of it', told('“troops shelled the harbour hospital of Westhaven”')],
    ['a denial of it days later', told('had not shelled the harbour hospital', { denied: true, day: 102 })],
    [
      'a denial that answers it without naming it',
      told('the allegations are lies', { denied: true, answers: SHELLED }),
    ],
    [
      'a denial that answers it with its words',
      told('its army had shelled the harbour hospital', { denied: true, answers: SHELLED }),
    ],
  ])('links %s', (_case, other) => {
    expect(scorePropositions(told(SHELLED), other)?.score).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(other, told(SHELLED))).toEqual(scorePropositions(told(SHELLED), other));
  });

  it.each<[string, ComparedProposition]>([
    ['the same words half a year later', told('northern troops shelled the harbour hospital', { day: 300 })],
    [
      'a denial of something like it',
      told('no troops shelled any school or market', { denied: true, day: 101 }),
    ],
    [
      'a denial of something else that its article reads as an answer',
      told('the harbour of Westhaven was unsafe', { denied: true, answers: SHELLED }),
    ],
    ['a lone word of its own as an answer', told('negligence', { denied: true, answers: SHELLED })],
  ])('proposes %s', (_case, other) => {
    expect(scorePropositions(other, told(SHELLED))).toEqual(scorePropositions(told(SHELLED), other));
    const { score } = scorePropositions(told(SHELLED), other)!;
    expect(score).toBeGreaterThanOrEqual(PROPOSED);
    expect(score).toBeLessThan(LINKED);
  });

  it.each<[string, ComparedProposition]>([
    ['another proposition', told('The harbour of Norvale was closed by the storm')],
    ['a denial long after', told('had not shelled the harbour hospital', { denied: true, day: 140 })],
    ['words that share nothing but names', told('The hospital of Westhaven was opened by the mayor')],
  ])('sees nothing in %s', (_case, other) => {
    expect(scorePropositions(told(SHELLED), other)).toBeNull();
  });

  it.each([
    [
      'At least 27,000 people have fled Westhaven since 3 May',
      '31,500 people have fled Westhaven since 3 May',
    ],
    [
      'Some forty people were killed at the harbour market',
      'Dozens of people were killed at the harbour market',
    ],
  ])('tells two numbers apart: %s', (one, other) =>
    expect(scorePropositions(told(one), told(other))).toBeNull(),
  );

  it.each([
    ['The dam is safe and will hold', 'The dam is not safe and will not hold'],
    [
      'The dam of Westhaven will hold the flood this spring',
      "The dam of Westhaven won't hold the flood this spring",
    ],
    ['Troops shelled the harbour hospital', 'It is not true that troops shelled the harbour hospital'],
    ['The dam is safe and will not break', 'The dam is not safe and will break'],
    ['The harbour bridge was repaired by the army', 'Nobody in the army repaired the harbour bridge'],
  ])('never takes opposites for one: %s', (one, other) => {
    expect(scorePropositions(told(one), told(other))?.score ?? 0).toBeLessThan(LINKED);
    expect(scorePropositions(told(other), told(one))).toEqual(scorePropositions(told(one), told(other)));
  });

  it('links what is negated alike, and a denial with what it denies, not with what says as much', () => {
    const [safe, unsafe] = ['The dam is safe and will hold', 'The dam is not safe and will not hold'];
    const denial = told('the dam is not safe and will not hold', { denied: true });
    expect(
      scorePropositions(told(unsafe), told(`${unsafe} now`, { reportId: 'b' }))?.score,
    ).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(told(safe), denial)?.score).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(told(unsafe), denial)?.score).toBeLessThan(LINKED);
  });

  it('takes the same number for the same words, however it is bounded', () =>
    expect(
      scorePropositions(
        told('At least 27,000 people have fled Westhaven since May'),
        told('27000 people have fled Westhaven since May'),
      )?.score,
    ).toBeGreaterThanOrEqual(LINKED));

  it('holds the numbers of a denial apart from those of what it may deny', () => {
    const claimed = told('80 workers were buried by the slide at the Greyfell mine');
    const denying = (workers: string, answers: string | null = null) =>
      told(`${workers} workers were buried by the slide at the Greyfell mine`, {
        ...{ reportId: 'denial', denied: true, day: 101, answers },
      });
    for (const [one, other] of [
      [claimed, denying('12')],
      [denying('12'), claimed],
    ] as const)
      expect(scorePropositions(one, other)).toBeNull();
    expect(scorePropositions(claimed, denying('80'))?.score).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(claimed, denying('any'))?.score).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(claimed, denying('12', claimed.reportId))?.score).toBe(0.5);
    expect(scorePropositions(claimed, denying('80', claimed.reportId))?.score).toBe(0.9);
  });

  it('takes short words for one only within a day', () => {
    const short = (day: number) =>
      told('We will win this war', { reportId: `${day}`, articleId: `${day}`, day });
    expect(scorePropositions(short(1), short(2))?.score).toBeGreaterThanOrEqual(LINKED);
    expect(scorePropositions(short(1), short(5))).toBeNull();
  });

  it('sees nothing in the same words longer apart than they are looked for', () => {
    const later = (day: number) => told(SHELLED, { reportId: 'later', articleId: 'later', day });
    expect(scorePropositions(told(SHELLED), later(100 + RECALLED_DAYS))?.score).toBe(0.5);
    expect(scorePropositions(told(SHELLED), later(101 + RECALLED_DAYS))).toBeNull();
  });
});

describe('what a proposition is looked for under', () => {
  const days = fc.integer({ min: -2_000, max: 40_000 });

  it('finds all that it may be one with, and not what is years apart', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -RECALLED_DAYS, max: RECALLED_DAYS }), (day, apart) => {
        const [asked, other] = [told(SHELLED, { day }), told(SHELLED, { day: day + apart })];
        const sought = new Set(soughtUnder(asked));
        return keptUnder(other).every((key) => sought.has(key) && Number.isSafeInteger(key));
      }),
    );
    const old = keptUnder(told(SHELLED, { day: 100 }));
    const sought = new Set(soughtUnder(told(SHELLED, { day: 100 + 3 * RECALLED_DAYS })));
    expect(old.filter((key) => sought.has(key))).toEqual([]);
  });
});
