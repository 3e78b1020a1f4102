import { isAccusable, isOutlaw } from './crimes.js';

/** Somebody for whom the speaker speaks, as he speaks of it: "we", "our company", "the ministry". */
const BODY =
  'company|firm|corporation|group|bank|club|federation|university|school|hospital|charity|church|agency|office|department|ministry|government|administration|council|commission|army|military|police|force|party|union|movement|regime|authorit(?:y|ies)|organi[sz]ation|family|delegation|embassy|side|client|clients|troops|soldiers|forces|officers|fighters|people|members|staff';
export const SELF = `(?:we|i|(?:our|my|the|his|her|its|their) (?:[\\p{L}-]+ )?(?:${BODY}))`;
export const ADVERBS = '(?: (?:[a-z]+ly|also|always|again|therefore|in no way))*';
/** The pronoun that may be of others is the first group. */
const WHO = `^(?:that )?(?:(it|they|he|she)|${SELF}|(?:his|her|its|their) [\\p{L}]+)`;
const HAVING = "(?:['’](?:ve|s|m|re)| has| have| had| was| were| is| are| am| did| does| do)?";
const NOT =
  "(?:(?:['’](?:m|re|s)| was| were| is| are| am|['’]d| had| has| have| did| do| does)(?:n['’]t| not| never)| never)";
const LAWS = '(?:[\\p{L}-]+ )?(?:laws?|rules?|regulations?)';
const WRONG = '(?:wrong|illegal|improper|unlawful|untoward)';
/** Where what is said ends. */
const ENDS = '(?=[\\s.,;:!?”"’\']*$|[.,;:!?”"]| (?:and|but|or)\\b)';
/** A fault is denied, whatever follows: "done nothing wrong", "not guilty". */
const FAULTLESS = new RegExp(
  `${WHO}(?:${HAVING}${ADVERBS} (?:(?:done|did|do) (?:absolutely |simply )?nothing ${WRONG}\\b|(?:broken|broke|violated|breached) no (?:laws?|rules?)\\b)|${NOT}${ADVERBS}(?: been)? (?:guilty\\b|(?:done|do|did) anything ${WRONG}\\b|(?:violated?|broken|broke|break|breach(?:ed)?) (?:any|the) ${LAWS}\\b|to blame${ENDS}))`,
  'iu',
);
/** Of people in need it is said as well as of the accused: "we are innocent". */
const INNOCENT = new RegExp(`${WHO}${HAVING}${ADVERBS} innocent(?: of\\b|${ENDS})`, 'iu');
const OURSELVES = /^(?:that )?(?:(?:we|i)\b|[\p{L}]+ (?:[\p{L}-]+ )?clients?\b)/iu;
/** What follows is a fault or none: "no part in the raid", "no part in the film". The second group is of ties. */
const OF_SOMETHING = new RegExp(
  `${WHO}(?:${HAVING}${ADVERBS}(?: (?:had|has|have|played|bore|bears|bear))?(?: absolutely)? (?:nothing to do with|no (?:part|role|hand|involvement|(links?|connections?|ties)|knowledge|responsibility)(?: whatsoever)? (?:in|to|with|of|for))|${NOT}${ADVERBS}(?: been)? (?:involved in|responsible for|behind|to blame for)) `,
  'iu',
);
const POINTS = new RegExp(
  `^(?:(?:any|all|none) of )?(?:(?:it|this|that|them|these|those)(?: at all| whatsoever)?|(?:the|this|that) (?:matter|incident|affair)|what happened\\b.{0,60})${ENDS}`,
  'iu',
);
/** Characters that are searched. */
const REACH = 400;

/** How words clear somebody. */
export interface Clearing {
  /** The pronoun for him, which may be of others ("they"); null where the speaker speaks of himself. */
  readonly pronoun: string | null;
  /** They tell of nothing that one is accused of in itself ("it", "innocent"): it takes an accusation to make them a denial. */
  readonly needsAccusation: boolean;
  /** "innocent", as the victims are. */
  readonly innocent: boolean;
}

/** Nobody says so unasked: "We have done nothing wrong", "It had no part in the raid"; null for what is no fault ("no part in the film"). */
export function clearingIn(words: string): Clearing | null {
  const head = words.slice(0, REACH);
  const faultless = FAULTLESS.exec(head);
  if (faultless) return clearing(faultless[1], false);
  const innocent = INNOCENT.exec(head);
  if (innocent) return { ...clearing(innocent[1], !isOurs(head, innocent[0])), innocent: true };
  const something = OF_SOMETHING.exec(head);
  if (!something) return null;
  const [opening, pronoun, ties] = something;
  const object = head.slice(opening.length);
  if (isAccusable(object) || (ties !== undefined && isOutlaw(object))) return clearing(pronoun, false);
  return POINTS.test(object) ? clearing(pronoun, true) : null;
}

const isOurs = (head: string, opening: string): boolean => OURSELVES.test(head) || / of$/i.test(opening);

const clearing = (pronoun: string | undefined, needsAccusation: boolean): Clearing => ({
  pronoun: pronoun?.toLowerCase() ?? null,
  needsAccusation,
  innocent: false,
});
