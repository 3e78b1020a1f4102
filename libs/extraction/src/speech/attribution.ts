import type { TextRange } from '#domain';
import type { Source } from '../extraction.js';
import type { SpeechContext } from '../figures/index.js';
import type { Document } from '../text/document.js';
import { plainSpaces } from '../text/plain-spaces.js';
import { firstBehind } from '../text/first-behind.js';
import type { Speaker } from './known-speaker.js';
import type { Speech } from './read-speech.js';

/** Rules whose content is asserted by the speaker; "praised the rescue of 40" asserts nothing about the 40. */
const ASSERTED = /^(?!reported-(?:noun-phrase|infinitive|passive))/;
/** Verbs whose object is asserted all the same: "reported 12 deaths", "cited a doctor that ...". */
const STATES_OBJECT =
  /^(?:report|confirm|announce|state|cite|document|record|register|list|detail|disclose|reveal|show|note|estimate|claim|tell|speak|talk|mention|recount)$/;

/** Deepest chain of attribution kept. */
const MAX_CHAIN = 8;

/** On somebody's word, who is more than the word "reports" itself, and who stands by it. */
function isAsserted({ rule, cue, subject, denied }: Speech): boolean {
  if (denied || cue?.negated) return false;
  if (cue?.entry.act === 'accuses') return true;
  if (rule === 'noun-cue') return subject?.phrase.first !== cue?.verb;
  return ASSERTED.test(rule) || (rule === 'reported-noun-phrase' && statesObject(cue));
}

function statesObject(cue: Speech['cue']): boolean {
  return STATES_OBJECT.test(cue?.entry.lemma ?? '');
}

function linkOf(speaker: Speaker | null, verb: string, rule: string): Source | null {
  if (!speaker) return null;
  const { name, role, kind, range } = speaker;
  return { name, role, kind, verb, range, verbRange: null, rule };
}

/** Whoever denies "claims that ..." does not hand them on. */
function isWithin(range: TextRange | undefined, at: number): boolean {
  return range !== undefined && range.start <= at && at < range.end;
}

/** Who stands behind which words of an article; also what the reader of figures asks. */
export class Attributions implements SpeechContext {
  private readonly bySentence = new Map<number, Speech[]>();

  constructor(
    private readonly document: Document,
    all: readonly Speech[],
  ) {
    for (const speech of all) {
      const touched = new Set(speech.pieces.map(({ start }) => this.sentenceAt(start)));
      for (const sentence of touched) {
        const list = this.bySentence.get(sentence);
        if (list) list.push(speech);
        else this.bySentence.set(sentence, [speech]);
      }
    }
  }

  /** Through whom the words came: the speech around this one first, the speaker of the words last. */
  chainOf(speech: Speech): Source[] {
    const verb = speech.cue ? this.document.tokens[speech.cue.verb] : undefined;
    const at = verb?.start ?? speech.content.start;
    const around = this.covering(speech.sentence, { start: at, end: at + 1 });
    const outer = around.filter(
      (other) => other !== speech && other.cue !== speech.cue && !isWithin(other.denied?.range, at),
    );
    return this.sourcesOf([...outer, speech]);
  }

  attributionOf(range: TextRange): readonly Source[] {
    const around = this.covering(this.sentenceAt(range.start), range);
    return this.sourcesOf(around.filter(isAsserted));
  }

  isDenied(range: TextRange): boolean {
    const near = this.bySentence.get(this.sentenceAt(range.start)) ?? [];
    return near.some(({ denied, rule }) => denied?.struck && this.reaches(denied.range, range, rule));
  }

  /** Behind a comma a noun phrase is over: "the group, which denies a role, killed 40 people". */
  private reaches(matter: TextRange, { start, end }: TextRange, rule: string): boolean {
    if (matter.start > start || matter.end < end) return false;
    return rule !== 'reported-noun-phrase' || !this.document.text.slice(matter.start, start).includes(',');
  }

  /** The speech whose words take in a range, the widest first. */
  private covering(sentence: number, { start, end }: TextRange): Speech[] {
    const own = this.bySentence.get(sentence);
    if (!own) return [];
    return own
      .filter(({ pieces, content }) => {
        if (content.start > start) return false;
        const piece = pieces[firstBehind(pieces, start, (one) => one.start) - 1];
        return piece !== undefined && end <= piece.end;
      })
      .toSorted((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start))
      .slice(0, MAX_CHAIN);
  }

  private sourcesOf(speeches: readonly Speech[]): Source[] {
    const chain: Source[] = [];
    for (const speech of speeches)
      for (const link of this.linksOf(speech))
        if (!chain.some(({ name }) => name === link.name)) chain.push(link);
    return chain;
  }

  /** The outlet that the words came through, the speaker, and behind him whom he cites. */
  private linksOf(speech: Speech): Source[] {
    const own = this.sourceOf(speech);
    if (!own) return [];
    const { rule } = speech;
    return [linkOf(speech.through, 'reported', rule), own, linkOf(speech.cited, 'cited', rule)].filter(
      (link) => link !== null,
    );
  }

  private sourceOf({ speaker, cue, rule }: Speech): Source | null {
    if (!speaker) return null;
    const { name, role, kind, range } = speaker;
    const first = cue ? this.document.tokens[cue.first] : undefined;
    const last = cue ? this.document.tokens[cue.after - 1] : undefined;
    const verbRange = cue && first && last ? { start: first.start, end: last.end } : null;
    const words = verbRange ? this.document.text.slice(verbRange.start, verbRange.end) : 'quoted';
    return { name, role, kind, verb: plainSpaces(words), range, verbRange, rule };
  }

  /** The sentence that an offset lies in, or the one before it. */
  private sentenceAt(offset: number): number {
    return firstBehind(this.document.sentences, offset, ({ start }) => start) - 1;
  }
}
