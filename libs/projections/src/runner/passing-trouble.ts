/**
 * SQLSTATE classes that say nothing of the event: connection (08), transaction (25, 40), rights and login (28), missing tables and
 * wrong SQL (42), resources (53), limits (54), state and locks (55), operator (57), system (58, XX). What is left, such as data that
 * a column refuses (22, 23), is the event's.
 */
const NOT_THE_EVENT = /^(08|25|28|40|42|53|54|55|57|58|XX)...$/;
const CONNECTION_LOST = /connection (terminated|error|ended)|not queryable|timeout/i;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Whether a failure would come whatever the event: it is then tried again, never parked. */
export function isPassingTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && SQLSTATE.test(code)) return NOT_THE_EVENT.test(code);
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return true;
  return CONNECTION_LOST.test(error.message);
}
