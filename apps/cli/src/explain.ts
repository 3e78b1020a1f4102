import type { Writable } from 'node:stream';
import type { AttributionLink } from '#domain';
import { describeRule } from '#extraction';
import { factOfEvent, TraceFact, TraceFactHandler, ViewsReader, type FactProvenance } from '#query';
import { isUuid } from '#platform';
import { isWithin, markSentence } from './marked-sentence.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';
import { readByOf, type ReadBy } from './read-by.js';

/** No figure, statement or claim goes by the id that was given. */
export class NoSuchFact extends Error {
  readonly code = 'CLI.NO_SUCH_FACT';
}

const SEQ = /^\d{1,18}$/;

/** `claimtrail explain`: how a recorded fact was read, by which words, from which text, and whether it still stands. */
export async function explain(
  id: string,
  { json = false }: { json?: boolean },
  output: Writable,
): Promise<void> {
  await withLog(async (log) => {
    await catchUpViews(log);
    const fact = await traced(log, id);
    const meaning = describeRule(fact.extractor.rule);
    const rules = await readByOf(log, fact);
    output.write(
      json
        ? `${JSON.stringify({ ...fact, meaning, readBy: rules })}\n`
        : `${describeFact(fact, meaning, rules)}\n`,
    );
  });
}

/** @throws {NoSuchFact} */
async function traced(log: OpenLog, id: string): Promise<FactProvenance> {
  const { database, store, config } = log;
  const views = new ViewsReader(database.reader);
  const tracer = new TraceFactHandler(views, store);
  const trace = (factId: string) => tracer.execute(new TraceFact(config.workspace, factId));
  if (SEQ.test(id)) return traceOf(trace, await factOfSeq(log, BigInt(id)), id);
  if (!isUuid(id))
    throw new NoSuchFact(`"${id}" is neither the id of a fact or event nor the seq of an event.`);
  return (await trace(id)) ?? traceOf(trace, await factOfEvent(views, config.workspace, id), id);
}

async function traceOf(
  trace: (factId: string) => Promise<FactProvenance | null>,
  factId: string | null,
  id: string,
): Promise<FactProvenance> {
  const fact = factId === null ? null : await trace(factId);
  if (fact) return fact;
  throw new NoSuchFact(
    `There is no fact or event ${id} that could be explained. claimtrail timeline --json and claimtrail events name ids.`,
  );
}

async function factOfSeq({ store, config: { workspace } }: OpenLog, seq: bigint): Promise<string | null> {
  const [event] = seq > 0n ? await store.readAll(workspace, { afterSeq: seq - 1n, limit: 1 }) : [];
  if (event?.seq !== seq) throw new NoSuchFact(`The log has no event ${seq}.`);
  const { reportId = null } = event.data as { reportId?: string };
  if (reportId !== null && event.type !== 'ReportSuperseded') return reportId;
  throw new NoSuchFact(`Event ${seq} is ${event.type}, which reports no figure, statement or claim.`);
}

/** A fact as people read it: a label and a value a line. */
function describeFact(fact: FactProvenance, meaning: string | null, rules: ReadBy | null): string {
  const { extractor, article, revision, event, sentence, quote, cues } = fact;
  const elsewhere = cues.filter(({ span }) => !isWithin(span, sentence));
  const lines: [string, string][] = [
    [fact.kind, `${whatOf(fact)}  ${fact.id}`],
    ['sentence', markSentence(sentence, quote, cues)],
    ...elsewhere.map(({ kind, span }): [string, string] => [
      'elsewhere',
      `[${span.exact}](${kind}) at characters ${span.start} to ${span.end}`,
    ]),
    ['rule', `${extractor.rule}: ${meaning ?? 'a rule that this version does not have'}`],
    ...Object.entries(rules ?? {}).map(([aspect, { rule, meaning: how }]): [string, string] => [
      aspect,
      `${rule}: ${how ?? ''}`,
    ]),
    ['read by', readerOf(extractor)],
    ['chain', fact.attribution.map(describeLink).join(' > ') || "the reporter's own voice"],
    ['article', [article.title, article.outlet, article.publishedAt, article.url].filter(Boolean).join(', ')],
    ['', `${article.id}, revision ${revision}`],
    ['recorded', `${event.recordedAt} as event ${event.seq} (${event.eventId})`],
    ['stands', standingOf(fact)],
    ['text', textOf(fact)],
    ['proof', `claimtrail verify, or GET /v1/events/${event.seq}/proof`],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n');
}

/** What is reported, by the fields that its kind goes by. */
function whatOf({ event: { data } }: FactProvenance): string {
  const fields = data as Record<string, unknown>;
  const named = [
    'metric',
    'measure',
    'quantifier',
    'value',
    'max',
    'unitText',
    'form',
    'act',
    'polarity',
    'hedge',
  ];
  return named
    .map((name) => fields[name])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ');
}

function readerOf({ name, version }: FactProvenance['extractor']): string {
  return name.startsWith('llm:')
    ? `model ${name.slice('llm:'.length)}, prompt version ${version}`
    : `${name} ${version}`;
}

function describeLink({ name, role, verb }: AttributionLink): string {
  return `${name}${role ? `, ${role}` : ''} (${verb})`;
}

function standingOf({ supersededSeq, withdrawnSeq }: FactProvenance): string {
  if (withdrawnSeq !== null) return `no: its article was withdrawn by event ${withdrawnSeq}`;
  return supersededSeq === null ? 'yes' : `no: superseded by event ${supersededSeq}`;
}

function textOf({ textVerified, quote, sentence, cues, textSha256 }: FactProvenance): string {
  const exact = [quote, sentence, ...cues.map(({ span }) => span)].every(({ verified }) => verified);
  return textVerified && exact
    ? `holds these words at these characters; SHA-256 ${textSha256}`
    : 'is NOT as it was recorded, or holds other words there: run claimtrail verify';
}
