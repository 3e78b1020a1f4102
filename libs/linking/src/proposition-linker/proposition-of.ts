import type { ClaimRecorded, StatementMade } from '#domain';
import type { StoredEvent } from '#event-store';
import { negatedIn, shinglesOf } from '#tracking';
import type { StoredProposition } from './proposition-store.js';

const DAY_MS = 86_400_000;

/** What a proposition's claim hangs on; nothing else that is corrected moves a report. */
export const PROPOSITION_SUBJECT: ReadonlySet<string> = new Set([
  'polarity',
  'proposition',
  'answers',
  'utteredOn',
]);

/** What a statement or claim is compared by; its claim is not told yet. */
export function propositionOf({ type, data, seq, occurredAt, recordedAt }: StoredEvent): StoredProposition {
  const report = data as StatementMade | ClaimRecorded;
  const text = type === 'ClaimRecorded' ? (data as ClaimRecorded).proposition : report.quote.exact;
  const on = (type === 'StatementMade' ? (data as StatementMade).utteredOn : null) ?? occurredAt;
  const day = on === null ? null : Math.floor(Date.parse(on) / DAY_MS);
  return {
    reportId: report.reportId,
    articleId: report.articleId,
    day,
    around: day ?? Math.floor(recordedAt.getTime() / DAY_MS),
    denied: report.polarity === 'denied',
    answers: type === 'ClaimRecorded' ? (data as ClaimRecorded).answers : null,
    shingles: shinglesOf(text),
    negated: negatedIn(text),
    seq,
    claimId: '',
  };
}

/** Whether two readings of one report are compared alike. */
export const areComparedAlike = (a: StoredProposition, b: StoredProposition): boolean =>
  comparedBy(a) === comparedBy(b);

const comparedBy = ({ day, around, denied, answers, shingles, negated }: StoredProposition): string =>
  JSON.stringify([day, around, denied, answers, sorted(shingles), sorted(negated)]);

const sorted = (shingles: ReadonlySet<number>): number[] => [...shingles].sort((a, b) => a - b);
