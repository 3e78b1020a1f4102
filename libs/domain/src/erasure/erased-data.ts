/** The JSON text that stands where the data of an event was erased; the log's own walls let no other in. */
export const ERASED_JSON = '{"erased":true}';

/** What it parses to. */
export interface ErasedData {
  readonly erased: true;
}

/** Whether the words of an event are gone. Whoever folds events leaves such ones out. */
export const isErased = (data: unknown): data is ErasedData =>
  typeof data === 'object' &&
  data !== null &&
  (data as Partial<ErasedData>).erased === true &&
  Object.keys(data).length === 1;
