import type { Cause } from '#domain';
import type { Word } from '../words/words.js';

const CONFLICT =
  /^(?:war|wars|conflict|fighting|clashes|airstrikes?|strikes?|bomb(?:ing|ings|ardments?|s|ed)?|shelling|shells?|offensive|assault|attacks?|attacked|militants?|rebels?|insurgents?|fighters|troops|soldiers|army|forces|siege|besieged|cease-?fire|truce|gunmen|gunfire|shooting|shot|massacres?|execut(?:ed|ions?)|terrorists?|rocket|rockets|mortar|violence|rebel-held|government-held|militia|regime)$/;
const DISASTER =
  /^(?:floods?|flooding|flooded|floodwaters|earthquakes?|quake|tremor|storms?|cyclones?|hurricanes?|typhoons?|tornado(?:es)?|landslides?|mudslides?|tsunami|volcano|eruption|droughts?|wildfires?|bushfires?|rains?|rainfall|avalanches?|monsoon|dam|dams|river|blizzard|heatwave|disaster|shipwreck|capsized|sank|fire|blaze|overflowing|torrents?)$/;

/** Tells conflict from disaster by the words of a sentence; null where it has neither or both alike. */
export function causeOf(words: readonly Word[]): Cause | null {
  let balance = 0;
  for (const word of words) {
    if (CONFLICT.test(word.lower)) balance += 1;
    else if (DISASTER.test(word.lower)) balance -= 1;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'conflict' : 'disaster';
}

const FLIGHT =
  /^(?:evacuat|displac|refuge|flee|fled|shelter|homeless|convoy|bus$|buses$|siege|trapped|stranded|missing|dead$|died$|killed$|victims|survivors|rubble|rescue|onboard$|aboard$|capsiz|sank$)/;

/** A sentence that speaks of war, disaster or flight: only there do "left", "remain" or "survived" tell of people's fate. */
export function inCrisis(words: readonly Word[]): boolean {
  return words.some(({ lower }) => CONFLICT.test(lower) || DISASTER.test(lower) || FLIGHT.test(lower));
}
