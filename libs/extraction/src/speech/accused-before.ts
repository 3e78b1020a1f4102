import type { Document, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { accusedOf } from './charged.js';
import type { Cue } from './find-cues.js';
import { isCapitalised } from './name-index.js';
import type { Known } from './known-speaker.js';
import { phraseStartingAt, type Phrase } from './noun-phrase.js';
import { matterIn } from './subject-of-cue.js';
import type { Subject } from './subject.js';
import { bareSubject } from './subjects.js';
import { mayBeAccused } from './pronouns.js';
import type { Utterance } from './utterance.js';
import { wordList } from '../words/word-list.js';

const PRONOUN = wordList('he she it they');
/** What a body told of before is called. */
const BODY = wordList(
  'group organisation organization agency company firm charity authority association ngo body party network outlet militia',
);
const MATTER = wordList('of for over with');

/** Who was accused, up to which token and in which sentence. */
interface Accused {
  readonly known: Known;
  readonly end: number;
  readonly sentence: number;
}

/**
 * Whom a pronoun or "the group" means that denies what somebody was just accused of: the accused, not the accuser who spoke last ("Vale
 * accused the mill of fraud, which it denies"). Utterances are given in text order.
 */
export class AccusedBefore {
  private last: Accused | null = null;

  constructor(
    private readonly document: Document,
    private readonly known: (subject: Subject) => Known | null,
  ) {}

  /** Remembers whom an accusation is of, before who makes it is known; words of anybody in a later sentence come between. */
  note({ sentence, cue }: Utterance): void {
    if (cue?.entry.act === 'accuses') {
      const phrase = this.accusedBy(cue);
      const known = phrase && this.known(bareSubject(phrase));
      this.last = known && { known, end: phrase.end, sentence };
    } else if (this.last && this.last.sentence < sentence) this.last = null;
  }

  /** Null where nobody was just accused whom the denier's word can mean. */
  meantBy({ sentence, cue, subject }: Utterance): Known | null {
    if (!this.last || !subject || cue?.entry.act !== 'denies' || !this.pointsBack(subject.phrase))
      return null;
    const { tokens, sentences } = this.document;
    const { known, end, sentence: own } = this.last;
    const isNear = sentence - own <= 1 && sentences[sentence]?.paragraph === sentences[own]?.paragraph;
    const isMeant =
      isNear && end <= subject.first && mayBeAccused(known, lowerAt(tokens, subject.phrase.first));
    return isMeant ? known : null;
  }

  private pointsBack({ first, end }: Phrase): boolean {
    const { tokens } = this.document;
    if (end - first === 1) return PRONOUN.at(tokens, first);
    return end - first === 2 && lowerAt(tokens, first) === 'the' && BODY.at(tokens, first + 1);
  }

  private accusedBy(cue: Cue): Phrase | null {
    const { tokens, sentences } = this.document;
    const sentence = sentences[cue.sentence];
    if (!sentence) return null;
    if (cue.voice === 'passive') return accusedOf(tokens, cue, sentence);
    const first = lowerAt(tokens, cue.after) === 'that' ? cue.after + 1 : cue.after;
    const phrase = phraseStartingAt(tokens, first, sentence.endToken);
    return phrase && { first, end: matterBehind(tokens, beforeVerb(tokens, phrase), cue) };
  }
}

/** "alleged that the mill dumped ash": the tagger's participle is the clause's verb. */
function beforeVerb(tokens: readonly Token[], { first, end }: Phrase): Phrase {
  for (let at = first + 1; at < end; at++) if (posAt(tokens, at) === 'VERB') return { first, end: at };
  return { first, end };
}

/** Where the matter opens behind the accused, whose own name may have an "of": "the Bank of Tovia of fraud". */
function matterBehind(tokens: readonly Token[], phrase: Phrase, { entry }: Cue): number {
  const at = matterIn(tokens, phrase, entry);
  if (!isCapitalised(tokens[at + 1])) return at;
  const behind = matterIn(tokens, { first: at + 1, end: phrase.end }, entry);
  return MATTER.at(tokens, behind) ? behind : at;
}
