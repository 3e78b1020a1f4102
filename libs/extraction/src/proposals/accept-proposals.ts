import type { Polarity, TextRange } from '#domain';
import { findDateline, resolvePeriod } from '../dates/index.js';
import type {
  ClaimMention,
  CueRange,
  FigureMention,
  Mention,
  ReadableArticle,
  StatementMention,
} from '../extraction.js';
import { addCue, addPlaces, addSources, inTextOrder } from '../cues/cues.js';
import { categoryOf } from '../figures/describe.js';
import { readNumber, type NumberReading } from '../figures/read-number.js';
import { rangeOf, readWords } from '../words/words.js';
import { ArticleWords } from './article-words.js';
import type {
  AcceptedProposals,
  Proposal,
  ProposedClaim,
  ProposedFigure,
  ProposedStatement,
  Refusal,
  RefusedProposal,
} from './proposal.js';

/**
 * What may be believed of facts that a model says it read. The article is untrusted text and so is the answer: a fact is accepted
 * only if its words stand in the article, its number is read from these words by our own reader, and its speaker, place and time
 * words stand there too. Dates, categories, sentences and offsets are ours. Everything else is refused with its reason.
 */
export function acceptProposals(
  article: ReadableArticle,
  proposals: readonly Proposal[],
  rule: string,
): AcceptedProposals {
  const gate = new ProposalGate(article, rule);
  for (const proposal of proposals) gate.judge(proposal);
  return gate.result();
}

class Refused {
  constructor(
    readonly reason: Refusal,
    readonly detail: string,
  ) {}
}

interface AcceptedClaim extends ClaimMention {
  readonly answersQuote: string | null;
}

class ProposalGate {
  private readonly words: ArticleWords;
  private readonly publishedOn: string | null;
  private readonly figures: FigureMention[] = [];
  private readonly statements: StatementMention[] = [];
  private readonly claims: AcceptedClaim[] = [];
  private readonly refused: RefusedProposal[] = [];

  constructor(
    article: ReadableArticle,
    private readonly rule: string,
  ) {
    this.words = new ArticleWords(article);
    this.publishedOn = article.publishedAt?.slice(0, 10) ?? findDateline(article.text);
  }

  judge(proposal: Proposal): void {
    const verdict = this.mention(proposal);
    if (verdict instanceof Refused) {
      const { kind, quote } = proposal;
      this.refused.push({ kind, quote, reason: verdict.reason, detail: verdict.detail });
      return;
    }
    if (proposal.kind === 'figure') this.addFigure(proposal, verdict);
    else if (proposal.kind === 'statement') this.addStatement(proposal, verdict);
    else this.addClaim(proposal, verdict);
  }

  result(): AcceptedProposals {
    const order = (a: Mention, b: Mention) => a.quote.start - b.quote.start || a.quote.end - b.quote.end;
    const claims = this.claims.toSorted(order);
    return {
      publishedOn: this.publishedOn,
      figures: this.figures.toSorted(order),
      statements: this.statements.toSorted(order),
      claims: claims.map(({ answersQuote, ...claim }, own) => ({
        ...claim,
        answers: answeredBy(claims, answersQuote, own),
      })),
      refused: this.refused,
    };
  }

  private mention(proposal: Proposal): Mention | Refused {
    const { kind, quote, speaker } = proposal;
    const range = quote.trim() === '' ? null : this.words.next(kind, quote);
    if (!range) return this.missing(quote);
    const problem = this.problemOf(proposal, range);
    if (problem) return problem;
    const where = speaker && this.words.nearest(speaker.name, range);
    if (speaker && !where)
      return new Refused('speaker_absent', `"${speaker.name}" does not stand in the article.`);
    const attribution = speaker && where ? [{ ...speaker, range: where, verbRange: null }] : [];
    const cues: CueRange[] = [];
    addSources(cues, attribution);
    return {
      quote: range,
      sentence: this.words.sentenceOf(range),
      attribution,
      rule: this.rule,
      cues: inTextOrder(cues),
    };
  }

  private missing(quote: string): Refused {
    return quote.trim() !== '' && this.words.has(quote)
      ? new Refused('duplicate', 'Every place where these words stand was taken by a fact before.')
      : new Refused('not_verbatim', 'These words do not stand in the article.');
  }

