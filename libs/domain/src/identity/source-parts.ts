import type { SourceKind } from '../vocabulary.js';
import { speakerKey } from './speaker-key.js';

/**
 * What the id of a source is derived from: the same for every spelling of one name, as far as spelling alone tells. A person and an
 * organisation of one name are two.
 */
export const sourceParts = (
  workspace: string,
  { name, kind }: { name: string; kind: SourceKind },
): string[] => ['source', workspace, kind === 'person' ? 'person' : 'group', speakerKey(name, kind)];
