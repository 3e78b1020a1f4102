import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of the table of measures in docs/extraction.md, in percent. */
export interface DocumentedMeasure {
  readonly set: string;
  readonly label: string;
  readonly f1: number;
  readonly naive: number | null;
  readonly people: number | null;
}

const ROW =
  /^\| (seeds|figures|statements) +\| (.+?) +\|(?: *[\d.]* *\|){2} *([\d.]+) +\| *([\d.]*) *\| *([\d.]*) *\|$/gm;

/** What docs/extraction.md says of each measure, in its order. */
export function documentedMeasures(): DocumentedMeasure[] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/extraction.md'), 'utf8');
  const [, table = ''] = page.split('<!-- eval -->');
  return Array.from(table.matchAll(ROW), ([, set = '', label = '', f1, naive, people]) => ({
    set,
    label,
    f1: Number(f1),
    naive: naive ? Number(naive) : null,
    people: people ? Number(people) : null,
  }));
}

const LINKS_ROW = /^\| (?:Aleppo 2016|Derna 2023|Greece 2023|all) \| (\d+) \| (\d+) \| (\d+) \|/gm;

/** Pairs linked, right and missing that docs/tracking.md tells of each story and of all, in its order. */
export function documentedLinks(): number[][] {
  const page = readFileSync(join(import.meta.dirname, '../../docs/tracking.md'), 'utf8');
  return Array.from(page.matchAll(LINKS_ROW), ([, ...counts]) => counts.map(Number));
}
