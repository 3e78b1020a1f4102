import { WORD_NOUNS } from './word-nouns.js';

/** Words of which one stands in all that is called untrue here. */
export const UNTRUTH =
  /n['’]t\b|\b(?:not|no|none|nothing|untrue|false|wrong|incorrect|inaccurate|mistaken|misleading|fabricat|invent|made|fictitious|bogus|forge|fake|baseless|unfounded|groundless|meritless|lies?|works?|fiction|hoax|myth|fantasy|figment|smear|slander|libel|nonsense|rubbish|propaganda|disinformation|gossip|fairy|cheap|slur|farce|stunt|witch|scaremongering|conspiracy|without|devoid|bereft|lack|absurd|ridiculous|preposterous|ludicrous|laughable|odds|variance|inconsistent|incompatible)/iu;
export const SURELY =
  '(?:simply |just |absolutely |completely |entirely |totally |clearly |plainly |flatly |utterly |wholly |patently |also |all )*';
const NOT_SO = '(?:not (?:true|correct|the case|so|accurate|right)|untrue|false|wrong|incorrect|inaccurate)';
const UNTRUE = `${SURELY}(?:${NOT_SO}|a lie)`;
const MADE_UP =
  'fabricated|invented|made up|fictitious|bogus|forged|fake(?: news)?|baseless|unfounded|groundless|meritless';
const INVENTIONS =
  'lies?|works? of (?:fiction|fantasy)|fabrications?|inventions?|forger(?:y|ies)|fakes?|fiction|hoax|myth|fantasy|figment of [\\p{L} ]{1,30}|smear|slander|libel|nonsense|rubbish|propaganda|disinformation|gossip|fairy tale|cheap shot|slur|farce|stunt|witch[- ]hunt|scaremongering|conspiracy(?: theory)?|(?:pack|string|tissue|web|bunch|series) of (?:lies|falsehoods|fabrications)';
const STRONG = '(?:pure|complete|total|absolute|utter|sheer|outright|blatant|malicious|wicked|crude|clumsy)';
/** What words must have to be believed: "any foundation", "the slightest basis in fact", "substance whatsoever". */
const GROUNDS =
  '(?:any |all |even |the (?:slightest|least) )?(?:[a-z]+ )?(?:basis|foundations?|grounds|grounding|merit|substance|truth|credibility|credence|evidence|proof|support|justification)(?: (?:in|of) (?:fact|reality|truth|law|any kind))?(?: (?:whatsoever|whatever|at all))?';
/** What may be said of words that are denied. */
const VERDICT = `${SURELY}(?:[a-z]+(?:, [a-z]+){0,2},? and )?(?:${NOT_SO}|mistaken|misleading|${MADE_UP}|(?:an? )?(?:${STRONG} )?(?:${INVENTIONS})|(?:without|devoid of|bereft of|lacking(?: in)?) ${GROUNDS}|absurd|ridiculous|preposterous|ludicrous|laughable|(?:at (?:odds|variance)|inconsistent|incompatible) with [^,;:.]{1,60})(?:, [a-z]+){0,2}(?:,? and (?:[a-z]+ly )?[a-z]+)?`;
/** A mark that opens before a verdict in somebody's own words: "were “false and misleading”". */
export const MARK = '[“"‘\'«]?';
/** "baseless, both legally and factually" */
const IN_EVERY_WAY = '(?:,? (?:both )?[a-z]+ly and [a-z]+ly)?';
const COPULA = "(?: (?:is|are|was|were|had been|has been|have been)|['’](?:s|re))";
/** "did not stand up", "had no basis in fact", "lacked any foundation", "was not based on fact". */
const FAILS = ` (?:(?:do|does|did)(?: not|n['’]t) (?:stand up|hold (?:up|water)|add up|check out)|(?:(?:has|have|had|contain(?:s|ed)?|carr(?:y|ies|ied)) (?:absolutely )?not?|lack(?:s|ed)?|(?:do|does|did)(?: not|n['’]t) have) ${GROUNDS}|(?:is|are|was|were)(?: not|n['’]t) (?:based|grounded|founded|rooted) (?:on|in) (?:any |the )?(?:facts?|reality|evidence))`;

/** "It is not true that ...", "that there was no evidence of ...", "it was wrong to say, as some do, that ...": the matter denied follows. */
const OPENS = new RegExp(
  `^(?:that )?(?:(?:it|this|that)(?: is| was|['’]s| had been) ${UNTRUE}(?: to (?:say|suggest|claim|allege|assert|report|imply))?(?:, [^,]{1,40},)? that|there(?: is| was| were|['’]s) ${SURELY}(?:no|not any) (?:evidence|proof|truth|basis|indication|substance|foundation)(?: (?:whatsoever|at all))?(?: that| of| in| for| to| behind)) (?:the (?:claims?|allegations?|suggestions?|reports?|rumou?rs?) (?=that ))?`,
  'iu',
);
/** "reports that ... are false": what stands before is the matter. In a headline the verb is left out. */
const CLOSES = new RegExp(
  `(?<! (?:said|says|insisted|argued)),?(?:${COPULA} ${MARK}${VERDICT}|${FAILS})[”"’']*${IN_EVERY_WAY}[\\s.,!”"’']*$`,
  'iu',
);
const CLOSES_HEADLINE = new RegExp(
  `,?(?:${COPULA}? ${MARK}${VERDICT}|${FAILS})[”"’']*${IN_EVERY_WAY}[\\s.,!”"’']*$`,
  'iu',
);
const RELAYED = new RegExp(`^(?!to )(?:that )?(?:[\\p{L}'’-]+ ){0,4}(?:${WORD_NOUNS})\\b`, 'iu');
/** "baseless allegations", "a false and malicious report": somebody's word with a verdict on it. */
export const FALSE_WORD = `(?:[a-z-]+(?:,| and) ){0,2}(?:false|baseless|unfounded|groundless|meritless|unsubstantiated|fabricated|invented|concocted|trumped-up|bogus|fake|malicious|misleading|fictitious|outrageous|absurd|ridiculous|preposterous)(?:,? (?:and )?[a-z-]+){0,2}? (?:${WORD_NOUNS})`;
/** "It was not true": of what was said before. */
const POINTS_BACK = new RegExp(
  `^(?:that )?(?:it|this|that|these|they)(?: is| was| are| were|['’]s|['’]re) ${SURELY}(?:not (?:true|correct|the case|so|accurate)|untrue|false|incorrect|${MADE_UP}|(?:an? )?(?:${STRONG} )?(?:${INVENTIONS})|(?:an? )?${FALSE_WORD})(?:[\\s.,!]*$|, and )`,
  'iu',
);
/** "None of this is true." */
const NOTHING_TRUE =
  /^(?:that )?(?:none|nothing|not a word|not one word) of (?:it|this|that|these|them)(?: is| was| are| were) (?:true|correct|accurate|the case|so)[\s.,!]*$/i;
/** "Nonsense!", "Not so.": a verdict that stands alone. */
const BARE = new RegExp(
  `^(?:${STRONG} )?(?:not (?:true|so)|untrue|lies|fake news|fabrications?|fiction|fantasy|nonsense|rubbish|propaganda)[\\s.,!]*$`,
  'i',
);
/** Behind "called" or "described": "the account fabricated", "as “plainly wrong” a suggestion that ...". */
const CALLED_BEHIND = new RegExp(`,? (?:as )?[“"‘'«]?${VERDICT}(?=[\\s.,!”"’'»]|$)`, 'iu');
const CALLED_BEFORE = new RegExp(`^as [“"‘'«]?${VERDICT}[,”"’'»]* `, 'iu');
const CALLED = new RegExp(`^as [“"‘'«]?${VERDICT}\\b`, 'iu');
const ALONE = new RegExp(`^[“"‘'«]?${VERDICT}[\\s.,”"’'»]*$`, 'iu');
/** "It was untrue", with the speaker set between it and its matter. */
const SPLIT = new RegExp(`^(?:that )?it(?: is| was| had been) ${UNTRUE}$`, 'i');
/** The frame stands at the content's start, the verdict at its end. */
const HEAD = 120;
const TAIL = 80;

/** Of words that are called untrue in themselves, where the matter starts and ends; null for others. */
export function untrueMatter(content: string, isHeadline = false): readonly [number, number] | null {
  const head = content.slice(0, HEAD);
  if (pointsBack(head)) return [0, content.length];
  const opening = OPENS.exec(head);
  if (opening) return [opening[0].length, content.length];
  if (!RELAYED.test(head)) return null;
  const from = Math.max(0, content.length - TAIL);
  const closing = (isHeadline ? CLOSES_HEADLINE : CLOSES).exec(content.slice(from));
  return closing && [0, from + closing.index];
}

/** "It was not true", "None of this is true", "Nonsense": of what was said before. */
export function pointsBack(words: string): boolean {
  return POINTS_BACK.test(words) || NOTHING_TRUE.test(words) || BARE.test(words);
}

/** Where the verdict that closes words about somebody's word opens ("the claim that the dam leaked | lacked any basis"); -1 for none. */
export function closingVerdict(words: string): number {
  const matter = untrueMatter(words);
  return matter !== null && matter[0] === 0 && matter[1] < words.length ? matter[1] : -1;
}

/** Of what somebody calls something, where the thing called untrue starts and ends; null for others. */
export function matterCalledUntrue(content: string): readonly [number, number] | null {
  const before = CALLED_BEFORE.exec(content.slice(0, HEAD));
  if (before) return [before[0].length, content.length];
  const behind = CALLED_BEHIND.exec(content.slice(0, HEAD + TAIL));
  return behind && behind.index > 0 ? [0, behind.index] : null;
}

/** "as baseless": a predicate that calls something untrue. */
export function callsUntrue(predicate: string): boolean {
  return CALLED.test(predicate.slice(0, HEAD));
}

/** "absurd and baseless": a predicate that is a verdict and nothing else. */
export function isVerdict(predicate: string): boolean {
  return predicate.length < HEAD && ALONE.test(predicate);
}

/** "It was untrue", the first half of words that a speaker splits. */
export function saysUntrue(piece: string): boolean {
  return piece.length < HEAD && SPLIT.test(piece.trim().replace(/,$/, ''));
}
