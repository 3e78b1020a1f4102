/** How far a long run is. `total` may be 0 where nobody knows. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
