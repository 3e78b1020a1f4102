import type { ClaimRule, SpeechRule } from '../rules/rule-catalogue.js';

/** For each rule words that reach it, and words much like them that must not. */
export const SPEECH_RULE_EXAMPLES: Readonly<Record<SpeechRule | ClaimRule, readonly [string, string]>> = {
  'quote-said-speaker': ['“The quay is shut,” said Ada Brill.', 'Ada Brill shut the “Quay” for good.'],
  'quote-speaker-said': ['“The quay is shut,” Ada Brill said.', '“The Quay” was what Ada Brill built.'],
  'quote-speaker-verb': ['“The quay is shut!” Ada Brill barked.', '“The Quay” shut behind Ada Brill.'],
  'quote-comma': [
    '“The quay is shut for the winter,” a voice in the film goes.',
    'The film “The Quay” goes on.',
  ],
  'speaker-said-quote': ['Ada Brill said: “The quay is shut.”', 'Ada Brill saw the “Quay” film.'],
  'speaker-verb-quote': [
    'Ada Brill boomed, “The quay is shut for good.”',
    'Ada Brill wrote the “Quay” song.',
  ],
  'colon-quote': [
    'Her advice to the village: “Leave the quay.”',
    'The village has two inns: the “Quay” and the “Gull”.',
  ],
  'quote-goes-on': [
    '“The quay is shut,” said Ada Brill. “The signs tell us.\n\n“GO HOME NOW.”',
    '“The quay is shut,” said Ada Brill.\n\nThe boats are gone too.',
  ],
  'floating-quote': [
    '“The quay is shut,” said Ada Brill.\n\n“Nobody goes out any more.”',
    '“The quay is shut,” said Ada Brill.\n\nNobody goes to the “Gull” any more.',
  ],
  'headline-label': [
    'Council: harbour is safe\n\nThe quay is open.',
    'Selbridge: a harbour town\n\nThe quay is open.',
  ],
  'hedged-clause': [
    'Ada Brill, who allegedly took bribes, has left.',
    'Ada Brill, who took bribes, has allegedly left.',
  ],
  'hedged-sentence': ['Two nurses were allegedly beaten on the quay.', 'Two nurses were beaten on the quay.'],
  'according-to-before': ['According to Ada Brill, the quay is shut.', 'The quay is shut according to plan.'],
  'according-to-after': ['The quay is shut, according to Ada Brill.', 'Fish are sorted by size.'],
  'according-to-around': [
    'On Friday, according to Ada Brill, the quay was shut.',
    'On Friday, thanks to Ada Brill, the quay was shut.',
  ],
  'reported-clause': ['Ada Brill said that the quay was shut.', 'Ada Brill shut the quay.'],
  'reported-infinitive': ['Ada Brill promised to leave the quay.', 'Ada Brill had to leave the quay.'],
  'reported-quotation': ['Ada Brill called “for calm” on the quay.', 'Ada Brill owns the “Gull”.'],
  'reported-colon': ['Ada Brill said: the quay is shut.', 'Ada Brill owns two inns: one is shut.'],
  'reported-noun-phrase': ['Ada Brill condemned the raid.', 'Ada Brill survived the raid.'],
  'reported-passive': ['The captain was accused of theft.', 'The captain was robbed of money.'],
  'reported-before': ['The quay is shut, Ada Brill said.', 'The quay is shut, Ada Brill left.'],
  'reported-before-inverted': ['The quay is shut, said Ada Brill.', 'The quay is shut, like the inn.'],
  'reported-before-closing': [
    'Nine people were hurt in the blast the council said.',
    'Nine people were hurt in the hall the council built.',
  ],
  'reported-around': ['The quay, Ada Brill said, is shut.', 'The quay, Ada Brill near it, is shut.'],
  'given-by': ['Nine deaths were confirmed by the clinic.', 'Nine people were treated by the clinic.'],
  'denied-by': [
    'The claim that the quay is shut was dismissed by Ada Brill.',
    'The captain of the ferry was dismissed on the quay.',
  ],
  'denied-before': [
    'The men had been promised money, something Ada Brill denied.',
    'The men had been promised money, something Ada Brill paid.',
  ],
  'called-untrue': ['It is not true that nine people died.', 'It is not clear that nine people died.'],
  'noun-cue': ['There were reports of shelling in the town.', 'There were hours of shelling in the town.'],
  'count-put-at': ['The council put the death toll at 45.', 'The council put the stone lions at 45 corners.'],
};
