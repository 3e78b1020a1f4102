import { buildEvent } from '#domain';
import type { NewEvent, StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import type { Chance } from '../support/chance.js';
import {
  articleIdOf,
  eventsOf,
  reportIdOf,
  withdrawalOf,
  type InventedArticle,
} from '../support/invented-articles.js';
import { storedLog } from '../support/stored-log.js';

const CLAIMS = Array.from({ length: 12 }, (_, n) => deterministicId('generated-claim', n));
const SPEAKERS = ['Ada Moreno', 'Olin Barth', 'the river board', 'residents'] as const;
const OUTLETS = ['The Example', 'Westhaven Post', 'Norvale Wire'] as const;
const WORDS = '40 people';

interface Told {
  readonly article: InventedArticle;
  revision: number;
}

/** A log of articles with every kind of decision among them, some undone; the same for the same chance. */
export function generatedLog(steps: number, chance: Chance): StoredEvent[] {
  const writer = new LogWriter(chance);
  for (let step = 0; step < steps; step += 1) writer.step(step);
  return storedLog(writer.appends);
}

class LogWriter {
  readonly appends: { stream: string; events: NewEvent[] }[] = [];
  private readonly told: Told[] = [];
  /** Places in the log of what can be undone. */
  private readonly decided: number[] = [];
  private length = 0;

  constructor(private readonly chance: Chance) {}

  step(n: number): void {
    if (this.told.length < 3 || this.chance.happens(0.4)) return this.tellArticle(`generated-${n}`);
    const told = this.chance.pick(this.told as [Told, ...Told[]]);
    this.chance.pick(DECISIONS)(this, told, this.chance);
  }

  append(stream: string, ...events: NewEvent[]): void {
    this.appends.push({ stream, events });
    this.length += events.length;
  }

  decide(stream: string, event: NewEvent): void {
    this.decided.push(this.length);
    this.append(stream, event);
  }

  undo(): void {
    const [first, ...rest] = this.decided;
    if (first === undefined) return;
    const decisionId = deterministicId('event', this.chance.pick([first, ...rest]));
    const undone = {
      decisionId,
      decisionType: 'ReportLinked',
      claimId: null,
      reportId: null,
      reason: 'a slip',
    };
    this.append('undone', buildEvent('DecisionReverted', undone));
  }

  revise(told: Told): void {
    told.revision += 1;
    this.tell(told);
  }

  claim = (): string => this.chance.pick(CLAIMS as [string, ...string[]]);

  private tellArticle(name: string): void {
    const { chance } = this;
    const day = 1 + chance.below(20);
    const article: InventedArticle = {
      name,
      outlet: chance.pick(OUTLETS),
      publishedAt: `2031-05-${String(day).padStart(2, '0')}`,
      text: `At least ${WORDS} fled Westhaven. The dam broke, residents say.`,
      figures: [
        {
          words: WORDS,
          value: 30 + chance.below(20),
          quantifier: chance.pick(['exact', 'at_least', 'approximately']),
          speaker: chance.pick(SPEAKERS),
          asOf: chance.happens(0.3) ? `2031-05-${String(1 + chance.below(day)).padStart(2, '0')}` : null,
        },
      ],
      statements: [{ quote: 'The dam broke', speaker: chance.pick(SPEAKERS) }],
    };
    const told = { article, revision: 1 };
    this.told.push(told);
    this.tell(told);
  }

  private tell({ article, revision }: Told): void {
    this.append(`article-${articleIdOf(article.name)}`, ...eventsOf(article, revision));
    for (const reportId of reportsOf({ article, revision })) {
      const claimId = this.claim();
      this.decide(
        `claim-${claimId}`,
        buildEvent('ReportLinked', { claimId, reportId, score: 0.9, place: null, ...LINKER }),
      );
    }
  }
}

const LINKER = { decidedBy: 'figure-linker/1.0.0', reasons: ['a test'] };
const EDITOR = { decidedBy: 'editor', reasons: ['a test'] };

const figureOf = ({ article, revision }: Told): string => reportIdOf(article.name, revision, 'figure', WORDS);
const reportsOf = (told: Told): string[] => [
  figureOf(told),
  reportIdOf(told.article.name, told.revision, 'statement', 'The dam broke'),
];
const aboutReport = (told: Told) => ({
  reportId: figureOf(told),
  articleId: articleIdOf(told.article.name),
  reason: 'a test',
  kind: 'source' as const,
});

type Decide = (log: LogWriter, told: Told, chance: Chance) => void;

const onClaim =
  (make: (claimId: string, told: Told, log: LogWriter, chance: Chance) => NewEvent): Decide =>
  (log, told, chance) => {
    const claimId = log.claim();
    log.decide(`claim-${claimId}`, make(claimId, told, log, chance));
  };
const onReport =
  (make: (told: Told, chance: Chance) => NewEvent): Decide =>
  (log, told, chance) =>
    log.decide(`report-${figureOf(told)}`, make(told, chance));

const DECISIONS: [Decide, ...Decide[]] = [
  onClaim((claimId, told) =>
    buildEvent('ReportLinked', { claimId, reportId: figureOf(told), score: null, place: null, ...EDITOR }),
  ),
  onClaim((claimId, told) => buildEvent('ReportUnlinked', { claimId, reportId: figureOf(told), ...EDITOR })),
  onClaim((claimId, told) =>
    buildEvent('ReportLinkProposed', { claimId, reportId: figureOf(told), score: 0.5, ...LINKER }),
  ),
  onClaim((claimId, _told, log) =>
    buildEvent('ClaimsMerged', { claimId, mergedClaimId: log.claim(), ...EDITOR }),
  ),
  onClaim((claimId, told, log) =>
    buildEvent('ClaimSplit', { claimId, newClaimId: log.claim(), reportIds: reportsOf(told), ...EDITOR }),
  ),
  onClaim((claimId, told) =>
    buildEvent('HeadlineFigureRecommended', {
      claimId,
      reportId: figureOf(told),
      role: 'recommended',
      value: null,
      calculationLogic: 'as printed',
      ...EDITOR,
    }),
  ),
  onClaim((claimId, _told, _log, chance) =>
    buildEvent('ClaimSignedOff', { claimId, seenSeq: 1 + chance.below(400), reason: 'a test' }),
  ),
  onReport((told) => buildEvent('ReportRetracted', aboutReport(told))),
  onReport((told, chance) =>
    buildEvent('ReportCorrected', {
      ...aboutReport(told),
      changes: [{ field: 'value', from: 40, to: 30 + chance.below(20) }],
      evidence: null,
    }),
  ),
  (log, told, chance) =>
    log.decide(
      `article-${articleIdOf(told.article.name)}`,
      buildEvent('ArticleClustered', {
        articleId: articleIdOf(told.article.name),
        clusterId: deterministicId('generated-cluster', chance.below(4)),
        method: 'minhash/1',
        similarity: 0.9,
        role: chance.pick(['original', 'copy', 'copy']),
      }),
    ),
  (log, told) => log.append(`article-${articleIdOf(told.article.name)}`, withdrawalOf(told.article)),
  (log, told) => log.revise(told),
  (log) => log.undo(),
  (log) => log.undo(),
];
