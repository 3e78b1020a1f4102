import {
  daysAround,
  placeKeys,
  TIME_KINDS,
  type FigureAnchor,
  type LinkedPlace,
  type TimeKind,
} from '#tracking';

/** Long enough that what is told of one week is nearly always on one page, short enough that an attack loads no month. */
const PAGE_DAYS = 16;

/** What to load: the anchors of a block and kind on these days whose place holds, or lies in, one of these. */
export interface AskedPages {
  readonly block: string;
  readonly kind: TimeKind;
  readonly from: number;
  readonly to: number;
  /** Keys of which one is to be a place's own. */
  readonly own: readonly string[];
  /** Keys of which one is to be what it lies in. */
  readonly around: readonly string[];
}

interface Page {
  readonly block: string;
  readonly kind: TimeKind;
  readonly number: number;
  /** Keys under which all its anchors are loaded. */
  readonly own: Set<string>;
  readonly around: Set<string>;
}

/** Of the pages of one kind those from one to another, by number. */
interface Stretch {
  first: number;
  last: number;
}

interface Block {
  readonly pages: Map<number, Page>;
  /** Pages under all of whose keys a place is loaded, one stretch a kind: nearly every look ends there. */
  readonly stretches: Map<LinkedPlace, Partial<Record<TimeKind, Stretch>>>;
}

/** Page -> keys under which its anchors are to be loaded. */
type Asked = Map<Page, { readonly own: string[]; readonly around: string[] }>;

/**
 * Which anchors a memory has all of, by block, kind, days and place. What may be linked to a figure lies where others of its days and
 * places looked before it, so that each anchor is loaded about once.
 */
export class LoadedPages {
  private readonly blocks = new Map<string, Block>();
  private pages = 0;

  get size(): number {
    return this.pages;
  }

  /** What has to be loaded before all around the anchors is known; counts as loaded from now on. */
  ask(anchors: readonly FigureAnchor[]): AskedPages[] {
    const asked: Asked = new Map();
    for (const anchor of anchors) {
      const { block: name, place } = anchor;
      if (!place) continue;
      const block = this.block(name);
      const stretches = block.stretches.get(place) ?? {};
      block.stretches.set(place, stretches);
      for (const [kind, { from, to }] of daysAround(anchor)) {
        const [first, last] = [pageOf(from), pageOf(to)];
        const loaded = stretches[kind];
        if (loaded && loaded.first <= first && last <= loaded.last) continue;
        for (let number = first; number <= last; number++)
          askFor(this.page(name, block, kind, number), place, asked);
        if (!loaded) stretches[kind] = { first, last };
        else if (first <= loaded.last + 1 && loaded.first <= last + 1)
          stretches[kind] = { first: Math.min(first, loaded.first), last: Math.max(last, loaded.last) };
      }
    }
    return joined(asked);
  }

  private block(name: string): Block {
    const known = this.blocks.get(name);
    if (known) return known;
    const block = { pages: new Map<number, Page>(), stretches: new Map() };
    this.blocks.set(name, block);
    return block;
  }

  private page(block: string, { pages }: Block, kind: TimeKind, number: number): Page {
    const name = number * TIME_KINDS.length + TIME_KINDS.indexOf(kind);
    const known = pages.get(name);
    if (known) return known;
    const page: Page = { block, kind, number, own: new Set(), around: new Set() };
    pages.set(name, page);
    this.pages += 1;
    return page;
  }
}

const pageOf = (day: number): number => Math.floor(day / PAGE_DAYS);

function askFor(page: Page, place: LinkedPlace, asked: Asked): void {
  const { own, around } = placeKeys(place);
  for (const key of own) {
    take(page, 'own', key, asked);
    take(page, 'around', key, asked);
  }
  for (const key of around) take(page, 'own', key, asked);
}

function take(page: Page, part: 'own' | 'around', key: string, asked: Asked): void {
  if (page[part].has(key)) return;
  page[part].add(key);
  let keys = asked.get(page);
  if (!keys) asked.set(page, (keys = { own: [], around: [] }));
  keys[part].push(key);
}

/** Pages that follow each other and are asked for the same are asked for at once. */
function joined(pages: Asked): AskedPages[] {
  const asked: { -readonly [K in keyof AskedPages]: AskedPages[K] }[] = [];
  const last = new Map<string, (typeof asked)[number]>();
  for (const [{ block, kind, number }, keys] of [...pages].sort(([a], [b]) => a.number - b.number)) {
    const [own, around] = [keys.own.sort(), keys.around.sort()];
    const series = [kind, block, ...own, '', ...around].join('\n');
    const before = last.get(series);
    const [from, to] = [number * PAGE_DAYS, (number + 1) * PAGE_DAYS - 1];
    if (before?.to === from - 1) before.to = to;
    else {
      const page = { block, kind, from, to, own, around };
      last.set(series, page);
      asked.push(page);
    }
  }
  return asked;
}
