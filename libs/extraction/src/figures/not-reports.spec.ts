import { brieflyRead } from '../testing/briefly-read.js';
import { briefly, figuresOf } from './testing/read-figures.js';

const denials = (text: string): string[] =>
  brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'));

describe('what is negated is no figure', () => {
  it.each([
    'The flood has not displaced 300 families in Ostvale.',
    "Two hundred people weren't injured in Ostvale, whatever the radio says.",
    'Nobody killed 12 villagers in Ostvale, the mayor said.',
    'No shell has killed 15 people in Ostvale, the commander said.',
    'The governor said troops never detained 90 farmers in Ostvale.',
    'Some 60 families were unable to flee Ostvale.',
    'The death toll in Ostvale has not reached 40.',
    'The death toll in Ostvale is not expected to pass 40.',
    'Nor did the militia kidnap 12 nurses in Ostvale.',
    'There were not 40 deaths in Ostvale.',
  ])('%s', (text) => expect(briefly(text)).toEqual([]));

  it.each<[string, string[]]>([
    ['The dam did not only kill 40 people in Ostvale but wrecked the mill.', ['40 people = killed']],
    ['Twelve people did not survive the crash in Ostvale.', ['Twelve people = killed']],
    ['Some 12 people have not been seen since the flood.', ['Some 12 people = missing']],
    ['Some 12 people have neither been seen nor heard from.', ['Some 12 people = missing']],
    ["Twelve hikers haven't been seen since the flood.", ['Twelve hikers = missing']],
    ['The fire killed 12 people in Ostvale, but did not spread.', ['12 people = killed']],
    ['Five people who had not been warned were killed.', ['Five people = killed']],
    ['The blast no doubt killed 40 people.', ['40 people = killed']],
    ['With no warning troops killed 40 people.', ['40 people = killed']],
  ])('but a negation elsewhere takes nothing away: %s', (text, figures) =>
    expect(briefly(text)).toEqual(figures),
  );

  it.each<[string, string]>([
    ['The army said it had not killed 40 people in Karsal.', 'army: it had not killed 40 people in Karsal'],
    ['Army did not kill 40 people, Colonel Vesk said.', 'Vesk: Army did not kill 40 people'],
    ['The mayor said that no shell killed 12 people.', 'mayor: that no shell killed 12 people'],
  ])('and is a denial where somebody says it: %s', (text, denial) => {
    expect([brieflyRead(text).figures, denials(text)]).toEqual([[], [`denied: ${denial}`]]);
  });

  it('and no claim of the contrary beside it', () => {
    expect(brieflyRead('Residents said troops had not killed 40 people.').claims).toEqual([
      'denied: Residents: troops had not killed 40 people',
    ]);
  });

  it('though not where no number is negated', () => {
    expect(denials('The army said it had not fired, and that 40 people had died.')).toEqual([]);
  });
});

describe('what is open is no figure', () => {
  it.each([
    'It was unclear whether 40 people had died in Karsal.',
    'Police asked if 12 people had drowned in Ostvale.',
    'It is not clear if 60 people were kidnapped in Ostvale.',
    'The mayor asked whether it was true that 40 people had died.',
    'The mayor doubts that 40 people died in Ostvale.',
    'If 40 people die in Ostvale, the mayor will resign.',
    'Did 40 people die in Karsal? Nobody knows.',
    'Were 15 miners killed in Ostvale?',
    '30 dead in Ostvale ferry fire?',
  ])('%s', (text) => expect(briefly(text)).toEqual([]));

  it.each<[string, string[]]>([
    ['Why did 40 people die in Ostvale?', ['40 people = killed']],
    ['With 40 people dead, will the mayor resign?', ['40 people dead = killed']],
    ['Is this the storm that killed 40 people?', ['40 people = killed']],
    ['The mayor asked whether the storm that killed 40 people had passed.', ['40 people = killed']],
    ['The mayor asked whether the 40 people killed were locals.', ['40 people killed = killed']],
    ['If the dam breaks 40,000 people could be displaced.', ['40,000 people = displaced']],
  ])('but what is taken as given is one: %s', (text, figures) => expect(briefly(text)).toEqual(figures));
});

/** "19 killed toll": number, metric and rule of each figure. */
const ruled = (text: string): string[] =>
  figuresOf(text).map(({ value, metric, rule }) => `${value} ${metric} ${rule.slice('figure/'.length)}`);

