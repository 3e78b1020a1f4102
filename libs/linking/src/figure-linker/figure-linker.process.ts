import type { ErasureRecorded } from '#domain';
import type { StoredEvent } from '#event-store';
import type { RowReader } from '#gazetteer';
import { forgetArticle, type MemoryOf } from '../membership/claim-reports.js';
import { foldDecision, MEMBERSHIP_TYPES } from '../membership/fold-decisions.js';
import { foldOwn } from '../membership/fold-own.js';
import { linked, unlinked } from '../membership/link-events.js';
import { overtaken, OwnLinks } from '../membership/overtaken.js';
import {
  actorOf,
  isOwn,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from '../runner/decision-process.js';
import { deleteAnchors, setClaimOfAnchor } from './anchor-store.js';
import { FigureClaims } from './figure-claims.js';
import { PlaceFinder } from './place-finder.js';
import { readArticles } from './read-articles.js';

/**
 * Decides which claim each figure belongs to: metric, measure, unit family, population, cause, place and fitting period; never value,
 * speaker or outlet. Which figures share a claim is a function of the set of them (`partition`): a later figure that joins two claims
 * has them merged, one that tells two apart has them parted.
 */
export class FigureLinker implements DecisionProcess {
  readonly name = 'figure-linker';
  readonly version = '1.0.0';
  readonly reads = [
    'ArticleIngested',
    'ArticleRevised',
    'FigureReported',
    'ExtractionCompleted',
    'ErasureRecorded',
  ] as const;
  readonly folds = MEMBERSHIP_TYPES;
  private readonly places: PlaceFinder;

  constructor(gazetteer: RowReader) {
    this.places = new PlaceFinder(gazetteer);
  }

  async decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<Decided[]> {
    const memory: MemoryOf = { ...context, process: this.name };
    const decided: Decided[] = [];
    for (const part of partsOf(batch)) {
      const [first] = part;
      if (first?.type === 'ErasureRecorded') await this.forget(memory, first);
      else if (first && isDecision(first))
        decided.push(...(await this.fold(memory, first, context, decided)));
      else decided.push(...(await this.link(memory, part)));
    }
    return decided;
  }

  private async link(memory: MemoryOf, facts: readonly StoredEvent[]): Promise<Decided[]> {
    const readings = await readArticles(facts, this.places);
    if (readings.length === 0) return [];
    const claims = await FigureClaims.load(memory, actorOf(this), readings);
    const decided: Decided[] = [];
    for (const reading of readings) decided.push(await claims.decide(reading));
    await claims.save();
    return decided;
  }

  private async fold(
    memory: MemoryOf,
    event: StoredEvent,
    context: DecisionContext,
    waiting: readonly Decided[],
  ): Promise<Decided[]> {
    if (isOwn(this, event)) {
      const moved = await foldOwn(memory, event);
      if (moved) await setClaimOfAnchor(memory, moved.anchorId, moved.claimId);
      return [];
    }
    const links = new OwnLinks(this, context.reader, waiting);
    const late = await overtaken(memory, event, links);
    await foldDecision(memory, event, context.reader);
    if (!late) return [];
    const decision = { decidedBy: actorOf(this), reasons: ['a person linked it here meanwhile'] };
    const { reportId, from, to } = late;
    return [
      {
        cause: event,
        events: [unlinked(from, reportId, decision), linked(to, reportId, { ...decision, score: null })],
      },
    ];
  }

  private async forget(memory: MemoryOf, { data }: StoredEvent): Promise<void> {
    const { articleId } = data as ErasureRecorded;
    await deleteAnchors(memory, await forgetArticle(memory, articleId));
  }
}

const isDecision = ({ type }: StoredEvent): boolean => (MEMBERSHIP_TYPES as readonly string[]).includes(type);

/** Runs of facts, which are decided on together, and between them what stands alone: decisions and erasures. */
function partsOf(batch: readonly StoredEvent[]): StoredEvent[][] {
  const parts: StoredEvent[][] = [];
  let run: StoredEvent[] | null = null;
  for (const event of batch) {
    if (isDecision(event) || event.type === 'ErasureRecorded') {
      parts.push([event]);
      run = null;
    } else if (run) run.push(event);
    else parts.push((run = [event]));
  }
  return parts;
}
