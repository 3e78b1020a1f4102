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
  /** Keys under which all its anchors are loaded, and places of which all keys are among them: nearly every look ends there. */
  readonly loaded: Set<LinkedPlace | string>;
}

/** Page -> keys under which its anchors are to be loaded. */
type Asked = Map<Page, { readonly own: string[]; readonly around: string[] }>;

/**
 * Which anchors a memory has all of, by block, kind, days and place. What may be linked to a figure lies where others of its days and
 * places looked before it, so that each anchor is loaded about once.
 */
export class LoadedPages {
  private readonly blocks = new Map<string, Map<number, Page>>();
  private pages = 0;

  get size(): number {
    return this.pages;
  }

  /** What has to be loaded before all around the anchors is known; counts as loaded from now on. */
  ask(anchors: readonly FigureAnchor[]): AskedPages[] {
    const asked: Asked = new Map();
    for (const anchor of anchors) {
      if (!anchor.place) continue;
      for (const [kind, { from, to }] of daysAround(anchor))
        for (let number = pageOf(from); number <= pageOf(to); number++)
          askFor(this.page(anchor.block, kind, number), anchor.place, asked);
    }
    return joined(asked);
  }

  private page(block: string, kind: TimeKind, number: number): Page {
    const name = number * TIME_KINDS.length + TIME_KINDS.indexOf(kind);
    const known = this.blocks.get(block)?.get(name);
    if (known) return known;
    const page: Page = { block, kind, number, loaded: new Set() };
    const pages = this.blocks.get(block) ?? new Map<number, Page>();
    this.blocks.set(block, pages.set(name, page));
    this.pages += 1;
    return page;
  }
}

const pageOf = (day: number): number => Math.floor(day / PAGE_DAYS);

function askFor(page: Page, place: LinkedPlace, asked: Asked): void {
  const { loaded } = page;
  if (loaded.has(place)) return;
  loaded.add(place);
  const take = (part: 'own' | 'around', key: string): void => {
    const name = `${part} ${key}`;
    if (loaded.has(name)) return;
    loaded.add(name);
    let keys = asked.get(page);
    if (!keys) asked.set(page, (keys = { own: [], around: [] }));
    keys[part].push(key);
  };
  const { own, around } = placeKeys(place);
  for (const key of own) {
    take('own', key);
    take('around', key);
  }
  for (const key of around) take('own', key);
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
