import { buildEvent } from '#domain';
import type { NewEvent, StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import type { Chance } from '../support/chance.js';
import { articleIdOf, eventsOf, trivialEditOf, type InventedArticle } from '../support/invented-articles.js';
import { storedLog } from '../support/stored-log.js';
import {
  CLAIMS,
  comparisonOf,
  DECISIONS,
  DENIAL,
  figureOf,
  linkOf,
  proposalOf,
  PROPOSITION,
  QUOTE,
  reportsOf,
  SPEAKERS,
  streamOf,
  WORDS,
  type DecisionLog,
  type Told,
} from './generated-decisions.js';

export const OUTLETS = ['The Example', 'Westhaven Post', 'Norvale Wire'] as const;

/** A log of articles with every kind of decision among them, some undone; the same for the same chance. */
export function generatedLog(steps: number, chance: Chance): StoredEvent[] {
  const writer = new LogWriter(chance);
  for (let step = 0; step < steps; step += 1) writer.step(step);
  // Open today whatever was decided before, so that a question about it has another answer then.
  writer.append(...proposalOf(SPEAKERS[2], SPEAKERS[3]));
  return storedLog(writer.appends);
}

class LogWriter implements DecisionLog {
  readonly appends: { stream: string; events: NewEvent[] }[] = [];
  private readonly told: Told[] = [];
  /** What can be undone, and where it stands in the log. */
  private readonly decided: { readonly at: number; readonly stream: string; readonly event: NewEvent }[] = [];
  private length = 0;

  private turn = 0;

  private readonly originals = new Map<string, string>();

  constructor(readonly chance: Chance) {
    for (const speaker of SPEAKERS) this.append(...this.namedBy(speaker));
  }

  step(n: number): void {
    if (this.told.length < 3 || this.chance.happens(0.15)) return this.tellArticle(`generated-${n}`);
    // Every kind comes in its turn; what it is about is left to chance.
    const decide = DECISIONS[this.turn++ % DECISIONS.length] ?? DECISIONS[0];
    decide(this, this.chance.pick(this.told as [Told, ...Told[]]));
  }

  append(stream: string, ...events: NewEvent[]): void {
    this.appends.push({ stream, events });
    this.length += events.length;
  }

  decide(stream: string, event: NewEvent): void {
    this.decided.push({ at: this.length, stream, event });
    this.append(stream, event);
  }

  originalOf(clusterId: string, articleId: string): string {
    const known = this.originals.get(clusterId) ?? articleId;
    this.originals.set(clusterId, known);
    return known;
  }

  /** What undoes a decision stands in its stream; nobody can undo that. */
  undo(): void {
    const [first, ...rest] = this.decided;
    if (first === undefined) return;
    const { at, stream, event } = this.chance.pick([first, ...rest]);
    const { claimId = null, reportId = null } = event.data as { claimId?: string; reportId?: string };
    const decisionId = deterministicId('event', at);
    const undone = { decisionId, decisionType: event.type, claimId, reportId, reason: 'a slip' };
    this.append(stream, buildEvent('DecisionReverted', undone));
  }

  /** An edit that changes nothing leaves the reports as they are. */
  edit(told: Told): void {
    told.revision += 1;
    this.append(streamOf(told), trivialEditOf(told.article, told.revision));
  }

  /** A new text with another number, dated as before or later. */
  revise(told: Told): void {
    const before = figureOf(told);
    const isLater = this.chance.happens(0.5);
    const publishedAt = isLater ? dayOfMay(25 + this.chance.below(5)) : told.article.publishedAt;
    told.article = this.article(told.article.name, publishedAt);
    told.revision += 1;
    told.read = told.revision;
    this.tell(told);
    this.append(streamOf(told), comparisonOf(told, before, !isLater));
  }

  /** An article that names a speaker and speaks of all days from the first of May on. */
  private namedBy(speaker: string): [string, ...NewEvent[]] {
    const article = { name: `of ${speaker}`, publishedAt: dayOfMay(1), text: WORDS };
    const events = eventsOf({ ...article, outlet: OUTLETS[0], figures: [{ words: WORDS, speaker }] });
    return [`article-${articleIdOf(article.name)}`, ...events];
  }

  private tellArticle(name: string): void {
    const told = { article: this.article(name, dayOfMay(1 + this.chance.below(20))), revision: 1, read: 1 };
    this.told.push(told);
    this.tell(told);
  }

  private article(name: string, publishedAt: string): InventedArticle {
    const { chance } = this;
    const day = Number(publishedAt.slice(-2));
    const earlier = (): string => dayOfMay(1 + chance.below(day));
    const start = earlier();
    return {
      name,
      outlet: chance.pick(OUTLETS),
      publishedAt,
      text: `At least ${WORDS} fled Westhaven. ${QUOTE}, they say, and ${PROPOSITION}; ${DENIAL}, others say.`,
      figures: [
        {
          words: WORDS,
          value: 30 + chance.below(20),
          quantifier: chance.pick(['exact', 'at_least', 'approximately']),
          measure: chance.pick(['flow', 'stock']),
          speaker: chance.pick(SPEAKERS),
          asOf: chance.happens(0.3) ? earlier() : null,
          period: chance.happens(0.5) ? { start, end: null, accuracy: 'day', text: 'since then' } : null,
        },
      ],
      statements: [{ quote: QUOTE, speaker: chance.pick(SPEAKERS) }],
      claims: [{ quote: PROPOSITION }, { quote: DENIAL, answers: PROPOSITION }],
    };
  }

  private tell({ article, revision, read }: Told): void {
    const stream = streamOf({ article, revision, read });
    this.append(stream, ...eventsOf(article, read));
    for (const reportId of reportsOf({ article, revision, read })) {
      const claimId = this.chance.pick(CLAIMS);
      if (this.chance.happens(0.9)) this.decide(`claim-${claimId}`, linkOf(claimId, reportId));
    }
  }
}

const dayOfMay = (day: number): string => `2031-05-${String(day).padStart(2, '0')}`;
