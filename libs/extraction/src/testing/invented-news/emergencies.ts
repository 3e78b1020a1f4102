import type { InventedArticle } from './invented-article.js';

export const VOLCANO: InventedArticle = {
  name: 'volcano',
  publishedAt: '2031-05-20',
  text: `Mount Haldar erupts; 6,400 leave slopes

ORVIK, May 19 (Northern Wire) - Mount Haldar erupted before dawn on Monday and threw ash over the island of Orvik, where 6,400 people were told to leave their homes.

Two shepherds were killed by falling stones and a third man is missing, the Orvik Civil Protection Office (OCPO) said. It had put the number of injured at 15 earlier in the day.

"The worst has not come yet," OCPO director Sunniva Aas warned, as schools closed across the island. "Nobody sleeps in the valley tonight."

The OCPO said some 900 of the 6,400 had refused to go. Farmers, it added, "will not leave their animals."`,
  figures: [
    { words: '6,400 leave', value: 6400, metric: 'evacuated', source: null },
    { words: '6,400 people', value: 6400, metric: 'evacuated', place: 'Orvik', source: null },
    { words: 'Two shepherds', value: 2, metric: 'killed', source: 'Orvik Civil Protection Office' },
    { words: '15', value: 15, metric: 'injured', source: 'Orvik Civil Protection Office' },
  ],
  statements: [
    [
      'Orvik Civil Protection Office',
      'Two shepherds were killed by falling stones and a third man is missing',
    ],
    ['Sunniva Aas', 'The worst has not come yet, Nobody sleeps in the valley tonight.'],
    ['Orvik Civil Protection Office', 'some 900 of the 6,400 had refused to go'],
    ['Orvik Civil Protection Office', 'Farmers "will not leave their animals."'],
  ],
  denials: [],
};

export const STAMPEDE: InventedArticle = {
  name: 'stampede',
  publishedAt: '2030-02-11',
  text: `At least 31 crushed to death at shrine in Tamberan

At least 31 pilgrims were crushed to death and more than 90 hurt on Sunday when a crowd rushed a narrow gate of the Lantern Shrine in Tamberan.

Of the 31 dead, 19 were women, said Dr Ilse Mokoena of the district hospital. "They could not breathe. They could not fall down," she said.

Police had expected 20,000 visitors; 80,000 came. The shrine's board denied that the gate had been locked. "The gate was open. It is always open" board chairman Pavel Ntini said.

Witness Mira Tal said guards had beaten people back with sticks. The guards' company did not deny this, but said "the men were afraid for their lives."`,
  figures: [
    { words: 'At least 31 crushed', value: 31, metric: 'killed', quantifier: 'at_least', source: null },
    { words: 'At least 31 pilgrims', value: 31, metric: 'killed', quantifier: 'at_least', source: null },
    { words: 'more than 90', value: 90, metric: 'injured', quantifier: 'more_than', source: null },
    { words: '31 dead', value: 31, metric: 'killed', source: 'Ilse Mokoena' },
    { words: '19', value: 19, metric: 'killed', source: 'Ilse Mokoena' },
  ],
  statements: [
    ['Ilse Mokoena', 'Of the 31 dead, 19 were women'],
    ['Ilse Mokoena', 'They could not breathe. They could not fall down,'],
    ['Pavel Ntini', 'The gate was open. It is always open'],
    ['Mira Tal', 'guards had beaten people back with sticks'],
    ["guards' company", '"the men were afraid for their lives."'],
  ],
  denials: [['board', 'that the gate had been locked']],
};

