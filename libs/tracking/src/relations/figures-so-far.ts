import {
  insertInOrder,
  isNumbered,
  isOfEarlierThan,
  lastOf,
  type FoldedFigure,
  type NumberedFigure,
} from './lane.js';

/** Figures of one lane as they came, by origin and by day. Each is added in the time its own origin takes, not that of all. */
export class Lane {
  readonly all: FoldedFigure[] = [];
  readonly numbered: NumberedFigure[] = [];
  private readonly byOrigin = new Map<string, Series>();
  private readonly headsOf = new Map<string, readonly NumberedFigure[]>();
  private latestSoFar: NumberedFigure | undefined;

  add(figure: FoldedFigure): void {
    this.all.push(figure);
    if (!isNumbered(figure)) return;
    this.numbered.push(figure);
    this.latestSoFar = laterOf(this.latestSoFar, figure);
    const own = this.byOrigin.get(figure.origin.key) ?? new Series();
    own.add(figure);
    this.byOrigin.set(figure.origin.key, own);
    this.headsOf.clear();
  }

  /** What an origin gave so far, the number of the latest day last. */
  ofOrigin(key: string): readonly NumberedFigure[] {
    return this.byOrigin.get(key)?.figures ?? [];
  }

  /** What every origin gave last, and what it gave for `validDay` where it gave something for that. */
  heads(validDay: string): readonly NumberedFigure[] {
    const known = this.headsOf.get(validDay);
    if (known) return known;
    const heads: NumberedFigure[] = [];
    for (const own of this.byOrigin.values()) own.addHeads(validDay, heads);
    this.headsOf.set(validDay, heads);
    return heads;
  }

  /** The number of the latest day. */
  get latest(): NumberedFigure | undefined {
    return this.latestSoFar;
  }
}

/** What one origin gave, the number of the latest day last. */
class Series {
  readonly figures: NumberedFigure[] = [];
  private last: readonly NumberedFigure[] = [];
  private readonly ofDay = new Map<string, NumberedFigure>();

  add(figure: NumberedFigure): void {
    insertInOrder(this.figures, figure);
    this.last = lastOf(this.figures);
    this.ofDay.set(figure.validDay, laterOf(this.ofDay.get(figure.validDay), figure));
  }

  addHeads(validDay: string, heads: NumberedFigure[]): void {
    const ofDay = this.ofDay.get(validDay);
    if (ofDay) heads.push(ofDay);
    for (const one of this.last) if (one !== ofDay) heads.push(one);
  }
}

const laterOf = (before: NumberedFigure | undefined, one: NumberedFigure): NumberedFigure =>
  before && isOfEarlierThan(one, before) ? before : one;
