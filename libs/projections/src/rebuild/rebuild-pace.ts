import type { LogPart } from './log-pages.js';
import type { Progress } from './rebuild-state.js';

/** How far one process is with a rebuild, over all workspaces as one number a person can follow, and how fast. */
export class RebuildPace {
  private readonly began = performance.now();
  private readonly places = new Map<string, { at: bigint; head: bigint }>();
  private appliedHere = 0n;

  /** A part is committed. */
  count({ from, to }: LogPart): void {
    this.appliedHere += to - from;
  }

  at(workspace: string, { to, head }: LogPart): Progress {
    this.places.set(workspace, { at: to, head });
    const places = [...this.places.values()];
    const seconds = (performance.now() - this.began) / 1000;
    return {
      applied: places.reduce((sum, { at }) => sum + at, 0n),
      head: places.reduce((sum, place) => sum + place.head, 0n),
      rate: seconds > 0 ? Number(this.appliedHere) / seconds : 0,
    };
  }
}
