import type { InventedArticle } from './invented-article.js';

export const PROTEST: InventedArticle = {
  name: 'protest',
  publishedAt: '2029-05-07',
  text: `Police detain 130 after rally in Dravenport

Police detained 130 people in Dravenport on Saturday after tens of thousands marched against the new water tax.

Interior Minister Pavlo Rusk said 17 officers had been hurt by stones. "This was not a march, it was an ambush," he said.

The opposition League of Towns accused the police of beating protesters and said 60 of its members were still in custody. Rusk rejected the accusation. He did not deny that tear gas had been used inside a hospital.

Organisers said 80,000 people took part; police put the turnout at 25,000. One student, 19, lost an eye, doctors at Saint Orla hospital said. The tax passed by 71 votes to 58.`,
  figures: [
    { words: '130 after', value: 130, metric: 'detained', place: 'Dravenport', source: null },
    { words: '130 people', value: 130, metric: 'detained', place: 'Dravenport', source: null },
    { words: '17 officers', value: 17, metric: 'injured', source: 'Pavlo Rusk' },
    { words: '60 of its members', value: 60, metric: 'detained', source: 'League of Towns' },
    { words: 'One student', value: 1, metric: 'injured', source: 'doctors' },
  ],
  statements: [
    ['Pavlo Rusk', '17 officers had been hurt by stones'],
    ['Pavlo Rusk', 'This was not a march, it was an ambush,'],
    ['League of Towns', 'the police of beating protesters'],
    ['League of Towns', '60 of its members were still in custody'],
    ['Organisers', '80,000 people took part'],
  ],
  denials: [['Pavlo Rusk', 'the accusation']],
};

export const STRIKE: InventedArticle = {
  name: 'air strike',
  publishedAt: '2028-11-22',
  text: `Strike on market kills 31 in Hesmat

HESMAT (Southern Press Agency) - An air strike on a market in the rebel-held town of Hesmat killed 31 people and wounded dozens more on Tuesday, medics and residents said.

"They hit us twice," said Yusra Dallah, a nurse at the town's only clinic. "The second bomb fell on the people who had come to help."

Army spokesman Colonel Bako Terim said the air force had struck a rebel arms depot and that no civilians had died, contradicting reports of 31 dead.

Human rights monitors have accused the army of killing 260 civilians in the district since the start of October. The army lost seven soldiers in an ambush on Monday, a security source said on condition of anonymity.`,
  figures: [
    { words: '31 in Hesmat', value: 31, metric: 'killed', place: 'Hesmat', source: null },
    { words: '31 people', value: 31, metric: 'killed', place: 'Hesmat', source: 'medics and residents' },
    {
      words: 'dozens more',
      value: null,
      metric: 'injured',
      quantifier: 'dozens',
      place: 'Hesmat',
      source: 'medics and residents',
    },
    { words: '31 dead', value: 31, metric: 'killed', source: 'reports' },
    { words: '260 civilians', value: 260, metric: 'killed', source: 'Human rights monitors' },
    { words: 'seven soldiers', value: 7, metric: 'killed', source: 'security source' },
  ],
  statements: [
    [
      'medics and residents',
      'An air strike on a market in the rebel-held town of Hesmat killed 31 people and wounded dozens more on Tuesday',
    ],
    [
      'Yusra Dallah',
      'They hit us twice," said Yusra Dallah, a nurse. "The second bomb fell on the people who had come to help.',
    ],
    ['Bako Terim', 'the air force had struck a rebel arms depot and that no civilians had died'],
    ['Human rights monitors', 'the army of killing 260 civilians in the district since the start of October'],
    ['security source', 'The army lost seven soldiers in an ambush on Monday'],
  ],
  denials: [['Bako Terim', 'reports of 31 dead']],
};

export const ELECTION: InventedArticle = {
  name: 'election violence',
  publishedAt: '2031-02-16',
  text: `Vote count goes on in Qasirat after deadly clashes

At least nine people were killed and 54 injured when rival supporters clashed in Qasirat's Eastgate district on Saturday, the Electoral Peace Observatory said.

Candidate Emeka Thorne claimed that 300 of his supporters had been arrested in the night. The police denied arresting anyone. Their spokesman, Inspector Gil Abara, said only 12 men were in custody.

"We will not accept a stolen vote," Thorne told a crowd of 5,000 in Ludo Square. He leads by 41,000 votes with 88 percent of ballots counted.

The killings bring to 33 the number of people who have died since the campaign began in January. A bishop urged both sides to keep the peace. "Go home," he said.`,
  figures: [
    {
      words: 'At least nine people',
      value: 9,
      metric: 'killed',
      quantifier: 'at_least',
      place: 'Eastgate district',
      source: 'Electoral Peace Observatory',
    },
    {
      words: '54 injured',
      value: 54,
      metric: 'injured',
      place: 'Eastgate district',
      source: 'Electoral Peace Observatory',
    },
    { words: '300 of his supporters', value: 300, metric: 'detained', source: 'Emeka Thorne' },
    { words: 'only 12 men', value: 12, metric: 'detained', source: 'Gil Abara' },
    { words: '33', value: 33, metric: 'killed', source: null },
  ],
  statements: [
    [
      'Electoral Peace Observatory',
      "At least nine people were killed and 54 injured when rival supporters clashed in Qasirat's Eastgate district on Saturday",
    ],
    ['Emeka Thorne', 'that 300 of his supporters had been arrested in the night'],
    ['Gil Abara', 'only 12 men were in custody'],
    ['Emeka Thorne', 'We will not accept a stolen vote,'],
    ['bishop', 'both sides to keep the peace'],
  ],
  denials: [['police', 'arresting anyone']],
};
