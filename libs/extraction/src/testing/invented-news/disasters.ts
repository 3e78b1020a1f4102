import type { InventedArticle } from './invented-article.js';

export const FLOOD: InventedArticle = {
  name: 'flood',
  publishedAt: '2031-09-12',
  text: `Floods leave 64 dead in Tarrowdale

SELBRIDGE, Sept 12 (Northwire) - The death toll from floods in Tarrowdale province rose by six to 64 on Friday, up from 41 a day earlier, the disaster agency said.

Another 23 people were missing in the Velm valley, where a dam gave way overnight, agency head Ilsa Brandvik told reporters. "We have lost whole streets," she said. "The water came in minutes."

About 18,000 families have fled to higher ground and some 4,200 of them are sleeping in schools, according to the Red Banner relief society. Two-thirds of the 18,000 are from Selbridge, a town of 90,000 people.

Brandvik dismissed reports that 200 people had been buried in a mudslide near Orrin. Rescuers used 40 boats and 12 helicopters. Repairs could cost $300 million.`,
  figures: [
    { words: '64 dead', value: 64, metric: 'killed', place: 'Tarrowdale', source: null },
    {
      words: '64 on Friday',
      value: 64,
      metric: 'killed',
      place: 'Tarrowdale province',
      source: 'disaster agency',
    },
    { words: '41', value: 41, metric: 'killed', place: 'Tarrowdale province', source: 'disaster agency' },
    {
      words: 'Another 23 people',
      value: 23,
      metric: 'missing',
      place: 'Velm valley',
      source: 'Ilsa Brandvik',
    },
    {
      words: 'About 18,000 families',
      value: 18000,
      metric: 'displaced',
      quantifier: 'approximately',
      source: 'Red Banner relief society',
    },
    {
      words: 'some 4,200',
      value: 4200,
      metric: 'displaced',
      quantifier: 'approximately',
      source: 'Red Banner relief society',
    },
    {
      words: 'a town of 90,000 people',
      value: 90000,
      metric: 'population',
      place: 'Selbridge',
      source: null,
    },
  ],
  statements: [
    [
      'disaster agency',
      'The death toll from floods in Tarrowdale province rose by six to 64 on Friday, up from 41 a day earlier',
    ],
    ['Ilsa Brandvik', 'Another 23 people were missing in the Velm valley, where a dam gave way overnight'],
    ['Ilsa Brandvik', 'We have lost whole streets," she said. "The water came in minutes.'],
    [
      'Red Banner relief society',
      'About 18,000 families have fled to higher ground and some 4,200 of them are sleeping in schools',
    ],
  ],
  denials: [['Ilsa Brandvik', 'reports that 200 people had been buried in a mudslide near Orrin']],
};

export const SHIPWRECK: InventedArticle = {
  name: 'shipwreck',
  publishedAt: '2030-03-04',
  text: `Ferry sinks off Cape Ludde with 310 aboard

A ferry carrying 310 passengers and 22 crew sank in heavy seas off Cape Ludde on Sunday night, killing at least 47 people, the Lomeria coast guard said.

Coast guard Captain Renn Ostrava said 190 people had been pulled from the water alive. "Ninety-five are still missing," he told Radio Lomeria. "We will search until dawn."

According to the owners, 1.3 million people use the line every year. Company spokeswoman Dalia Norr denied that the ship had been overloaded. Union president Sven Akker counted 31 bodies on the quay.

The ship was built in 1998 and was 120 metres long. It was the third sinking in five years.`,
  figures: [
    { words: '310 aboard', value: 310, metric: 'other', place: 'Cape Ludde', source: null },
    {
      words: '310 passengers',
      value: 310,
      metric: 'other',
      place: 'Cape Ludde',
      source: 'Lomeria coast guard',
    },
    { words: '22 crew', value: 22, metric: 'other', place: 'Cape Ludde', source: 'Lomeria coast guard' },
    {
      words: 'at least 47 people',
      value: 47,
      metric: 'killed',
      quantifier: 'at_least',
      place: 'Cape Ludde',
      source: 'Lomeria coast guard',
    },
    { words: '190 people', value: 190, metric: 'other', source: 'Renn Ostrava' },
    { words: 'Ninety-five', value: 95, metric: 'missing', source: 'Renn Ostrava' },
    { words: '31 bodies', value: 31, metric: 'killed', source: 'Sven Akker' },
  ],
  statements: [
    [
      'Lomeria coast guard',
      'A ferry carrying 310 passengers and 22 crew sank in heavy seas off Cape Ludde on Sunday night, killing at least 47 people',
    ],
    ['Renn Ostrava', '190 people had been pulled from the water alive'],
    ['Renn Ostrava', 'Ninety-five are still missing," he told Radio Lomeria. "We will search until dawn.'],
    ['owners', '1.3 million people use the line every year'],
  ],
  denials: [['Dalia Norr', 'that the ship had been overloaded']],
};

export const WILDFIRE: InventedArticle = {
  name: 'wildfire',
  publishedAt: '2032-08-19',
  text: `Pinehollow: 2,400 ordered out as fire nears

Fire crews in Pinehollow county fought a blaze on Thursday that has destroyed 86 homes and forced 2,400 residents to leave since Tuesday.

Three firefighters were injured, one of them seriously, fire chief Odalys Quen said. She said it was not true that a family of five had died in the village of Esker.

"Nobody has died," Quen wrote on Chirper. Landlord Hob Tenner said he had lost nine houses.

Up to 10,000 people could be forced to flee by the end of August if the wind turns, the county warned. The fire has burned 14,000 hectares and killed 300 sheep. It is 40 percent contained.`,
  figures: [
    { words: '2,400 ordered out', value: 2400, metric: 'evacuated', place: 'Pinehollow', source: null },
    { words: '86 homes', value: 86, metric: 'homes_destroyed', place: 'Pinehollow county', source: null },
    { words: '2,400 residents', value: 2400, metric: 'displaced', place: 'Pinehollow county', source: null },
    { words: 'Three firefighters', value: 3, metric: 'injured', source: 'Odalys Quen' },
    { words: 'one of them seriously', value: 1, metric: 'injured', source: 'Odalys Quen' },
    { words: 'nine houses', value: 9, metric: 'homes_destroyed', source: 'Hob Tenner' },
    {
      words: 'Up to 10,000 people',
      value: 10000,
      metric: 'displaced',
      quantifier: 'up_to',
      source: 'county',
    },
  ],
  statements: [
    ['Odalys Quen', 'Three firefighters were injured, one of them seriously'],
    ['Odalys Quen', 'it was not true that a family of five had died in the village of Esker'],
    ['Odalys Quen', 'Nobody has died,'],
    ['Hob Tenner', 'he had lost nine houses'],
    ['county', 'Up to 10,000 people could be forced to flee by the end of August if the wind turns'],
  ],
  denials: [['Odalys Quen', 'a family of five had died in the village of Esker']],
};
