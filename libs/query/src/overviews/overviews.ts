import type { Measure, Metric, Relation } from '#domain';
import type { Place } from '#gazetteer';
import type { ClaimCard } from '../claim-card/claim-card.js';

/** The latest claims of one metric at a place; stock and flow stand apart and are never compared. */
export interface PlaceFigures {
  readonly metric: Metric;
  readonly measure: Measure;
  /** How many claims there are. */
  readonly claimCount: number;
  /** Those of which something was said last, latest first. */
  readonly claims: readonly ClaimCard[];
}

/** What is known of a place and of what lies in it. */
export interface PlaceOverview {
  /** The place that the words stand for; null where the gazetteer knows none. */
  readonly place: Place | null;
  readonly figures: readonly PlaceFigures[];
  /** False where clocks are turned back and more than 1,000 claims were at the place: those reported of last are counted and shown. */
  readonly complete: boolean;
}

/** How often reports of an outlet add what. */
export interface RelationCount {
  readonly relation: Relation;
  readonly count: number;
}

/** What an outlet's reports come to beside those of others. */
export interface OutletOverview {
  readonly outlet: string;
  readonly articleCount: number;
  /** Of the newest text of each article, as it was read last: what a reader meets today. */
  readonly reportCount: number;
  /** Those of them that were linked to a claim. */
  readonly linkedCount: number;
  /** How often one of these was the first of a claim, repeated what was known, and so on. */
  readonly relations: readonly RelationCount[];
  /** Reports of any of its texts that a person corrected because the outlet had printed them wrongly. */
  readonly correctedCount: number;
  /** Reports of any of its texts that a person retracted, or whose article was withdrawn. */
  readonly retractedCount: number;
  /** What later texts of its articles changed: reports that appeared, disappeared or say something else. */
  readonly revisedCount: number;
  /** False where clocks are turned back and it reported of more than 1,000 claims: relations are counted of those it reported of last. */
  readonly complete: boolean;
}
