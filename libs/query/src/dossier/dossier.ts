import type { Polarity, Relation, ReportKind } from '#domain';
import type { Standing } from '#tracking';
import type { ReportView } from '../reports/report.js';

/** Something a source said or claimed, once for all readings and texts of its article, with what it adds to what was known. */
export interface DossierEntry {
  readonly reportId: string;
  readonly kind: ReportKind;
  /** All that the words are read as: a denial is a statement and a claim. */
  readonly kinds: readonly ReportKind[];
  readonly seq: string;
  readonly assertedAt: string | null;
  readonly text: string;
  readonly polarity: Polarity;
  /** Null where it is of no claim, or was of none yet. */
  readonly claimId: string | null;
  readonly relation: Relation | null;
  readonly relationReason: string | null;
  readonly standing: Standing;
  /** Where it stands, in which article, under which spelling of the name. */
  readonly report: ReportView | null;
}
