import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { Page, PageRequest } from '../page.js';
import type { DossierEntry } from './dossier.js';

export interface DossierFilter extends PageRequest {
  readonly workspace: string;
  /** A name in any spelling that the record takes for the same source, or the id of a speaker or entity. */
  readonly speaker: string;
  /** Words of what was said, or of the sentence around it. */
  readonly subject?: string;
  readonly asOf?: AsOfRequest;
}

/** What did one source say on a subject, over time, in all articles and under all spellings? Oldest first. */
export class GetDossier extends Query<Page<DossierEntry>> {
  constructor(readonly filter: DossierFilter) {
    super();
  }
}
