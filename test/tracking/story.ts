import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorrectionKind } from '#domain';

/** One article of an invented story. Its paragraphs stand apart by an empty line. */
export interface StoryArticle {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly text: readonly string[];
  /** The texts that the outlet put in its place, one after the other. */
  readonly revisions?: readonly (readonly string[])[];
  /** Why the outlet took it back. */
  readonly withdrawn?: string;
}

/** Who decides, if not the editor; `atOnce`: having seen what was there before the decision that stands before it. */
interface Decider {
  readonly by?: string;
  readonly atOnce?: boolean;
}

/** What an editor does when all articles are in. Reports are named as on timelines, claims by their first report. */
export type StoryDecision = Decider & ToldDecision;

type ToldDecision =
  | {
      readonly type: 'retract';
      readonly report: string;
      readonly kind: CorrectionKind;
      readonly reason: string;
    }
  | {
      readonly type: 'correct';
      readonly report: string;
      readonly kind: CorrectionKind;
      readonly field: string;
      readonly from: unknown;
      readonly to: unknown;
      readonly reason: string;
    }
  | { readonly type: 'recommend'; readonly report: string; readonly value: number; readonly logic: string }
  | { readonly type: 'sign_off'; readonly claim: string; readonly reason: string }
  | { readonly type: 'merge'; readonly claim: string; readonly merged: string; readonly reason: string }
  | MovingDecision;

/** What an editor does to where reports belong, and to who is one source with whom: the source of a report stands for a name. */
export type MovingDecision =
  | { readonly type: 'split'; readonly reports: readonly string[]; readonly reason: string }
  | { readonly type: 'unlink'; readonly report: string; readonly reason: string }
  | { readonly type: 'link'; readonly report: string; readonly claim: string; readonly reason: string }
  | { readonly type: 'undo'; readonly what: string; readonly report: string; readonly reason: string }
  | {
      readonly type: 'merge_sources';
      readonly report: string;
      readonly merged: string;
      readonly reason: string;
    };

export interface Story {
  readonly name: string;
  readonly articles: readonly StoryArticle[];
  readonly decisions: readonly StoryDecision[];
  readonly expected: ExpectedStory;
}

/**
 * A claim in lines. "a5 killed 18: revises a3 killed 20 -2 falls | interior ministry | Norvale | same origin, three days later, 20 -> 18"
 * is a report, what it adds against which and what to look at; its origin; a figure's place; why, in words.
 */
export interface ExpectedClaim {
  readonly status: string;
  readonly reports: number;
  readonly origins: number;
  /** Of the numbers that are shown; null where none is. */
  readonly unit: string | null;
  readonly range: string | null;
  readonly latest: number | null;
  readonly headline: string | null;
  readonly conflicts: readonly string[];
  /** Whom reports contradict and bear out beside the one that they are held against: "c4 killed 700: conflicts c3 killed 64 | why". */
  readonly otherRelations?: readonly string[];
  /** What later texts made of its reports: "d1 killed 40 -> d1.2 killed 60: changed without saying so, value 40 -> 60". */
  readonly edits: readonly string[];
  readonly timeline: readonly string[];
}

/** Every claim of figures, and those of statements and claims that have more than one report or a denial. */
export interface ExpectedStory {
  readonly clusters: readonly (readonly string[])[];
  readonly claims: readonly ExpectedClaim[];
  /** What those are told who decide on what is no longer so. */
  readonly refused?: readonly string[];
  /** By day, the claims of figures as known from what had been published: the latest number and the reports, "12: a1 killed 12, a2 killed 12". */
  readonly assertedBy: FiguresByDay;
  /** By day, those of which reports speak of that day. */
  readonly validOn: FiguresByDay;
  /** The claims of figures as the record stood once an article had come in, or a decision was made, and all processes had decided. */
  readonly recordedBy?: readonly RecordedFigures[];
}

interface RecordedFigures {
  /** "c5", "decision 1". */
  readonly after: string;
  /** With the other clock turned too. */
  readonly assertedBy?: string;
  readonly figures: readonly string[];
}

type FiguresByDay = Readonly<Record<string, readonly string[]>>;

const FIXTURES = join(import.meta.dirname, '../fixtures');

export const stories: readonly Story[] = readdirSync(FIXTURES)
  .filter((folder) => folder.startsWith('story-'))
  .map((folder) => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(FIXTURES, folder, file), 'utf8'));
    const { articles, decisions } = read('story.json') as Pick<Story, 'articles' | 'decisions'>;
    return { name: folder, articles, decisions, expected: read('expected.json') as ExpectedStory };
  });
