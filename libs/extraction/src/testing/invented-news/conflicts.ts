import type { InventedArticle } from './invented-article.js';

export const RAID: InventedArticle = {
  name: 'militia raid',
  publishedAt: '2029-08-13',
  text: `Army says 50 militants killed; village disputes toll

The army said on Sunday its troops had killed 50 militants in a raid on Tal Hamun, but villagers said most of the dead were shepherds.

"There were no fighters here," said Abu Nasser, the village head. He said 28 people had been buried, including six children, and that 13 others were missing.

A military spokeswoman, Major Lena Okpara, denied the villagers' account. "Every target was a legitimate one," she told Sky Harbour TV. She would not say how many soldiers had taken part.

The International Rights Desk said it could not verify either figure. About 2,000 people have fled Tal Hamun, its deputy director, Hugo Stern, wrote on the group's website. Four aid agencies have suspended work.`,
  figures: [
    { words: '50 militants killed', value: 50, metric: 'killed', place: 'Tal Hamun', source: 'Army' },
    { words: '50 militants in', value: 50, metric: 'killed', place: 'Tal Hamun', source: 'army' },
    { words: '28 people', value: 28, metric: 'killed', source: 'Abu Nasser' },
    { words: 'six children', value: 6, metric: 'killed', source: 'Abu Nasser' },
    { words: '13 others', value: 13, metric: 'missing', source: 'Abu Nasser' },
    {
      words: 'About 2,000 people',
      value: 2000,
      metric: 'displaced',
      quantifier: 'approximately',
      place: 'Tal Hamun',
      source: 'Hugo Stern',
    },
  ],
  statements: [
    ['army', 'its troops had killed 50 militants in a raid on Tal Hamun'],
    ['villagers', 'most of the dead were shepherds'],
    ['Abu Nasser', 'There were no fighters here,'],
    ['Abu Nasser', '28 people had been buried, including six children, and that 13 others were missing'],
    ['Lena Okpara', 'Every target was a legitimate one,'],
    ['Hugo Stern', 'About 2,000 people have fled Tal Hamun'],
  ],
  denials: [
    ['Abu Nasser', 'There were no fighters here'],
    ['Lena Okpara', "the villagers' account"],
  ],
};

export const RETURNS: InventedArticle = {
  name: 'returns',
  publishedAt: '2032-10-21',
  text: `Thousands go home to Brava valley as truce holds

More than 7,500 people have returned to the Brava valley since the truce took effect on 1 October, the UN said on Thursday, out of an estimated 32,000 who fled the fighting this summer.

Returnees found ruins. Mayor Sanna Oriel said 1,900 houses had been destroyed and a further 3,400 damaged in her town, Port Brava, alone. Deminers cleared 260 mines last week; a blast on Tuesday killed a father of four and injured his two sons.

"Do not come back yet," Oriel urged those still in camps. An aid worker, speaking on condition of anonymity, said as many as 5,000 returnees were sleeping in the open.

The rebels accused the government of arresting 70 returnees as spies. An interior ministry official said only that "a small number" were being questioned.`,
  figures: [
    {
      words: 'Thousands',
      value: null,
      metric: 'returned',
      quantifier: 'thousands',
      place: 'Brava valley',
      source: null,
    },
    {
      words: 'More than 7,500 people',
      value: 7500,
      metric: 'returned',
      quantifier: 'more_than',
      place: 'Brava valley',
      source: 'UN',
    },
    {
      words: 'an estimated 32,000',
      value: 32000,
      metric: 'displaced',
      quantifier: 'approximately',
      place: 'Brava valley',
      source: 'UN',
    },
    {
      words: '1,900 houses',
      value: 1900,
      metric: 'homes_destroyed',
      place: 'Port Brava',
      source: 'Sanna Oriel',
    },
    { words: 'a further 3,400', value: 3400, metric: 'other', place: 'Port Brava', source: 'Sanna Oriel' },
    { words: 'two sons', value: 2, metric: 'injured', source: null },
    {
      words: 'as many as 5,000 returnees',
      value: 5000,
      metric: 'returned',
      quantifier: 'up_to',
      source: 'aid worker',
    },
    { words: '70 returnees', value: 70, metric: 'detained', source: 'rebels' },
  ],
  statements: [
    [
      'UN',
      'More than 7,500 people have returned to the Brava valley since the truce took effect on 1 October',
    ],
    [
      'Sanna Oriel',
      '1,900 houses had been destroyed and a further 3,400 damaged in her town, Port Brava, alone',
    ],
    ['Sanna Oriel', 'Do not come back yet,'],
    ['aid worker', 'as many as 5,000 returnees were sleeping in the open'],
    ['rebels', 'the government of arresting 70 returnees as spies'],
    ['interior ministry official', 'only that "a small number" were being questioned'],
  ],
  denials: [],
};

export const EARTHQUAKE: InventedArticle = {
  name: 'earthquake',
  publishedAt: '2031-06-09',
  text: `Minister: 210 dead, 1,500 hurt in Kell quake

A magnitude 6.8 earthquake struck the island of Kell at dawn on Monday, killing 210 people and injuring 1,500, Health Minister Rufus Adair said.

The figure could rise sharply, he warned, as hundreds were believed trapped under collapsed buildings in Old Harbour, the capital, home to 130,000 people.

"My sister is under there," a man shouted, pointing at the rubble of a six-storey hotel. Nobody could say how many guests it had held.

Reports on social media that a dam had failed were untrue, the power company said. Adair admitted that the island had only two cranes. Neighbouring Marrow sent 80 soldiers and 12 dogs. Last year's quake there left nine dead and 4,000 homeless.`,
  figures: [
    { words: '210 dead', value: 210, metric: 'killed', place: 'Kell', source: 'Minister' },
    { words: '1,500 hurt', value: 1500, metric: 'injured', place: 'Kell', source: 'Minister' },
    { words: '210 people', value: 210, metric: 'killed', place: 'Kell', source: 'Rufus Adair' },
    { words: 'injuring 1,500', value: 1500, metric: 'injured', place: 'Kell', source: 'Rufus Adair' },
    {
      words: 'hundreds',
      value: null,
      metric: 'affected',
      quantifier: 'hundreds',
      place: 'Old Harbour',
      source: 'Rufus Adair',
    },
    { words: '130,000 people', value: 130000, metric: 'population', place: 'Old Harbour', source: null },
    { words: 'nine dead', value: 9, metric: 'killed', source: null },
    { words: '4,000 homeless', value: 4000, metric: 'displaced', source: null },
  ],
  statements: [
    [
      'Rufus Adair',
      'A magnitude 6.8 earthquake struck the island of Kell at dawn on Monday, killing 210 people and injuring 1,500',
    ],
    [
      'Rufus Adair',
      'The figure could rise sharply, as hundreds were believed trapped under collapsed buildings in Old Harbour, the capital, home to 130,000 people',
    ],
    ['man', 'My sister is under there,'],
    ['Rufus Adair', 'that the island had only two cranes'],
  ],
  denials: [['power company', 'Reports on social media that a dam had failed']],
};
