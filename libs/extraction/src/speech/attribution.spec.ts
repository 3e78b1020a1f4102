import { extractArticle } from '../extract-article.js';
import { toScorerRecord } from '../scorer-record.js';

const BEFORE = 'Floods in the valley\n\n';

/** "value: source" of each figure. */
function sourcesOf(body: string): string[] {
  const { figures } = extractArticle({ text: BEFORE + body });
  return figures.map(({ value, attribution }) => `${value}: ${attribution.at(-1)?.name ?? '-'}`);
}

describe('who gives a figure', () => {
  it.each([
    ['a verb is no noun cue', 'The Valley Watch claims that 40 people drowned.', ['40: Valley Watch']],
    [
      "a plural's verb",
      'Residents and drivers report that 40 people were killed.',
      ['40: Residents and drivers'],
    ],
    ['"reports" name nobody', 'There were also reports that 40 people were killed.', ['40: -']],
    ['a clause without "that"', 'The council reported 40 people had been evacuated.', ['40: council']],
    ['a clause with "it"', 'The council stated it had proof that 40 people were killed.', ['40: council']],
    ['up to', 'Port officials reported up to 40 people had been evacuated.', ['40: Port officials']],
    ['an asserted object', 'The mayor reported 12 deaths in Ostmark.', ['12: mayor']],
    ['an object that is not asserted', 'The mayor praised the rescue of 40 hostages.', ['40: -']],
    [
      'around "according to"',
      'By Friday, according to the council, 40 people had been evacuated, including 12 children.',
      ['40: council', '12: council'],
    ],
    [
      'a clause behind the source',
      'According to a ferry log, two sailors drowned and nine were hurt.',
      ['2: a ferry log', '9: a ferry log'],
    ],
    [
      'a body and where it said so',
      'Some 40 people were evacuated, its relief office OCRA said in a flash update.',
      ['40: OCRA'],
    ],
    [
      'a compound before the town',
      'The army gave no toll, but the mayor of the worst-hit town reported 40 people dead.',
      ['40: mayor of the worst-hit town'],
    ],
    ['a colon', 'According to Valnews: 40 people have died in Ostmark.', ['40: Valnews']],
    [
      'a source without a comma',
      'According to details given by Ostmark police 40 people were killed as the dam broke.',
      ['40: Ostmark police'],
    ],
    [
      'who issued the document',
      'Some 40 people were evacuated, according to a bulletin written by the Valley Watch.',
      ['40: Valley Watch'],
    ],
    [
      'an inverted end behind commas',
      'Rain has hit the valley since May, killing 40 people, says Health Department spokeswoman Ada Lind.',
      ['40: Ada Lind'],
    ],
    [
      'a cue that closes the sentence without a comma',
      'At least 40 people were killed and 12 people were hurt in Ostmark the Valley News reported.',
      ['40: Valley News', '12: Valley News'],
    ],
    ['a count put at', 'The council put the death toll at 40 people.', ['40: council']],
    ['given by', 'Some 40 deaths were reported by the Valley Watch.', ['40: Valley Watch']],
    ['an estimate', 'The council estimates 400 homes were destroyed.', ['400: council']],
    ['records show', 'Hospital records show 40 people died.', ['40: Hospital records']],
    ['lives claimed', 'The storm has claimed 40 lives, the council said.', ['40: council']],
    ['a place that sees', 'Ostmark has seen 40 deaths.', ['40: -']],
    ['no speaker there', 'There showed that 40 people were killed.', ['40: -']],
    [
      'the ministry is no place',
      'The Ministry of Health said boats were full. Ostmark denied it. Some 40 people were killed, said the ministry.',
      ['40: Ministry of Health'],
    ],
  ])('%s', (_, body, expected) => {
    expect(sourcesOf(body)).toEqual(expected);
  });

  it('is written beside the counted noun as it stands', () => {
    const extraction = extractArticle({ text: `${BEFORE}The mayor said 40 residents were killed.` });
    expect(toScorerRecord('x', extraction).figures).toEqual([
      expect.objectContaining({ attributedTo: 'mayor', unit: 'residents' }),
    ]);
  });
});
