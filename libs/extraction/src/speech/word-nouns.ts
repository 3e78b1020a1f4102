/** Nouns for somebody's word, which another may deny: "the claim", "her version of events", "rumours". */
export const WORD_NOUNS =
  'claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|insinuations?|accounts?|versions?|stor(?:y|ies)|speculation|criticisms?|complaints?|statements?|findings?|figures?|numbers?|toll|denials?|admission|confession|narratives?|contentions?|notions?|ideas?|theor(?:y|ies)|arguments?|evidence|characteri[sz]ations?|portrayals?|depictions?|links?|responsibility|involvement|blame|talk|remarks?|comments?|words|explanations?|excuses?|testimony|conclusions?|assessments?';

export const WORD_NOUN = new RegExp(`^(?:${WORD_NOUNS})$`, 'i');
/** "the accuracy of the report" */
const TRUTH_OF =
  '(?:(?:the|its|their) )?(?:accuracy|truth|truthfulness|veracity|authenticity|validity|credibility|reliability) of ';

/** Characters of an object that tell what it is. */
const HEAD = 120;
const AS = '(?:as (?:[“"‘\'«][^”"’\'»]{1,60}[”"’\'»]|(?:an? )?[\\p{L}’-]+(?: [\\p{L}’-]+)?) )?';
const BEFORE_HEAD =
  '(?:(?!of |for |to |by |in |on |at |as |over |about |after |against |into |from |with |that )[\\p{L}\\p{N}\'’“”"-]+ ){0,5}';
const WORD = new RegExp(
  `^${AS}(?:${TRUTH_OF})?(?:that\\b(?! [\\p{L}-]+$)|(?:it|this|that|them|these|both|him|her)\\b(?=[.,!]?$| as )|${BEFORE_HEAD}(?:${WORD_NOUNS})\\b)`,
  'iu',
);

/** What may be called untrue as a whole: "called the footage fake". */
const WORK = new RegExp(
  `^${BEFORE_HEAD}(?:investigation|articles?|video|footage|recordings?|photos?|photographs?|images?|documentary|documents?|letter|memo|film|interview)\\b`,
  'iu',
);

const QUALITY = new RegExp(`^${TRUTH_OF}`, 'i');

/** Where the thing starts of which somebody challenges the truth: "the accuracy of the report"; 0 where none is named. */
export function behindTruthOf(object: string): number {
  return QUALITY.exec(object.slice(0, HEAD))?.[0].length ?? 0;
}

export function isSomebodysWork(object: string): boolean {
  return WORK.test(object.slice(0, HEAD));
}

/** The object of a verb is somebody's word ("the mayor's claim", "it", "that ..."), no plan, person or offer. */
export function isSomebodysWord(object: string): boolean {
  return WORD.test(object.slice(0, HEAD));
}
