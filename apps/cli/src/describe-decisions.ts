import { typeInWords, type ClaimTimeline } from '#query';
import { isByProcess, sayingSo } from '#tracking';

type Entry = ClaimTimeline['entries'][number];

/** What people did about a claim and its reports, and what later texts changed, the oldest first, a line each; nothing where nobody did. */
export function describeDecisions({ entries, decisions, revisions }: ClaimTimeline): string[] {
  const outlets = new Map(entries.map(({ reportId, outlet }) => [reportId, outlet ?? 'a report']));
  const reportOf = (reportId: string | null): string | null => {
    const outlet = reportId === null ? undefined : outlets.get(reportId);
    return outlet === undefined ? null : `report of ${outlet}`;
  };
  const corrected = new Map(
    entries.flatMap(({ corrections }) => corrections.map(({ eventId, changes }) => [eventId, changes])),
  );
  const lines = [
    ...decisions
      .filter(({ actor }) => !isByProcess(actor))
      .map((made) => {
        const { seq, recordedAt, type, actor, reportId, verdict, field, reasons, eventId, revertedSeq } =
          made;
        const found = [verdict, field && `on ${field}`].filter(Boolean).join(' ').replaceAll('_', ' ');
        const changes = describeChanges(corrected.get(eventId) ?? []);
        const undone = revertedSeq === null ? '' : ' (undone since)';
        const what = [typeInWords(type) + inBrackets(reportOf(reportId)), found, changes]
          .filter(Boolean)
          .join(', ');
        return { seq, line: `${day(recordedAt)} ${actor}: ${what}: ${reasons.join('; ')}${undone}` };
      }),
    ...revisions.map(({ seq, recordedAt, stealth, change, reportId, previousReportId, fields }) => {
      const what = [
        `${reportOf(reportId ?? previousReportId) ?? 'a report'} ${change}`,
        describeChanges(fields),
      ].filter(Boolean);
      return {
        seq,
        line: `${day(recordedAt)} the outlet changed its text ${sayingSo(stealth)}: ${what.join(', ')}`,
      };
    }),
  ];
  return lines.sort((a, b) => Number(a.seq) - Number(b.seq)).map(({ line }) => line);
}

/** "corrected" beside the value, or that a person found it right. */
export const describeCheck = ({ corrections, confirmed }: Entry): string[] => [
  ...(corrections.length > 0 ? ['corrected'] : []),
  ...(confirmed ? ['confirmed'] : []),
];

const inBrackets = (words: string | null): string => (words === null ? '' : ` (${words})`);

const day = (time: string): string => time.slice(0, 10);

export const describeChanges = (
  changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[],
): string =>
  changes
    .map(({ field, from, to }) => `${field} ${JSON.stringify(from)} -> ${JSON.stringify(to)}`)
    .join(', ');
