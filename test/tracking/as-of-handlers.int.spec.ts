import type { Query } from '@nestjs/cqrs';
import { buildEvent } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { DECISION_TYPES } from '#tracking';
import { FindClaimCards, GetClaimCard, type ClaimCard } from '#query';
import { Chance } from '../support/chance.js';
import { WORKSPACE } from '../support/invented-articles.js';
import { changesOf } from './generated-decisions.js';
import { log, ofArticles, ofReports, questions, type Ask } from './questions.js';
import { ReplayedViews } from './replayed-views.js';
import { printedBy, spokenOf } from './told-at.js';

const DATES = 200;
/** Questions asked at each: every one comes up several times. */
const ASKED = 2;

/** Views of the whole log, which are asked for other times; and views that hold what there was then, which are asked plainly. */
let whole: ReplayedViews;
let then: ReplayedViews;
beforeAll(async () => {
  [whole, then] = await Promise.all([ReplayedViews.open(), ReplayedViews.open()]);
  await whole.replay(log);
});
afterAll(() => Promise.all([whole.drop(), then.drop()]));

/** A plain answer of today, which a handler that ignores a clock would give. */
const present = new Map<Ask, Promise<string>>();
function answerOfToday(ask: Ask): Promise<string> {
  const known = present.get(ask) ?? whole.ask(ask({}));
  present.set(ask, known);
  return known;
}

/** Asks both, and keeps what was answered otherwise: than then, and than today. */
class Comparison {
  readonly wrong: string[] = [];
  private readonly told = new Map<string, boolean>();

  async compare(name: string, ask: Ask, at: string, asked: Query<unknown>): Promise<void> {
    const [given, expected, today] = await Promise.all([
      whole.ask(asked),
      then.ask(ask({})),
      answerOfToday(ask),
    ]);
    if (given !== expected) this.wrong.push(`${name} at ${at}: ${difference(given, expected)}`);
    this.told.set(name, (this.told.get(name) ?? false) || expected !== today);
  }

  /** Questions for which a handler that ignores the clock would never have been told from one that does not. */
  untold = (): string[] => [...this.told].filter(([, told]) => !told).map(([name]) => name);
}

/** Both answers around the first place where they differ. */
function difference(given: string, expected: string): string {
  const at = [...expected].findIndex((letter, n) => letter !== given[n]);
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `${around(given)} | ${around(expected)}`;
}

const eachAsk = (all: Readonly<Record<string, readonly Ask[]>>): (readonly [string, Ask])[] =>
  Object.entries(all).flatMap(([name, asks]) => asks.map((ask) => [name, ask] as const));

describe('every question, as the record stood', () => {
  it(`is answered as a replay of the log up to it answers, ${DATES * ASKED} times on ${DATES} random dates`, async () => {
    const chance = new Chance(7);
    const asks = eachAsk(questions);
    const [from, to] = [log[0]!.recordedAt.getTime(), log.at(-1)!.recordedAt.getTime()];
    const dates = Array.from({ length: DATES }, () => from + chance.below(to - from)).sort((a, b) => a - b);
    const comparison = new Comparison();
    let [held, asked] = [0, 0];
    for (const date of dates) {
      const seq = log.findLastIndex(({ recordedAt }) => recordedAt.getTime() <= date) + 1;
      if (seq > held) await then.replay(log.slice(held, seq));
      held = seq;
      const now = Array.from({ length: ASKED }, () => asks[asked++ % asks.length]!);
      const recordedBy = new Date(date).toISOString();
      await Promise.all(
        now.map(([name, ask]) => comparison.compare(name, ask, `event ${seq}`, ask({ recordedBy }))),
      );
    }
    expect(comparison.wrong).toEqual([]);
    // CONTROL: whichever handler ignored the clock, the comparison would have failed.
    expect(comparison.untold()).toEqual([]);
  });
});

describe('every question, by the other clocks', () => {
  it.each([
    ['assertedBy', ['2031-05-09', '2031-05-26'], printedBy, eachAsk({ ...ofReports, ...ofArticles })],
    ['validOn', ['2031-05-05', '2031-05-12'], spokenOf, eachAsk(ofReports)],
  ] as const)('%s leaves out what is not in a log without it', async (clock, days, keep, asks) => {
    const comparison = new Comparison();
    for (const day of days) {
      await then.clear();
      await then.replay(keep(log, day));
      await Promise.all(asks.map(([name, ask]) => comparison.compare(name, ask, day, ask({ [clock]: day }))));
    }
    expect(comparison.wrong).toEqual([]);
    expect(comparison.untold()).toEqual([]);
  });
});

/** A correction of every figure of a log, after it. */
function correctionsOf(events: readonly StoredEvent[]): StoredEvent[] {
  const figures = events.filter(({ type }) => type === 'FigureReported');
  return figures.map((event, n) => {
    const { reportId, articleId } = event.data as { readonly reportId: string; readonly articleId: string };
    const why = { kind: 'extraction', reason: 'read again', evidence: null } as const;
    const { type, data } = buildEvent('ReportCorrected', {
      reportId,
      articleId,
      ...why,
      changes: changesOf(2 * n),
    });
    const eventId = deterministicId('correction', n);
    return { ...event, type, data, eventId, seq: BigInt(events.length + n + 1), occurredAt: null };
  });
}

describe('the list of cards', () => {
  it('gives each claim the card that its id gives, as corrected', async () => {
    await then.clear();
    await then.replay([...log, ...correctionsOf(log)]);
    const list = JSON.parse(await then.ask(new FindClaimCards({ workspace: WORKSPACE, first: 200 }))) as {
      items: ClaimCard[];
    };
    const cards = await Promise.all(list.items.map(({ id }) => then.ask(new GetClaimCard(WORKSPACE, id))));
    expect(cards.map((card) => JSON.parse(card) as ClaimCard)).toEqual(list.items);
    expect(list.items.map(({ place }) => place)).toContain('Eastmoor');
  });

  it('finds what claims were corrected to, by any clock', async () => {
    const of = { workspace: WORKSPACE, metric: 'injured', first: 200 } as const;
    const [plain, clocked] = await Promise.all([
      then.ask(new FindClaimCards(of)),
      then.ask(new FindClaimCards({ ...of, asOf: { assertedBy: '2032-01-01' } })),
    ]);
    expect(clocked).toBe(plain);
    expect(plain).toContain('injured');
  });
});

const DECISIONS: readonly string[] = [
  ...DECISION_TYPES,
  'EntityRegistered',
  'AliasAdded',
  'EntityMergeProposed',
  'EntityMergeDeclined',
];

describe('the generated log', () => {
  it('has every type of decision in it', () => {
    const types = new Set<string>(log.map(({ type }: StoredEvent) => type));
    expect(DECISIONS.filter((type) => !types.has(type))).toEqual([]);
  });
});
