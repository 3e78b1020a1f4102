const SURELY =
  '(?:simply |just |absolutely |completely |entirely |totally |clearly |plainly |flatly |utterly |wholly |patently |also )*';
const UNTRUE = `${SURELY}(?:not true|untrue|not the case|not correct|not so|false|wrong|incorrect|a lie)`;
/** What may be said of words that are denied. */
const VERDICT = `${SURELY}(?:not true|untrue|false|wrong|mistaken|inaccurate|incorrect|fabricated|fabrications?|baseless|unfounded|groundless|meritless|invented|made up|fictitious|fiction|bogus|fake(?: news)?|(?:an? )?(?:pure |complete |total |outright |malicious |wicked )?(?:lies?|works? of (?:fiction|fantasy)|fabrications?|inventions?|hoax|myth|fantasy|smear|slander|libel|nonsense|rubbish|propaganda|disinformation|gossip|fairy tale)|without (?:any )?(?:foundation|basis|merit|substance)|absurd|ridiculous|preposterous|ludicrous|laughable)`;
const COPULA = "(?: (?:is|are|was|were|had been|has been|have been)|['’](?:s|re))";

/** "It is not true that ...", "that there was no evidence of ...", "it was wrong to say, as some do, that ...": the matter denied follows. */
const OPENS = new RegExp(
  `^(?:that )?(?:(?:it|this|that)(?: is| was|['’]s| had been) ${UNTRUE}(?: to (?:say|suggest|claim|allege|assert|report|imply))?(?:, [^,]{1,40},)? that|there(?: is| was| were|['’]s) (?:simply )?(?:no|not any) (?:evidence|proof|truth|basis|indication|substance|foundation)(?: (?:whatsoever|at all))?(?: that| of| in| for| to)) (?:the (?:claims?|allegations?|suggestions?|reports?|rumou?rs?) (?=that ))?`,
  'i',
);
/** "reports that ... are false": what stands before is the matter. In a headline the verb is left out. */
const CLOSES = new RegExp(`,?${COPULA} ${VERDICT}[\\s.,!”"’']*$`, 'i');
const CLOSES_HEADLINE = new RegExp(`,?${COPULA}? ${VERDICT}[\\s.,!”"’']*$`, 'i');
const RELAYED =
  /^(?:that )?(?:[\p{L}'’-]+ ){0,4}(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|figures?|numbers?|toll|stor(?:y|ies)|suggestions?|speculation)\b/iu;
/** "It was not true": of what was said before. */
const POINTS_BACK = new RegExp(
  `^(?:that )?(?:it|this|that|these|they)(?: is| was| are| were|['’]s|['’]re) ${SURELY}(?:not true|untrue|not the case|false|incorrect|(?:a )?(?:pure |complete |total |outright |wicked )?(?:lies?|nonsense|fabrication|rubbish))(?:[\\s.,!]*$|, and )`,
  'i',
);
/** Behind "called" or "described": "the account fabricated", "as “plainly wrong” a suggestion that ...". */
const CALLED_BEHIND = new RegExp(`,? (?:as )?[“"‘'«]?${VERDICT}(?=[\\s.,!”"’'»]|$)`, 'i');
const CALLED_BEFORE = new RegExp(`^as [“"‘'«]?${VERDICT}[,”"’'»]* `, 'i');
const CALLED = new RegExp(`^as [“"‘'«]?${VERDICT}\\b`, 'i');
/** "It was untrue", with the speaker set between it and its matter. */
const SPLIT = new RegExp(`^(?:that )?it(?: is| was| had been) ${UNTRUE}$`, 'i');
/** The frame stands at the content's start, the verdict at its end. */
const HEAD = 120;
const TAIL = 80;

/** Of words that are called untrue in themselves, where the matter starts and ends; null for others. */
export function untrueMatter(content: string, isHeadline = false): readonly [number, number] | null {
  const head = content.slice(0, HEAD);
  if (POINTS_BACK.test(head)) return [0, content.length];
  const opening = OPENS.exec(head);
  if (opening) return [opening[0].length, content.length];
  if (!RELAYED.test(head)) return null;
  const from = Math.max(0, content.length - TAIL);
  const closing = (isHeadline ? CLOSES_HEADLINE : CLOSES).exec(content.slice(from));
  return closing && [0, from + closing.index];
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

/** "It was untrue", the first half of words that a speaker splits. */
export function saysUntrue(piece: string): boolean {
  return piece.length < HEAD && SPLIT.test(piece.trim().replace(/,$/, ''));
}
