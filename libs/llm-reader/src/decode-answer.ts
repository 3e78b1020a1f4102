import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
  validateSync,
} from 'class-validator';
import {
  describeProblems,
  FIGURE_STATUSES,
  MEASURES,
  METRICS,
  PLACE_ROLES,
  POLARITIES,
  QUANTIFIERS,
  SOURCE_KINDS,
  SPEECH_ACTS,
  STATEMENT_FORMS,
  UNITS,
  type FigureStatus,
  type Measure,
  type Metric,
  type PlaceRole,
  type Polarity,
  type Quantifier,
  type SourceKind,
  type SpeechAct,
  type StatementForm,
  type Unit,
} from '#domain';
import type { Proposal, RefusedProposal } from '#extraction';
import { LlmAnswerUnreadable } from './errors.js';

/** More facts than this of one kind in one part of an article are no reading. */
const MAX_FACTS = 500;
const MAX_WORDS = 4_000;
/** A half of a surrogate pair would match in the middle of a character. */
const WELL_FORMED = /^\P{Cs}*$/u;

class Speaker {
  @IsString() @IsNotEmpty() @MaxLength(300) @Matches(WELL_FORMED) name: string;
  @IsOptional() @IsString() @MaxLength(300) role: string | null;
  @IsIn(SOURCE_KINDS.filter((kind) => kind !== 'publisher')) kind: SourceKind;
  @IsString() @MaxLength(100) verb: string;
}

abstract class Answered {
  @IsString() @IsNotEmpty() @MaxLength(MAX_WORDS) @Matches(WELL_FORMED) quote: string;
  @IsOptional() @ValidateNested() @Type(() => Speaker) speaker: Speaker | null;
}

class AnsweredFigure extends Answered {
  @IsIn(METRICS) metric: Metric;
  @IsIn(MEASURES) measure: Measure;
  @IsOptional() @Min(0) value: number | null;
  @IsOptional() @Min(0) max: number | null;
  @IsIn(QUANTIFIERS) quantifier: Quantifier;
  @IsIn(UNITS) unit: Unit;
  @IsString() @MaxLength(200) unitText: string;
  @IsIn(FIGURE_STATUSES) status: FigureStatus;
  @IsOptional() @IsString() @IsNotEmpty() @Matches(WELL_FORMED) place: string | null;
  @IsOptional() @IsIn(PLACE_ROLES) placeRole: PlaceRole | null;
  @IsOptional() @IsString() @IsNotEmpty() @Matches(WELL_FORMED) period: string | null;
}

class AnsweredStatement extends Answered {
  @IsIn(STATEMENT_FORMS) form: StatementForm;
  @IsIn(SPEECH_ACTS) act: SpeechAct;
}

class AnsweredClaim extends Answered {
  @IsIn(POLARITIES) polarity: Polarity;
  @IsOptional() @IsString() answers: string | null;
}

const KINDS = [
  { kind: 'figure', list: 'figures', shape: AnsweredFigure },
  { kind: 'statement', list: 'statements', shape: AnsweredStatement },
  { kind: 'claim', list: 'claims', shape: AnsweredClaim },
] as const;

export interface DecodedAnswer {
  readonly proposals: readonly Proposal[];
  readonly refused: readonly RefusedProposal[];
}

/**
 * The facts of an answer, each checked by itself: one that breaks the vocabulary is refused, its neighbours stand.
 * @throws {LlmAnswerUnreadable} it is not JSON of the asked shape at all
 */
export function decodeAnswer(content: string): DecodedAnswer {
  const answer = parse(content);
  const proposals: Proposal[] = [];
  const refused: RefusedProposal[] = [];
  for (const { kind, list, shape } of KINDS) {
    const items = answer[list] ?? [];
    if (!Array.isArray(items)) throw new LlmAnswerUnreadable(`"${list}" is not a list`);
    if (items.length > MAX_FACTS) throw new LlmAnswerUnreadable(`"${list}" has ${items.length} entries`);
    for (const item of items as unknown[]) {
      const fact = plainToInstance<Answered, object>(shape, Object(item) as object);
      const problems = describeProblems(validateSync(fact, { whitelist: true, forbidUnknownValues: true }));
      if (Object.keys(problems).length === 0) proposals.push(complete(kind, fact));
      else refused.push(malformed(kind, fact, problems));
    }
  }
  return { proposals, refused };
}

/** What an answer leaves out is null. */
function complete(kind: Proposal['kind'], fact: Answered): Proposal {
  const nothing =
    kind === 'figure'
      ? { value: null, max: null, place: null, placeRole: null, period: null }
      : kind === 'claim'
        ? { answers: null }
        : {};
  const { speaker } = fact;
  return {
    kind,
    ...nothing,
    ...fact,
    speaker: speaker ? { ...speaker, role: speaker.role ?? null } : null,
  } as Proposal;
}

function malformed(
  kind: Proposal['kind'],
  { quote }: Answered,
  problems: Record<string, string>,
): RefusedProposal {
  const words = typeof quote === 'string' && WELL_FORMED.test(quote) ? quote.slice(0, MAX_WORDS) : '';
  const detail = Object.entries(problems).map(([field, problem]) => `${field}: ${problem}`);
  return { kind, quote: words, reason: 'malformed', detail: detail.join('; ').slice(0, 1_000) };
}

/** Small models wrap their JSON in a code fence or words; the outermost braces are the answer. */
function parse(content: string): Record<string, unknown> {
  const from = content.indexOf('{');
  const to = content.lastIndexOf('}');
  try {
    return JSON.parse(content.slice(from, to + 1)) as Record<string, unknown>;
  } catch {
    throw new LlmAnswerUnreadable('it is not JSON');
  }
}
