import type { ArticleRevised, ExtractionCompleted } from '../article/article-events.js';
import type { ReportLinked } from '../claim/claim-events.js';
import { EVENT_TYPES } from '../events.js';
import { UpcasterChains, type Upcaster } from './upcaster-chains.js';

/** Before version 2 every article was read, whatever its language, and none was recognised. */
const extractionWithLanguage: Upcaster = {
  type: 'ExtractionCompleted',
  from: 1,
  to: 2,
  upcast: (data) => ({
    ...(data as Omit<ExtractionCompleted, 'language' | 'notExtracted'>),
    language: null,
    notExtracted: null,
  }),
};

/** Before version 2 every text took the place of all reports of the one before. */
const revisionWithKeptReports: Upcaster = {
  type: 'ArticleRevised',
  from: 1,
  to: 2,
  upcast: (data) => ({ ...(data as Omit<ArticleRevised, 'keepsReports'>), keepsReports: false }),
};

/** Before version 2 a link did not say what is known of the place. */
const linkWithPlace: Upcaster = {
  type: 'ReportLinked',
  from: 1,
  to: 2,
  upcast: (data) => ({ ...(data as Omit<ReportLinked, 'place'>), place: null }),
};

/** Every step from an older form of an event to a later one. */
export const upcasters: readonly Upcaster[] = [
  extractionWithLanguage,
  revisionWithKeptReports,
  linkWithPlace,
];

/** Checked when the program starts. Whatever folds events lifts them through this first. */
export const upcasterChains = new UpcasterChains(EVENT_TYPES, upcasters);
