import type { Verdict } from '#verifier';

/** A verdict in a sentence or two, as a person reads it. */
export function describeVerdict(verdict: Verdict, seconds: number, comparedOutside: boolean): string {
  if (!verdict.ok) {
    const place = verdict.firstBadSeq === null ? '' : ` First bad event: ${verdict.firstBadSeq}.`;
    return `CHANGED. ${verdict.problem}${place}`;
  }
  const { events, sealed, checkpoints, erased } = verdict;
  const rate = Math.round(events / Math.max(seconds, 0.001));
  const gone =
    erased > 0 ? ` The data of ${erased} events was erased, each named by an event that says so.` : '';
  const tail =
    events > sealed ? ` ${events - sealed} events after the newest checkpoint are not sealed yet.` : '';
  const alone = comparedOutside
    ? ''
    : ' No checkpoint kept outside was compared: only one shows that a whole history was rewritten (--checkpoint).';
  return `Nothing was changed: ${sealed} events agree with ${checkpoints} signed checkpoints (${seconds.toFixed(1)} s, ${rate} events/s).${gone}${tail}${alone}`;
}
