import { clearingIn } from '../speech/clearing.js';
import { FORCE, REBELS } from '../speech/crimes.js';
import { matterWords, shareOf } from './matter-words.js';

/** Bodies that are meant by one another's names: who accuses "the forces" has the army in mind. */
const FAMILIES = [
  /\b(?:army|armies|military|forces?|troops|soldiers?|air force|navy|junta|defen[cs]e)\b/i,
  /\b(?:police|officers?|constabulary)\b/i,
  /\b(?:government|authorities|regime|state|officials?|administration|president|prime minister|ministry|minister)\b/i,
  new RegExp(`\\b(?:${REBELS})\\b`, 'i'),
];
/** Words of a name that others share. */
const GENERIC =
  /\b(?:local|national|senior|former|public|regional|state|human|rights|officials?|spokes\p{L}+)\b/giu;
const HALF = 0.5;
/** Characters of an accusation in which the accused is named. */
const HEAD = 90;
/** Where what he is accused of begins. */
const OF_WHAT = / (?:of|for|over|with|that|has|have|had|was|were|is|are) /;
const MANY = /(?:[^s]s|\b(?:people|\p{L}*men|\p{L}*women|children)|\band .*)$/iu;
/** "any role in it", "wrongdoing": no words of the accusation itself. */
const REFUSED =
  /^(?:(?:any|all|its|his|her|their) )?(?:[a-z-]+ )?(?:role|part|involvement|responsibility|wrongdoing|misconduct|knowledge|guilt|links?|connection|complicity)\b/i;
/** "any negligence", "breaches or errors", "not guilty": a fault in itself, of which nothing more is told. */
const FAULT =
  /^(?:(?:any|all|such|its|his|her|their) )?(?:[a-z-]+ )?(?:guilty|negligence|liability|fault|blame|culpability|malpractice|improprieties|impropriety|irregularities|abuses?|bias|corruption|fraud|collusion|violations?|breach(?:es)?|misdeeds|crimes?|offen[cs]es?|malice|doing anything (?:wrong|illegal|improper))(?:,? (?:or|and) [a-z-]+(?: [a-z-]+)?)?[\s.,]*$/i;
/** Force used against people or places. */
const USES_FORCE = new RegExp(`\\b(?:${FORCE}|sh(?:oot|ot)|hit\\b|target|rocket|missile)`, 'i');
/** An act of his own: "launching the attack", "that it had fired". */
const ACT = /^(?:that (?:it|they|he|she|its|their|his|her|the)|having|being|[a-z]+ing)\b/i;

/** A denial that clears its speaker of whatever he is accused of, and tells nothing of it. */
export function clearsOnly(matter: string): boolean {
  return REFUSED.test(matter) || FAULT.test(matter) || clearingIn(matter) !== null;
}

/** Both tell of force used, in whatever words: "launching the attack" and "forces shelled a clinic". */
export function tellOfForce(act: string, words: string): boolean {
  return ACT.test(act) && USES_FORCE.test(act) && USES_FORCE.test(words);
}

/** Who denies. */
export interface Denier {
  /** The words of his name and of his role that few others share. */
  readonly names: readonly ReadonlySet<string>[];
  /** What he speaks for, a bit for each of the families. */
  readonly bodies: number;
}

export const denierOf = (name: string, role: string): Denier => ({
  names: [name, role].map((words) => matterWords(words.replace(GENERIC, ''))),
  bodies: bodiesIn(`${name} ${role}`),
});

/** The first words of a mention, with whom they accuse, worked out once for all denials that may answer it. */
export class Proposition {
  private found: (Pick<Denier, 'bodies'> & { readonly words: ReadonlySet<string> }) | null = null;

  constructor(readonly text: string) {}

  /** The words for whom it accuses. */
  get accused(): string {
    return this.text.slice(0, HEAD).split(OF_WHAT)[0] ?? '';
  }

  /** It accuses more than one: "two fishermen", "the mill and the port". */
  get accusesMany(): boolean {
    return MANY.test(this.accused);
  }

  /** "They" may be the accused: several, or a body of people. */
  get accusesSeveral(): boolean {
    return this.accusesMany || bodiesIn(this.accused) !== 0;
  }

  get tellsOfForce(): boolean {
    return USES_FORCE.test(this.text);
  }

  /** It accuses him, by its first words: by name, or by the body he speaks for. */
  accuses({ names, bodies }: Denier): boolean {
    const accused = (this.found ??= accusedIn(this.accused));
    return (accused.bodies & bodies) !== 0 || names.some((name) => shareOf(name, accused.words, 1) >= HALF);
  }
}

function accusedIn(accused: string): { readonly words: ReadonlySet<string>; readonly bodies: number } {
  return { words: matterWords(accused), bodies: bodiesIn(accused) };
}

function bodiesIn(words: string): number {
  let bodies = 0;
  FAMILIES.forEach((family, index) => {
    if (family.test(words)) bodies |= 1 << index;
  });
  return bodies;
}
