/** An argument: the id of what is decided on, or of what it is set beside. The last one may take several. */
interface DecisionArgument {
  readonly field: string;
  readonly name: string;
  readonly description: string;
}

export interface DecisionOption {
  /** As it is written: "--kind <kind>". */
  readonly flags: string;
  readonly field: string;
  readonly description: string;
  readonly required?: true;
  readonly read?: 'number' | 'mentions';
}

/** A decision as it is made on the command line: the words of the API, with its fields as arguments and options. */
export interface DecisionVerb {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly arguments: readonly DecisionArgument[];
  readonly options?: readonly DecisionOption[];
}

const REPORT = { field: 'reportId', name: '<report>', description: 'id of a report' };
const CLAIM = { field: 'claimId', name: '<claim>', description: 'id of a claim: npx claimtrail claims' };
const ENTITY = { field: 'entityId', name: '<entity>', description: 'id of a person, body or place' };
const KIND = {
  flags: '--kind <kind>',
  field: 'kind',
  description: 'whose error: extraction (our reading), publisher or source',
  required: true,
} as const;
const LINKED = {
  flags: '--linked-claim <id>',
  field: 'linkedClaimId',
  description: 'the claim the link stands in, where that was merged into this one',
} as const;
const ACCEPT_DIFFERENCES = {
  flags: '--accept-differences',
  field: 'acceptDifferences',
  description: 'also where they differ in metric, measure or population',
} as const;

/** Of corrections `--set` and `--was` make the list of changes. */
export const CHANGES = 'changes';

export const DECISION_VERBS: readonly DecisionVerb[] = [
  {
    name: 'correct',
    type: 'correct_report',
    description: 'say what a report should say: --set value=60 --was value=40',
    arguments: [REPORT],
    options: [
      KIND,
      {
        flags: '--set <field=value...>',
        field: CHANGES,
        description: 'what is right; JSON, or words; place=NAME for where it happened',
        required: true,
      },
      {
        flags: '--was <field=value...>',
        field: 'was',
        description: 'what you saw there: refused where it says something else by now',
      },
      {
        flags: '--evidence <words>',
        field: 'evidence',
        description: 'where it can be seen: an address, a document',
      },
    ],
  },
  {
    name: 'retract',
    type: 'retract_report',
    description: 'say that a report is not to be relied on',
    arguments: [REPORT],
    options: [KIND],
  },
  {
    name: 'confirm',
    type: 'confirm_report',
    description: 'say that you found a report right',
    arguments: [REPORT],
  },
  {
    name: 'comment',
    type: 'comment_field',
    description: 'remark on one field of a report',
    arguments: [REPORT],
    options: [
      {
        flags: '--field <name>',
        field: 'field',
        description: 'the name of the field: value',
        required: true,
      },
      {
        flags: '--verdict <verdict>',
        field: 'verdict',
        description: 'right, wrong or unclear',
        required: true,
      },
      { flags: '--comment <words>', field: 'comment', description: 'the remark', required: true },
    ],
  },
  {
    name: 'request-review',
    type: 'request_review',
    description: 'have somebody look at a claim',
    arguments: [CLAIM],
  },
  {
    name: 'review',
    type: 'give_review',
    description: 'say what a look at a claim came to',
    arguments: [CLAIM],
    options: [
      {
        flags: '--verdict <verdict>',
        field: 'verdict',
        description: 'approved or changes_requested',
        required: true,
      },
    ],
  },
  {
    name: 'sign-off',
    type: 'sign_off_claim',
    description: 'vouch for a claim as it stands',
    arguments: [CLAIM],
    options: [
      {
        flags: '--seen <seq>',
        field: 'seenSeq',
        description: 'the head of the log that you saw; else the newest',
        read: 'number',
      },
    ],
  },
  {
    name: 'recommend',
    type: 'recommend_figure',
    description: 'say which figure to show for a claim, and how it was arrived at',
    arguments: [CLAIM, REPORT],
    options: [
      {
        flags: '--role <role>',
        field: 'role',
        description: 'recommended (the figure to show) or triangulation (kept beside it)',
        required: true,
      },
      {
        flags: '--calculation <words>',
        field: 'calculationLogic',
        description: 'how it was arrived at, also of a figure for triangulation',
        required: true,
      },
      {
        flags: '--value <n>',
        field: 'value',
        description: "where the calculation gives another number than the report's",
        read: 'number',
      },
      LINKED,
    ],
  },
  {
    name: 'merge',
    type: 'merge_claims',
    description: 'say that two claims are one: the first lives on',
    arguments: [CLAIM, { field: 'mergedClaimId', name: '<merged>', description: 'the claim that ends' }],
    options: [ACCEPT_DIFFERENCES],
  },
  {
    name: 'split',
    type: 'split_claim',
    description: 'say that some reports of a claim speak of something else',
    arguments: [
      CLAIM,
      {
        field: 'reportIds',
        name: '<reports...>',
        description: 'the reports that begin a claim of their own',
      },
    ],
  },
  {
    name: 'link',
    type: 'link_report',
    description: 'say that a report speaks of a claim; accepts a proposed link',
    arguments: [CLAIM, REPORT],
    options: [
      { flags: '--from <claim>', field: 'fromClaimId', description: 'the claim it is taken out of' },
      ACCEPT_DIFFERENCES,
    ],
  },
  {
    name: 'unlink',
    type: 'unlink_report',
    description: 'say that a report does not speak of a claim',
    arguments: [CLAIM, REPORT],
    options: [LINKED],
  },
  {
    name: 'settle-anomaly',
    type: 'settle_anomaly',
    description: 'say that an anomaly was looked at and stands',
    arguments: [
      CLAIM,
      REPORT,
      { field: 'againstReportId', name: '<against>', description: 'the report it was found against' },
    ],
    options: [
      {
        flags: '--anomaly <anomaly>',
        field: 'anomaly',
        description: 'falls, jumps or parts_exceed_total',
        required: true,
      },
      LINKED,
    ],
  },
  {
    name: 'decline-link',
    type: 'decline_link',
    description: 'decline a link that a process proposes',
    arguments: [CLAIM, REPORT],
  },
  {
    name: 'merge-entities',
    type: 'merge_entities',
    description: 'say that two people, bodies or places are one: the first lives on',
    arguments: [ENTITY, { field: 'mergedEntityId', name: '<merged>', description: 'the entity that ends' }],
  },
  {
    name: 'split-entity',
    type: 'split_entity',
    description: "say that some names of an entity are another's",
    arguments: [ENTITY],
    options: [
      {
        flags: '--mention <report:field:index...>',
        field: 'mentions',
        description:
          'where such a name stands: the id of a report, attribution or places, its place in that list from 0',
        required: true,
        read: 'mentions',
      },
    ],
  },
  {
    name: 'decline-merge',
    type: 'decline_merge',
    description: 'decline a merger that a process proposes',
    arguments: [ENTITY, { field: 'otherEntityId', name: '<other>', description: 'what it is taken for' }],
  },
  {
    name: 'uncluster',
    type: 'uncluster_article',
    description: 'take an article out of its wire story',
    arguments: [{ field: 'articleId', name: '<article>', description: 'id of an article' }],
  },
  {
    name: 'undo',
    type: 'revert_decision',
    description: 'undo a decision, of a person or a process',
    arguments: [
      { field: 'decisionId', name: '<decision>', description: 'the id that the decision answered with' },
    ],
  },
];
