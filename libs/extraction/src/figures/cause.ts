import type { Cause } from '#domain';
import { wordKind, type Word } from '../words/words.js';

const CONFLICT = wordKind(
  /^(?:war|wars|conflict|fighting|clashes|airstrikes?|strikes?|bomb(?:ing|ings|ardments?|s|ed)?|shelling|shells?|offensive|assault|attacks?|attacked|militants?|rebels?|insurgents?|fighters|troops|soldiers|army|forces|siege|besieged|cease-?fire|truce|gunmen|gunfire|shooting|shot|massacres?|execut(?:ed|ions?)|terrorists?|rocket|rockets|mortar|violence|rebel-held|government-held|militia|regime)$/,
);
const DISASTER = wordKind(
  /^(?:floods?|flooding|flooded|floodwaters|earthquakes?|quake|tremor|storms?|cyclones?|hurricanes?|typhoons?|tornado(?:es)?|landslides?|mudslides?|tsunami|volcano|eruption|droughts?|wildfires?|bushfires?|rains?|rainfall|avalanches?|monsoon|dam|dams|river|blizzard|heatwave|disaster|shipwreck|capsized|sank|fire|blaze|overflowing|torrents?)$/,
);

/** Tells conflict from disaster by the words of a sentence; null where it has neither or both alike. */
export function causeOf(words: readonly Word[]): Cause | null {
  let balance = 0;
  for (const word of words) {
    if ((word.is & CONFLICT) !== 0) balance += 1;
    else if ((word.is & DISASTER) !== 0) balance -= 1;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'conflict' : 'disaster';
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
