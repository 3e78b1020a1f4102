import type { Gazetteer, Place } from '#gazetteer';
import { figurePlacesTable, liveTable } from '#projections';
import { ViewsNotReady } from '../errors.js';
import type { ViewsReader } from '../views-reader.js';

/** The places that some figure is told of, in its words, with what they stand for. */
export interface PlaceSet {
  readonly id: string;
  readonly places: readonly (Place | null)[];
}

interface Row extends Record<string, unknown> {
  readonly places_id: string;
  readonly texts: readonly string[];
  readonly first_seq: string;
}

const TABLE = liveTable(figurePlacesTable);

/**
 * Every set of places of a workspace's figures, remembered between searches: each reads what came since the last one. All is read
 * anew where places were imported, which are looked up once a generation, and where sets left or came in behind newer ones.
 */
export class PlaceSets {
  private readonly sets = new Map<string, PlaceSet>();
  private readonly links = new Map<string, Place | null>();
  private generation = '';
  private newest = '0';
  private loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    private readonly workspace: string,
  ) {}

  /** One after another: a search must not see what another is about to read anew. */
  async load(): Promise<readonly PlaceSet[]> {
    const mine = this.loading.then(() => this.refresh());
    this.loading = mine.catch(() => undefined);
    await mine;
    return [...this.sets.values()];
  }

  private async refresh(): Promise<void> {
    const generation = await this.gazetteer.generation();
    if (generation !== this.generation) this.forget();
    this.generation = generation;
    await this.readOn();
    if (this.sets.size !== (await this.count())) {
      this.forget();
      await this.readOn();
    }
  }

  private forget(): void {
    this.sets.clear();
    this.links.clear();
    this.newest = '0';
  }

  private async readOn(): Promise<void> {
    const rows = await this.views
      .select<Row>(
        `SELECT places_id, texts, first_seq::text AS first_seq FROM ${TABLE}
         WHERE workspace = $1 AND first_seq > $2 ORDER BY first_seq`,
        [this.workspace, this.newest],
      )
      .catch(noneWhereNotReady);
    const unknown = [...new Set(rows.flatMap(({ texts }) => texts))].filter((text) => !this.links.has(text));
    const found = unknown.length > 0 ? await this.gazetteer.link(unknown) : [];
    unknown.forEach((text, at) => this.links.set(text, found[at] ?? null));
    for (const { places_id: id, texts } of rows)
      this.sets.set(id, { id, places: texts.map((text) => this.links.get(text) ?? null) });
    this.newest = rows.at(-1)?.first_seq ?? this.newest;
  }

  private async count(): Promise<number> {
    const rows = await this.views
      .select<{ count: number }>(`SELECT count(*)::int AS count FROM ${TABLE} WHERE workspace = $1`, [
        this.workspace,
      ])
      .catch(noneWhereNotReady);
    return rows[0]?.count ?? 0;
  }
}

/** A view that older code built has no such table until it is rebuilt: its figures are found by their words. */
function noneWhereNotReady(error: unknown): never[] {
  if (error instanceof ViewsNotReady) return [];
  throw error;
}
