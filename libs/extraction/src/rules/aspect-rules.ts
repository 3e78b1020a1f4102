/** What the place of a figure was found by. */
export const PLACE_RULES = {
  'place/bracket': 'the name right before the bracket that the number stands in ("Norvale (300)")',
  'place/clause':
    'the nearest fitting place between the number before and the next one ("12 died in Norvale")',
  'place/sentence': 'another place of the sentence ("In Norvale 12 died and nine were hurt")',
  'place/total': 'the place of the total that the number is a part of',
  'place/paragraph': 'the last place that the paragraph has been speaking of',
  'place/story': 'what a story in a roundup is set in or says something of ("Flood: Norvale has ...")',
  'place/section': 'the place that the heading above it names, in a text of such sections',
  'place/event': 'the last place of an event that the sentence points back to ("in the blast")',
  'place/opening': 'the last place of the title and of the paragraph that opens the article',
  'place/title': 'a place that the title names',
  'place/dateline': 'the town of the dateline ("NORVALE, May 6 - ...")',
  'place/first-scene': 'the first place that the article sets something in',
} as const;

export type PlaceRule = keyof typeof PLACE_RULES;

/** What the period of a figure was found by. */
export const PERIOD_RULES = {
  'period/moment': 'a day, week, month or year ("on Monday", "in June", "last summer")',
  'period/since': 'from a time on ("since Saturday")',
  'period/as-of': 'up to a time ("as of 23 March", "by Monday evening")',
  'period/between': 'from one time to another ("between 3 and 9 May")',
  'period/past-window': 'a stretch of time up to the publication ("in the past 24 hours")',
  'period/ago': 'so long before the publication ("three days ago")',
} as const;

/** What the quantifier of a figure was found by. */
export const QUANTIFIER_RULES = {
  'quantifier/before': 'words before the number bound it ("at least 12", "some 300")',
  'quantifier/behind': 'words behind the number bound it ("12 or more")',
  'quantifier/range': 'two ends are given ("1,500-5,000")',
  'quantifier/vague-word': 'the number is itself a vague word ("dozens")',
  'quantifier/plain': 'the number stands alone ("12 people")',
} as const;

/** What the source of a figure was found by, where it is none of the rules for statements. */
export const SOURCE_RULES = {
  'source/reporter': "nobody is named for it: the reporter's own voice",
} as const;

/** All rules that read what belongs to a figure. */
export const ASPECT_RULES = {
  ...PLACE_RULES,
  ...PERIOD_RULES,
  ...QUANTIFIER_RULES,
  ...SOURCE_RULES,
} as const;

export type PeriodFoundBy = keyof typeof PERIOD_RULES;
export type QuantifierRule = keyof typeof QUANTIFIER_RULES;
