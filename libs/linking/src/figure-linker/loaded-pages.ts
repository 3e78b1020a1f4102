import { daysAround, placeKeys, type FigureAnchor, type TimeKind } from '#tracking';

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

/** Keys of places on one page: those under which all its anchors are loaded, or those that are asked for. */
interface Keys {
  readonly own: Set<string>;
  readonly around: Set<string>;
}

interface Page extends Keys {
  readonly block: string;
  readonly kind: TimeKind;
  readonly number: number;
}

/**
 * Which anchors a memory has all of, by block, kind, days and place. What may be linked to a figure lies where others of its days and
 * places looked before it, so that each anchor is loaded about once.
 */
export class LoadedPages {
  private readonly loaded = new Map<string, Keys>();

  /** What has to be loaded before all around the anchors is known; counts as loaded from now on. */
  ask(anchors: readonly FigureAnchor[]): AskedPages[] {
    const asked = new Map<string, Page>();
    for (const anchor of anchors)
      for (const [kind, { from, to }] of daysAround(anchor))
        for (let number = pageOf(from); number <= pageOf(to); number++)
          this.askFor(anchor, kind, number, asked);
    return joined([...asked.values()]);
  }

  private askFor(
    { block, place }: FigureAnchor,
    kind: TimeKind,
    number: number,
    asked: Map<string, Page>,
  ): void {
    if (!place) return;
    const name = `${kind} ${number} ${block}`;
    const loaded = this.loaded.get(name) ?? noKeys();
    this.loaded.set(name, loaded);
    const take = (part: keyof Keys, key: string): void => {
      if (loaded[part].has(key)) return;
      loaded[part].add(key);
      const page = asked.get(name) ?? { block, kind, number, ...noKeys() };
      asked.set(name, page);
      page[part].add(key);
    };
    const { own, around } = placeKeys(place);
    for (const key of own) {
      take('own', key);
      take('around', key);
    }
    for (const key of around) take('own', key);
  }
}

const pageOf = (day: number): number => Math.floor(day / PAGE_DAYS);

const noKeys = (): Keys => ({ own: new Set(), around: new Set() });

/** Pages that follow each other and are asked for the same are asked for at once. */
function joined(pages: readonly Page[]): AskedPages[] {
  const asked: { -readonly [K in keyof AskedPages]: AskedPages[K] }[] = [];
  const last = new Map<string, (typeof asked)[number]>();
  for (const { block, kind, number, ...keys } of pages.toSorted((a, b) => a.number - b.number)) {
    const [own, around] = [[...keys.own].sort(), [...keys.around].sort()];
    const series = JSON.stringify([kind, block, own, around]);
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
