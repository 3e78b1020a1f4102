import { isDeepStrictEqual } from 'node:util';
import type { ClaimtrailEvent } from '#domain';

const REPORT_TYPES = ['FigureReported', 'StatementMade', 'ClaimRecorded'] as const;
type ReportType = (typeof REPORT_TYPES)[number];

/** A report of one reading, as its event holds it. */
export type ReadReport = Extract<ClaimtrailEvent, { readonly type: ReportType }>;

export interface MatchedReport {
  readonly before: ReadReport;
  readonly after: ReadReport;
  /** The fields that differ, "quote" among them where the words do; none where it is kept. */
  readonly fields: readonly string[];
}

/** What a second reading of the same text makes of the first. */
export interface ReadingDifference {
  readonly kept: readonly MatchedReport[];
  readonly changed: readonly MatchedReport[];
  readonly added: readonly ReadReport[];
  readonly removed: readonly ReadReport[];
}

export const isReport = (event: ClaimtrailEvent): event is ReadReport =>
  REPORT_TYPES.some((type) => type === event.type);

/**
 * Which reports of two readings are the same fact: of one kind and the same words, else of one kind and overlapping words,
 * those that share most first. Same words and same fields are kept; the rest is changed, added or removed.
 * How it was found (rule, cues) makes no difference. Each list is in the order of its reading.
 */
export function compareReports(
  before: readonly ReadReport[],
  after: readonly ReadReport[],
): ReadingDifference {
  const partners = new Map<ReadReport, ReadReport>();
  const free = new Set(before);
  for (const [old, fresh] of pairs(before, after)) {
    if (!free.has(old) || partners.has(fresh)) continue;
    free.delete(old);
    partners.set(fresh, old);
  }
  const matched = withAnswers(
    after.flatMap((fresh) => {
      const old = partners.get(fresh);
      return old ? [{ before: old, after: fresh, fields: differingFields(old, fresh) }] : [];
    }),
  );
  return {
    kept: matched.filter(isKept),
    changed: matched.filter((match) => !isKept(match)),
    added: after.filter((fresh) => !partners.has(fresh)),
    removed: before.filter((old) => free.has(old)),
  };
}

const isKept = ({ fields }: MatchedReport): boolean => fields.length === 0;

/** A denial is kept as long as the report it answers is: else it would answer one that no longer stands. */
function withAnswers(matched: readonly MatchedReport[]): readonly MatchedReport[] {
  const kept = new Map(
    matched.filter(isKept).map(({ before, after }) => [answerable(after), answerable(before)]),
  );
  const checked = matched.map((match) => {
    const answers = answersOf(match.after);
    const same = (answers && kept.get(answers)) === answersOf(match.before);
    return same || !isKept(match) ? match : { ...match, fields: ['answers'] };
  });
  return checked.every((match, at) => match === matched[at]) ? matched : withAnswers(checked);
}

const answerable = ({ data }: ReadReport): string => data.reportId;
const answersOf = ({ data }: ReadReport): string | null => ('answers' in data ? data.answers : null) ?? null;

/** Every two reports that may be one, the likeliest first. */
function pairs(before: readonly ReadReport[], after: readonly ReadReport[]): [ReadReport, ReadReport][] {
  const byStart = before.toSorted((a, b) => a.data.quote.start - b.data.quote.start);
  const longest = Math.max(0, ...before.map(({ data: { quote } }) => quote.end - quote.start));
  const found: { readonly pair: [ReadReport, ReadReport]; readonly likeness: number }[] = [];
  for (const fresh of after) {
    for (const old of from(byStart, fresh.data.quote.start - longest)) {
      if (old.data.quote.start >= fresh.data.quote.end) break;
      const likeness = likenessOf(old, fresh);
      if (likeness > 0) found.push({ pair: [old, fresh], likeness });
    }
  }
  return found.toSorted((a, b) => b.likeness - a.likeness).map(({ pair }) => pair);
}

function* from(byStart: readonly ReadReport[], start: number): Generator<ReadReport> {
  let low = 0;
  let high = byStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byStart[middle]!.data.quote.start < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < byStart.length; at += 1) yield byStart[at]!;
}

/** Share of common words' characters (Jaccard), 0 to 1; equal fields break ties. */
function likenessOf(old: ReadReport, fresh: ReadReport): number {
  if (old.type !== fresh.type) return 0;
  const [a, b] = [old.data.quote, fresh.data.quote];
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (common <= 0) return 0;
  const jaccard = common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
  return jaccard + 1 / (2 + differingFields(old, fresh).length) / 100;
}

/** How a report is known and was found says nothing about what it reports. */
const NOT_COMPARED = new Set(['reportId', 'articleId', 'revision', 'rule', 'cues', 'salt', 'answers']);

function differingFields(old: ReadReport, fresh: ReadReport): string[] {
  const a = plain(old.data);
  const b = plain(fresh.data);
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return fields.filter(
    (field) => !NOT_COMPARED.has(field) && !isDeepStrictEqual(a[field] ?? null, b[field] ?? null),
  );
}

/** Of the classes, and of what validation left undefined, nothing remains in the log. */
const plain = (data: ReadReport['data']): Record<string, unknown> =>
  JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
