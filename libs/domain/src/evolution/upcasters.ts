import { EVENT_TYPES } from '../events.js';
import { UpcasterChains, type Upcaster } from './upcaster-chains.js';

/** Every step from an older form of an event to a later one. Each type is at its first version, so there is none yet. */
export const upcasters: readonly Upcaster[] = [];

/** Checked when the program starts. Whatever folds events lifts them through this first. */
export const upcasterChains = new UpcasterChains(EVENT_TYPES, upcasters);
