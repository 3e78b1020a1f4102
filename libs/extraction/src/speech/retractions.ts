import type { TextRange } from '#domain';
import type { Token } from '../text/document.js';
import { lowerAt } from '../text/token-at.js';
import type { DeniedMatter } from './denied-matter.js';
import type { Cue } from './find-cues.js';

interface Spoken {
  readonly rule: string;
  readonly speaker: { readonly name: string } | null;
  readonly content: TextRange;
  readonly denied: DeniedMatter | null;
}

/** Verbs of taking back, which have other objects than words: "withdrew his troops", "took back the town". */
const RETRACTS = /^(?:withdraw|retract|recant|take|walk)$/;
/** "his earlier claim that", "the allegations": words of one's own. */
const OWN_WORD =
  /^(?:(?:his|her|their|its|the|an?|all|that|this|those|these|any) )?(?:own )?(?:[a-z-]+ ){0,2}?(?:claims?|allegations?|accusations?|assertions?|suggestions?|statements?|reports?|accounts?|stor(?:y|ies)|remarks?|comments?|testimony|confession|admission|figures?)(?: |$)(?!-)/;
/** Tokens of an object that tell whether it is somebody's word. */
const MAX_OBJECT = 6;

/** "The army withdrew 300 soldiers", "the claim was withdrawn": nobody takes back what he said. */
export function isNoRetraction(tokens: readonly Token[], { entry, voice, after }: Cue): boolean {
  if (entry.act !== 'denies' || !RETRACTS.test(entry.lemma) || entry.prepositions.includes('issue_with'))
    return false;
  if (voice === 'passive') return true;
  const object: string[] = [];
  for (let at = after; at < after + MAX_OBJECT; at++) object.push(lowerAt(tokens, at));
  return !OWN_WORD.test(object.join(' '));
}

/** "Ruiz withdrew his claim that the dam had leaked": what one takes back one does not claim again by the way. */
export function withoutTakenBack<T extends Spoken>(speech: readonly T[]): T[] {
  const denials = speech.filter(({ denied }) => denied !== null);
  return speech.filter(
    (item) => item.rule !== 'noun-cue' || !denials.some((denial) => isOwnWordIn(item, denial)),
  );
}

function isOwnWordIn({ speaker, content }: Spoken, { denied, speaker: denier }: Spoken): boolean {
  if (!speaker || !denied || denier?.name !== speaker.name) return false;
  return denied.range.start <= content.start && content.end <= denied.range.end;
}
