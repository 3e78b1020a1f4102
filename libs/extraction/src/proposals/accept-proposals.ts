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
import { extractArticle } from '../extract-article.js';
import { withRanges } from '../text/raw-ranges.js';
import { readingText } from '../text/reading-text.js';
import { ArticleWords, evenSpaces } from './article-words.js';
import { checkMetric, checkNumber, toldByRules, type CheckedNumber } from './proposed-number.js';
import { checkSpeaker } from './proposed-speaker.js';
import {
  Refused,
  type AcceptedProposals,
  type Proposal,
  type ProposedClaim,
  type ProposedFigure,
  type ProposedStatement,
  type RefusedProposal,
} from './proposal.js';

/**
 * What may be believed of facts that a model says it read. The article is untrusted text and so is the answer: a fact is accepted
 * only if its words stand in the article, its number is read from these words by our own reader, its metric is not read otherwise by
 * the rules, and its unit, speaker, place and time words stand within reach of them (`ArticleWords.reachOf`). Quantifiers, dates,
 * categories, sentences and offsets are ours. Everything else is refused with its reason. Article and answer are compared as they are
 * read: what looks alike (composed or not, soft hyphens, line ends) is alike, and each range is of the article as it came.
 */
export function acceptProposals(
  article: ReadableArticle,
  proposals: readonly Proposal[],
  rule: string,
): AcceptedProposals {
  const { text, rawRange } = readingText(article.text);
  const gate = new ProposalGate({ ...article, text }, rule);
  for (const proposal of proposals) gate.judge(plainly(proposal), proposal.quote);
  const accepted = gate.result();
  return rawRange ? withRanges(accepted, rawRange) : accepted;
}

/** All its words as `readingText` gives those of the article. */
function plainly<T extends object>(proposal: T): T {
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return readingText(value).text;
    return typeof value === 'object' && value !== null ? plainly(value) : value;
  };
  return Object.fromEntries(Object.entries(proposal).map(([name, value]) => [name, plain(value)])) as T;
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
  private read: readonly FigureMention[] | null = null;

  constructor(
    private readonly article: ReadableArticle,
    private readonly rule: string,
  ) {
    this.words = new ArticleWords(article);
    this.publishedOn = article.publishedAt?.slice(0, 10) ?? findDateline(article.text);
  }

  /** `given` is the quote as it was proposed. */
  judge(proposal: Proposal, given: string): void {
    const mention = this.mention(proposal);
    const problem = mention instanceof Refused ? mention : this.add(proposal, mention);
    if (problem) this.refused.push({ kind: proposal.kind, quote: given, ...problem });
  }

  private add(proposal: Proposal, mention: Mention): Refused | null {
    if (proposal.kind === 'statement') this.addStatement(proposal, mention);
    if (proposal.kind === 'claim') this.addClaim(proposal, mention);
    if (proposal.kind !== 'figure') return null;
    const figure = this.figure(proposal, mention);
    if (figure instanceof Refused) return figure;
    this.figures.push(figure);
    return null;
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
    if (kind === 'statement' && proposal.form === 'direct' && !this.words.isQuoted(range))
      return new Refused('not_quoted', 'The article does not set these words in quotation marks.');
    const where = speaker && checkSpeaker(this.words, speaker, range);
    if (where instanceof Refused) return where;
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

  private figure(figure: ProposedFigure, mention: Mention): FigureMention | Refused {
    const { quote } = mention;
    const number = checkNumber(this.words.text, mention.sentence, quote, figure);
    if (number instanceof Refused) return number;
    const problem =
      checkMetric(this.figuresOfRules(), number.range, figure) ?? this.unitProblem(figure, quote);
    if (problem) return problem;
    const { place, period } = figure;
    const reach = this.words.reachOf(quote);
    const scene = place === null ? null : this.words.nearest(place, quote, reach);
    if (place !== null && !scene)
      return new Refused('place_absent', `"${place}" does not stand where the article tells of this.`);
    const said = period === null ? null : this.words.nearest(period, quote, reach);
    if (period !== null && !said)
      return new Refused('period_absent', `"${period}" does not stand where the article tells of this.`);
    return this.figureMention(figure, mention, number, scene, said);
  }

  /** "people" is what the rules write too where a number of persons names nothing. */
  private unitProblem({ unit, unitText }: ProposedFigure, quote: TextRange): Refused | null {
    if (unit === 'person' && unitText === 'people') return null;
    if (unitText !== '' && this.words.nearest(unitText, quote, this.words.reachOf(quote))) return null;
    return new Refused('unit_absent', `"${unitText}" does not stand where the article tells of this.`);
  }

  private figuresOfRules(): readonly FigureMention[] {
    return (this.read ??= extractArticle(this.article).figures);
  }

  private figureMention(
    figure: ProposedFigure,
    mention: Mention,
    number: CheckedNumber,
    scene: TextRange | null,
    said: TextRange | null,
  ): FigureMention {
    const { kind: _kind, quote: _quote, speaker: _speaker, place, placeRole, period, ...fields } = figure;
    const when = period === null ? null : resolvePeriod(period, this.publishedOn);
    const places = place ? [{ text: place, role: placeRole ?? 'location', range: scene }] : [];
    const cues: CueRange[] = [...mention.cues, { kind: 'number', range: number.range }];
    addPlaces(cues, places);
    addCue(cues, 'period', said);
    return {
      ...mention,
      ...fields,
      quantifier: number.quantifier,
      cues: inTextOrder(cues),
      ...toldByRules(this.words.text, this.figuresOfRules(), mention, number.range, figure),
      category: categoryOf(figure.metric, figure.measure),
      places,
      period: when,
      asOf: figure.measure === 'stock' ? (when?.end ?? null) : null,
    };
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
  const index = claims.findIndex(
    ({ proposition }, at) => at !== own && evenSpaces(proposition) === evenSpaces(quote),
  );
  return index === -1 ? null : { kind: 'claim', index };
}
