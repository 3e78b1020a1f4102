import type { InventedArticle } from './invented-article.js';

export const LANDSLIDE: InventedArticle = {
  name: 'landslide',
  publishedAt: '2033-04-18',
  text: `Hillside buries hamlet in Corvane; dozens feared dead

At least 34 people are feared dead after a hillside gave way above the hamlet of Lower Quill in the southern district of Corvane early on Sunday.

Rescue teams have pulled 11 bodies from the mud, district commissioner Petra Aldous told the state broadcaster. She put the number of missing at 23, among them nine schoolchildren.

"I heard a roar and then there was no house," said Tomas Bray, who lost his wife and two daughters.

Some 140 families were moved to a sports hall. The Corvane Herald, citing an unnamed engineer, said cracks had been reported in March. Officials have not commented. It was not clear how many people lived in the hamlet. In 2027 a slide nearby killed 16.`,
  figures: [
    {
      words: 'dozens feared dead',
      value: null,
      metric: 'killed',
      quantifier: 'dozens',
      place: 'Corvane',
      source: null,
    },
    {
      words: 'At least 34 people',
      value: 34,
      metric: 'killed',
      quantifier: 'at_least',
      place: 'Lower Quill',
      source: null,
    },
    { words: '11 bodies', value: 11, metric: 'killed', source: 'Petra Aldous' },
    { words: '23', value: 23, metric: 'missing', source: 'Petra Aldous' },
    { words: 'nine schoolchildren', value: 9, metric: 'missing', source: 'Petra Aldous' },
    { words: 'two daughters', value: 2, metric: 'killed', source: null },
    {
      words: 'Some 140 families',
      value: 140,
      metric: 'evacuated',
      quantifier: 'approximately',
      source: null,
    },
    { words: 'killed 16', value: 16, metric: 'killed', source: null },
  ],
  statements: [
    ['Petra Aldous', 'Rescue teams have pulled 11 bodies from the mud'],
    ['Petra Aldous', 'the number of missing at 23, among them nine schoolchildren'],
    ['Tomas Bray', 'I heard a roar and then there was no house,'],
    ['engineer', 'cracks had been reported in March'],
  ],
  denials: [],
};

export const HOSTAGES: InventedArticle = {
  name: 'hostages',
  publishedAt: '2030-12-05',
  text: `Gunmen free 40 of 112 bus passengers in Zarbu

Gunmen who seized two buses in Zarbu province on Tuesday released 40 passengers, all of them women and children, on Thursday but were still holding 72 men, police said.

"We were given bread and water," a freed passenger, who gave her name only as Lina, told reporters at the Hadal checkpoint. "They did not beat us."

Provincial governor Idris Kanté insisted no ransom had been paid. A tribal elder who helped negotiate said the kidnappers had been promised the release of 15 prisoners, something Kanté denied.

Security forces killed three gunmen in a failed rescue on Wednesday. One officer was wounded. More than 600 travellers have been abducted on the road since 2028, according to the drivers' union, which called for armed escorts.`,
  figures: [
    { words: '40 of 112', value: 40, metric: 'other', place: 'Zarbu', source: null },
    { words: '112 bus passengers', value: 112, metric: 'detained', place: 'Zarbu', source: null },
    { words: '40 passengers', value: 40, metric: 'other', place: 'Zarbu province', source: 'police' },
    { words: '72 men', value: 72, metric: 'detained', place: 'Zarbu province', source: 'police' },
    { words: '15 prisoners', value: 15, metric: 'other', source: 'tribal elder' },
    { words: 'three gunmen', value: 3, metric: 'killed', source: null },
    { words: 'One officer', value: 1, metric: 'injured', source: null },
    {
      words: 'More than 600 travellers',
      value: 600,
      metric: 'detained',
      quantifier: 'more_than',
      source: "drivers' union",
    },
  ],
  statements: [
    [
      'police',
      'Gunmen who seized two buses in Zarbu province on Tuesday released 40 passengers, all of them women and children, on Thursday but were still holding 72 men',
    ],
    ['Lina', 'We were given bread and water, They did not beat us.'],
    ['Idris Kanté', 'no ransom had been paid'],
    ['tribal elder', 'the kidnappers had been promised the release of 15 prisoners'],
    ["drivers' union", 'More than 600 travellers have been abducted on the road since 2028'],
  ],
  denials: [['Kanté', 'denied']],
};

export const TRAIN: InventedArticle = {
  name: 'train crash',
  publishedAt: '2034-02-27',
  text: `Night train derails near Oskar's Ford: 19 killed, 88 hurt

Nineteen people died and 88 were taken to hospital when a night train left the rails near Oskar's Ford on Monday, the rail operator Norrbana said in a statement.

Twelve of the injured were in critical condition, said Dr Mina Calloway of Saint Bride's hospital. "We have called in every surgeon we have."

Norrbana's chief executive, Oto Lindqvist, apologised to the families. He said the train had been travelling at 140 km/h on a stretch limited to 90, but rejected suggestions that the driver had been asleep.

The driver, 52, survived. Transport police have interviewed 30 witnesses. It was the worst accident on the line since 1987, when 41 people were killed.`,
  figures: [
    { words: '19 killed', value: 19, metric: 'killed', place: "Oskar's Ford", source: null },
    { words: '88 hurt', value: 88, metric: 'injured', place: "Oskar's Ford", source: null },
    { words: 'Nineteen people', value: 19, metric: 'killed', place: "Oskar's Ford", source: 'Norrbana' },
    { words: '88 were taken', value: 88, metric: 'injured', place: "Oskar's Ford", source: 'Norrbana' },
    { words: 'Twelve of the injured', value: 12, metric: 'injured', source: 'Mina Calloway' },
    { words: '41 people', value: 41, metric: 'killed', source: null },
  ],
  statements: [
    [
      'Norrbana',
      "Nineteen people died and 88 were taken to hospital when a night train left the rails near Oskar's Ford on Monday",
    ],
    ['Mina Calloway', 'Twelve of the injured were in critical condition'],
    ['Mina Calloway', 'We have called in every surgeon we have.'],
    ['Oto Lindqvist', 'the train had been travelling at 140 km/h on a stretch limited to 90'],
  ],
  denials: [['Oto Lindqvist', 'suggestions that the driver had been asleep']],
};
