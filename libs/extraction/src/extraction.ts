import type {
  AttributionMode,
  Cause,
  CueKind,
  DateAccuracy,
  FigureStatus,
  IdmcCategory,
  IdmcTerm,
  Measure,
  Metric,
  PlaceRole,
  Polarity,
  Quantifier,
  SourceKind,
  SpeechAct,
  StatementForm,
  TextRange,
  Unit,
} from '#domain';

import type { PeriodFoundBy, PlaceRule, QuantifierRule } from './rules/aspect-rules.js';

/** What the reader is given. Only `text` is needed; the rest sharpens it (dates need `publishedAt`). */
export interface ReadableArticle {
  readonly text: string;
  readonly title?: string | null;
  readonly outlet?: string | null;
  /** YYYY-MM-DD or RFC 3339. When absent, a dateline in the text's first lines is used. */
  readonly publishedAt?: string | null;
}

/** Somebody the words are attributed to. `name` is the fullest name in the article, `range` the words that stand there. */
export interface Source {
  readonly name: string;
  readonly role: string | null;
  readonly kind: SourceKind;
  readonly verb: string;
  readonly range: TextRange | null;
  /** Where the verb stands; null where no words of the article tie him to it. */
  readonly verbRange: TextRange | null;
  /** The rule that tied him to the words. */
  readonly rule?: string;
}

/** Words that a rule went by. */
export interface CueRange {
  readonly kind: CueKind;
  readonly range: TextRange;
}

/** All ranges are UTF-16 code units of the text as given; `quote` are the mention's own words. */
export interface Mention {
  readonly quote: TextRange;
  readonly sentence: TextRange;
  /** Nearest source first in words, origin last: [Marta Ruiz, "reports"]. Empty = the reporter's own voice. */
  readonly attribution: readonly Source[];
  /** The named rule that found it. */
  readonly rule: string;
  /** What it went by, in text order. */
  readonly cues: readonly CueRange[];
}

export interface FigureMention extends Mention {
  readonly metric: Metric;
  readonly measure: Measure;
  readonly term: IdmcTerm | null;
  readonly category: IdmcCategory | null;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: Quantifier;
  readonly unit: Unit;
  readonly unitText: string;
  readonly population: string | null;
  readonly status: FigureStatus;
  readonly cause: Cause | null;
  /** Principal place first. */
  readonly places: readonly {
    readonly text: string;
    readonly role: PlaceRole;
    readonly range: TextRange | null;
  }[];
  readonly period: {
    readonly start: string | null;
    readonly end: string | null;
    readonly accuracy: DateAccuracy;
    readonly text: string;
  } | null;
  readonly asOf: string | null;
  /** The named rules that read what belongs to the figure; left out where a model proposed it. */
  readonly readBy?: AspectRules;
}

/** Which rule found what of a figure; null where the article tells none. */
export interface AspectRules {
  readonly place: PlaceRule | null;
  readonly period: PeriodFoundBy | null;
  readonly quantifier: QuantifierRule;
  /** The rule for statements by which the source stands for it, or one of its own. */
  readonly source: string;
}

export interface StatementMention extends Mention {
  readonly form: StatementForm;
  readonly act: SpeechAct;
  readonly polarity: Polarity;
  readonly attributionMode: AttributionMode;
  readonly pieces: readonly TextRange[];
  readonly cue: TextRange | null;
  readonly utteredOn: string | null;
}

export interface ClaimMention extends Mention {
  readonly polarity: Polarity;
  readonly proposition: string;
  readonly attributionMode: AttributionMode;
  readonly hedge: string | null;
  readonly cue: TextRange | null;
  /** For a denial: index into `claims` (or, where none is recorded as a claim, `statements`) of what it answers. */
  readonly answers: { readonly kind: 'claim' | 'statement'; readonly index: number } | null;
}

/** Everything read from one article, each list in text order. */
export interface Extraction {
  readonly extractor: string;
  readonly extractorVersion: string;
  /** YYYY-MM-DD: the given publication day, else the one in the dateline, else null. */
  readonly publishedOn: string | null;
  readonly figures: readonly FigureMention[];
  readonly statements: readonly StatementMention[];
  readonly claims: readonly ClaimMention[];
}
