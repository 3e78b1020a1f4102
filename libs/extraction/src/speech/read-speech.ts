import { unknownSource, type Polarity, type TextRange } from '#domain';
import type { Document } from '../text/document.js';
import { Accusations } from './accusations.js';
import { readCalledUntrue } from './called-untrue.js';
import { isReduced } from './charged.js';
import { Citations } from './cited.js';
import type { Clearing } from './clearing.js';
import { findCues, type Cue } from './find-cues.js';
import { Forms, type Form } from './forms.js';
import { readNounCues } from './noun-cues.js';
import { withoutHandedOn } from './handed-on.js';
import { readHeadlineLabels } from './headline-labels.js';
import { nestedIn } from './not-said.js';
import { deniedMatter, type DeniedMatter } from './denied-matter.js';
import { polarityOf } from './polarity.js';
import { readQuotations } from './quotations.js';
import { relayed } from './relayed.js';
import { withoutTakenBack } from './retractions.js';
import { readReported } from './reported.js';
import type { Speaker } from './known-speaker.js';
import { SpeakerResolver } from './speakers.js';
import { readTollCues } from './toll-cues.js';
import type { Utterance } from './utterance.js';

export interface Speech extends Utterance {
  readonly speaker: Speaker | null;
  /** From whom the speaker has it ("citing village elders"). */
  readonly cited: Speaker | null;
  /** The outlet that hands on what the speaker said to it. */
  readonly through: Speaker | null;
  /** From the first attributed character to the last. */
  readonly content: TextRange;
  readonly form: Form;
  readonly polarity: Polarity;
  /** What the speaker denies, or null. */
  readonly denied: DeniedMatter | null;
  /** A claim, no statement: unnamed "reports of ..." inside somebody's reported words, what the article itself calls untrue. */
  readonly nested: boolean;
}

const UNKNOWN_THING = unknownSource('it');
/** Reported content of which this much is a quotation already read is that quotation. */
const REPEATED_SHARE = 0.7;

