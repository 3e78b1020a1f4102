import type { OnProgress } from '#archive';

const EVERY_MS = 1_000;

/** Progress, rate and time left, a line a second on standard error. */
export function showProgress(verb: string): OnProgress {
  let shown = performance.now();
  let begun: { readonly what: string; readonly at: number; readonly from: number } | undefined;
  return ({ what, done, total }) => {
    const now = performance.now();
    if (begun?.what !== what) begun = { what, at: now, from: done };
    if (now - shown < EVERY_MS) return;
    shown = now;
    const rate = ((done - begun.from) / Math.max(now - begun.at, 1)) * 1000;
    const left = rate > 0 && total > 0 ? `, ${Math.ceil((total - done) / rate)} s left` : '';
    const of = total > 0 ? ` of ${total}` : '';
    process.stderr.write(`${verb}: ${done}${of} ${what}, ${Math.round(rate)}/s${left}\n`);
  };
}
