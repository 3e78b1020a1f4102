import type { ReportLinked } from '#domain';
import type { StoredEvent } from '#event-store';
import { forgetArticle, type MemoryOf } from '../membership/claim-reports.js';
import { decideParts, type LinkerParts } from '../membership/decide-parts.js';
import { foldOwn } from '../membership/fold-own.js';
import { MEMBERSHIP_TYPES } from '../membership/fold-decisions.js';
import {
  actorOf,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from '../runner/decision-process.js';
import { moveCorrected } from './move-corrected.js';
import { PropositionClaims } from './proposition-claims.js';
import { forgetPropositions, setClaimOfReport } from './proposition-store.js';

/**
 * Decides which statements and claims are one: the same words told again (wire copies, repeated quotes), and a denial with what it
 * answers. What is alike to both of two is one with both, so the order of arrival decides nothing.
 */
export class PropositionLinker implements DecisionProcess, LinkerParts {
  readonly name = 'proposition-linker';
  readonly version = '1.2.0';
  readonly reads = [
    'StatementMade',
    'ClaimRecorded',
    'ExtractionCompleted',
    'ReportCorrected',
    'ErasureRecorded',
  ] as const;
  readonly folds = MEMBERSHIP_TYPES;

  decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<Decided[]> {
    return decideParts(this, this, batch, context);
  }

  /** Article by article, each ended by the event that says it was read. */
  async link(memory: MemoryOf, facts: readonly StoredEvent[]): Promise<Decided[]> {
    const isReport = ({ type }: StoredEvent) => type !== 'ExtractionCompleted';
    const claims = await PropositionClaims.load(memory, actorOf(this), facts.filter(isReport));
    const decided: Decided[] = [];
    let open: StoredEvent[] = [];
    for (const event of facts) {
      open.push(event);
      if (isReport(event)) continue;
      const events = [];
      for (const report of open.filter(isReport)) events.push(...(await claims.decide(report)));
      decided.push({ cause: event, events });
      open = [];
    }
    await claims.save();
    return decided;
  }

  correct(memory: MemoryOf, cause: StoredEvent, { reader }: DecisionContext): Promise<Decided[]> {
    return moveCorrected(memory, { reader, decidedBy: actorOf(this) }, cause);
  }

  async foldOwn(memory: MemoryOf, event: StoredEvent): Promise<void> {
    await foldOwn(memory, event);
    if (event.type !== 'ReportLinked') return;
    const { reportId, claimId } = event.data as ReportLinked;
    await setClaimOfReport(memory, reportId, claimId);
  }

  async forget(memory: MemoryOf, articleId: string): Promise<void> {
    await forgetArticle(memory, articleId);
    await forgetPropositions(memory, articleId);
  }
}
