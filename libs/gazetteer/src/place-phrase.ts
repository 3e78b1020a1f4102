import { foldName } from '#domain';

/** "eastern Aleppo", "rural Idlib", "the besieged city": what narrows or colours a name and is none. */
const MODIFIERS = new Set(
  `north south east west northern southern eastern western central upper lower greater inner outer old rural besieged occupied
  rebel-held government-held regime-held opposition-held militant-held nearby neighbouring neighboring coastal war-torn
  northeast northwest southeast southwest northeastern northwestern southeastern southwestern downtown mainland`.split(
    /\s+/,
  ),
);
const TYPES = new Set(
  `city town village province governorate district region county state island camp area neighbourhood neighborhood
  subdistrict municipality countryside suburb suburbs prefecture department valley`.split(/\s+/),
);
/** "neighbourhoods of Aleppo", "the outskirts of Idlib": the place named behind the last of these. */
const LEADS = /\s(?:of|in|around|near|outside|inside|within)\s/gi;

/**
 * The names that words of a place may stand for, folded, the most exact first: "rebel-held neighbourhoods of Aleppo" may be
 * listed itself, else it lies in Aleppo. "Bank of Norvale" comes before "Norvale": a name may hold an "of".
 */
export function nameCandidates(text: string): string[] {
  const words = text.trim().split(/\s+/);
  const behind = [...text.matchAll(LEADS)].map((match) => text.slice(match.index + match[0].length));
  const phrases = [text, bare(words), ...behind.flatMap((tail) => [tail, bare(tail.split(/\s+/))])];
  // "Bab al-Hawa, Idlib": the part before the comma, then what it lies in.
  const parts = phrases.flatMap((phrase) => [phrase, ...phrase.split(',')]);
  return [...new Set(parts.map(foldName))].filter((name) => name !== '');
}

/** Without the modifiers before a name and the kind of place before or behind it. */
function bare(words: readonly string[]): string {
  let from = 0;
  let to = words.length;
  const isPlain = (word = '') => MODIFIERS.has(word.toLowerCase()) || TYPES.has(word.toLowerCase());
  while (
    from < to - 1 &&
    !/^of$/i.test(words[from + 1]!) &&
    (isPlain(words[from]) || /^(?:the|city|parts?|whole|all)$/i.test(words[from]!))
  )
    from += 1;
  while (to > from + 1 && TYPES.has(words[to - 1]!.toLowerCase())) to -= 1;
  return words.slice(from, to).join(' ');
}
