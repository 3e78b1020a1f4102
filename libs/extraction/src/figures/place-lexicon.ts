import { wordList } from '../words/word-list.js';

const set = wordList;

/** Nouns of a settlement or division that has one name: "the city of X" is X. */
export const NAMED_TYPES = set(
  `city cities town village hamlet capital municipality province provinces region governorate district districts county counties state states towns villages
  department prefecture island islands country nation republic territory peninsula suburb township camp settlement port commune oblast parish neighbourhood neighborhood suburb countries cities`,
);

/** Nouns of a part of a place: "the outskirts of X" keeps its words. */
export const PART_TYPES = set(
  `enclave area areas part parts side half sector quarter quarters pocket zone zones neighbourhoods neighborhoods municipalities communes
  outskirts suburbs centre center countryside coast coastline shore north south east west northeast northwest southeast southwest
  north-east north-west south-east south-west border villages towns territory territories valley mountains strip basin banks vicinity heart slopes foothills
  shores streets ruins plateau delta lowlands steppe archipelago gorge hills`,
);

/** They may follow a name and belong to it: "Hunan province", "Bab sub district". */
export const TRAILING_TYPES = set(
  `city town village province governorate district districts sub-district subdistrict county region island islands state valley camp area areas
  municipality department prefecture airport port river desert mountains peninsula neighbourhood neighborhood suburb suburbs countryside
  camp settlement commune cities towns villages provinces counties states regions valleys highlands peninsulas territories
  plateau delta lowlands steppe archipelago gorge hills lake lakes reservoir community communities`,
);

/** Adjectives that narrow a place. */
export const PLACE_MODIFIERS = set(
  `north south east west northern southern eastern western central upper lower greater rural northeastern northwestern southeastern southwestern
  north-eastern north-western south-eastern south-western north-east north-west south-east south-west northeast northwest southeast southwest
  besieged coastal port neighbouring neighboring nearby remote mountainous inland beleaguered embattled devastated stricken war-torn
  surrounding outer inner old whole entire same capital border mainland metropolitan accessible safer other hard-hit flood-hit war-ravaged southernmost
  buffer demilitarised demilitarized exclusion industrial mining provincial regional easternmost westernmost northernmost rebel opposition historic ancient former central-eastern far second largest main mid eastern-most`,
);

/** What looks like a name after "in" or "from" and is none of a place: storms, titles, organisations. */
export const NOT_A_PLACE = set(
  `storm hurricane cyclone typhoon tropical operation president king queen prime minister mr mrs ms dr gen general col colonel sir saint-day
  united-nations un u.n. nato eu reuters afp ap twitter facebook telegram islam ramadan christmas easter god covid
  covid-19 january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday parliament congress army police government ministry it they he she we ongoing deadly latest recent fresh renewed massive fierce heavy suspected alleged separate powerful`,
);

/** They stand between a name and its noun of place: "the Norvale migrant camp". */
export const PLACE_KINDS = set(
  'migrant refugee displacement transit reception mining fishing farming market mountain river lakeside seaside border resort factory industrial textile',
);

/** A noun that, right after a name, makes the name an attribute: "in Northland militia attacks" is no place. */
export const EVENT_TAIL =
  /^(?:attacks?|strikes?|air-?strikes?|raids?|war|offensives?|operations?|mortar|shelling|militants?|forces?|troops|army|government|officials?|police|agency|agencies|media|rebels?|militia|militias|terrorists?|insurgents?|gunmen|time|hands?|custody|style|rule)$/;

/** What befalls a place ends its name in a title, where nouns have capitals: "in Easttown Bombing". */
export const BEFELL =
  /^(?:bombings?|attacks?|strikes?|air-?strikes?|raids?|shelling|offensive|assault|blasts?|explosions?|shootings?|clashes|fighting|violence|unrest|massacre|siege|bombardment|campaign|(?:earth)?quake|floods?|flooding|landslides?|stampede|outbreak|crossfire|evacuation)$/;

/** Nouns whose target follows with "on": "air strikes on X". */
export const ATTACK_NOUNS = set(
  'attack attacks strike strikes airstrike airstrikes raid raids assault offensive bombardment shelling bombing onslaught fire advance siege shells mortars rockets missiles bombs drones artillery',
);

/** Adjectives of nations and continents: "the Kenyan city" may name a place by its noun, "Kenyan troops" names none. */
export const NATIONALITIES = set(
  `afghan african albanian algerian american andorran angolan argentine argentinian armenian asian australian austrian azerbaijani azeri bahraini
  bangladeshi belarusian belgian beninese bhutanese bolivian bosnian brazilian british bulgarian burmese burundian cambodian cameroonian canadian
  caribbean chadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorean ecuadorian egyptian emirati english
  eritrean estonian ethiopian european fijian filipino finnish french gambian georgian german ghanaian greek guatemalan guinean haitian honduran
  hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish
  kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian malagasy malawian malaysian malian maltese mauritanian mexican moldovan
  mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian
  paraguayan peruvian polish portuguese qatari romanian russian rwandan salvadoran saudi scottish senegalese serbian sierra-leonean singaporean
  slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tunisian turkish turkmen ugandan
  ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean mediterranean arab`,
);
