import { ADVERBS, clearingIn, SELF, type Clearing } from './clearing.js';
import { isSomebodysWord, WORD_NOUNS } from './word-nouns.js';
import { FALSE_WORD, SURELY, untrueMatter } from './untruth.js';

/** What opens words that hold a denial: "We therefore affirm that ..." */
const FRAME = new RegExp(
  `^(?:but |and |so |no, )?(?:(?:we|i)(?: (?:[a-z]+ly|therefore|also|can|must|want to|would like to|wish to))* (?:say|affirm|state|declare|stress|insist|confirm|repeat|reiterate|believe|maintain) (?:that )?)?`,
  'iu',
);
/** "We categorically reject", "Our client has always denied". */
const DENIES = new RegExp(
  `^${SELF}(?: have| has| had| must| do| does| can)?${ADVERBS} (?:(deny|denies|denied|refutes?|refuted)|rejects?|rejected|disputes?|disputed|dismiss|dismisses|dismissed|repudiates?|repudiated)(?: [a-z]+ly| outright| in the strongest (?:possible )?terms)? `,
  'iu',
);
/** "any role", "having been there", "that it leaked": what one denies, and not "denied them entry". */
const DENIABLE = /^(?:any|all|that|ever|having|being|involvement|responsibility|wrongdoing|[\p{L}]+ing) ?/iu;
/** "The group has recycled old and baseless allegations". */
const SPREADS = new RegExp(
  `^(?:[\\p{L}’'.-]+ ){1,6}(?:recycl|spread|mak|made|level|fabricat|publish|peddl|repeat|circulat|invent|issu|rais|bring|brought|hurl)(?:ed|led|ing|s|es)? ${SURELY}(?=${FALSE_WORD})`,
  'iu',
);
const WORD_END = new RegExp(`\\b(?:${WORD_NOUNS})\\b`, 'iu');
/** "The inquiry found no evidence that ...", "of any wrongdoing". */
const FINDS_NONE =
  /^(?:that )?(?:(?:[\p{L}'’-]+ ){1,5}?(?:(?:had|has|have) (?:found |seen |uncovered )?|found |finds |saw |sees |uncovered ))?(?:no|not any) (?:evidence|proof|indications?|signs?|basis)(?: (?:whatsoever|at all))? (?:that |to (?:support|suggest|back|substantiate|show|prove) |of (?=(?:any |an? )?(?:wrongdoing|misconduct|foul play|fraud|torture|abuses?|cover-up|involvement|links?|collusion|corruption|negligence|crimes?|sabotage|bias|discrimination|rigging|manipulation)\b))/iu;
/** "and the charges are baseless": a clause of its own at the end. */
const LAST_CLAUSE = new RegExp(
  `(?:,? (?:and|but|because|so)|;) (?:that )?(?=(?:the|these|those|such|all|any|his|her|their|its) (?:[\\p{L}-]+ ){0,3}(?:${WORD_NOUNS}) )`,
  'iu',
);
/** Characters that are searched. */
const REACH = 400;

/**
 * Of words with a speaker, where what they deny by themselves starts and ends; null where they deny nothing. `clears` tells whether
 * words that clear somebody answer an accusation.
 */
export function ownDenial(
  words: string,
  clears: (clearing: Clearing) => boolean,
  isHeadline = false,
): readonly [number, number] | null {
  const framed = FRAME.exec(words)?.[0].length ?? 0;
  const said = words.slice(framed);
  const found = untrueMatter(said, isHeadline) ?? deniedIn(said, clears) ?? inLastClause(said);
  return found && [framed + found[0], framed + found[1]];
}

function deniedIn(words: string, clears: (clearing: Clearing) => boolean): readonly [number, number] | null {
  const head = words.slice(0, REACH);
  const clearing = clearingIn(head);
  if (clearing && clears(clearing)) return [0, words.length];
  const opening = DENIES.exec(head);
  if (opening) return objectOf(words, opening);
  const none = FINDS_NONE.exec(head);
  if (none) return [none[0].length, words.length];
  const spread = SPREADS.exec(head);
  if (!spread) return null;
  const from = spread[0].length;
  const noun = WORD_END.exec(words.slice(from));
  return noun && [from, from + noun.index + noun[0].length];
}

/** Of what one denies, whatever it is; of what one rejects, somebody's word only. */
function objectOf(words: string, [opening, denies]: RegExpExecArray): readonly [number, number] | null {
  const object = words.slice(opening.length);
  const isDenied = isSomebodysWord(object) || (denies !== undefined && DENIABLE.test(object));
  return isDenied ? [opening.length, words.length] : null;
}

function inLastClause(words: string): readonly [number, number] | null {
  const clause = LAST_CLAUSE.exec(words.slice(0, REACH));
  if (!clause) return null;
  const from = clause.index + clause[0].length;
  const matter = untrueMatter(words.slice(from));
  return matter && [from + matter[0], from + matter[1]];
}
