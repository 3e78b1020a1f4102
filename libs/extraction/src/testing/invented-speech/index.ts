import { FRONT_LINE, NOON_BRIEFING, PIPELINE } from './disputes-abroad.js';
import { FEDERATION, QUESTION_TIME, TOWN_HALL } from './disputes-at-home.js';
import { CUSTODY_DEATH, RECOUNT, TRIAL } from './disputes-courts.js';
import { GOVERNOR, MILL, VACCINE } from './disputes-in-business.js';
import { BRIEFING, COURT_REPORT, LOCAL, TABLOID, UN_RELEASE, WIRE } from './newsroom.js';
import { CAMPAIGN, CHAIN, DISPUTE, FESTIVAL, INVESTIGATION, STUDY } from './affairs.js';
import { AIRLINE, BORDER, DOPING, INQUIRY, MIGRANTS, SCHOOL } from './disputes-unseen.js';
import type { SpokenArticle } from './spoken-article.js';

export { UNSEEN_DENIALS } from './denials-unseen.js';
export { UNSEEN_SPEECH } from './speech-unseen.js';
export type { SpokenArticle } from './spoken-article.js';

export const INVENTED_SPEECH: readonly SpokenArticle[] = [
  ...[WIRE, TABLOID, UN_RELEASE, LOCAL, COURT_REPORT, BRIEFING],
  ...[DISPUTE, CAMPAIGN, STUDY, INVESTIGATION, CHAIN, FESTIVAL],
];

/** Articles of accusations and denials. */
export const INVENTED_DISPUTES: readonly SpokenArticle[] = [
  ...[PIPELINE, FRONT_LINE, NOON_BRIEFING, TRIAL, CUSTODY_DEATH, RECOUNT],
  ...[QUESTION_TIME, TOWN_HALL, FEDERATION, MILL, GOVERNOR, VACCINE],
];

/** More of them, read once before any rule was changed by them. */
export const UNSEEN_DISPUTES: readonly SpokenArticle[] = [AIRLINE, BORDER, DOPING, INQUIRY, MIGRANTS, SCHOOL];
