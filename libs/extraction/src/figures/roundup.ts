import type { FigureMention } from '../extraction.js';
import type { Document } from '../text/document.js';

/** "Cold snap: ...", "Mine collapse: ...": a story of its own in a paragraph. */
const LABEL = /^\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,3}: \p{Lu}/u;
/** So many stories make a roundup. */
const STORIES = 3;
const HEAD = 80;

/** News in brief: the opening paragraph is one of several that each open with a label. */
export function isRoundup({ text, paragraphs }: Document, lead: number): boolean {
  const isStory = (index: number): boolean => {
    const paragraph = paragraphs[index];
    return paragraph?.kind === 'body' && LABEL.test(text.slice(paragraph.start, paragraph.start + HEAD));
  };
  if (!isStory(lead)) return false;
  let stories = 0;
  for (let index = lead; index < paragraphs.length && stories < STORIES; index += 1)
    if (isStory(index)) stories += 1;
  return stories >= STORIES;
}

/** "Measles: Kivara has closed ..." */
const SUBJECT =
  /^[^:\n]{2,50}: (\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}) (?:has|have|is|was|will|says|said) /u;

/** Who the first sentence of a labelled story says something of. */
export function storySubject(
  { text, paragraphs }: Document,
  index: number,
): FigureMention['places'][number] | null {
  const paragraph = paragraphs[index];
  if (!paragraph) return null;
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2 * HEAD));
  const name = SUBJECT.exec(head)?.[1];
  if (!name) return null;
  const start = paragraph.start + head.indexOf(name, head.indexOf(':'));
  return { text: name, role: 'location', range: { start, end: start + name.length } };
}
