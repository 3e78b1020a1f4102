import type { InventedArticle } from './invented-article.js';

export const PRISON: InventedArticle = {
  name: 'prison riot',
  publishedAt: '2031-01-09',
  text: `Eight dead as inmates seize Karst prison

Inmates seized two wings of Karst prison on Tuesday in a riot that left eight people dead, among them three guards, the justice ministry said.

The prisoners were still holding 14 guards on Wednesday. "Nobody else needs to die," a man who gave his name as Kolja said by telephone. "We want water, we want doctors, we want a judge to come and see."

Governor Ansel Drey called the claims of hunger in the cells "a fairy tale." Families at the gate said otherwise: "My son weighs what he weighed at twelve," said Dora Vint.

Some 1,900 men are held in Karst, which was built for 800. The ministry denied a report by the Prisoners' Aid League (PAL) that 40 inmates had died there last year. The PAL stands by its figure.`,
  figures: [
    { words: 'Eight dead', value: 8, metric: 'killed', source: null },
    { words: 'eight people dead', value: 8, metric: 'killed', source: 'justice ministry' },
    { words: 'three guards', value: 3, metric: 'killed', source: 'justice ministry' },
    { words: '14 guards', value: 14, metric: 'detained', source: null },
    {
      words: 'Some 1,900 men',
      value: 1900,
      metric: 'detained',
      quantifier: 'approximately',
      place: 'Karst',
      source: null,
    },
  ],
  statements: [
    ['Kolja', 'Nobody else needs to die, We want water, we want doctors, we want a judge to come and see.'],
    ['Ansel Drey', 'the claims of hunger in the cells "a fairy tale."'],
    ['Dora Vint', 'My son weighs what he weighed at twelve,'],
  ],
  denials: [
    ['ministry', "a report by the Prisoners' Aid League"],
    ['Ansel Drey', 'the claims of hunger in the cells'],
  ],
};

export const COUP: InventedArticle = {
  name: 'coup attempt',
  publishedAt: '2028-12-02',
  text: `Government of Zarim says coup foiled, 230 arrested

Soldiers loyal to the government of Zarim put down a coup early on Friday, President Oumar Sellal said in a televised address.

"The criminals have failed," he said, "and every one of them will answer for it." He put the dead at 17, all of them soldiers. More than 230 officers were arrested.

The exiled opposition leader Nadia Ferhat rejected the accusation that she had paid the plotters. "I learned of it from the radio," Ferhat said from Lisport. "This was not a coup but a theatre play."

Residents of the capital, Amsir, hid in cellars. At least five civilians were killed by stray bullets, said the Zarim League of Physicians (ZLP), and dozens were wounded. The ZLP put the number of wounded soldiers at 60.`,
  figures: [
    { words: '230 arrested', value: 230, metric: 'detained', source: 'Government of Zarim' },
    { words: '17', value: 17, metric: 'killed', source: 'Oumar Sellal' },
    {
      words: 'More than 230 officers',
      value: 230,
      metric: 'detained',
      quantifier: 'more_than',
      source: null,
    },
    {
      words: 'At least five civilians',
      value: 5,
      metric: 'killed',
      quantifier: 'at_least',
      source: 'Zarim League of Physicians',
    },
    {
      words: 'dozens',
      value: null,
      metric: 'injured',
      quantifier: 'dozens',
      source: 'Zarim League of Physicians',
    },
    { words: '60', value: 60, metric: 'injured', source: 'Zarim League of Physicians' },
  ],
  statements: [
    ['Oumar Sellal', 'Soldiers loyal to the government of Zarim put down a coup early on Friday'],
    ['Oumar Sellal', 'The criminals have failed, and every one of them will answer for it.'],
    ['Nadia Ferhat', 'I learned of it from the radio, This was not a coup but a theatre play.'],
  ],
  denials: [['Nadia Ferhat', 'the accusation that she had paid the plotters']],
};
