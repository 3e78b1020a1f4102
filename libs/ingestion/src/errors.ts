import { DomainError } from '#domain';

/** A command named an article that is not in the log. */
export class ArticleNotFound extends DomainError {
  readonly code = 'INGESTION.ARTICLE_NOT_FOUND';

  constructor(articleId: string) {
    super(`There is no article ${articleId}. List articles to find its id.`, { articleId });
  }
}

/** A command named a report that its article's stream does not hold. */
export class ReportNotFound extends DomainError {
  readonly code = 'INGESTION.REPORT_NOT_FOUND';

  constructor(reportId: string, articleId: string | null = null) {
    const where = articleId === null ? '' : ` in article ${articleId}`;
    super(`There is no report ${reportId}${where}. Lists of figures, statements and claims give the ids.`, {
      reportId,
      articleId,
    });
  }
}

/** A command named a claim that nothing was ever linked to. */
export class ClaimNotFound extends DomainError {
  readonly code = 'INGESTION.CLAIM_NOT_FOUND';

  constructor(claimId: string) {
    super(`There is no claim ${claimId}. A claim begins when a report is linked to it.`, { claimId });
  }
}

/** A command named an entity that was never met. */
export class EntityNotFound extends DomainError {
  readonly code = 'INGESTION.ENTITY_NOT_FOUND';

  constructor(entityId: string) {
    super(`There is no entity ${entityId}. Search entities by name to find its id.`, { entityId });
  }
}

/** A command named a decision that is not in the log. */
export class DecisionNotFound extends DomainError {
  readonly code = 'INGESTION.DECISION_NOT_FOUND';

  constructor(decisionId: string) {
    super(`There is no decision ${decisionId}. The decisions of a report or claim give the ids.`, {
      decisionId,
    });
  }
}

/** What somebody else decided since the caller looked. */
export interface Meanwhile {
  readonly decisionId: string;
  readonly seq: string;
  readonly type: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly reason: string | null;
  /** Of a correction: the fields before and after. */
  readonly changes: unknown;
}

/** Somebody else decided first, or a version is expected that is not reached yet. Nothing was recorded. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'INGESTION.CHANGED_MEANWHILE';

  constructor(
    readonly stream: string,
    readonly expected: number | null,
    readonly actual: number,
    /** What changed, the oldest first. */
    readonly meanwhile: readonly Meanwhile[],
  ) {
    const what = meanwhile.map(
      ({ type, actor, reason }) => `${type} by ${actor}${reason ? ` (${reason})` : ''}`,
    );
    const found =
      expected !== null && expected > actual
        ? `Version ${expected} is not reached yet: "${stream}" is at version ${actual}`
        : `Somebody else decided first: ${what.join('; ') || `"${stream}" is at version ${actual}`}`;
    super(`${found}. Nothing was recorded: look at it again and decide anew.`, {
      stream,
      expected,
      actual,
      meanwhile,
    });
  }
}

/** The claim or entity was merged: it lives on as another. */
export class MergedAlready extends DomainError {
  readonly code = 'INGESTION.MERGED_ALREADY';

  constructor(kind: 'claim' | 'entity', id: string, into: string) {
    super(`The ${kind} ${id} was merged into ${into}: decide on that one, or undo the merger.`, { id, into });
  }
}

/** A decision on the link of a report to a claim that it is not linked to. */
export class NotLinked extends DomainError {
  readonly code = 'INGESTION.NOT_LINKED';

  constructor(claimId: string, reportIds: readonly string[]) {
    super(
      `Not linked to claim ${claimId}: ${reportIds.join(', ')}. Where the link stands in a claim that was merged into it, name that one as linkedClaimId.`,
      { claimId, reportIds },
    );
  }
}

/** A number and a statement are to be one claim. */
export class OfOtherMatter extends DomainError {
  readonly code = 'INGESTION.OF_OTHER_MATTER';

  constructor(claimId: string, own: string, other: string) {
    super(
      `Claim ${claimId} is of ${own}, the other of ${other}: they cannot be one claim. Name another one.`,
      {
        claimId,
        own,
        other,
      },
    );
  }
}

/** What two claims say of one thing. */
export interface ClaimDifference {
  readonly field: string;
  readonly own: string;
  readonly other: string;
}

/** Claims of figures that are never compared are to be merged, or such a figure is to be linked. */
export class ClaimsDiffer extends DomainError {
  readonly code = 'INGESTION.CLAIMS_DIFFER';

  constructor(
    { claimId, ...other }: { claimId: string; mergedClaimId: string } | { claimId: string; reportId: string },
    differences: readonly ClaimDifference[],
  ) {
    const [what, verb, ids] =
      'reportId' in other
        ? [`Claim ${claimId} and report ${other.reportId}`, 'link', { reportId: other.reportId }]
        : [`Claims ${claimId} and ${other.mergedClaimId}`, 'merge', { mergedClaimId: other.mergedClaimId }];
    const told = differences.map(({ field, own, other }) => `${field} (${own}, ${other})`).join(', ');
    super(
      `${what} differ in ${told}: their figures would not be compared. Correct what was read wrongly, or ${verb} them all the same (acceptDifferences).`,
      { claimId, ...ids, differences },
    );
  }
}

/** An anomaly was settled before, and nothing that it rests on was corrected since. */
export class AlreadySettled extends DomainError {
  readonly code = 'INGESTION.ALREADY_SETTLED';

  constructor({ decisionId, actor, recordedAt }: Omit<Meanwhile, 'seq' | 'type' | 'reason' | 'changes'>) {
    super(
      `${actor} settled this anomaly at ${recordedAt}. To open it again, undo the settlement (decision ${decisionId}).`,
      { decisionId, actor, recordedAt },
    );
  }
}

/** A link or a merger was declined that nobody proposes. */
export class NotProposed extends DomainError {
  readonly code = 'INGESTION.NOT_PROPOSED';

  constructor(
    what: 'link of report' | 'merger of entity',
    id: string,
    kind: 'claim' | 'entity',
    subjectId: string,
  ) {
    super(`No ${what} ${id} to ${kind} ${subjectId} is proposed. The queue of proposals gives the ids.`, {
      id,
      subjectId,
    });
  }
}

/** An article is to be taken out of a wire story, and stands in none. */
export class NotClustered extends DomainError {
  readonly code = 'INGESTION.NOT_CLUSTERED';

  constructor(articleId: string) {
    super(`Article ${articleId} prints no wire story. The list of wire clusters gives those that do.`, {
      articleId,
    });
  }
}

/** A retracted report is corrected or confirmed. */
export class ReportIsRetracted extends DomainError {
  readonly code = 'INGESTION.REPORT_RETRACTED';

  constructor(reportId: string, decisionId: string) {
    super(`Report ${reportId} was retracted. Undo the retraction (decision ${decisionId}) first.`, {
      reportId,
      decisionId,
    });
  }
}

/** A decision was undone before. */
export class AlreadyReverted extends DomainError {
  readonly code = 'INGESTION.ALREADY_REVERTED';

  constructor(decisionId: string) {
    super(`Decision ${decisionId} was undone before. Make it again where it should stand.`, { decisionId });
  }
}

/** An event that no one can undo: it is no decision, or a part of one. */
export class NotReversible extends DomainError {
  readonly code = 'INGESTION.NOT_REVERSIBLE';

  constructor(eventId: string, why: string) {
    super(`Event ${eventId} cannot be undone: ${why}.`, { eventId });
  }
}
