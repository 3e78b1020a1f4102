import {
  buildEvent,
  CodePointIndex,
  type AttributionLink,
  type ClaimtrailEvent,
  type Report,
  type TextRange,
  type TextSpan,
} from '#domain';
import type { ClaimMention, Extraction, FigureMention, Mention, Source, StatementMention } from '#extraction';
import { deterministicId } from '#platform';

type ReportKind = 'figure' | 'statement' | 'claim';

/** The article a reading belongs to, as its reports need it. */
export interface ReadArticle {
  readonly articleId: string;
  readonly revision: number;
  readonly outlet: string | null;
  readonly text: string;
  /** Which reading of this text it is, from 2 on: a later one gives its reports ids of their own. */
  readonly reading?: number;
}

/** The reports of one reading as events, with spans in code points and ids that a second reading of the same text gives again. */
export function reportEvents(article: ReadArticle, extraction: Extraction): ClaimtrailEvent[] {
  return [...eachReportEvent(article, extraction)];
}

/** The same, each built when it is asked for: there may be thousands, and building one checks every field of it. */
export const eachReportEvent = (article: ReadArticle, extraction: Extraction): Iterable<ClaimtrailEvent> =>
  new ReportBuilder(article, extraction).inTextOrder();

class ReportBuilder {
  private readonly index: CodePointIndex;
  private readonly taken = new Map<string, number>();
  private readonly claimIds: string[];
  private readonly statementIds: string[];
  private readonly figureIds: string[];

  constructor(
    private readonly article: ReadArticle,
    private readonly extraction: Extraction,
  ) {
    this.index = new CodePointIndex(article.text);
    this.figureIds = extraction.figures.map((mention) => this.reportId('figure', mention.quote));
    this.statementIds = extraction.statements.map((mention) => this.reportId('statement', mention.quote));
    this.claimIds = extraction.claims.map((mention) => this.reportId('claim', mention.quote));
  }

  *inTextOrder(): Iterable<ClaimtrailEvent> {
    const { figures, statements, claims } = this.extraction;
    const positioned = [
      ...figures.map((mention, i) => ({
        at: mention.quote.start,
        build: () => this.figure(mention, this.figureIds[i]!),
      })),
      ...statements.map((mention, i) => ({
        at: mention.quote.start,
        build: () => this.statement(mention, this.statementIds[i]!),
      })),
      ...claims.map((mention, i) => ({
        at: mention.quote.start,
        build: () => this.claim(mention, this.claimIds[i]!),
      })),
    ];
    for (const { build } of positioned.sort((a, b) => a.at - b.at)) yield build();
  }

  private figure(mention: FigureMention, reportId: string): ClaimtrailEvent {
    const { quote: _quote, sentence: _sentence, attribution: _attribution, cues: _cues, ...own } = mention;
    // The version in the reading's last event tells these again: a reader is pure.
    const { places, readBy: _readBy, ...fields } = own;
    return buildEvent('FigureReported', {
      ...this.report(mention, reportId),
      ...fields,
      places: places.map(({ text, role, range }) => ({ text, role, span: this.spanOrNull(range) })),
    });
  }

  private statement(mention: StatementMention, reportId: string): ClaimtrailEvent {
    const { form, act, polarity, attributionMode, utteredOn } = mention;
    return buildEvent('StatementMade', {
      ...this.report(mention, reportId),
      form,
      act,
      polarity,
      attributionMode,
      utteredOn,
      pieces: mention.pieces.map((piece) => this.index.spanOf(piece)),
      cue: this.spanOrNull(mention.cue),
    });
  }

  private claim(mention: ClaimMention, reportId: string): ClaimtrailEvent {
    const { polarity, proposition, attributionMode, hedge } = mention;
    return buildEvent('ClaimRecorded', {
      ...this.report(mention, reportId),
      polarity,
      proposition,
      attributionMode,
      hedge,
      cue: this.spanOrNull(mention.cue),
      answers: this.answeredReport(mention),
    });
  }

  private report(mention: Mention, reportId: string): Report {
    return {
      reportId,
      articleId: this.article.articleId,
      revision: this.article.revision,
      quote: this.index.spanOf(mention.quote),
      sentence: this.index.spanOf(mention.sentence),
      attribution: this.attributionChain(mention.attribution),
      rule: mention.rule,
      cues: mention.cues.map(({ kind, range }) => ({ kind, span: this.index.spanOf(range) })),
    };
  }

  private attributionChain(sources: readonly Source[]): AttributionLink[] {
    const { outlet } = this.article;
    const publisher: AttributionLink[] = outlet
      ? [{ name: outlet, role: null, kind: 'publisher', verb: 'publishes', span: null }]
      : [];
    return [
      ...publisher,
      ...sources.map(({ range, verbRange: _verbRange, rule: _rule, ...link }) => ({
        ...link,
        span: this.spanOrNull(range),
      })),
    ];
  }

  private answeredReport({ answers }: ClaimMention): string | null {
    if (!answers) return null;
    const ids = answers.kind === 'claim' ? this.claimIds : this.statementIds;
    return ids[answers.index] ?? null;
  }

  private spanOrNull(range: TextRange | null): TextSpan | null {
    return range && this.index.spanOf(range);
  }

  /** Two reports of one kind may share their words; the second takes an ordinal, so that ids stay apart and stable. */
  private reportId(kind: ReportKind, { start, end }: TextRange): string {
    const { articleId, revision, reading } = this.article;
    const place = `${kind} ${start} ${end}`;
    const ordinal = this.taken.get(place) ?? 0;
    this.taken.set(place, ordinal + 1);
    const span = [this.index.toCodePoint(start), this.index.toCodePoint(end)];
    const again = reading === undefined ? [] : [`reading ${reading}`];
    const further = ordinal ? [ordinal] : [];
    return deterministicId('report', articleId, revision, kind, ...span, ...further, ...again);
  }
}
