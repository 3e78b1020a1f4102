import { WordList } from '../words/word-list.js';
/** Titles that stand before a name: their full stop never ends a sentence. */
export const TITLES_BEFORE_NAMES = new WordList(
  'mr. mrs. ms. dr. prof. gen. lt. col. maj. sgt. cpl. pvt. capt. cmdr. adm. brig. sen. rep. reps. sens. gov. govs. rev. hon. fr. msgr. pres. st. mt. ft. supt. insp. det. atty. amb. sec. no. nos. vs. v. approx. ca. cf. e.g. i.e. fig. op. al.'.split(
    ' ',
  ),
);

/** Abbreviations that may also end a sentence. */
export const ABBREVIATIONS = new WordList(
  'inc. co. corp. ltd. bros. jr. sr. etc. dept. univ. assn. ave. blvd. rd. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. a.m. p.m. ph.d. m.d. calif. fla. ill. mass. mich. minn. okla. ore. pa. tenn. tex. va. wash. wis. ariz. ark. colo. conn. del. ga. ind. kan. ky. la. md. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. s.c. s.d. vt. w.va. wyo. ala. D.C.'
    .toLowerCase()
    .split(' '),
);

/** Words that start a sentence far more often than they follow an abbreviation with a capital. */
export const SENTENCE_STARTERS = new WordList(
  'the a an this that these those he she it they we i you his her its their our my there here but and or so yet if when while after before since although though because as in on at by for from with of to what who how why where which some many most several both all no not also however meanwhile now then still even once another other others one two three "'.split(
    ' ',
  ),
);
