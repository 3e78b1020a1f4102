import { placeKey } from './figure-place.js';
import type { FoundAnomaly } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import { groupBy } from '../group-by.js';
import { isNumbered, populationOf, type NumberedFigure } from './lane.js';
import { foundInParts } from './found-anomaly.js';
import { exceedingParts } from './parts.js';

/** Figures in force that totals are held against as their parts. */
export class PossibleParts {
  private readonly ofDay: ReadonlyMap<string, NumberedFigure[]>;
  private readonly unlike = new Map<string, NumberedFigure[]>();

  constructor(figures: readonly FoldedReport[]) {
    const inForce = figures.filter(({ standing }) => standing === 'current');
    this.ofDay = groupBy(inForce.filter(isNumbered), kindAndDay);
  }

  /** What of them comes to more than a total: told against the largest of them. */
  exceeding(one: FoldedReport): FoundAnomaly[] {
    if (!isNumbered(one)) return [];
    const parts = exceedingParts(one, this.besides(one));
    const [largest] = parts.toSorted((a, b) => b.interval.low - a.interval.low);
    return largest ? [foundInParts(one, parts, largest)] : [];
  }

  /** Those of its kind and day, but for those of the same people, place and period: none of them is a part of another. */
  private besides(total: NumberedFigure): readonly NumberedFigure[] {
    const [day, extent] = [kindAndDay(total), extentOf(total)];
    const known = this.unlike.get(day + extent);
    if (known) return known;
    const found = (this.ofDay.get(day) ?? []).filter((other) => extentOf(other) !== extent);
    this.unlike.set(day + extent, found);
    return found;
  }
}

const kindAndDay = ({ figure, validDay }: NumberedFigure): string =>
  JSON.stringify([figure.metric, figure.measure, validDay]);

const extentOf = ({ figure, place }: NumberedFigure): string =>
  JSON.stringify([populationOf(figure), place && placeKey(place), figure.period?.start]);
