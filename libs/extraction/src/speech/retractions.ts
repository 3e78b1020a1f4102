import type { TextRange } from '#domain';
import type { Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt } from '../text/token-at.js';
import type { DeniedMatter } from './denied-matter.js';
import type { Cue } from './find-cues.js';

interface Spoken {
  readonly rule: string;
  readonly speaker: { readonly name: string } | null;
  readonly content: TextRange;
  readonly denied: DeniedMatter | null;
}

/** What somebody denies, and who. */
interface OwnDenial {
  readonly range: TextRange;
  readonly name: string;
}

/** Verbs of taking back, which have other objects than words: "withdrew his troops", "took back the town". */
const RETRACTS = /^(?:withdraw|retract|recant|take|walk)$/;
/** "his earlier claim that", "the allegations": words of one's own. */
const OWN_WORD =
  /^(?:(?:his|her|their|its|the|an?|all|that|this|those|these|any) )?(?:own )?(?:[a-z-]+ ){0,2}?(?:claims?|allegations?|accusations?|assertions?|suggestions?|statements?|reports?|accounts?|stor(?:y|ies)|remarks?|comments?|testimony|confession|admission|figures?)(?: |$)(?!-)/;
/** Denials of which one stands in the other. */
const MOST_OVER_ONE = 8;
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
  const denials = speech
    .flatMap(({ denied, speaker }) =>
      denied && speaker ? [{ range: denied.range, name: speaker.name }] : [],
    )
    .sort((a, b) => a.range.start - b.range.start);
  return speech.filter((item) => item.rule !== 'noun-cue' || !isTakenBack(item, denials));
}

/** Looks at the denials that begin last before it: an article may hold thousands, and no more than these reach over one word. */
function isTakenBack({ speaker, content }: Spoken, denials: readonly OwnDenial[]): boolean {
  const behind = firstBehind(denials, content.start, ({ range }) => range.start);
  return denials
    .slice(Math.max(0, behind - MOST_OVER_ONE), behind)
    .some(({ range, name }) => name === speaker?.name && content.end <= range.end);
}