  private problemOf(proposal: Proposal, range: TextRange): Refused | null {
    if (proposal.kind === 'figure') return this.figureProblem(proposal, range);
    if (proposal.kind === 'statement' && proposal.form === 'direct' && !this.words.isQuoted(range)) {
      return new Refused('not_quoted', 'The article does not set these words in quotation marks.');
    }
    return null;
  }

  private figureProblem(figure: ProposedFigure, range: TextRange): Refused | null {
    const readings = numbersIn(this.words.text, range);
    if (!readings.some((reading) => agrees(reading, figure))) {
      const found = readings.map(({ value, max, vague }) => [vague ?? value, max].filter(Boolean).join('-'));
      return new Refused(
        'number_differs',
        `The answer says ${figure.value ?? figure.quantifier}; its words read ${found.join(', ') || 'no number'}.`,
      );
    }
    if (figure.place !== null && !this.words.has(figure.place))
      return new Refused('place_absent', `"${figure.place}" does not stand in the article.`);
    if (figure.period !== null && !this.words.has(figure.period))
      return new Refused('period_absent', `"${figure.period}" does not stand in the article.`);
    return null;
  }

  private addFigure(figure: ProposedFigure, mention: Mention): void {
    const { kind: _kind, quote: _quote, speaker: _speaker, place, placeRole, period, ...fields } = figure;
    const when = period === null ? null : resolvePeriod(period, this.publishedOn);
    const { quote } = mention;
    const places = place
      ? [{ text: place, role: placeRole ?? 'location', range: this.words.nearest(place, quote) }]
      : [];
    const said = period === null ? null : this.words.nearest(period, quote);
    const cues = [...mention.cues, ...numberCues(this.words.text, quote, figure)];
    addPlaces(cues, places);
    addCue(cues, 'period', said);
    this.figures.push({
      ...mention,
      ...fields,
      cues: inTextOrder(cues),
      term: null,
      category: categoryOf(figure.metric, figure.measure),
      population: null,
      cause: null,
      places,
      period: when,
      asOf: figure.measure === 'stock' ? (when?.end ?? null) : null,
    });
  }

  private addStatement({ form, act }: ProposedStatement, mention: Mention): void {
    const polarity: Polarity = act === 'denies' ? 'denied' : 'asserted';
    this.statements.push({
      ...mention,
      form,
      act,
      polarity,
      attributionMode: modeOf(mention),
      pieces: [mention.quote],
      cue: null,
      utteredOn: null,
    });
  }

  private addClaim({ polarity, answers }: ProposedClaim, mention: Mention): void {
    const { start, end } = mention.quote;
    this.claims.push({
      ...mention,
      polarity,
      proposition: this.words.text.slice(start, end),
      attributionMode: modeOf(mention),
      hedge: null,
      cue: null,
      answers: null,
      answersQuote: answers,
    });
  }
}

const modeOf = ({ attribution }: Mention) => (attribution.length > 0 ? 'explicit' : 'none');

function answeredBy(
  claims: readonly AcceptedClaim[],
  quote: string | null,
  own: number,
): ClaimMention['answers'] {
  if (quote === null) return null;
  const index = claims.findIndex(({ proposition }, at) => at !== own && proposition === quote);
  return index === -1 ? null : { kind: 'claim', index };
}

function numbersIn(text: string, { start, end }: TextRange): NumberReading[] {
  const words = readWords(text, start, end);
  const readings: NumberReading[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reading = readNumber(words, at);
    if (!reading) continue;
    readings.push(reading);
    at = reading.to - 1;
  }
  return readings;
}

/** The words of a figure that read its number. */
function numberCues(text: string, range: TextRange, figure: ProposedFigure): CueRange[] {
  const reading = numbersIn(text, range).find((found) => agrees(found, figure));
  const words = readWords(text, range.start, range.end);
  return reading ? [{ kind: 'number', range: rangeOf(words, reading.from, reading.to) }] : [];
}

/** A vague word is the figure: its quantifier must be that word, and there is no value. */
function agrees({ value, max, vague }: NumberReading, figure: ProposedFigure): boolean {
  if (vague) return figure.value === null && figure.max === null && figure.quantifier === vague;
  return value === figure.value && max === figure.max;
}
