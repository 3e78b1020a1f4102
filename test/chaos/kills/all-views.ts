import { projections, type Projection } from '#projections';
import { countingView } from '../../support/counting-view.js';

/** The views of the program, and one that shows each event that is applied twice or not at all. */
export const allViews: readonly Projection[] = [...projections, countingView()];
