import type {
  ArticleClustered,
  ArticleIngested,
  ArticleMetadataChanged,
  ArticleRevised,
  DecisionReverted,
} from '#domain';
import type { StoredEvent } from '#event-store';
import { bandsOfPrinting, describedBy, printingOf } from '#tracking';
import type { Decided, DecisionContext, DecisionProcess } from '../runner/decision-process.js';
import { articleOf } from './article-of.js';
import { decideClusters } from './decide-clusters.js';
import { loadPrintings } from './load-printings.js';
import type { Assignment, BandedPrinting, Printings } from './printings.js';
import { savePrintings } from './save-printings.js';

const NAME = 'wire-clusters';
/** Raised with whatever changes which articles are one story, or which of them is its original. */
const VERSION = '1.1.0';

/**
 * Which articles print one wire story, and which of them it comes from. A function of all articles, whatever order they come in:
 * connected components of the pairs that `samePrinting` takes for one; the id of a cluster derives from its original.
 */
export const wireClusters: DecisionProcess = {
  name: NAME,
  version: VERSION,
  reads: ['ArticleIngested', 'ArticleRevised', 'ArticleMetadataChanged', 'ErasureRecorded'],
  folds: ['ArticleClustered', 'ArticleUnclustered', 'DecisionReverted'],

  async decide(batch, context) {
    const texts = readTexts(batch);
    const printings = await loadPrintings(context, batch, texts);
    const decided = batch.map((cause) => decideOne(cause, texts, printings, context));
    await savePrintings(context, printings);
    return decided.filter(({ events }) => events.length > 0);
  },
};

/** What the texts of a batch come to, by their events: hashing them is most of the work. */
function readTexts(batch: readonly StoredEvent[]): Map<string, BandedPrinting> {
  const texts = batch.filter(({ type }) => type === 'ArticleIngested' || type === 'ArticleRevised');
  return new Map(
    texts.map(({ eventId, data }) => {
      const printing = printingOf(data as ArticleIngested | ArticleRevised);
      return [eventId, { ...printing, bands: bandsOfPrinting(printing) }];
    }),
  );
}

function decideOne(
  cause: StoredEvent,
  texts: ReadonlyMap<string, BandedPrinting>,
  printings: Printings,
  { workspace, folding }: DecisionContext,
): Decided {
  const affected = changePrintings(cause, texts, printings);
  if (folding || affected.length === 0) return { cause, events: [] };
  const decidedBy = `${NAME}/${VERSION}`;
  return { cause, events: decideClusters(printings, affected, { workspace, decidedBy }) };
}

/** Changes what is known by one event; gives the articles whose clusters may be others now. */
function changePrintings(
  event: StoredEvent,
  texts: ReadonlyMap<string, BandedPrinting>,
  printings: Printings,
): readonly string[] {
  const { eventId } = event;
  const articleId = articleOf(event);
  if (articleId === null) return [];
  switch (event.type) {
    case 'ArticleIngested':
    case 'ArticleRevised':
      return printings.put({ ...assignmentOf(printings.get(articleId)), ...texts.get(eventId)! });
    case 'ArticleMetadataChanged': {
      const known = printings.get(articleId);
      return known ? printings.put({ ...known, ...describedBy(event.data as ArticleMetadataChanged) }) : [];
    }
    case 'ErasureRecorded':
      return printings.remove(articleId);
    case 'ArticleClustered':
      return printings.assign(articleId, event.data as ArticleClustered);
    case 'ArticleUnclustered':
      return isOurs(event) ? printings.assign(articleId, null) : printings.setApart(articleId, eventId);
    default:
      return foldReverted(event, articleId, printings);
  }
}

/** Undone by people: a clustering, so that the article stays out; or their own word that it is to stay out. */
function foldReverted(
  { eventId, data }: StoredEvent,
  articleId: string,
  printings: Printings,
): readonly string[] {
  const { decisionType, decisionId } = data as DecisionReverted;
  if (decisionType === 'ArticleClustered') return printings.setApart(articleId, eventId);
  if (printings.get(articleId)?.apartBy !== decisionId) return [];
  return printings.setApart(articleId, null);
}

const isOurs = ({ actor }: StoredEvent): boolean => actor.startsWith(`${NAME}/`);

const assignmentOf = (known: Assignment | undefined): Assignment => ({
  clusterId: known?.clusterId ?? null,
  role: known?.role ?? null,
  apartBy: known?.apartBy ?? null,
});
