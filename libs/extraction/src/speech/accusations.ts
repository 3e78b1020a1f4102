import type { SourceKind } from '#domain';
import { denierOf, Proposition } from '../claims/accused.js';
import { MAX_COMPARED } from '../claims/matter-words.js';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import type { Clearing } from './clearing.js';
import type { Speaker } from './known-speaker.js';
import type { Utterance } from './utterance.js';

/** Sentences behind an accusation in which "they" are the accused. */
const NEAR = 3;
/** Whom a pronoun in his own reported words may stand for. */
const ITSELF: Readonly<Record<string, ReadonlySet<SourceKind>>> = {
  he: new Set(['person', 'anonymous']),
  she: new Set(['person', 'anonymous']),
  it: new Set(['organisation', 'anonymous']),
  they: new Set(['organisation', 'group']),
};

/** Accusations before and after that are looked at. */
const WINDOW = 40;

interface Accusation {
  readonly by: Utterance;
  readonly start: number;
  readonly words: Proposition;
}

/** Whom the article accuses: words that clear somebody are a denial only where they answer that. */
export class Accusations {
  private known: readonly Accusation[] | null = null;

  constructor(
    private readonly document: Document,
    private readonly utterances: readonly Utterance[],
  ) {}

  /** Said of himself, of what is a fault, they need no accusation; of others, and of "it", they do. */
  areAnsweredBy(clearing: Clearing, utterance: Utterance, speaker: Speaker | null): boolean {
    const { pronoun, needsAccusation, innocent } = clearing;
    const isOwn = pronoun === null || mayMean(pronoun, utterance, speaker);
    if (isOwn && !needsAccusation) return true;
    return (isOwn && this.accuse(speaker, utterance)) || this.accuseOthers(pronoun, innocent, utterance);
  }

  private accuse(speaker: Speaker | null, utterance: Utterance): boolean {
    if (!speaker) return false;
    const denier = denierOf(speaker.name, speaker.role ?? '');
    const { all, at } = this.around(utterance);
    const near = all.slice(Math.max(0, at - WINDOW), at + WINDOW);
    return near.some(({ by, words }) => by !== utterance && words.accuses(denier));
  }

  /** The accusation just before is of one or of several, as the pronoun is; "innocent" are the victims of force, too. */
  private accuseOthers(pronoun: string | null, innocent: boolean, utterance: Utterance): boolean {
    const { all, at } = this.around(utterance);
    const last = all[at - 1];
    if (pronoun === null || !last || utterance.sentence - last.by.sentence > NEAR) return false;
    if (innocent && last.words.tellsOfForce) return false;
    return pronoun === 'they' ? last.words.accusesSeveral : !last.words.accusesMany;
  }

  /** All accusations in text order, and how many stand before an utterance. */
  private around({ pieces }: Utterance): { readonly all: readonly Accusation[]; readonly at: number } {
    this.known ??= this.utterances
      .filter(({ cue }) => cue?.entry.act === 'accuses')
      .map((by) => accusationIn(this.document.text, by))
      .toSorted((a, b) => a.start - b.start);
    return {
      all: this.known,
      at: firstBehind(this.known, (pieces[0]?.start ?? 0) - 1, ({ start }) => start),
    };
  }
}

/** In reported words a pronoun is first of all the speaker's: "The mill said it had done nothing wrong." */
function mayMean(pronoun: string, { quoted }: Utterance, speaker: Speaker | null): boolean {
  return !quoted && speaker !== null && ITSELF[pronoun]?.has(speaker.kind) === true;
}

function accusationIn(text: string, by: Utterance): Accusation {
  const start = by.pieces[0]?.start ?? 0;
  const end = Math.min(by.pieces.at(-1)?.end ?? start, start + MAX_COMPARED);
  return { by, start, words: new Proposition(text.slice(start, end)) };
}
