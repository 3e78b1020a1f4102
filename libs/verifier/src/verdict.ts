/** What a verification found. `summary` and `problem` are plain sentences. */
export type Verdict = Intact | Broken;

export interface Intact {
  readonly ok: true;
  /** Events that were read and hashed. */
  readonly events: number;
  /** Events that the newest checkpoint covers; those after it are not sealed yet. */
  readonly sealed: number;
  readonly checkpoints: number;
  /** Events whose data was erased, and named by an event that says so. */
  readonly erased: number;
}

export interface Broken {
  readonly ok: false;
  /** The first event that is not as it was; null where only the proof around the events is damaged. */
  readonly firstBadSeq: number | null;
  /** Where no stored hash names the event: it stands from `firstBadSeq` to here. */
  readonly lastSuspectSeq?: number;
  readonly problem: string;
}

export const broken = (firstBadSeq: number | null, problem: string, lastSuspectSeq?: number): Broken => ({
  ok: false,
  firstBadSeq,
  problem,
  ...(lastSuspectSeq !== undefined && { lastSuspectSeq }),
});
