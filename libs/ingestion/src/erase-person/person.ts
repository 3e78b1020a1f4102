import { speakerKey, type AttributionLink } from '#domain';
import { NameFinder, wordsOf } from './find-names.js';

/** Words of names that stand before many: a title is nobody's name. */
const SHORTEST_SURNAME = 2;

/**
 * Somebody who is to be forgotten, by the names an operator gave. A reader ties "Mayor Brill" and "she" to "Ada Brill": what it
 * resolved to the person is the person too.
 */
export class Person {
  private readonly finder: NameFinder;
  private readonly keys: ReadonlySet<string>;

  constructor(readonly names: readonly string[]) {
    this.finder = new NameFinder(names);
    this.keys = new Set(names.map((name) => speakerKey(name, 'person')));
  }

  isNamedIn(text: string): boolean {
    return this.finder.isIn(text);
  }

  /** Whether any text within the data of an event names the person, or a reader took a source for the person. */
  isIn(data: unknown): boolean {
    if (typeof data === 'string') return this.isNamedIn(data);
    if (typeof data !== 'object' || data === null) return false;
    if (isLink(data) && this.isSource(data)) return true;
    return Object.values(data).some((value) => this.isIn(value));
  }

  /**
   * Finds the person in the texts of one article: every name given; every spelling that a reader of the article took for the person;
   * and, where the article names the person in full, the surname alone with its capital letter.
   */
  finderFor(article: readonly unknown[]): NameFinder {
    const links = article.flatMap((data) => linksIn(data).filter((link) => this.isSource(link)));
    const known = new Set([...this.names, ...links.map(({ name }) => name)]);
    const words = new Set([...known].flatMap(wordsOf));
    const spelt = links.flatMap(({ span }) => nameWords(span?.exact ?? '', words));
    const surnames = [...known].map(surnameOf).filter((surname) => surname !== null);
    return new NameFinder(known, [...spelt, ...surnames]);
  }

  private isSource({ name, kind }: AttributionLink): boolean {
    return kind === 'person' && this.keys.has(speakerKey(name, 'person'));
  }
}

/** The words of a mention that belong to the name, as they are written: of "Mayor Brill" only "Brill". */
const nameWords = (mention: string, words: ReadonlySet<string>): string[] =>
  mention
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length >= SHORTEST_SURNAME && wordsOf(word).some((plain) => words.has(plain)));

function surnameOf(name: string): string | null {
  const words = name.split(/\s+/).filter(Boolean);
  const surname = words.at(-1) ?? '';
  return words.length > 1 && surname.length >= SHORTEST_SURNAME && /^\p{Lu}/u.test(surname) ? surname : null;
}

function linksIn(data: unknown): AttributionLink[] {
  const { attribution } = data as { readonly attribution?: unknown };
  return Array.isArray(attribution) ? (attribution as AttributionLink[]) : [];
}

const isLink = (data: object): data is AttributionLink =>
  'name' in data && 'kind' in data && typeof data.name === 'string';
