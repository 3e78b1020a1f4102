import type { Document, Sentence } from '../text/document.js';
import { isQuotedAt, lowerAt } from '../text/token-at.js';
import { isCapitalised } from './name-index.js';
import { phraseStartingAt, type Phrase } from './noun-phrase.js';
import type { Subject } from './subject.js';
import { bareSubject, mainSubject, subjectAfter } from './subjects.js';

/** Sentences behind the words in which their speaker may be named: more quoted ones, then this. */
const MAX_BEHIND = 4;
/** Tokens from the subject to the verb of speaking. */
const MAX_GAP = 3;

/**
 * Who is named behind the words: "That was Nurse Ida Holm.", "Those were the words of Ida Holm.", "So said Ida Holm.", "Ida Holm, a nurse,
 * was speaking at the pier." Null where the next sentence outside the quotation, in its paragraph or the next one, says no such thing.
 */
export function namedAfter(document: Document, index: number): Subject | null {
  const paragraph = document.sentences[index]?.paragraph ?? 0;
  for (let at = index + 1; at <= index + MAX_BEHIND; at++) {
    const sentence = document.sentences[at];
    if (!sentence || sentence.paragraph > paragraph + 1) return null;
    if (!isQuotedAt(document.tokens, sentence.firstToken)) return revealedIn(document, sentence);
  }
  return null;
}

function revealedIn({ tokens }: Document, sentence: Sentence): Subject | null {
  const { firstToken: first, endToken } = sentence;
  const [opener, verb] = [lowerAt(tokens, first), lowerAt(tokens, first + 1)];
  const isCopula = /^(?:was|is|were|are)$/.test(verb);
  if (/^(?:that|this)$/.test(opener) && isCopula) return nameAt(subjectAfter(tokens, first + 1, sentence));
  if (/^(?:those|these|the|such)$/.test(opener)) {
    const of = wordsOf({ first, end: Math.min(endToken, first + 6) });
    return of < 0 ? null : nameAt(subjectAfter(tokens, of, sentence));
  }
  if (/^(?:so|thus)$/.test(opener) && /^(?:said|says|spoke)$/.test(verb))
    return nameAt(subjectAfter(tokens, first + 1, sentence));
  return speaking();

  function nameAt(subject: Subject | null): Subject | null {
    const phrase = subject && phraseStartingAt(tokens, subject.phrase.first, subject.phrase.end);
    return phrase && isCapitalised(tokens[phrase.end - 1]) ? subject : null;
  }

  /** "those were the words of" */
  function wordsOf({ first: from, end }: Phrase): number {
    for (let at = from; at + 1 < end; at++)
      if (/^(?:words?|verdict|view|account)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at + 1) === 'of')
        return at + 1;
    return -1;
  }

  /** "Ida Holm said so", "Ida Holm was speaking at the pier" */
  function speaking(): Subject | null {
    const subject = mainSubject(tokens, endToken, sentence);
    if (!subject || subject.first !== first) return null;
    for (let at = subject.end; at < Math.min(endToken, subject.end + MAX_GAP); at++) {
      const isSaidSo =
        /^(?:said|says|put)$/.test(lowerAt(tokens, at)) && /^(?:so|it|this)$/.test(lowerAt(tokens, at + 1));
      if (isSaidSo || /^(?:speaking|talking)$/.test(lowerAt(tokens, at)))
        return nameAt(bareSubject(subject.phrase)) && subject;
    }
    return null;
  }
}
