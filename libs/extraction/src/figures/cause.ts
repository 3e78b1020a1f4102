import type { Cause } from '#domain';
import type { Source } from '../extraction.js';
import { wordList } from '../words/word-list.js';
import { wordKind, type Word } from '../words/words.js';

const CONFLICT = wordKind(
  /^(?:war|wars|conflict|fighting|clashes|airstrikes?|strikes?|bomb(?:ing|ings|ardments?|s|ed)?|shelling|shells?|offensive|assault|attacks?|attacked|militants?|rebels?|insurgents?|fighters|troops|soldiers|army|forces|siege|besieged|cease-?fire|truce|gunmen|gunfire|shooting|shot|massacres?|execut(?:ed|ions?)|terrorists?|rocket|rockets|mortar|violence|rebel-held|government-held|militia|regime|(?:conflict|war|strife)-[a-z]+)$/,
);
const DISASTER = wordKind(
  /^(?:floods?|flooding|flooded|floodwaters|earthquakes?|quake|tremor|storms?|cyclones?|hurricanes?|typhoons?|tornado(?:es)?|landslides?|mudslides?|tsunami|volcano|eruption|droughts?|wildfires?|bushfires?|rains?|rainfall|avalanches?|monsoon|dam|dams|river|blizzard|heatwave|disaster|shipwreck|capsized|sank|fire|blaze|overflowing|torrents?|(?:flood|quake|earthquake|storm|drought|disaster|cyclone)-[a-z]+)$/,
);

/**
 * Tells conflict from disaster by the words of a sentence; null where it has neither or both alike. What its sources are called
 * tells nothing of it: the army counts the dead of a flood, too, and what two sources say of one event must meet in one claim.
 */
export function causeOf(words: readonly Word[], sources: readonly Source[]): Cause | null {
  let balance = 0;
  for (const word of words) {
    if ((word.is & (CONFLICT | DISASTER)) === 0 || sources.some((source) => names(source, word))) continue;
    balance += (word.is & CONFLICT) !== 0 ? 1 : -1;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'conflict' : 'disaster';
}

/** Who fights helps in floods too, people come under fire, and a river is only a place: alone they name no event. */
const NO_EVENT = wordList(
  'militant militants rebel rebels insurgent insurgents fighters troops soldiers army forces gunmen terrorist terrorists rebel-held government-held militia regime fire river dam dams',
);

/** The kind of event that a title or an opening names; null where it names none, or both kinds. */
export function eventCauseOf(words: readonly Word[]): Cause | null {
  const named = words.filter((word) => (word.is & (CONFLICT | DISASTER)) !== 0 && !NO_EVENT.holds(word));
  const isConflict = named.some(({ is }) => (is & CONFLICT) !== 0);
  const isDisaster = named.some(({ is }) => (is & DISASTER) !== 0);
  if (isConflict === isDisaster) return null;
  return isConflict ? 'conflict' : 'disaster';
}

/** Characters between a name and its role: ", who is an". */
const BESIDE = 12;

/** Whether the word is of the source's name, or of its role beside that. */
function names({ range, role }: Source, { start, end, lower }: Word): boolean {
  if (!range) return false;
  const reach = role === null ? 0 : role.length + BESIDE;
  if (start < range.start - reach || end > range.end + reach) return false;
  const isOfName = start >= range.start && end <= range.end;
  return (
    isOfName ||
    (role
      ?.toLowerCase()
      .split(/[^\p{L}-]+/u)
      .includes(lower) ??
      false)
  );
}

const CRISIS = wordKind((lower, _, bits) => (bits & (CONFLICT | DISASTER)) !== 0 || FLIGHT.test(lower));
const FLIGHT =
  /^(?:encircl|besieg|blockade|hostage|captiv|blast|explosion|evacuat|displac|refuge|flee|fled|shelter|homeless|convoy|bus$|buses$|siege|trapped|stranded|missing|dead$|died$|killed$|victims|survivors|rubble|rescue|onboard$|aboard$|capsiz|sank$|shipwreck|derail|firefight|lifeboat|coastguard|rooftop)/;

/** A sentence that speaks of war, disaster or flight: only there do "left", "remain" or "survived" tell of people's fate. */
export function inCrisis(words: readonly Word[]): boolean {
  for (const word of words) if ((word.is & CRISIS) !== 0) return true;
  return false;
}

const MIGRATION =
  /^(?:refugees?|migrants?|camps?|asylum|asylum-seekers|borders?|frontier|shores|displac|flee|fled|fleeing|immigrants?|crossings?|crossed|returnees|boats|dinghy|dinghies)$/;

/** A sentence that speaks of borders or of people who leave their country. */
export function isMigration(words: readonly Word[]): boolean {
  return words.some(({ lower }) => MIGRATION.test(lower));
}

/** Diseases by names that mean nothing else. */
export const DISEASES =
  'cholera measles malaria dengue ebola typhoid hepatitis meningitis polio diphtheria dysentery flu influenza mpox tuberculosis coronavirus covid covid-19 scabies rabies anthrax diarrhoea diarrhea pneumonia jaundice';
const NAMED_DISEASES = `${DISEASES.replaceAll(' ', '|')}|epidemic|pandemic`;
const DISEASE = new RegExp(
  `^(?:${NAMED_DISEASES}|plague|virus|fever|outbreak|infections?|infected|disease|frostbite|hypothermia|heatstroke|malnutrition|laboratory-confirmed)$`,
);

/** A sentence that speaks of a disease: there "cases" are people. */
export function isEpidemic(words: readonly Word[]): boolean {
  return words.some(({ lower }) => DISEASE.test(lower));
}

/** A text that names a disease: where it has done so, new or registered "cases" are of that disease. */
export const DISEASE_NAME = new RegExp(`\\b(?:${NAMED_DISEASES})\\b`, 'i');
