import { CUES } from './cue-lexicon.js';

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface InflectedCue {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** lemma: past, participle. Only those of the lexicon that are not regular. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  put: ['put', 'put'],
  take: ['took', 'taken'],
  shoot: ['shot', 'shot'],
  throw: ['threw', 'thrown'],
  cast: ['cast', 'cast'],
  fight: ['fought', 'fought'],
  swat: ['swatted', 'swatted'],
  bat: ['batted', 'batted'],
  seek: ['sought', 'sought'],
  lay: ['laid', 'laid'],
  hit: ['hit', 'hit'],
  spell: ['spelled', 'spelled'],
  say: ['said', 'said'],
  hear: ['heard', 'heard'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  swear: ['swore', 'sworn'],
  find: ['found', 'found'],
  see: ['saw', 'seen'],
  speak: ['spoke', 'spoken'],
  show: ['showed', 'shown'],
  forecast: ['forecast', 'forecast'],
  bet: ['bet', 'bet'],
  read: ['read', 'read'],
  withdraw: ['withdrew', 'withdrawn'],
  undertake: ['undertook', 'undertaken'],
  foresee: ['foresaw', 'foreseen'],
  plead: ['pleaded', 'pleaded'],
  beg: ['begged', 'begged'],
  commit: ['committed', 'committed'],
  admit: ['admitted', 'admitted'],
  quip: ['quipped', 'quipped'],
  rebut: ['rebutted', 'rebutted'],
  rip: ['ripped', 'ripped'],
  brag: ['bragged', 'bragged'],
  slam: ['slammed', 'slammed'],
  dub: ['dubbed', 'dubbed'],
  refer: ['referred', 'referred'],
  prefer: ['preferred', 'preferred'],
  regret: ['regretted', 'regretted'],
};

function inflect(lemma: string): [string, VerbForm][] {
  const y = /[^aeiou]y$/.test(lemma);
  const stem = y ? lemma.slice(0, -1) : lemma;
  const plural = y ? `${stem}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const regular = y ? `${stem}ied` : lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`;
  const [past, participle] = IRREGULAR[lemma] ?? [regular, regular];
  const doubled = /[^e]ed$/.exec(past) && past.length === lemma.length + 3 ? past.slice(0, -2) : lemma;
  const ing =
    doubled.endsWith('e') && !doubled.endsWith('ee') ? `${doubled.slice(0, -1)}ing` : `${doubled}ing`;
  return [
    [lemma, 'base'],
    [plural, 's'],
    [participle, 'participle'],
    [past, 'past'],
    [ing, 'ing'],
    ...doubledForms(lemma),
  ];
}

/** "labelled" beside "labeled". */
function doubledForms(lemma: string): [string, VerbForm][] {
  return /[^aeiou][aeiou]l$/.test(lemma)
    ? [
        [`${lemma}led`, 'past'],
        [`${lemma}ling`, 'ing'],
      ]
    : [];
}

/** Every inflected form of the lexicon's verbs, lower case. A form that is past and participle counts as past. */
export const VERB_FORMS: ReadonlyMap<string, InflectedCue> = new Map(
  [...CUES.keys()].flatMap((lemma) =>
    inflect(lemma).map(([word, form]): [string, InflectedCue] => [word, { lemma, form }]),
  ),
);
