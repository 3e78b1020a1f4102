export interface InventedPlace {
  readonly id?: number;
  readonly name?: string;
  readonly alternates?: string;
  readonly feature?: readonly [featureClass: string, code: string];
  readonly country?: string;
  readonly admin?: readonly string[];
  readonly population?: number;
}

/** A line in the format of GeoNames for a place that does not exist. */
export function geonamesLine(place: InventedPlace): string {
  const {
    id = 1,
    name = 'Norvale',
    alternates = '',
    feature = ['P', 'PPL'],
    country = 'XX',
    population = 0,
  } = place;
  const admin = [0, 1, 2, 3].map((at) => place.admin?.[at] ?? '');
  const tail = [String(population), '', '', 'Etc/UTC', '2026-01-01'];
  return [String(id), name, name, alternates, '1.5', '2.5', ...feature, country, '', ...admin, ...tail].join(
    '\t',
  );
}