export const FACTORY: InventedArticle = {
  name: 'factory fire',
  publishedAt: '2029-08-30',
  text: `Fire at Belmere shirt factory kills 47

A fire in a shirt factory in Belmere killed 47 people, most of them young women, and left 63 in hospital, the fire service said on Wednesday.

"The doors on the third floor were chained," said Odile Farron, general secretary of the National Union of Garment Workers (NUGW). The NUGW had warned of the chains in March, she added.

Owner Bastian Kroll, whose family runs two other mills, told Radio Belmere: "I weep with the families. But the doors were not locked."

Only 12 of the 75 people on the third floor got out, according to fire chief Arno Weil. The labour ministry, which the NUGW blames for the deaths, said inspectors had found "no fault whatsoever" in May.`,
  figures: [
    { words: '47', value: 47, metric: 'killed', source: null },
    { words: '47 people', value: 47, metric: 'killed', place: 'Belmere', source: 'fire service' },
    { words: '63', value: 63, metric: 'injured', place: 'Belmere', source: 'fire service' },
  ],
  statements: [
    ['Odile Farron', 'The doors on the third floor were chained,'],
    ['Odile Farron', 'The NUGW had warned of the chains in March'],
    ['Bastian Kroll', 'I weep with the families. But the doors were not locked.'],
    ['Arno Weil', 'Only 12 of the 75 people on the third floor got out'],
    ['labour ministry', 'inspectors had found "no fault whatsoever" in May'],
  ],
  denials: [],
};

export const COLLAPSE: InventedArticle = {
  name: 'building collapse',
  publishedAt: '2032-10-04',
  text: `Toll of Pell Street collapse revised down

The number of people killed in the collapse of a six-storey house on Pell Street in Carrow was lowered to 22 from 26 on Monday after four of the missing walked into a police station.

"We are glad to have been wrong," police spokesman Idris Bane told reporters. Nine people are still unaccounted for.

Rescue dogs found a girl of four alive after 30 hours. Her mother, Lena Sorn, 29, wept. "I heard her sing," she told the Carrow Herald.

It is not true that the house had been condemned, mayor Tove Ranke said. But tenants claim that the council was told of cracks twice. "They sent a painter," tenant Ruben Ost scoffed.`,
  figures: [
    { words: '22', value: 22, metric: 'killed', place: 'Carrow', source: null },
    { words: '26', value: 26, metric: 'killed', source: null },
    { words: 'Nine people', value: 9, metric: 'missing', source: null },
  ],
  statements: [
    ['Idris Bane', 'We are glad to have been wrong,'],
    ['Lena Sorn', 'I heard her sing,'],
    ['tenants', 'that the council was told of cracks twice'],
    ['Ruben Ost', 'They sent a painter,'],
  ],
  denials: [['Tove Ranke', 'the house had been condemned']],
};

export const LEAK: InventedArticle = {
  name: 'chemical leak',
  publishedAt: '2030-07-17',
  text: `Gas leak sends 140 to hospital in Stellin

About 140 residents of Stellin were taken to hospital with burning eyes after gas leaked from a paint works on Tuesday night, and 2,300 were moved to a sports hall.

Works manager Greger Lund said no one had died, contradicting reports of three deaths on the local station, Kanal Ost.

"We smelled it at ten. The siren came at midnight," said Britt Asker, who lives across the road. "Why?"

Asked about the delay, Lund said the siren "was tested and it worked." The firm neither confirmed nor denied that a valve had failed. Fire chief Maj Ewald would only say that an inquiry was "looking at everything, valves too."`,
  figures: [
    { words: '140 to', value: 140, metric: 'injured', place: 'Stellin', source: null },
    {
      words: 'About 140 residents',
      value: 140,
      metric: 'injured',
      quantifier: 'approximately',
      place: 'Stellin',
      source: null,
    },
    { words: '2,300', value: 2300, metric: 'evacuated', source: null },
    { words: 'three deaths', value: 3, metric: 'killed', source: 'reports' },
  ],
  statements: [
    ['Greger Lund', 'no one had died'],
    ['Britt Asker', 'We smelled it at ten. The siren came at midnight, Why?'],
    ['Greger Lund', 'the siren "was tested and it worked."'],
    ['Maj Ewald', 'an inquiry was "looking at everything, valves too."'],
  ],
  denials: [['Greger Lund', 'reports of three deaths']],
};
