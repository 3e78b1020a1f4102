import { formsOf } from './verb-forms.js';

const set = (words: string, verbs = ''): ReadonlySet<string> =>
  new Set([...words.split(' '), ...verbs.split(' ').flatMap(formsOf)]);

/** Nouns of a total: "the toll", "the figure". */
export const TOTAL_NOUNS = set('number figure total toll tally count death-toll');

/** A total gets as far as a number: "reached 40", "stands at 40". */
export const REACHES = set('hit hits hitting stand stands stood', 'reach top pass exceed surpass');

/** A total changes by itself: "rose to 40", "fell from 60". */
export const CHANGES = set(
  'rise rises rose risen rising grow grows grew grown growing swollen shrink shrinks shrank shrunk fall falls fell fallen falling dropped dropping drops drop',
  'increase climb jump swell soar double triple surge balloon',
);

/** Somebody changes a total: "raised the toll to 40", "cut it to 38". */
export const SETS = set(
  'cut cuts cutting put puts putting bring brings bringing brought take takes taking took trimmed trimming',
  'raise lower reduce adjust correct revise update',
);
