import type { ViewTable } from '../view-table.js';
import { QUEUES } from './queues.js';

/** One row a report: what reports are compared by, and the claim it belongs to at present. */
export const trackedReportTable: ViewTable = {
  name: 'tracked_report',
  columns: {
    workspace: 'text NOT NULL',
    report_id: 'uuid NOT NULL',
    kind: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    revision: 'int NOT NULL',
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    /** Published or uttered, as the event has it. */
    asserted: 'text',
    asserted_at: 'timestamptz',
    /** Published, as the event has it, also where the text says when it was uttered. */
    published: 'text',
    position: 'int NOT NULL',
    rule: 'text NOT NULL',
    outlet: 'text',
    attribution: 'json NOT NULL',
    /** Who says it in the article, whom that goes back to (`sourceBehind` the last of the chain who is no publisher), and the publisher, as
     * spelling and roles alone tell. */
    speaker_id: 'uuid',
    source_id: 'uuid',
    publisher_id: 'uuid',
    /** What the linker goes by, and the query for a timeline shows: see `FigureFacts` and `PropositionFacts`. */
    facts: 'json NOT NULL',
    /** As its claim folds at present: what corrections made of the facts, null where there are none; who says it, and when, or when it was
     * recorded where nobody tells; what it is found by. */
    corrected_facts: 'json',
    said_by: 'uuid',
    said_at: 'timestamptz NOT NULL',
    metric: 'text',
    measure: 'text',
    /** Every word of every place, folded: a search for "aleppo" finds "eastern Aleppo". */
    place_words: 'text[] NOT NULL',
    /** The words of its places in order, as one id: see `figure_places`. */
    places_id: 'uuid',
    /** What a statement or claim, with the sentence around it, is found by: see `searchTerms`. */
    text_words: 'text[] NOT NULL',
    /** Those of what it was corrected to say; none where it was not. */
    corrected_words: 'text[] NOT NULL',
    /** What it was found by while each correction stood, null where none changed that: see `FoundWhileCorrected`. */
    corrected_found: 'json',
    /** How it left the current text of its article: see `Retirement`. */
    retirements: 'json NOT NULL',
    /** The first of them; null while it stands. */
    retired_seq: 'bigint',
    /** What follows is as its claim folds at present: the claim, what the report adds to it, whether it is in force. */
    claim_id: 'uuid',
    relation: 'text',
    standing: 'text',
    /** Whether a person corrected it, and whose error it was. */
    corrected: 'text',
  },
  primaryKey: ['workspace', 'report_id'],
  loadedBy: ['article_id', 'source_id', 'publisher_id'],
  indexes: [
    '(workspace, claim_id)',
    '(workspace, seq)',
    '(workspace, retired_seq) WHERE retired_seq IS NOT NULL',
    '(workspace, lower(outlet), seq)',
    '(workspace, said_by, said_at)',
    '(workspace, places_id)',
    'USING gin (place_words)',
    'USING gin (text_words)',
    '(workspace) WHERE corrected_found IS NOT NULL',
  ],
  firstBy: null,
  madeInto: ['report_id'],
};

/** One row a figure and key: by what the parts of a total are found among the figures of other claims (`partKeys`). */
export const partKeyTable: ViewTable = {
  name: 'figure_part_key',
  columns: {
    workspace: 'text NOT NULL',
    report_id: 'uuid NOT NULL',
    part_key: 'uuid NOT NULL',
    article_id: 'uuid NOT NULL',
    seq: 'bigint NOT NULL',
  },
  primaryKey: ['workspace', 'report_id', 'part_key'],
  loadedBy: ['part_key, seq'],
  indexes: [],
  firstBy: null,
  madeInto: ['part_key'],
};

/**
 * One row a decision about a claim, a report, a cluster or an entity; of a split, one a report or mention. `article_id` is set where the event
 * repeats what an article says or stands in its stream: the row goes with the article.
 */
export const claimDecisionTable: ViewTable = {
  name: 'claim_decision',
  columns: {
    workspace: 'text NOT NULL',
    event_id: 'uuid NOT NULL',
    /** Which of the reports or mentions of a split; 0 for all others. */
    part: 'int NOT NULL',
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    type: 'text NOT NULL',
    actor: 'text NOT NULL',
    claim_id: 'uuid',
    /** The claim that was merged, or that a split began. */
    other_claim_id: 'uuid',
    report_id: 'uuid',
    article_id: 'uuid',
    cluster_id: 'uuid',
    entity_id: 'uuid',
    /** The entity that was merged, or that a split began. */
    other_entity_id: 'uuid',
    /** Of a correction: whom it says that the report goes back to, as spelling alone tells. */
    source_id: 'uuid',
    /** The event as it was recorded. */
    data: 'json NOT NULL',
  },
  primaryKey: ['workspace', 'event_id', 'part'],
  loadedBy: [
    'claim_id',
    'other_claim_id',
    'report_id',
    'article_id',
    'cluster_id',
    'entity_id',
    'other_entity_id',
    'source_id',
  ],
  indexes: ['(workspace, seq)', "(workspace, seq) WHERE type = 'ReportCorrected'"],
  firstBy: null,
  madeInto: ['cluster_id', 'claim_id', 'other_claim_id'],
  ofDecisions: true,
};

/** One row a claim: what its reports come to at present. It holds no words, so that no erasure can miss one. */
export const claimCardTable: ViewTable = {
  name: 'claim_card',
  columns: {
    workspace: 'text NOT NULL',
    claim_id: 'uuid NOT NULL',
    /** The claim it lives on in; null while it lives itself. */
    merged_into: 'uuid',
    kind: 'text',
    metric: 'text',
    measure: 'text',
    unit: 'text',
    /** The report that says what the claim is about: the one whose number is shown, or whose words. */
    shown_report_id: 'uuid',
    status: 'text NOT NULL',
    disputed: 'boolean NOT NULL',
    report_count: 'int NOT NULL',
    origin_count: 'int NOT NULL',
    article_count: 'int NOT NULL',
    first_asserted: 'text',
    last_asserted: 'text',
    /** Each number with its quantifier, and its upper end where it has two. */
    lowest: 'float8',
    lowest_quantifier: 'text',
    highest: 'float8',
    highest_quantifier: 'text',
    latest: 'float8',
    latest_max: 'float8',
    latest_quantifier: 'text',
    latest_report_id: 'uuid',
    headline: 'float8',
    headline_max: 'float8',
    headline_quantifier: 'text',
    headline_report_id: 'uuid',
    headline_by: 'text',
    conflicts: 'int NOT NULL',
    denials: 'int NOT NULL',
    /** Those that nobody settled; how many somebody did. */
    anomalies: 'text[] NOT NULL',
    settled_anomalies: 'int NOT NULL',
    open_proposals: 'int NOT NULL',
    review: 'text',
    /** What is left to do about it: see `QUEUES`. */
    queues: 'text[] NOT NULL',
    first_seq: 'bigint NOT NULL',
    /** The last event that concerned it. */
    last_seq: 'bigint NOT NULL',
  },
  primaryKey: ['workspace', 'claim_id'],
  indexes: [
    '(workspace, first_seq)',
    '(workspace, status, first_seq)',
    '(workspace, metric, first_seq)',
    '(workspace, first_seq) WHERE settled_anomalies > 0',
    ...QUEUES.map((queue) => `(workspace, first_seq) WHERE '${queue}' = ANY (queues)`),
  ],
  firstBy: null,
};
