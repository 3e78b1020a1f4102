import type { FigureMention } from '../extraction.js';
import type { Document } from '../text/document.js';

type ReportedPlace = FigureMention['places'][number];

/** A dateline opens its paragraph, within so many characters. */
const HEAD = 90;

/** "BREZNIK, May 6 (Agency) - ", "(Sarn, July 8, 2031) - ", "MARSH END - ": the town, then a date, an agency or nothing, then a dash. */
const DATELINE =
  /^\(?((?:\p{Lu}[\p{L}'’]*[ -]?){1,4})(?:\/[\p{L} ]{1,30})?(,[^–—\n]{0,50}?|\s*\([^()\n]{2,40}\)|)\)?\s+[-–—]{1,2}\s/u;
const DATED = /\d|\(/;

/** The town that the opening paragraph's dateline names; null where it has none. */
export function datelinePlace({ text, paragraphs }: Document, lead: number): ReportedPlace | null {
  const paragraph = paragraphs[lead];
  if (!paragraph) return null;
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + HEAD));
  const [, town = '', rest = ''] = DATELINE.exec(head) ?? [];
  const name = town.trim();
  // A name with a dash alone is a dateline only in capitals.
  if (name.length < 3 || !(DATED.test(rest) || name === name.toUpperCase())) return null;
  const start = paragraph.start + head.indexOf(name);
  return { text: name, role: 'location', range: { start, end: start + name.length } };
}

const LABEL = /^((?:\p{Lu}[\p{L}'’-]*[ -]?){1,4}): \S/u;
/** A name that says itself what kind of place it is. */
const TYPED =
  / (?:Basin|Valley|Province|Region|District|County|Island|Islands|Peninsula|Coast|Delta|Plateau|Governorate|City|State|Lake|River)$/;
/** What places are led to by, or end in. */
const LEADS = '(?:in|of|to|from|across|into|for|throughout)';

/** "Belmora: Mass arrests ahead of vote": a label that the text treats as a place ("in Belmora", "Belmoran forces"). */
export function labelPlace({ text, title }: Document): ReportedPlace | null {
  const name = LABEL.exec(title ?? '')?.[1]?.trim();
  const start = name ? text.indexOf(name) : -1;
  if (!name || start < 0 || name === name.toUpperCase()) return null;
  const isPlace = TYPED.test(name) || isPlaceOf(text, start + name.length, name);
  return isPlace ? { text: name, role: 'location', range: { start, end: start + name.length } } : null;
}

/** Characters behind a name that are searched for what makes a place of it. */
const REACH = 20_000;

/** The text behind treats a name, in whatever case it stood, as a place: "in Belmora", "Belmoran forces". */
export function isPlaceOf(text: string, from: number, name: string): boolean {
  if (TYPED.test(name)) return true;
  const word = name
    .replaceAll(/\p{L}+/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase())
    .replaceAll(/[^\p{L} ]/gu, '.');
  const isPlace = new RegExp(`\\b${LEADS} (?:the )?${word}\\b|\\b${word}(?:n|an|ian|i|ese|ish|'s)\\b`, 'u');
  return isPlace.test(text.slice(from, from + REACH));
}
