import { foldName } from '#domain';
import { Gazetteer, nameCandidates, type Place, type RowReader } from '#gazetteer';
import { isNamedPlace, type LinkedPlace } from '#tracking';

const REMEMBERED = 10_000;
/** Runs of capitalised words: "Old Town of Melbury", "Westhaven". */
const CAPITALISED = /\p{Lu}[\p{L}'’-]*(?:\s+(?:of\s+|al-|el-)?\p{Lu}[\p{L}'’-]*)*/gu;

/** The places of words, asked of the gazetteer once for all words of a batch, and anew where places were imported since. */
export class PlaceFinder {
  private readonly gazetteer: Gazetteer;
  private readonly known = new Map<string, Place | null>();
  private generation = '';
  /** One object for the same words, so that what is worked out of a place is worked out once. */
  private readonly found = new Map<string, LinkedPlace>();

  constructor(
    rows: RowReader,
    private readonly remembered = REMEMBERED,
  ) {
    this.gazetteer = new Gazetteer(rows);
  }

  /** Looks words up, so that `find` and `findInTitle` know them. */
  async load(texts: readonly string[], titles: readonly string[]): Promise<void> {
    const words = [...new Set([...new Set(texts)].filter(isNamedPlace).concat(titles.flatMap(phrasesOf)))];
    if (words.length === 0) return;
    await this.forgetWhereImported();
    let unknown = words.filter((text) => !this.known.has(text));
    if (unknown.length === 0) return;
    if (this.known.size + unknown.length > this.remembered) {
      this.known.clear();
      unknown = words; // Those known before are wanted in this batch as well.
    }
    const places = await this.gazetteer.link(unknown);
    unknown.forEach((text, at) => this.known.set(text, places[at] ?? null));
  }

  private async forgetWhereImported(): Promise<void> {
    const generation = await this.gazetteer.generation();
    if (generation !== this.generation) this.known.clear();
    this.generation = generation;
  }

  /** Null where the words name no place ("the city"). */
  find(text: string): LinkedPlace | null {
    const place = this.known.get(text) ?? null;
    const before = this.found.get(text);
    if (before?.place === place) return before;
    if (!isNamedPlace(text)) return null;
    const found = { text: foldName(text), place, names: nameCandidates(text) };
    if (this.found.size >= REMEMBERED) this.found.clear();
    this.found.set(text, found);
    return found;
  }

  /** The first place of the gazetteer that a title names. */
  findInTitle(title: string): LinkedPlace | null {
    const phrase = phrasesOf(title).find((text) => this.known.get(text));
    return phrase === undefined ? null : this.find(phrase);
  }
}

/** A headline in capitals may glue a place to other words, so each word is asked too, behind the whole. */
const phrasesOf = (title: string): string[] =>
  [...title.matchAll(CAPITALISED)].flatMap(([phrase]) => [phrase, ...phrase.split(/\s+/)]);
