import type { FigureMention } from '../extraction.js';
import type { Document } from '../text/document.js';
import { isPlaceOf } from './headed-places.js';

type ReportedPlace = FigureMention['places'][number];

/** "BELMORA", "**Norvale**", "Karsal Province:" on a line of its own. */
const MARKS = /^[\s*#•–-]+|[\s*:]+$/gu;
const NAME = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}$/u;
const LONGEST = 40;
/** Headings of what is told about, not of where. */
const MATTER =
  /^(?:health|education|shelter|protection|nutrition|food|water|wash|logistics|coordination|highlights|background|overview|response|needs|funding|security|displacement|casualties|damage|politics|sport|business|world|asia|africa|europe|americas)\b/i;
/** Two sections make a text of sections. */
const SECTIONS = 2;
/** Headings that are tried: more is a table or an attack. */
const MAX_HEADINGS = 40;

/**
 * The place that each paragraph's heading names, by index, where at least two headings name places; a heading of the same case that names
 * none ends the section before it.
 */
export function sectionPlaces({ text, paragraphs }: Document): ReadonlyMap<number, ReportedPlace> {
  const places = new Map<number, ReportedPlace>();
  const names = new Set<string>();
  let tried = 0;
  let section: ReportedPlace | null = null;
  for (const { index, kind, start, end } of paragraphs) {
    const name = kind !== 'title' && tried < MAX_HEADINGS ? nameIn(text.slice(start, end)) : null;
    if (name !== null) {
      tried += 1;
      const from = start + text.slice(start, end).indexOf(name);
      const isPlace = !MATTER.test(name) && isPlaceOf(text, from + name.length, name);
      if (isPlace) {
        section = { text: name, role: 'location', range: { start: from, end: from + name.length } };
        names.add(name);
      } else if (section && isUpper(section.text) === isUpper(name)) section = null;
    }
    if (section) places.set(index, section);
  }
  return names.size >= SECTIONS ? places : new Map();
}

function nameIn(line: string): string | null {
  const name = line.length > LONGEST ? '' : line.replaceAll(MARKS, '');
  return NAME.test(name) ? name : null;
}

const isUpper = (name: string): boolean => name === name.toUpperCase();
