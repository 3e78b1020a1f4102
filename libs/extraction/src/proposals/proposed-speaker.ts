import type { TextRange } from '#domain';
import type { ArticleWords } from './article-words.js';
import { Refused, type ProposedSpeaker } from './proposal.js';

const PRONOUN = /\b(?:he|she|they)\b/i;

/**
 * Where the article names the speaker of a fact. The name stands within reach of the fact; from further away it is taken only where
 * the sentence goes on with "he" or "she", or a sentence within reach has the surname. Role and verb stand within reach, a role also
 * beside the name.
 */
export function checkSpeaker(
  article: ArticleWords,
  speaker: ProposedSpeaker,
  quote: TextRange,
): TextRange | Refused {
  const reach = article.reachOf(quote);
  const near = article.nearest(speaker.name, quote, reach);
  const name =
    near ?? (pointsBack(article, speaker.name, quote) ? article.nearest(speaker.name, quote) : null);
  if (!name)
    return new Refused('speaker_absent', `"${speaker.name}" is not named where the article tells of this.`);
  const { role, verb } = speaker;
  const stands = (words: string, within: TextRange) => article.nearest(words, within, within) !== null;
  if (role !== null && !stands(role, reach) && !stands(role, article.sentenceOf(name)))
    return new Refused('role_absent', `"${role}" is not what the article calls ${speaker.name} there.`);
  if (verb !== '' && !stands(verb, reach))
    return new Refused('verb_absent', `"${verb}" does not stand where the article tells of this.`);
  return name;
}

/** The words around the quote, but never those within it, point back to somebody named before. */
function pointsBack(article: ArticleWords, name: string, quote: TextRange): boolean {
  const passage = article.passageOf(quote);
  const around = `${article.text.slice(passage.start, quote.start)} ${article.text.slice(quote.end, passage.end)}`;
  if (PRONOUN.test(around)) return true;
  const surname = /\p{Lu}[\p{L}\p{M}'’-]+$/u.exec(name)?.[0];
  return surname !== undefined && article.nearest(surname, quote, article.reachOf(quote)) !== null;
}
