import type { KnownPlace } from '#domain';
import type {
  EntityIdOf,
  ClaimLedger,
  DecisionData,
  DecisionType,
  FigureFacts,
  LedgerDecision,
  Retirement,
  TrackedReport,
  TrackedSource,
} from '../ledger.js';

/** Ids that say what they are of: `idOf('report', 'a')`. Only tests read them, and folds only compare them. */
export const idOf = (kind: string, name: string): string => `${kind}-${name}`;

export const CLAIM = idOf('claim', 'main');

const LINKER = 'figure-linker/1.1.0';

const FIGURE: FigureFacts = {
  metric: 'displaced',
  measure: 'flow',
  value: 100,
  max: null,
  quantifier: 'exact',
  unit: 'person',
  population: null,
  status: 'reported',
  cause: null,
  period: null,
  asOf: null,
  places: [{ key: 'norvale', text: 'Norvale', role: 'origin', within: [] }],
};

export interface InventedReport {
  readonly name: string;
  /** The day or time it was asserted. */
  readonly on: string;
  readonly by?: string | null;
  readonly outlet?: string | null;
  readonly article?: string;
  readonly revision?: number;
  readonly position?: number;
  readonly rule?: string;
  readonly figure?: Partial<FigureFacts> | null;
  readonly says?: 'asserted' | 'denied';
  /** The words of a statement or claim. */
  readonly text?: string;
  readonly kind?: TrackedReport['kind'];
  readonly answers?: string | null;
  readonly retirements?: readonly Retirement[];
  readonly linked?: boolean;
  /** What its link knows of its place. */
  readonly known?: KnownPlace;
}

/** A ledger that is written as the log is: each report and decision takes the next seq. */
export class InventedLedger {
  readonly reports: TrackedReport[] = [];
  readonly decisions: LedgerDecision[] = [];
  private seq = 0;

  /** Adds a report, linked to the claim unless told otherwise. */
  report(given: InventedReport): this {
    const seq = (this.seq += 1);
    this.reports.push(reportAt(seq, given));
    return given.linked === false ? this : this.link(given.name, CLAIM, LINKER, given.known);
  }

  link(name: string, claimId = CLAIM, decidedBy = LINKER, place: KnownPlace | null = null): this {
    const reportId = idOf('report', name);
    return this.decide('ReportLinked', {
      claimId,
      reportId,
      score: 0.9,
      place,
      decidedBy,
      reasons: [],
    });
  }

  /** Adds a decision; its event is named `decision-<seq>`. */
  decide<Type extends DecisionType>(type: Type, data: DecisionData[Type], actor = 'editor'): this {
    const seq = (this.seq += 1);
    const decision = {
      type,
      eventId: idOf('decision', String(seq)),
      seq,
      recordedAt: recordedAt(seq),
      actor,
      data,
    };
    this.decisions.push(decision as LedgerDecision);
    return this;
  }

  /** Undoes the decision that was added last, or the one at `seq`. */
  revert(seq = this.seq): this {
    return this.decide('DecisionReverted', {
      decisionId: idOf('decision', String(seq)),
      decisionType: 'ReportLinked',
      claimId: null,
      reportId: null,
      reason: 'a slip',
    });
  }

  get head(): number {
    return this.seq;
  }

  ledger(claimId = CLAIM): ClaimLedger {
    const entityIdOf: EntityIdOf = ({ name }) => idOf('entity', name);
    return { claimId, reports: this.reports, decisions: this.decisions, entityIdOf };
  }
}

/** What is not given of a report. */
const PLAIN = {
  by: 'ministry',
  outlet: 'Harbour Post',
  revision: 1,
  position: 0,
  rule: 'figure/subject-of-verb',
  figure: {},
  answers: null,
  text: 'the dam holds',
  retirements: [],
};

function reportAt(seq: number, given: InventedReport): TrackedReport {
  const { by, outlet, figure, says, text, answers, ...plain } = { ...PLAIN, ...given };
  const isFigure = says === undefined && figure !== null;
  const polarity = says ?? 'asserted';
  return {
    reportId: idOf('report', plain.name),
    kind: plain.kind ?? (isFigure ? 'figure' : 'claim'),
    articleId: idOf('article', plain.article ?? plain.name),
    revision: plain.revision,
    seq,
    recordedAt: recordedAt(seq),
    assertedAt: plain.on,
    publishedAt: plain.on,
    position: plain.position,
    rule: plain.rule,
    outlet,
    attributed: by === null ? null : sourceOf(by, 'organisation'),
    publisher: outlet === null ? null : sourceOf(outlet, 'publisher'),
    figure: isFigure ? { ...FIGURE, ...figure } : null,
    proposition: isFigure ? null : { polarity, text, answers: answers && idOf('report', answers) },
    retirements: plain.retirements,
  };
}

const sourceOf = (name: string, kind: 'organisation' | 'publisher'): TrackedSource => ({
  entityId: idOf('entity', name),
  name,
  kind,
});

const recordedAt = (seq: number): string => new Date(Date.UTC(2031, 4, 1) + seq * 60_000).toISOString();