describe('what a correction takes back is an earlier total', () => {
  it.each<[string, string[]]>([
    [
      'Correction: An earlier version of this article said 24 people were killed in Halvik. The correct figure is 14.',
      ['24 killed earlier-total', '14 killed toll'],
    ],
    [
      'Clarification: A previous version of this story stated that 300 families were displaced in Ostvale. The right number is 130.',
      ['300 displaced earlier-total', '130 displaced toll'],
    ],
    [
      'CORRECTION (May 4): This article originally said nine people were injured in Ostvale. In fact, seven were injured.',
      ['9 injured earlier-total', '7 injured subject-of-verb'],
    ],
    [
      'The death toll was 19, not 25 as reported earlier, in Norvale, police said.',
      ['19 killed toll', '25 killed earlier-total'],
    ],
    [
      'The blast killed 17 people, not 71 as first reported, in Ostvale.',
      ['17 killed object-of-verb', '71 killed earlier-total'],
    ],
    ['Police lowered the toll from 25 to 19.', ['25 killed earlier-total', '19 killed toll']],
    ['The toll was raised from 19 to 25 in Norvale.', ['19 killed earlier-total', '25 killed toll']],
    ['The toll was revised down from 25 to 19 in Norvale.', ['25 killed earlier-total', '19 killed toll']],
    [
      'The ministry raised the number of injured from 30 to 44.',
      ['30 injured earlier-total', '44 injured toll'],
    ],
    ['The toll rose to 33, up from 29 a day earlier.', ['33 killed toll', '29 killed earlier-total']],
    ['Officials cut the death toll to 40 from 62.', ['40 killed toll', '62 killed earlier-total']],
    ['The blast killed 17 people, not 71.', ['17 killed object-of-verb']],
  ])('%s', (text, figures) => expect(ruled(text)).toEqual(figures));

  it('together with its parts, which keep its time, place and cue', () => {
    const [total, part] = figuresOf(
      'Correction: An earlier version of this article said 24 people were killed in Halvik on Monday, including nine children.',
    );
    expect(part).toMatchObject({ value: 9, rule: 'figure/earlier-total', period: total?.period });
    expect(part?.period?.text).toBe('on Monday');
    expect(part?.places).toEqual(total?.places);
    expect(part?.cues).toContainEqual(total?.cues.find(({ kind }) => kind === 'metric'));
  });

  it('and the article that corrects itself is no speaker', () => {
    const text = 'Correction: An earlier version of this article said 24 people were killed in Halvik.';
    expect(brieflyRead(text)).toEqual({ figures: ['24 killed: -'], claims: [], statements: [] });
  });

  it('but a report and another paper are', () => {
    expect(brieflyRead('The report said 24 people were killed.').figures).toEqual(['24 killed: report']);
  });
});

describe('later steps of a toll', () => {
  const placed = (text: string): string[] =>
    figuresOf(text).map(({ value, metric, places, period }) =>
      [value, metric, places[0]?.text ?? '-', period?.text ?? '-'].join(' '),
    );

  it.each<[string, string[]]>([
    [
      'The toll stood at 12 on Monday; by Tuesday it was 19, and on Wednesday it hit 25 in Norvale, officials said.',
      ['12 killed Norvale on Monday', '19 killed Norvale by Tuesday', '25 killed Norvale on Wednesday'],
    ],
    [
      'On Friday 60 people were killed in Karsal, the ministry said; the total since October 7 is 4,300.',
      ['60 killed Karsal On Friday', '4300 killed Karsal since October 7'],
    ],
    [
      'The number of wounded in Ostvale was 20 on Monday; it rose to 28 on Tuesday.',
      ['20 injured Ostvale on Monday', '28 injured Ostvale on Tuesday'],
    ],
    [
      'Officials put the toll in Ostvale at 60, but lowered it to 40 on Tuesday.',
      ['60 killed Ostvale -', '40 killed Ostvale on Tuesday'],
    ],
    [
      'Six people died in Ostvale on Sunday. The total this month is 70.',
      ['6 killed Ostvale on Sunday', '70 killed Ostvale this month'],
    ],
  ])('%s', (text, figures) => expect(placed(text)).toEqual(figures));

  it.each([
    'Six people died in Ostvale. The emergency number is 112.',
    'Six people died in Ostvale. It was 19 degrees.',
    'Six people died in Ostvale. It was 8.',
    'Six people died in Ostvale. The total bill is 4,300.',
    'The toll in Ostvale is six. It was 40 houses down the road.',
  ])('but other numbers are none: %s', (text) => expect(briefly(text)).toHaveLength(1));
});

