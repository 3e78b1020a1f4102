function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Nouns of a settlement or division that has one name: "the city of X" is X. */
export const NAMED_TYPES = set(
  `city cities town village hamlet capital municipality province provinces region governorate district districts county counties state states
  department prefecture island islands country nation republic territory peninsula suburb township camp settlement port commune oblast parish`,
);

/** Nouns of a part of a place: "the outskirts of X" keeps its words. */
export const PART_TYPES = set(
  `enclave area areas part parts side half sector quarter quarters pocket zone zones neighbourhood neighbourhoods neighborhood neighborhoods
  outskirts suburbs centre center countryside coast coastline shore north south east west northeast northwest southeast southwest
  north-east north-west south-east south-west border villages towns territory territories valley mountains strip basin banks vicinity heart`,
);

/** They may follow a name and belong to it: "Hunan province", "Bab sub district". */
export const TRAILING_TYPES = set(
  `city town village province governorate district districts sub-district subdistrict county region island islands state valley camp area areas
  municipality department prefecture airport port river desert mountains peninsula neighbourhood neighborhood suburb suburbs countryside`,
);

/** Adjectives that narrow a place. */
export const PLACE_MODIFIERS = set(
  `north south east west northern southern eastern western central upper lower greater rural northeastern northwestern southeastern southwestern
  north-eastern north-western south-eastern south-western north-east north-west south-east south-west northeast northwest southeast southwest
  besieged coastal port neighbouring neighboring nearby remote mountainous inland beleaguered embattled devastated stricken war-torn
  surrounding outer inner old whole entire same capital border mainland metropolitan accessible safer other hard-hit flood-hit war-ravaged southernmost
  easternmost westernmost northernmost historic ancient former central-eastern far second largest main mid eastern-most`,
);

/** What looks like a name after "in" or "from" and is none of a place: storms, titles, organisations. */
export const NOT_A_PLACE = set(
  `storm hurricane cyclone typhoon tropical operation president king queen prime minister mr mrs ms dr gen general col colonel sir saint-day
  united-nations un u.n. nato eu reuters afp ap twitter facebook telegram english arabic french russian islam ramadan christmas easter god covid
  covid-19 january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday parliament congress army police government ministry`,
);

/** A noun that, right after a name, makes the name an attribute: "in Northland militia attacks" is no place. */
export const EVENT_TAIL =
  /^(?:attacks?|strikes?|air-?strikes?|raids?|war|offensives?|operations?|mortar|shelling|militants?|forces?|troops|army|government|officials?|police|agency|agencies|media|rebels?|militia|militias|time|hands?|custody|style|rule)$/;

/** Nouns whose target follows with "on": "air strikes on X". */
export const ATTACK_NOUNS = set(
  'attack attacks strike strikes airstrike airstrikes raid raids assault offensive bombardment shelling bombing onslaught fire advance siege',
);
