import { wordsAndForms } from './verb-forms.js';

/** Nouns of a total: "the toll", "the figure". */
export const TOTAL_NOUNS: ReadonlySet<string> = new Set(
  'number figure total toll tally count death-toll'.split(' '),
);

/** A total gets as far as a number: "reached 40", "stands at 40". */
export const REACHES = wordsAndForms('hit hits hitting stand stands stood', 'reach top pass exceed surpass');

/** A total changes by itself: "rose to 40", "fell from 60". */
export const CHANGES = wordsAndForms(
  'rise rises rose risen rising grow grows grew grown growing swollen shrink shrinks shrank shrunk fall falls fell fallen falling dropped dropping drops drop',
  'increase climb jump swell soar double triple surge balloon',
);

/** Somebody changes a total: "raised the toll to 40", "cut it to 38". */
export const SETS = wordsAndForms(
  'cut cuts cutting put puts putting bring brings bringing brought take takes taking took trimmed trimming',
  'raise lower reduce adjust correct revise update',
);
