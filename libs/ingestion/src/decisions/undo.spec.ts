import fc from 'fast-check';
import { DomainError } from '#domain';
import {
  WrongExpectedVersion,
  type AppendRequest,
  type EventAppender,
  type EventReader,
  type StoredEvent,
} from '#event-store';
import { deterministicId } from '#platform';
import { DECISION_TYPES, foldClaim, type LedgerDecision, type TrackedReport } from '#tracking';
import { articleIdOf, eventsOf, reportIdOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import type { Decision } from './decision.js';
import { MakeDecision } from './make-decision.command.js';
import { MakeDecisionHandler } from './make-decision.handler.js';

const ARTICLE = {
  name: 'flood',
  publishedAt: '2031-05-14',
  text: 'At least 40 people fled. Some 300 fled. Another 7 fled.',
  figures: [{ words: 'At least 40 people' }, { words: 'Some 300' }, { words: 'Another 7' }],
};
const articleId = articleIdOf('flood');
const REPORTS = ARTICLE.figures.map(({ words }) => reportIdOf('flood', 1, 'figure', words));
const CLAIMS = ['a', 'b', 'c'].map((name) => deterministicId('test-claim', name));

/** The log in memory: what the handler needs of it. */
class MemoryLog {
  readonly events: StoredEvent[] = [];

  async append({ streams, actor }: AppendRequest): Promise<{ lastSeq: bigint }> {
    for (const { stream, expectedVersion } of streams)
      if (expectedVersion !== this.versionOf(stream))
        throw new WrongExpectedVersion(stream, expectedVersion, this.versionOf(stream));
    for (const { stream, events } of streams)
      for (const { type, schemaVersion, data, eventId, meta = {} } of events)
        this.events.push({
          workspace: WORKSPACE,
          seq: BigInt(this.events.length + 1),
          stream,
          version: this.versionOf(stream) + 1,
          eventId: eventId ?? deterministicId('event', this.events.length),
          type,
          schemaVersion,
          recordedAt: new Date(Date.UTC(2031, 4, 15) + this.events.length * 1000),
          occurredAt: null,
          actor,
          causationId: null,
          correlationId: null,
          data: JSON.parse(JSON.stringify(data)),
          meta,
        });
    return Promise.resolve({ lastSeq: BigInt(this.events.length) });
  }

  async *readStream(_workspace: string, stream: string): AsyncGenerator<StoredEvent> {
    yield* this.events.filter((event) => event.stream === stream);
    await Promise.resolve();
  }

  findEvent(_workspace: string, id: string): Promise<StoredEvent | null> {
    return Promise.resolve(this.events.find(({ eventId }) => eventId === id) ?? null);
  }

  head(): Promise<bigint> {
    return Promise.resolve(BigInt(this.events.length));
  }

  private versionOf = (stream: string): number =>
    this.events.filter((event) => event.stream === stream).length;
}

const begin = async (): Promise<MemoryLog> => {
  const log = new MemoryLog();
  const stream = `article-${articleId}`;
  await log.append({
    workspace: WORKSPACE,
    actor: 'test',
    streams: [{ stream, expectedVersion: 0, events: eventsOf(ARTICLE) }],
  });
  return log;
};

/** Null where it was refused. */
async function make(log: MemoryLog, decision: Decision): Promise<string | null> {
  const handler = new MakeDecisionHandler(log as unknown as EventAppender, log as unknown as EventReader);
  try {
    const result = await handler.execute(new MakeDecision(WORKSPACE, 'ada', decision));
    return result.outcome === 'recorded' ? result.decisionId : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const tracked = (log: MemoryLog): TrackedReport[] =>
  REPORTS.map((reportId, position) => ({
    reportId,
    kind: 'figure',
    articleId,
    revision: 1,
    seq: Number(log.events.find(({ data }) => (data as { reportId?: string }).reportId === reportId)?.seq),
    recordedAt: '2031-05-15T00:00:00Z',
    assertedAt: '2031-05-14',
    publishedAt: '2031-05-14',
    position,
    rule: 'by-hand',
    outlet: null,
    attributed: null,
    publisher: null,
    figure: {
      metric: 'displaced',
      measure: 'flow',
      value: 40 + position,
      max: null,
      quantifier: 'exact',
      unit: 'person',
      population: null,
      status: 'reported',
      cause: null,
      period: null,
      asOf: null,
      places: [],
    },
    proposition: null,
    retirements: [],
  }));

/** What every claim comes to, of the events given. */
function stateOf(log: MemoryLog, events: readonly StoredEvent[]): unknown {
  const types: readonly string[] = DECISION_TYPES;
  const decisions = events
    .filter(({ type }) => types.includes(type))
    .map(({ type, eventId, seq, recordedAt, actor, data }) => {
      const at = recordedAt.toISOString();
      return { type, eventId, seq: Number(seq), recordedAt: at, actor, data } as unknown as LedgerDecision;
    });
  return CLAIMS.map((claimId) => foldClaim({ claimId, reports: tracked(log), decisions }).state);
}

const reason = 'as it is';
const anyReport = fc.constantFrom(...REPORTS);
const anyClaim = fc.constantFrom(...CLAIMS);
const onReport = fc.record({
  reportId: anyReport,
  articleId: fc.constant(articleId),
  reason: fc.constant(reason),
});
const onClaim = fc.record({ claimId: anyClaim, reason: fc.constant(reason) });
const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(onReport, anyClaim)
      .map(([on, claimId]) => ({ ...on, claimId, type: 'link_report' as const })),
  },
  fc
    .tuple(onReport, anyClaim, anyClaim)
    .map(([on, claimId, fromClaimId]) => ({ ...on, claimId, fromClaimId, type: 'link_report' as const })),
  fc.tuple(onReport, fc.nat(99)).map(([on, to]) => ({
    ...on,
    type: 'correct_report' as const,
    kind: 'publisher' as const,
    changes: [{ field: 'value', to }],
  })),
  onReport.map((on) => ({ ...on, type: 'retract_report' as const, kind: 'source' as const })),
  onReport.map((on) => ({ ...on, type: 'confirm_report' as const })),
  fc.tuple(onClaim, anyReport).map(([on, reportId]) => ({ ...on, reportId, type: 'unlink_report' as const })),
  fc
    .tuple(onClaim, anyClaim)
    .map(([on, mergedClaimId]) => ({ ...on, mergedClaimId, type: 'merge_claims' as const })),
  fc
    .tuple(onClaim, anyReport)
    .map(([on, reportId]) => ({ ...on, reportIds: [reportId], type: 'split_claim' as const })),
  fc.tuple(onClaim, anyReport).map(([on, reportId]) => ({
    ...on,
    reportId,
    type: 'recommend_figure' as const,
    role: 'recommended' as const,
    calculationLogic: 'as printed',
  })),
  onClaim.map((on) => ({ ...on, type: 'request_review' as const })),
  onClaim.map((on) => ({ ...on, type: 'give_review' as const, verdict: 'approved' as const })),
  onClaim.map((on) => ({ ...on, type: 'sign_off_claim' as const })),
);

async function decided(before: readonly Decision[]): Promise<MemoryLog> {
  const log = await begin();
  for (const decision of before) await make(log, decision);
  return log;
}

describe('a decision that is undone', () => {
  it('leaves every claim as if neither had been', async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecision, { maxLength: 12 }), anyDecision, async (before, decision) => {
        const log = await decided(before);
        const state = stateOf(log, log.events);
        const decisionId = await make(log, decision);
        if (decisionId === null) return;
        undone += 1;
        expect(await make(log, { type: 'revert_decision', decisionId, reason })).not.toBeNull();
        expect(stateOf(log, log.events)).toEqual(state);
        expect(await make(log, { type: 'revert_decision', decisionId, reason })).toBeNull();
        // It can be made again: nothing that was undone stands in its way.
        expect(await make(log, decision)).not.toBeNull();
      }),
      { numRuns: 100 },
    );
    expect(undone).toBeGreaterThan(20);
  });

  it('CONTROL: most decisions change a claim as long as they stand', async () => {
    let changed = 0;
    for (const [before, decision] of fc.sample(
      fc.tuple(fc.array(anyDecision, { minLength: 6, maxLength: 12 }), anyDecision),
      { numRuns: 40, seed: 3 },
    )) {
      const log = await decided(before);
      const state = JSON.stringify(stateOf(log, log.events));
      if ((await make(log, decision)) && JSON.stringify(stateOf(log, log.events)) !== state) changed += 1;
    }
    expect(changed).toBeGreaterThan(8);
  });
});
