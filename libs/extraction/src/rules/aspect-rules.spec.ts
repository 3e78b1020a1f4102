import { extractArticle } from '../extract-article.js';
import type { ASPECT_RULES } from './aspect-rules.js';

const ROUNDUP = `In brief

Flood: Water rose in Oster. Nine people died.

Fire: Norvale has closed its port. Two people died.

Strike: Dockers walked out. Forty were arrested.`;

/** Rule -> a text in which it reads the last figure. */
const EXAMPLES: Readonly<Record<keyof typeof ASPECT_RULES, string>> = {
  'place/bracket': 'Tally\n\nIn all 6,617 people fled: from Oster (4,410) and West Norvale (2,207).',
  'place/clause': 'Tally\n\nIn Oster 12 people died, and nine were hurt in Norvale.',
  'place/sentence': 'Tally\n\nIn Oster 12 people died, and nine were hurt.',
  'place/total': 'Tally\n\nIn Oster 12 people died, three of them children.',
  'place/paragraph': 'Tally\n\nFire broke out in Oster. In all 12 people died.',
  'place/story':
    ROUNDUP.slice(0, ROUNDUP.indexOf('\n\nStrike')) + '\n\nHeat: Two people died. Temperatures rose in Sarn.',
  'place/section':
    'Weekly notes\n\nNORVALE\nIn all 12 people died.\n\nOSTER\nForty were arrested. Police in Norvale and troops in Oster were on the streets.\n\nIn all nine people died.',
  'place/event':
    'Tovia mourns\n\nA day of mourning is held in Tovia.\n\nThe blast tore through a hall in Oster.\n\nIn all 12 people died in the blast.',
  'place/opening': 'Fire in Oster\n\nA hall burnt down.\n\nIn all 12 people died.',
  'place/title':
    'Oster fire\n\nA hall burnt down.\n\nIn all 12 people died.\n\nThe mayor came to the hall in Oster.',
  'place/dateline': 'Fire\n\nOSTER, May 6 (Agency) - A hall burnt down.\n\nIn all 12 people died.',
  'place/first-scene': 'Fire\n\nA hall burnt down and 12 people died.\n\nHelp came from a depot in Norvale.',
  'period/moment': 'Fire\n\n12 people died over the weekend.',
  'period/since': 'Fire\n\n12 people have died since Saturday.',
  'period/as-of': 'Fire\n\n12 people had died by Monday evening.',
  'period/between': 'Fire\n\n12 people died between 3 and 9 May.',
  'period/past-window': 'Fire\n\n12 people died in the past 24 hours.',
  'period/ago': 'Fire\n\nThree days ago 12 people died.',
  'quantifier/before': 'Fire\n\nAt least 12 people died.',
  'quantifier/behind': 'Fire\n\n12 or more people died.',
  'quantifier/range': 'Fire\n\nBetween 12 and 15 people died.',
  'quantifier/vague-word': 'Fire\n\nDozens of people died.',
  'quantifier/plain': 'Fire\n\n12 people died.',
  'source/reporter': 'Fire\n\n12 people died.',
};

function lastRules(text: string): unknown[] {
  const figure = extractArticle({
    text,
    title: text.split('\n')[0] ?? '',
    publishedAt: '2031-05-14',
  }).figures.at(-1);
  return Object.values(figure?.readBy ?? {});
}

describe('rules for what belongs to a figure', () => {
  it.each(Object.entries(EXAMPLES))('%s', (rule, text) => {
    expect(lastRules(text)).toContain(rule);
  });

  it('name no place or period where the text tells none', () => {
    expect(lastRules('Fire\n\n12 people died.')).toEqual([null, null, 'quantifier/plain', 'source/reporter']);
  });

  it("name the statement's rule for a source", () => {
    expect(lastRules('Fire\n\n12 people died, Mayor Ada Brill said.')).toContain('reported-before');
  });

  it('take no place of a later paragraph before the dateline', () => {
    const text = `${EXAMPLES['place/dateline']}\n\nHelp came from a depot in Norvale.`;
    expect(extractArticle({ text }).figures[0]?.places).toMatchObject([{ text: 'OSTER' }]);
  });
});
