/**
 * The domain of Claimtrail. Its words:
 *
 * - **article**: a text as received; every later text under the same source key is a *revision* of it.
 * - **report**: one mention in an article: a *figure*, a *statement* or a *claim* (a *denial* is a claim with polarity `denied`).
 * - **quote**: the exact words of a report; a **span** is where words stand, in code points of the stored raw text.
 * - **attribution**: the chain a report came through, publisher first; its last link is the *origin*.
 * - **claim of a figure**: what several reports speak of; its *subject* is metric, measure, unit, population, cause, place, period.
 * - **stock / flow**: how many are in a state at a date / how many movements or incidents happened in a period.
 * - **three clocks**: valid period (when it was true), asserted (published or uttered), recorded (appended).
 */
export * from './vocabulary.js';
export * from './errors.js';
export * from './storable-text.js';
export * from './text-span.js';
export * from './events.js';
export * from './evolution/upcaster-chains.js';
export * from './evolution/upcasters.js';
export * from './salted-data.js';
export * from './erasure/erased-data.js';
export * from './erasure/erasure-recorded.js';
export * from './erasure/seq-ranges.js';
export * from './article/article-events.js';
export * from './article/headline.js';
export * from './reports/attribution.js';
export * from './reports/place.js';
export * from './reports/period.js';
export * from './reports/report.js';
export * from './reports/report-cue.js';
export * from './reports/figure-reported.js';
export * from './reports/statement-made.js';
export * from './reports/claim-recorded.js';
export * from './reports/report-superseded.js';
export * from './reports/proposal-refused.js';
export * from './claim/claim-events.js';
export * from './article/article-comparison.js';
export * from './reports/report-decisions.js';
export * from './review/review-events.js';
export * from './entity/entity-events.js';
export * from './decision/decision-reverted.js';
export * from './identity/fold-name.js';
export { PLAIN_LETTERS, UNWRITTEN } from './identity/plain-letters.js';
export { searchTerms, soughtTerms } from './identity/search-terms.js';
export * from './identity/speaker-key.js';
export * from './identity/source-parts.js';
export * from './identity/unknown-source.js';
