const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for YYYY-MM-DD or an RFC 3339 time whose day exists: 2026-02-30 does not. */
export function isCalendarDate(value: string): boolean {
  const day = TIME.exec(value)?.[1] ?? value;
  const parts = DATE.exec(day);
  if (!parts) return false;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false;
  return day === value || !Number.isNaN(new Date(value).getTime());
}
