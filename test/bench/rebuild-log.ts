import type { NewEvent } from '#event-store';
import { deterministicId } from '#platform';
import { Chance } from '../support/chance.js';

/** One article's stream as production writes it: its text, some twenty mentions, the end of the reading. */
export interface LoggedArticle {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

export const BENCH_WORKSPACE = 'bench';
/** Of an article: its text, figures, statements, claims, and the end of the reading. */
const FIGURES = 8;
const STATEMENTS = 8;
const CLAIMS = 4;
export const EVENTS_AN_ARTICLE = FIGURES + STATEMENTS + CLAIMS + 2;
const REVISED_EVERY = 20;
const WITHDRAWN_EVERY = 50;
const SPEAKERS = 2_000;
const PLACES = 500;

/** Articles of a log of `events` events; one in twenty is revised, one in fifty withdrawn. */
export function* loggedArticles(events: number, seed = 1): Generator<LoggedArticle> {
  const chance = new Chance(seed);
  for (let n = 0, made = 0; made < events; n++) {
    const article = new ArticleWriter(n, chance);
    const stream = `article-${article.articleId}`;
    const first = article.revision(1);
    const later = n % REVISED_EVERY === 7 ? article.revision(2) : [];
    const withdrawn = n % WITHDRAWN_EVERY === 11 ? [article.withdrawal()] : [];
    const all = [...first, ...later, ...withdrawn];
    made += all.length;
    yield { stream, events: all };
  }
}

class ArticleWriter {
  readonly articleId: string;
  private readonly publishedAt: string;

  constructor(
    private readonly n: number,
    private readonly chance: Chance,
  ) {
    this.articleId = deterministicId('bench-article', n);
    this.publishedAt = `2026-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
  }

  revision(revision: number): NewEvent[] {
    const sentences = Array.from({ length: FIGURES + STATEMENTS + CLAIMS }, () => this.sentence());
    const text = sentences.map(({ words }) => words).join(' ');
    const mentions = sentences.map((sentence, at) => this.mention(revision, at, sentence));
    const counts = { figures: FIGURES, statements: STATEMENTS, claims: CLAIMS };
    const end = { articleId: this.articleId, revision, extractor: 'bench', extractorVersion: '1', ...counts };
    return [this.textEvent(revision, text), ...mentions, this.event('ExtractionCompleted', end)];
  }

  withdrawal(): NewEvent {
    return this.event('ArticleWithdrawn', { articleId: this.articleId, reason: 'invented' });
  }

  private textEvent(revision: number, text: string): NewEvent {
    const { articleId, publishedAt, n } = this;
    const common = {
      articleId,
      revision,
      url: `https://example.org/${n}`,
      outlet: this.outlet(),
      title: `Flood report ${n}`,
      byline: null,
      language: 'en',
      publishedAt,
      text,
      textSha256: revision.toString(16).padStart(64, '0'),
    };
    if (revision > 1)
      return this.event('ArticleRevised', {
        ...common,
        previousTextSha256: '0'.repeat(64),
        keepsReports: false,
      });
    return this.event('ArticleIngested', { ...common, sourceKey: `id:${n}` });
  }

  private mention(revision: number, at: number, sentence: Sentence): NewEvent {
    const report = this.report(revision, at, sentence);
    if (at < FIGURES) return this.event('FigureReported', { ...report, ...this.figure(sentence) });
    if (at < FIGURES + STATEMENTS)
      return this.event('StatementMade', {
        ...report,
        form: 'indirect',
        act: 'asserts',
        polarity: 'asserted',
        attributionMode: 'explicit',
        pieces: [report.quote],
        cue: spanOf('said', at * 160 + 120),
        utteredOn: null,
      });
    return this.event('ClaimRecorded', {
      ...report,
      polarity: at % 2 ? 'denied' : 'asserted',
      proposition: sentence.words,
      attributionMode: 'explicit',
      hedge: null,
      cue: null,
      answers: null,
    });
  }

  private report(revision: number, at: number, { words, count, speaker }: Sentence) {
    const start = at * 160;
    const publisher = { name: this.outlet(), role: null, kind: 'publisher', verb: 'publishes', span: null };
    const said = {
      name: speaker,
      role: 'Mayor',
      kind: 'person',
      verb: 'said',
      span: spanOf(speaker, start + 90),
    };
    return {
      reportId: deterministicId('bench-report', this.n, revision, at),
      articleId: this.articleId,
      revision,
      quote: spanOf(`At least ${count} people`, start),
      sentence: spanOf(words, start),
      attribution: [publisher, said],
      rule: 'count-before-noun',
    };
  }

  private figure({ count, place }: Sentence) {
    return {
      metric: ['displaced', 'killed', 'injured'][this.chance.below(3)],
      measure: this.chance.below(2) ? 'flow' : 'stock',
      term: null,
      category: null,
      value: count,
      max: null,
      quantifier: 'at_least',
      unit: this.chance.below(5) ? 'person' : 'household',
      unitText: 'people',
      population: null,
      status: 'reported',
      cause: 'disaster',
      places: [{ text: place, role: 'origin', span: spanOf(place, 30) }],
      period: { start: this.publishedAt, end: null, accuracy: 'day', text: 'since Saturday' },
      asOf: null,
    };
  }

  private sentence(): Sentence {
    const count = this.chance.below(90_000);
    const place = `${['eastern', 'western', 'old'][this.chance.below(3)]} Westhaven ${this.chance.below(PLACES)}`;
    const speaker = `Ada Moreno-${this.chance.below(SPEAKERS)}`;
    const words = `At least ${count} people fled ${place} on Saturday as the river rose, said ${speaker}, the mayor.`;
    return { count, place, speaker, words };
  }

  private outlet = (): string => `The Example ${this.n % 200}`;

  private event(type: string, data: object): NewEvent {
    return { type, schemaVersion: 1, data, occurredAt: this.publishedAt };
  }
}

interface Sentence {
  readonly words: string;
  readonly count: number;
  readonly place: string;
  readonly speaker: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

const spanOf = (exact: string, start: number) => ({
  start,
  end: start + exact.length,
  exact,
  prefix: 'ple fled Westhaven on Saturday, ',
  suffix: ' said. Officials denied that the',
});