/** Every attribution of the article, in text order, with its speaker resolved. */
export function readSpeech(document: Document): Speech[] {
  const cues = findCues(document);
  const reported = readReported(document, cues);
  const nouns = withoutVenues(readNounCues(document, cues), reported);
  const tolls = readTollCues(document, cues).filter((toll) => !isToldByHim(document, toll, reported));
  const citations = new Citations(document);
  const all = citations.withoutSources([...reported, ...nouns, ...tolls]);
  const told = relayed(document, all);
  const quotations = relayed(document, readQuotations(document, cues, told));
  const labels = readHeadlineLabels(document, subjectsOf(document, [...told, ...quotations]));
  const reports = citations.withoutSources(withoutRepeated(told, quotations), quotations);
  const said = [...quotations, ...reports, ...labels];
  const untrue = readCalledUntrue(document, said);
  const nested = new Set([...nestedIn(reported, nouns), ...reported.filter(isBareAccusation), ...untrue]);
  const kept = [...said, ...untrue];
  const resolver = new SpeakerResolver(document);
  const forms = new Forms(document);
  const ordered = kept.toSorted((a, b) => orderOf(document, a) - orderOf(document, b));
  // One question after the other for all of them: that reads faster than all questions for one after the other.
  const who = ordered.map((utterance) => whoSpeaks(utterance, citations, resolver));
  const accusations = new Accusations(document, kept);
  const denials = ordered.map((utterance, index) => {
    const clears = (clearing: Clearing): boolean =>
      accusations.areAnsweredBy(clearing, utterance, who[index]?.speaker ?? null);
    return deniedMatter(document.text, utterance, clears, isInHeadline(document, utterance));
  });
  const own = withoutHandedOn(
    ordered.map((utterance, index) => ({
      utterance,
      speaker: who[index]?.speaker ?? null,
      denied: denials[index] ?? null,
    })),
  );
  const speech = ordered.map((utterance, index): Speech => {
    const denied = own[index] ?? null;
    return speechOf(utterance, who[index]!, {
      form: forms.of(utterance),
      polarity: polarityOf(document.text, utterance, denied),
      denied,
      nested: nested.has(utterance),
    });
  });
  return withoutTakenBack(speech)
    .filter(({ speaker, cue }) => !isNobodys(speaker, cue))
    .toSorted((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

type Speakers = Pick<Speech, 'speaker' | 'cited' | 'through'>;

/** All speech is made here, in one shape: a spread before other fields costs more than all that is read of it. */
function speechOf(
  { sentence, pieces, quoted, cue, subject, mode, after, rule }: Utterance,
  { speaker, cited, through }: Speakers,
  { form, polarity, denied, nested }: Pick<Speech, 'form' | 'polarity' | 'denied' | 'nested'>,
): Speech {
  const content = extent(pieces);
  return {
    sentence,
    pieces,
    quoted,
    cue,
    subject,
    mode,
    after,
    rule,
    speaker,
    cited,
    through,
    content,
    form,
    polarity,
    denied,
    nested,
  };
}

function whoSpeaks(utterance: Utterance, citations: Citations, resolver: SpeakerResolver): Speakers {
  const cited = citations.of(utterance);
  return {
    speaker: resolver.resolve(utterance),
    cited: cited && resolver.cited(cited),
    through: utterance.relayedBy ? resolver.cited(utterance.relayedBy) : null,
  };
}

/** "A man accused of theft has left": nobody's statement, but a claim. */
function isBareAccusation({ rule, subject, cue }: Utterance): boolean {
  return rule === 'reported-passive' && !subject && cue !== null && isReduced(cue);
}

function isInHeadline({ paragraphs, sentences }: Document, { sentence }: Utterance): boolean {
  return paragraphs[sentences[sentence]?.paragraph ?? -1]?.kind === 'title';
}

/** "It is hard to imagine that ...": "it" that stands for nothing has said nothing. */
function isNobodys(speaker: Speaker | null, cue: Cue | null): boolean {
  return speaker?.name === UNKNOWN_THING && cue?.voice !== 'finite';
}

/** "said in a report that ...": the noun is where somebody said the words that follow, and nobody else's word. */
function withoutVenues(nouns: readonly Utterance[], reported: readonly Utterance[]): Utterance[] {
  const saidBefore = new Map(
    reported.map(({ pieces: [words], cue }) => [words?.start, cue?.after ?? Infinity]),
  );
  return nouns.filter(
    ({ pieces: [words], cue }) => (saidBefore.get(words?.start) ?? Infinity) > (cue?.verb ?? -1),
  );
}

/** "Ruiz said he had counted 30 boats" is one statement: his count is what he says. */
function isToldByHim(
  document: Document,
  { sentence, subject, cue }: Utterance,
  reported: readonly Utterance[],
): boolean {
  const verb = cue && document.tokens[cue.verb];
  const isPronoun = /^(?:he|she|it|they)$/.test(document.tokens[subject?.phrase.first ?? -1]?.lower ?? '');
  if (!verb || !isPronoun) return false;
  return reported.some(
    (other) =>
      other.sentence === sentence &&
      other.pieces.some(({ start, end }) => start <= verb.start && verb.end <= end),
  );
}

/** Who says something in the article, as the subjects stand, lower case. */
function subjectsOf({ text, tokens }: Document, utterances: readonly Utterance[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { subject } of utterances) {
    if (!subject) continue;
    const first = tokens[subject.phrase.first];
    const last = tokens[subject.phrase.end - 1];
    if (first && last) names.add(text.slice(first.start, last.end).toLowerCase());
  }
  return names;
}

/** Speakers are resolved in the order in which they are named. */
function orderOf(document: Document, { subject, pieces }: Utterance): number {
  const named = subject && document.tokens[subject.phrase.first]?.start;
  return named ?? pieces[0]?.start ?? 0;
}

function extent(pieces: readonly TextRange[]): TextRange {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

function withoutRepeated(reported: readonly Utterance[], quotations: readonly Utterance[]): Utterance[] {
  const byCue = new Map(quotations.map((quotation) => [quotation.cue?.verb, quotation]));
  const pieces = quotations.flatMap((quotation) => quotation.pieces);
  let from = 0;
  return reported
    .toSorted((a, b) => extent(a.pieces).start - extent(b.pieces).start)
    .filter((utterance) => {
      const content = extent(utterance.pieces);
      while (from < pieces.length && (pieces[from]?.end ?? 0) <= content.start) from++;
      const taker = utterance.cue ? byCue.get(utterance.cue.verb) : undefined;
      if (taker && isTaken(utterance, taker)) return false;
      return !isRepeated(content, pieces, from, taker !== undefined);
    });
}

/** The cue stands between a quotation and its speaker: nothing else hangs on it. */
function isTaken({ cue, rule }: Utterance, { subject }: Utterance): boolean {
  if (!cue) return false;
  return (subject?.first ?? 0) > cue.verb || /^reported-(?:clause|noun-phrase)$/.test(rule);
}

/** Reported content that is, but for its marks, a quotation already read as direct speech. */
function isRepeated(
  content: TextRange,
  pieces: readonly TextRange[],
  from: number,
  sameCue: boolean,
): boolean {
  for (let i = from; i < pieces.length && (pieces[i]?.start ?? Infinity) < content.end; i++) {
    const piece = pieces[i];
    const shared = piece ? Math.min(piece.end, content.end) - Math.max(piece.start, content.start) : 0;
    if (shared > 0 && (sameCue || shared >= REPEATED_SHARE * (content.end - content.start))) return true;
  }
  return false;
}