describe('a rate is no figure', () => {
  it.each([
    'Every day, 40 people are killed in Karsal, the ministry said.',
    'Three people a day die in the Karsal camp.',
    'At least 100 people a week are dying in Karsal.',
    'Each week 30 families are displaced in Ostvale.',
    'Some 15 people are killed on the roads of Ostvale each month.',
    'The Ostvale camp takes in 200 refugees per day.',
    'Malaria kills 40 children daily in Ostvale.',
    'The ferry rescues 1,200 passengers a day.',
    'Some 900 people die of it every year.',
  ])('%s', (text) => expect(briefly(text)).toEqual([]));

  it.each<[string, string]>([
    ['The fire killed 12 people a day after the flood.', '12 people = killed'],
    ['The shelling killed 40 people in a week.', '40 people = killed'],
    ['Five people died in Ostvale a week ago.', 'Five people = killed'],
    ['Some 40 people died on a road they use every day.', 'Some 40 people = killed'],
    ['The fire killed 12 people, who met each week.', '12 people = killed'],
  ])('but time told otherwise makes none: %s', (text, figure) => expect(briefly(text)).toEqual([figure]));
});

describe('who votes, watches or would fit is no count of people harmed', () => {
  const EVENT = 'Twelve people were killed, three injured and five are missing.';

  it.each([
    'Some 70% of voters, or 1.4 million people, turned out.',
    'The stadium seats 40,000 people.',
    'A crowd of 9,000 people watched the final.',
    'The ferry can carry 300 passengers.',
    'The film drew 2 million viewers.',
    'Some 40,000 people cast ballots.',
    'The hall, with room for 800 people, was empty.',
    'About 12,000 spectators were in the stands.',
    'The line carries 1,200 passengers on weekdays.',
  ])('%s', (text) => expect(briefly(`${EVENT} ${text}`)).toHaveLength(3));

  it('but other people are counted beside them', () => {
    expect(briefly(`${EVENT} Some 300 families came with their goats.`)).toHaveLength(4);
  });
});

describe('of whom', () => {
  const units = (text: string): string[] =>
    figuresOf(text).map(({ value, unit, rule }) => `${value} ${unit} ${rule.slice('figure/'.length)}`);

  it('points past a bracket to people', () => {
    expect(
      units('12,400 people (2,480 households) were displaced in Velmora, of whom 7,300 are children.'),
    ).toEqual([
      '12400 person subject-of-verb',
      '2480 household subject-of-verb',
      '7300 person part-of-total',
    ]);
    expect(units('At least 900 people (210 families), of whom 400 are women, fled Ostvale.').at(-1)).toBe(
      '400 person part-of-total',
    );
    expect(units('Some 200 people, 120 of whom are women, were evacuated.').at(-1)).toBe(
      '120 person part-of-total',
    );
  });
});

describe('loose number words', () => {
  it.each<[string, string, string]>([
    ['A couple of hundred people were killed in Karsal.', 'A couple of hundred people', 'hundreds'],
    ['A couple of dozen villagers were wounded.', 'A couple of dozen villagers', 'dozens'],
    ['A couple thousand people fled Ostvale.', 'A couple thousand people', 'thousands'],
    ['Dozens, perhaps hundreds, were killed in Karsal.', 'Dozens, perhaps hundreds', 'dozens'],
    ['Scores, if not hundreds, were killed in Ostvale.', 'Scores, if not hundreds', 'scores'],
    ['Dozens, maybe more, were killed in Ostvale.', 'Dozens, maybe more', 'dozens'],
    ['Forty-odd miners are feared dead in Karsal.', 'Forty-odd miners', 'approximately'],
    ['Some 200,000-odd people fled Karsal.', 'Some 200,000-odd people', 'approximately'],
    ['Twenty-odd soldiers were captured in Ostvale.', 'Twenty-odd soldiers', 'approximately'],
  ])('%s', (text, quote, quantifier) => {
    expect(
      figuresOf(text).map((figure) => [text.slice(figure.quote.start, figure.quote.end), figure.quantifier]),
    ).toEqual([[quote, quantifier]]);
  });

  it.each(['A couple were married in Ostvale after the killings.', 'The odd dozen is 13.'])(
    'but neither a pair nor an odd thing: %s',
    (text) => expect(briefly(text)).toEqual([]),
  );
});
