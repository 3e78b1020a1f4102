import type { InventedArticle } from './invented-article.js';

export const EPIDEMIC: InventedArticle = {
  name: 'epidemic',
  publishedAt: '2027-06-24',
  text: `Cholera deaths in Namboro reach 118

The number of people who have died of cholera in Namboro state rose to 118 on Thursday, up from 97 at the weekend, the health ministry said.

More than 6,300 cases have been recorded since April. Half of the 118 dead were children under five.

Health Minister Abeni Okafor-Lund said two treatment centres would open in Port Sela next week and 400,000 doses of vaccine were on the way. She denied hiding the true toll.

Doctors Without Fences, a charity, said 25 of its own staff had fallen ill. "The wells are poisoned by neglect," its coordinator Luc Marchetti said in a statement. The state government in Sela puts the number of dead at 90.`,
  figures: [
    { words: 'reach 118', value: 118, metric: 'killed', place: 'Namboro', source: null },
    {
      words: '118 on Thursday',
      value: 118,
      metric: 'killed',
      place: 'Namboro state',
      source: 'health ministry',
    },
    { words: '25 of its own staff', value: 25, metric: 'affected', source: 'Doctors Without Fences' },
    { words: '97', value: 97, metric: 'killed', place: 'Namboro state', source: 'health ministry' },
    { words: '118 dead', value: 118, metric: 'killed', source: null },
    { words: '90', value: 90, metric: 'killed', source: 'state government in Sela' },
  ],
  statements: [
    [
      'health ministry',
      'The number of people who have died of cholera in Namboro state rose to 118 on Thursday, up from 97 at the weekend',
    ],
    [
      'Abeni Okafor-Lund',
      'two treatment centres would open in Port Sela next week and 400,000 doses of vaccine were on the way',
    ],
    ['Doctors Without Fences', '25 of its own staff had fallen ill'],
    ['Luc Marchetti', 'The wells are poisoned by neglect,'],
  ],
  denials: [['Abeni Okafor-Lund', 'hiding the true toll']],
};

export const CAMP: InventedArticle = {
  name: 'refugee camp',
  publishedAt: '2026-01-15',
  text: `New arrivals strain camp on Tessaly border

Nearly 12,500 refugees have crossed from Ordesh into Tessaly since Monday, the UN refugee agency said, and the camp at Wadi Hamra now shelters more than 61,000 people.

"We have tents for half of them," said camp manager Noor Selassie. Aid workers say 15 infants died of cold in the first two weeks of January.

Tessaly's government says it has closed the border, but residents of the frontier town of Bruck said hundreds were still walking across each night.

Ordesh claims nobody was expelled. The UN said it could not confirm the figure of 15. Its plea for $45 million is one-fifth funded. By March the camp may hold 100,000 people, the agency said.`,
  figures: [
    {
      words: 'Nearly 12,500 refugees',
      value: 12500,
      metric: 'refugees',
      quantifier: 'approximately',
      place: 'Ordesh',
      source: 'UN refugee agency',
    },
    {
      words: 'more than 61,000 people',
      value: 61000,
      metric: 'displaced',
      quantifier: 'more_than',
      place: 'Wadi Hamra',
      source: 'UN refugee agency',
    },
    { words: '15 infants', value: 15, metric: 'killed', source: 'Aid workers' },
    { words: '100,000 people', value: 100000, metric: 'displaced', source: 'agency' },
  ],
  statements: [
    ['UN refugee agency', 'Nearly 12,500 refugees have crossed from Ordesh into Tessaly since Monday'],
    ['Noor Selassie', 'We have tents for half of them,'],
    ['Aid workers', '15 infants died of cold in the first two weeks of January'],
    ['government', 'it has closed the border'],
    ['residents', 'hundreds were still walking across each night'],
    ['Ordesh', 'nobody was expelled'],
    ['agency', 'By March the camp may hold 100,000 people'],
  ],
  denials: [],
};

export const FAMINE: InventedArticle = {
  name: 'famine',
  publishedAt: '2030-07-30',
  text: `Aid groups warn of famine in Upper Zelle

Some 2.1 million people in Upper Zelle are in urgent need of food, the World Grain Fund said on Tuesday, warning that as many as 400,000 children could die by the end of the year.

Fund director Aster Mbeki-Lowe said at least 1,150 people had starved to death in June alone, most of them under five.

The governor of Upper Zelle, Tariq Hadley, called the figures "invented". "There is no famine here," he said. "There is a drought." He admitted that 38 wells had run dry.

Grain prices have risen by 60 percent. Farmers have lost 70,000 cattle. More than 9,000 families have left for the coast, the fund said, citing village elders.`,
  figures: [
    {
      words: 'Some 2.1 million people',
      value: 2100000,
      metric: 'population_in_need',
      quantifier: 'approximately',
      place: 'Upper Zelle',
      source: 'World Grain Fund',
    },
    {
      words: 'as many as 400,000 children',
      value: 400000,
      metric: 'killed',
      quantifier: 'up_to',
      place: 'Upper Zelle',
      source: 'World Grain Fund',
    },
    {
      words: 'at least 1,150 people',
      value: 1150,
      metric: 'killed',
      quantifier: 'at_least',
      source: 'Aster Mbeki-Lowe',
    },
    {
      words: 'More than 9,000 families',
      value: 9000,
      metric: 'displaced',
      quantifier: 'more_than',
      source: 'elders',
    },
  ],
  statements: [
    ['World Grain Fund', 'Some 2.1 million people in Upper Zelle are in urgent need of food'],
    ['World Grain Fund', 'that as many as 400,000 children could die by the end of the year'],
    ['Aster Mbeki-Lowe', 'at least 1,150 people had starved to death in June alone, most of them under five'],
    ['Tariq Hadley', 'There is no famine here," he said. "There is a drought.'],
    ['Tariq Hadley', 'that 38 wells had run dry'],
  ],
  denials: [['Tariq Hadley', 'the figures']],
};
