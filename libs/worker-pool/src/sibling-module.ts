import { extname } from 'node:path';

/** The URL of a module beside this one, in the form this one runs in: compiled, or from its source. */
export const siblingModule = (moduleUrl: string, name: string): URL =>
  new URL(`./${name}${extname(new URL(moduleUrl).pathname)}`, moduleUrl);
