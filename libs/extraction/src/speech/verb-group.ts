import type { Sentence, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { namesCrime } from './crimes.js';
import type { VerbForm } from './verb-forms.js';
import { WORD_NOUN } from './word-nouns.js';

const AUXILIARY = new Set(
  "has have had is was are were be been being will would can could may might must should shall do does did 's 've 'd 'll 're 'm to not n't never wo ca also later then still even just already repeatedly once now again often long first initially publicly recently earlier finally quickly reportedly previously angrily flatly explicitly specifically strongly openly only himself herself itself themselves ever always immediately subsequently simply both all".split(
    ' ',
  ),
);
export const BE: ReadonlySet<string> = new Set("is was are were be been being 's 're".split(' '));
const HAVE = new Set("has have had 've".split(' '));
/** "refuses to accept that ...": the verb behind is negated. */
const REFUSES = /^(?:refus|declin)(?:e|es|ed|ing)$/;

/** A verb with its auxiliaries: where they start and what they make of it. */
export interface VerbGroup {
  readonly first: number;
  readonly voice: 'finite' | 'passive' | 'participle' | 'infinitive' | 'preposition';
  readonly negated: boolean;
}

export function verbGroup(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  sentence: Sentence,
): VerbGroup {
  let first = i;
  while (first > sentence.firstToken && isAuxiliary(tokens, first - 1)) first--;
  while (first < i && !isAuxiliaryStart(tokens[first])) first++;
  const words = tokens.slice(first, i).map((token) => token.lower);
  const voice = isReducedPassive(tokens, i, form, sentence) ? 'passive' : voiceOf(words, form);
  const negated =
    words.some((word) => word === 'not' || word === "n't" || word === 'never') ||
    (voice === 'infinitive' && REFUSES.test(lowerAt(tokens, first - 1)));
  return { first, voice, negated };
}

/** "an allegation described by the ministry as a lie", but "denied by email". */
function isReducedPassive(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  { firstToken }: Sentence,
): boolean {
  if (form !== 'past' && form !== 'participle') return false;
  if (i <= firstToken) return false;
  // "a man accused of theft", "Ada Brill, charged with fraud,"
  const charge = `${lowerAt(tokens, i)} ${lowerAt(tokens, i + 1)}`;
  if (/^(?:accused|suspected) (?:of|by)$/.test(charge)) return true;
  if (charge === 'charged with') return namesCrime(tokens, i + 2);
  if (lowerAt(tokens, i + 1) !== 'by' || posAt(tokens, i - 1) !== 'NOUN') return false;
  return WORD_NOUN.test(lowerAt(tokens, i - 1)) && /^(?:DET|PROPN|PRON)$/.test(posAt(tokens, i + 2));
}

function voiceOf(auxiliaries: readonly string[], form: VerbForm): VerbGroup['voice'] {
  const be = auxiliaries.findLast((word) => BE.has(word) || HAVE.has(word));
  if (auxiliaries.includes('to')) return 'infinitive';
  if (form === 'ing') return be ? 'finite' : 'participle';
  const isParticiple = form === 'past' || form === 'participle';
  return isParticiple && be !== undefined && BE.has(be) ? 'passive' : 'finite';
}

function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  const lower = lowerAt(tokens, at);
  if (posAt(tokens, at) === 'ADV' && lower.endsWith('ly')) return true;
  return AUXILIARY.has(lower) && !isNegatedNoun(tokens, at);
}

function isNegatedNoun(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "'s" && tokens[at + 1]?.pos === 'NOUN';
}

/** Adverbs stay with the clause unless an auxiliary or the verb follows them; quantifiers belong to the subject. */
function isAuxiliaryStart(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:both|all|only|first|even|just)$/.test(token.lower);
}
