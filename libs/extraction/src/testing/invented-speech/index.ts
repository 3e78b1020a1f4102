import { BRIEFING, COURT_REPORT, LOCAL, TABLOID, UN_RELEASE, WIRE } from './newsroom.js';
import { CAMPAIGN, CHAIN, DISPUTE, FESTIVAL, INVESTIGATION, STUDY } from './affairs.js';
import type { SpokenArticle } from './spoken-article.js';

export type { SpokenArticle } from './spoken-article.js';

export const INVENTED_SPEECH: readonly SpokenArticle[] = [
  ...[WIRE, TABLOID, UN_RELEASE, LOCAL, COURT_REPORT, BRIEFING],
  ...[DISPUTE, CAMPAIGN, STUDY, INVESTIGATION, CHAIN, FESTIVAL],
];
