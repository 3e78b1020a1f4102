import { foldName } from '#domain';
import type { PlaceKind } from './place.js';

/** A place as GeoNames lists it. `keys`: the divisions it lies in, "SY.09.01" before "SY.09" before "SY". */
export interface ListedPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly population: number | null;
  /** The division that this place is, for others to lie in; null for what is none. */
  readonly division: string | null;
  readonly keys: readonly string[];
  /** Folded, without repetition. */
  readonly names: readonly string[];
}

type Head = readonly [string, string, string, string, string, string, string, string, string];

/** geonameid, name, ascii name, alternate names, latitude, longitude, feature class and code, country ... modification date. */
const COLUMNS = 19;
const COUNTRY_CODES = new Set(['PCLI', 'PCLD', 'PCLF', 'PCLIX', 'PCLS', 'PCL', 'TERR']);
const AREAS = new Set([
  'ISL',
  'ISLS',
  'RGN',
  'RGNE',
  'VAL',
  'DSRT',
  'PEN',
  'MTS',
  'CAPE',
  'BAY',
  'CSTL',
  'CMP',
  'CMPRF',
]);

/** A line of a GeoNames file; null for what is no place to report from (a hotel, a stream); a text says what is wrong. */
export function readGeonamesLine(line: string): ListedPlace | null | string {
  const columns = line.split('\t');
  return columns.length === COLUMNS
    ? readColumns(columns)
    : `has ${columns.length} columns instead of ${COLUMNS}`;
}

function readColumns(columns: readonly string[]): ListedPlace | null | string {
  const [id, name, ascii, alternates, , , featureClass, code, country] = columns as Head;
  if (!/^\d+$/.test(id)) return `begins with "${id.slice(0, 20)}", which is no geonameid`;
  if (name.trim() === '') return 'has no name';
  const kind = kindOf(featureClass, code);
  if (!kind) return null;
  const divisions = divisionsOf(country, columns.slice(10, 14));
  const own = kind === 'country' || /^ADM[1-4]$/.test(code);
  return {
    id: `geonames:${id}`,
    name,
    kind,
    country: country || null,
    population: Number(columns[14]) || null,
    division: own ? (divisions[0] ?? null) : null,
    keys: own ? divisions.slice(1) : divisions,
    names: [...new Set([name, ascii, ...alternates.split(',')].map(foldName))].filter(Boolean),
  };
}

function kindOf(featureClass: string, code: string): PlaceKind | null {
  if (COUNTRY_CODES.has(code)) return 'country';
  if (featureClass === 'A') return code === 'ADM1' ? 'region' : /^ADM[2-5]$/.test(code) ? 'district' : null;
  if (featureClass === 'P') return code === 'PPLX' ? 'district' : 'settlement';
  return AREAS.has(code) ? 'area' : null;
}

/** The narrowest division first. GeoNames writes "00" where there is none. */
function divisionsOf(country: string, codes: readonly string[]): string[] {
  const used: string[] = [];
  for (const code of codes) {
    if (code === '' || code === '00') break;
    used.push(code);
  }
  return [country, ...used].map((_, at, all) => all.slice(0, at + 1).join('.')).toReversed();
}
