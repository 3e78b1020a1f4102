import { ASPECT_RULES } from './aspect-rules.js';

/** What each rule for figures goes by. */
export const FIGURE_RULES = {
  'figure/noun-of-state': 'the counted noun says it ("12 deaths", "40 wounded")',
  'figure/object-of-verb':
    'a verb or noun before the number takes it as its object ("killed 12", "the evacuation of 300")',
  'figure/subject-of-verb':
    'the verb behind the number says what befell or what was done ("12 people were killed", "500 fled")',
  'figure/toll':
    'the number is given for a toll or total ("the death toll rose to 29"), or is a later step of one told before ("by Tuesday it was 31")',
  'figure/earlier-total':
    'the same total at an earlier time or of an earlier report, or taken back since ("up from 17", "earlier estimates had put it at 24", "not 25 as reported earlier")',
  'figure/increment':
    'what comes on top of a number told before or elsewhere, and is no total ("a further 900 were displaced")',
  'figure/part-of-total': 'a part of the total told before ("including 12 children", "three of them")',
  'figure/listed-by-place':
    'a part of the total told by its place ("six in the harbour, two in the old town")',
  'figure/same-verb':
    'the verb of the number before holds for this one too ("killed 12 people and five soldiers")',
  'figure/whole-of-share': 'the whole that a share is taken of ("70% of the 12,000 residents")',
  'figure/people-counted':
    'no word tells what befell those counted, in an article that tells it of others ("1,450 pupils come in three shifts")',
  'figure/noun-implies': 'nothing around the number says more than its noun ("40 refugees")',
} as const;

/** What each rule for speech goes by. */
export const SPEECH_RULES = {
  'quote-said-speaker': 'verb and speaker behind the quotation ("...," said Ada Brill)',
  'quote-speaker-said': 'speaker and verb behind the quotation ("...," Ada Brill said)',
  'quote-speaker-verb': 'a speaker with a verb of no list right behind the quotation ("Go," she barked)',
  'quote-comma':
    'a sentence in quotation marks that a comma closes, with somebody behind ("...," a voice in the film goes)',
  'speaker-said-quote': 'speaker and verb before the quotation (Ada Brill said: "...")',
  'speaker-verb-quote':
    'a speaker with a verb of no list before a whole sentence in quotation marks (Ada Brill boomed, "...")',
  'colon-quote': 'a colon before the quotation and no verb of saying (Her advice: "...")',
  'quote-goes-on': 'the quotation of the paragraph before goes on',
  'floating-quote': 'a whole sentence in quotation marks beside one that is attributed',
  'headline-label': 'a name and a colon in the headline ("Council: harbour is safe")',
  'according-to-before': '"according to" and the source open the sentence',
  'according-to-after': '"according to" and the source stand behind the words',
  'according-to-around': '"according to" and the source stand between commas in the words',
  'reported-clause': 'a clause behind the verb of saying ("said that ...")',
  'reported-infinitive': 'an infinitive behind the verb ("urged them to leave")',
  'reported-quotation': 'words behind the verb that begin in quotation marks',
  'reported-colon': 'words behind the verb and a colon',
  'reported-noun-phrase': 'a noun behind the verb ("condemned the attack")',
  'reported-passive': 'what somebody is said to have done, in the passive ("was accused of ...")',
  'reported-before': 'words before speaker and verb, behind a comma ("..., the council said")',
  'reported-before-inverted': 'words before verb and speaker ("..., said the council")',
  'reported-before-closing': 'words before speaker and verb that close the sentence without a comma',
  'reported-around': 'words on both sides of speaker and verb ("The road, she said, is closed")',
  'given-by': 'words given by a source, in the passive ("... was confirmed by the clinic")',
  'denied-before': 'what stands before the comma is denied ("..., a claim the army rejected")',
  'denied-by': 'what somebody denies, in the passive ("the claim was dismissed by the council")',
  'called-untrue': 'the article itself calls it untrue ("It is not true that ...")',
  'noun-cue': 'a noun that tells of words ("a report that ...", "claims of ...")',
  'count-put-at': 'a source puts a number at something ("the council put the toll at 45")',
} as const;

/** What each rule for claims alone goes by. */
export const CLAIM_RULES = {
  'hedged-sentence':
    'the article itself keeps its distance and names nobody ("Two nurses were allegedly beaten")',
  'hedged-clause':
    'it keeps its distance from a clause beside the main one ("Ada Brill, who allegedly took bribes, has left")',
} as const;

export type ClaimRule = keyof typeof CLAIM_RULES;
export type FigureRule = keyof typeof FIGURE_RULES;
export type SpeechRule = keyof typeof SPEECH_RULES;

const CATALOGUE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...FIGURE_RULES, ...ASPECT_RULES, ...SPEECH_RULES, ...CLAIM_RULES }),
);
const CLAIM = /^(claim|denial)-(.+)$/;
const FILED = {
  claim: 'a claim, for it keeps its distance, is hedged or has no named source',
  denial: 'a denial',
} as const;

/** One line on what the rule of a report means; null for a name that no rule of this version has. */
export function describeRule(rule: string): string | null {
  if (rule.startsWith('llm:'))
    return 'proposed by a language model; its words, number and speaker were found in the article';
  const [, filed, base] = CLAIM.exec(rule) ?? [];
  const meaning = CATALOGUE.get(base ?? rule) ?? null;
  return filed && meaning ? `${FILED[filed as keyof typeof FILED]}: ${meaning}` : meaning;
}
