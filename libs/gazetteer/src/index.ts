import { CountImports1795570000000 } from './migrations/1795570000000-count-imports.js';
import { CreateGazetteer1795399200000 } from './migrations/1795399200000-create-gazetteer.js';
import { RefoldNames1795630000000 } from './migrations/1795630000000-refold-names.js';

export * from './errors.js';
export { Gazetteer, isWithin, type RowReader } from './gazetteer.js';
export { importPlaces, type ImportedPlaces } from './import-places.js';
export { nameCandidates } from './place-phrase.js';
export { PLACE_KINDS, type Place, type PlaceKind } from './place.js';

export const gazetteerMigrations = [
  CreateGazetteer1795399200000,
  CountImports1795570000000,
  RefoldNames1795630000000,
];
