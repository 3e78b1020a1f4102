import { foldName } from '#domain';

/** Who is counted: everybody, one of the parts that reports break tolls into, or the words themselves. */
export interface PopulationClass {
  readonly name: string;
  /** Everybody in a narrower word ("civilians", "residents"): one class with "people", unless an article tells the two apart. */
  readonly narrowed: string | null;
}

const EVERYBODY = 'people';
const everybody = new Set(
  'people,persons,individuals,humans,human beings,souls,lives,deaths,fatalities,casualties,injured,wounded,missing,dead,displaced'
    .split(',')
    .flatMap((word) => [word, `${word} people`]),
);
const narrowed = new Set(
  `civilians,residents,inhabitants,villagers,townspeople,locals,citizens,victims,migrants,missing migrants,refugees,passengers,
   travellers,evacuees,internally displaced people,idps`.split(/,\s*/),
);
const parts: readonly (readonly [string, RegExp])[] = [
  [
    'people',
    /\bcivilians?\b.*\b(?:fighters|rebels|soldiers|troops|militants|combatants)\b|\b(?:fighters|rebels|soldiers)\b.*\bcivilians?\b/,
  ],
  [
    'children',
    /\b(?:children|babies|infants|minors|toddlers|newborns|orphans|boys|girls|schoolchildren|pupils)\b/,
  ],
  ['women', /\bwomen\b/],
  ['elderly', /\b(?:elderly|older people|pensioners)\b/],
  [
    'fighters',
    /\b(?:fighters|rebels|soldiers|troops|militants|combatants|insurgents|gunmen|militiamen|pows)\b/,
  ],
  ['officers', /\b(?:police|policemen|officers)\b/],
  ['relief workers', /\b(?:aid workers|rescuers|medics|doctors|nurses|volunteers|firefighters|paramedics)\b/],
];

/** @param population who is counted in the article's words; null where it says "people" or nothing */
export function populationClass(population: string | null): PopulationClass {
  const folded = population === null ? '' : foldName(population);
  if (folded === '' || everybody.has(folded)) return { name: EVERYBODY, narrowed: null };
  if (narrowed.has(folded)) return { name: EVERYBODY, narrowed: folded };
  const part = parts.find(([, pattern]) => pattern.test(folded));
  return { name: part?.[0] ?? folded, narrowed: null };
}
