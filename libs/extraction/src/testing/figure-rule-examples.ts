import type { FigureRule } from '../rules/rule-catalogue.js';

/** For each rule a sentence that it reads, with the words of the figure, and one much like it that it must leave alone. */
export const FIGURE_RULE_EXAMPLES: Readonly<Record<FigureRule, readonly [string, string, string]>> = {
  'figure/noun-of-state': [
    'The flood left 31 dead in Ostvale.',
    '31 dead',
    'The flood left 31 boats dry in Ostvale.',
  ],
  'figure/object-of-verb': [
    'Police rounded up 87 teachers in Ostvale.',
    '87 teachers',
    'Police rounded up 87 stray dogs in Ostvale.',
  ],
  'figure/subject-of-verb': [
    'In Ostvale 52 villagers were buried under rubble.',
    '52 villagers',
    'In Ostvale 52 villagers were at the council meeting.',
  ],
  'figure/toll': [
    'The death toll in Ostvale rose to 45 on Friday.',
    '45',
    'The road toll in Ostvale rose to 45 dollars on Friday.',
  ],
  'figure/earlier-total': [
    'The death toll in Ostvale rose to 45, up from 29 on Monday.',
    '29',
    'The death toll in Ostvale rose to 45, and 29 trucks came from the north.',
  ],
  'figure/increment': [
    'A further 640 people fled Ostvale on Friday.',
    'A further 640 people',
    'Some 640 people fled Ostvale, a further sign of unrest.',
  ],
  'figure/part-of-total': [
    'The blast killed 40 people in Ostvale, including 12 children.',
    '12 children',
    'The blast killed 40 people in Ostvale, which has 12 schools.',
  ],
  'figure/listed-by-place': [
    'The floods displaced 21,400 people, mostly to Ostvale (11,300) and Kerrin (6,125).',
    '11,300',
    'The floods displaced 21,400 people, said Mara Kerrin (34).',
  ],
  'figure/same-verb': [
    'The shelling killed 14 soldiers and nine civilians in Ostvale.',
    'nine civilians',
    'The shelling killed 14 soldiers and nine cows in Ostvale.',
  ],
  'figure/whole-of-share': [
    'About 70% of the 12,000 residents have fled Ostvale.',
    '12,000 residents',
    'About 70% of the 12,000 tickets were sold in Ostvale.',
  ],
  'figure/people-counted': [
    'Two people died in Ostvale. Three were killed in Kerrin, and 12 were hurt. Nearly 300 families came with their goats.',
    'Nearly 300 families',
    'Two people died in Ostvale. Three were killed in Kerrin, and 12 were hurt. Nearly 300 firefighters came with their hoses.',
  ],
  'figure/noun-implies': [
    'Ostvale registered 4,300 refugees.',
    '4,300 refugees',
    'Ostvale registered 4,300 cars.',
  ],
};
