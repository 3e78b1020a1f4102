import type { StoredEvent } from '#event-store';
import type { RowReader } from '#gazetteer';
import { forgetArticle, type MemoryOf } from '../membership/claim-reports.js';
import { decideParts, type LinkerParts } from '../membership/decide-parts.js';
import { MEMBERSHIP_TYPES } from '../membership/fold-decisions.js';
import { foldOwn } from '../membership/fold-own.js';
import { isOfFacts } from '../membership/parts.js';
import {
  actorOf,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from '../runner/decision-process.js';
import { deleteAnchors, setClaimOfAnchor } from './anchor-store.js';
import { FigureClaims } from './figure-claims.js';
import { KeptAnchors } from './kept-anchors.js';
import { moveCorrected } from './move-corrected.js';
import { PlaceFinder } from './place-finder.js';
import { readArticles } from './read-articles.js';

/**
 * Decides which claim each figure belongs to: metric, measure, unit family, population, cause, place and fitting period; never value,
 * speaker or outlet. Which figures share a claim is a function of the set of them (`partition`): a later figure that joins two claims
 * has them merged, one that tells two apart has them parted.
 */
export class FigureLinker implements DecisionProcess, LinkerParts {
  readonly name = 'figure-linker';
  readonly version = '1.2.0';
  readonly reads = [
    'ArticleIngested',
    'ArticleRevised',
    'FigureReported',
    'ExtractionCompleted',
    'ReportCorrected',
    'ErasureRecorded',
  ] as const;
  readonly folds = MEMBERSHIP_TYPES;
  private readonly places: PlaceFinder;
  private readonly anchors = new KeptAnchors();

  constructor(gazetteer: RowReader) {
    this.places = new PlaceFinder(gazetteer);
  }

  decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<Decided[]> {
    return this.anchors.during(batch, context, () => decideParts(this, this, batch, context));
  }

  canDecideAhead(batch: readonly StoredEvent[]): boolean {
    return isOfFacts(batch);
  }

  async link(memory: MemoryOf, facts: readonly StoredEvent[]): Promise<Decided[]> {
    const readings = await readArticles(facts, this.places);
    if (readings.length === 0) return [];
    const anchors = this.anchors.open(memory);
    const claims = await FigureClaims.load(memory, actorOf(this), readings, { anchors });
    const decided: Decided[] = [];
    for (const reading of readings) decided.push(await claims.decide(reading));
    await claims.save();
    return decided;
  }

  correct(memory: MemoryOf, cause: StoredEvent, { reader }: DecisionContext): Promise<Decided[]> {
    return moveCorrected({ memory, reader, places: this.places, decidedBy: actorOf(this) }, cause);
  }

  async foldOwn(memory: MemoryOf, event: StoredEvent): Promise<void> {
    const moved = await foldOwn(memory, event);
    if (moved) await setClaimOfAnchor(memory, moved.anchorId, moved.claimId);
  }

  async forget(memory: MemoryOf, articleId: string): Promise<void> {
    await deleteAnchors(memory, await forgetArticle(memory, articleId));
  }
}
