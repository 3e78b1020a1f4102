import { readStructuredData, type StructuredArticle } from './json-ld.js';
import { conflict, readDate } from './publication-date.js';

/** As much of an element as metadata is read from. */
export interface MetadataElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** As much of a document as metadata is read from. */
export interface MetadataDocument {
  readonly documentElement: MetadataElement | null;
  querySelectorAll(selector: string): Iterable<MetadataElement>;
}

export interface PageMetadata {
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly notes: readonly string[];
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'date',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
];
const AUTHOR = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
];
const OUTLET = ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'publisher'];
const TITLE = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title'];
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i;
const MAX_LENGTH = 2_000;

/**
 * What a page says of its article. Of each field the first that is there is taken: JSON-LD, OpenGraph, other meta tags, the page
 * itself. Dates must agree: where two sources name different days, or one a day that cannot be, none is taken and a note says so.
 * @param address where the page was fetched from, if that is known
 */
export function readPageMetadata(
  document: MetadataDocument,
  address: string | null,
  now: Date,
): PageMetadata {
  return new MetadataReader(document, address, now).read();
}

class MetadataReader {
  private readonly notes: string[] = [];
  private readonly meta = new Map<string, string>();
  private readonly structured: StructuredArticle | null;

  constructor(
    private readonly document: MetadataDocument,
    private readonly address: string | null,
    private readonly now: Date,
  ) {
    for (const element of document.querySelectorAll('meta')) this.keep(element);
    const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
    const { article, broken } = readStructuredData(scripts.map(({ textContent }) => textContent ?? ''));
    this.structured = article;
    if (broken > 0) this.notes.push('structured data that is not JSON was left out');
  }

  read(): PageMetadata {
    const published = this.date('published', [this.structured?.published], PUBLISHED) ?? this.timeElement();
    const modified = this.date('modified', [this.structured?.modified], MODIFIED);
    this.checkOrder(published, modified);
    return {
      url: this.url(),
      outlet: line(this.structured?.outlet ?? this.named(OUTLET)),
      title: line(this.title()),
      byline: line(this.authors()),
      language: this.language(),
      publishedAt: published,
      modifiedAt: modified,
      notes: this.notes,
    };
  }

  private keep(element: MetadataElement): void {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value);
    const content = element.getAttribute('content')?.trim();
    if (name && content && !this.meta.has(name.toLowerCase())) this.meta.set(name.toLowerCase(), content);
  }

  private named(names: readonly string[]): string | undefined {
    return names.map((name) => this.meta.get(name)).find((value) => value !== undefined);
  }

  private text(selector: string): string | undefined {
    for (const { textContent } of this.document.querySelectorAll(selector))
      if (textContent?.trim()) return textContent;
    return undefined;
  }

  private checkOrder(published: string | undefined, modified: string | undefined): void {
    if (published && modified && Date.parse(modified) < Date.parse(published.slice(0, 10)))
      this.notes.push(`it says it was modified on ${modified}, before it was published`);
  }

  private title(): string | undefined {
    return this.structured?.title ?? this.named(TITLE) ?? this.text('title') ?? this.text('h1');
  }

  private authors(): string | undefined {
    const { authors = [] } = this.structured ?? {};
    if (authors.length > 0) return [...new Set(authors)].join(', ');
    // "article:author" is often the address of a profile.
    return AUTHOR.map((name) => this.meta.get(name)).find((value) => value && !/^https?:/i.test(value));
  }

  private language(): string | undefined {
    const declared = [
      this.structured?.language,
      this.document.documentElement?.getAttribute('lang'),
      this.meta.get('og:locale')?.replace('_', '-'),
      this.meta.get('content-language'),
    ];
    return declared.find((tag): tag is string => LANGUAGE_TAG.test(tag ?? ''));
  }

  /** The canonical address, unless it is of another site than the page: then somebody may want to pass for somebody else. */
  private url(): string | undefined {
    const link = [...this.document.querySelectorAll('link[rel="canonical"]')][0]?.getAttribute('href');
    const given = [link, this.meta.get('og:url'), this.structured?.url, this.address]
      .map((value) => webAddress(value, this.address))
      .find((value) => value !== null);
    if (!given || !this.address || isSameSite(given, this.address)) return given ?? undefined;
    this.notes.push(`its canonical address ${given} is of another site and was not taken`);
    return this.address;
  }

  private date(
    what: string,
    first: readonly (string | undefined)[],
    names: readonly string[],
  ): string | undefined {
    const given = [...first, ...names.map((name) => this.meta.get(name))].filter(
      (value) => value !== undefined,
    );
    return this.agreed(what, given);
  }

  /** A page without metadata may show its date; several different ones are of other articles too. */
  private timeElement(): string | undefined {
    if (this.notes.some((note) => note.startsWith('published:'))) return undefined;
    const shown = [...this.document.querySelectorAll('time[datetime]')].map((time) =>
      time.getAttribute('datetime')!,
    );
    return this.agreed('published', [...new Set(shown)]);
  }

  private agreed(what: string, given: readonly string[]): string | undefined {
    const read = given.map((value) => readDate(value, this.now));
    const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
    const dates = read.flatMap((one) => ('date' in one ? [one.date] : []));
    this.notes.push(...[...new Set(problems)].slice(0, 3).map((problem) => `${what}: ${problem}`));
    const [date] = dates;
    const other = dates.find((one) => conflict(one, date!));
    if (!other) return date;
    this.notes.push(`${what}: it says ${date} and ${other}; neither was taken`);
    return undefined;
  }
}

function webAddress(value: string | null | undefined, base: string | null): string | null {
  if (!value || value.length > MAX_LENGTH || !URL.canParse(value, base ?? undefined)) return null;
  const url = new URL(value, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Hosts that differ by a first label alone, such as www. or m., are one site. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one).hostname, new URL(other).hostname].map((host) =>
    host.replace(/^(?:www|m|amp|mobile)\./, ''),
  );
  return a === b;
}

const line = (value: string | undefined): string | undefined =>
  value?.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH) || undefined;
