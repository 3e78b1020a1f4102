import type { ReportChange } from '#domain';
import type { RevisionComparison } from '#tracking';

const LONGEST_VALUE = 80;

/** What another text of an article changed, a line for the whole and one for each report. */
export function describeComparison({ extent, similarity, stealth, changes }: RevisionComparison): string[] {
  const alike = `${Math.round(similarity * 100)} % of the words are in both texts`;
  if (extent === 'trivial') return [`trivial: ${alike}; nothing that was reported is changed`];
  const notice = stealth ? 'it says nowhere that it was changed' : 'it says that it was changed';
  const where = extent === 'headline' ? 'the headline changed' : 'the body changed';
  return [`${where}: ${alike}; ${notice}`, ...changes.map((change) => `  ${describeChange(change)}`)];
}

function describeChange({ kind, change, previousReportId, reportId, fields }: ReportChange): string {
  if (change === 'appeared') return `${kind} appeared: ${reportId}`;
  if (change === 'disappeared') return `${kind} disappeared: ${previousReportId}`;
  const differences = fields.map(({ field, from, to }) => `${field} ${shown(from)} -> ${shown(to)}`);
  return `${kind} changed: ${differences.join(', ')} (${reportId})`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
