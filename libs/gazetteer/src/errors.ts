/** A file of places that cannot be imported: nothing of it was kept. */
export class PlacesUnreadable extends Error {
  readonly code = 'GAZETTEER.PLACES_UNREADABLE';

  constructor(line: number, problem: string) {
    super(
      `Line ${line} ${problem}. Nothing was imported. Give a file in the format of GeoNames' country files.`,
    );
  }
}
