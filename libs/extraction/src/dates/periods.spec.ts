import fc from 'fast-check';
import { formatDay } from './calendar.js';
import { findDateline } from './dateline.js';
import { findPeriods, resolveDay, resolvePeriod } from './periods.js';
import { timeToldBy } from './without-year.js';
import { readWords } from '../words/words.js';

// 2021-07-15 was a Thursday.
const PUBLISHED = '2021-07-15';

const PHRASES: [string, string | null, string | null, string][] = [
  ['since Saturday', '2021-07-10', PUBLISHED, 'day'],
  ['since Thursday', '2021-07-08', PUBLISHED, 'day'],
  ['since 15 April', '2021-04-15', PUBLISHED, 'day'],
  ['since late June', '2021-06-21', PUBLISHED, 'month'],
  ['since last week', '2021-07-05', PUBLISHED, 'week'],
  ['since 2019', '2019-01-01', PUBLISHED, 'year'],
  ['since yesterday', '2021-07-14', PUBLISHED, 'day'],
  ['since the conflict began', null, PUBLISHED, 'day'],
  ['since the siege of the town started', null, PUBLISHED, 'day'],
  ['since the start of the war', null, PUBLISHED, 'day'],
  ['since fighting broke out', null, PUBLISHED, 'day'],
  ['since the last report', null, PUBLISHED, 'day'],
  ['on Monday', '2021-07-12', '2021-07-12', 'day'],
  ['on Monday alone', '2021-07-12', '2021-07-12', 'day'],
  ['on Thursday', PUBLISHED, PUBLISHED, 'day'],
  ['late Monday', '2021-07-12', '2021-07-12', 'day'],
  ['late on Tuesday', '2021-07-13', '2021-07-13', 'day'],
  ['Wednesday night', '2021-07-14', '2021-07-14', 'day'],
  ['last Thursday', '2021-07-08', '2021-07-08', 'day'],
  ['on Thursday 6 May 2021', '2021-05-06', '2021-05-06', 'day'],
  ['overnight', '2021-07-14', PUBLISHED, 'day'],
  ['yesterday', '2021-07-14', '2021-07-14', 'day'],
  ['this morning', PUBLISHED, PUBLISHED, 'day'],
  ['last night', '2021-07-14', PUBLISHED, 'day'],
  ['last week', '2021-07-05', '2021-07-11', 'week'],
  ['this week', '2021-07-12', PUBLISHED, 'week'],
  ['over the weekend', '2021-07-10', '2021-07-11', 'week'],
  ['last weekend', '2021-07-10', '2021-07-11', 'week'],
  ['last month', '2021-06-01', '2021-06-30', 'month'],
  ['earlier this year', '2021-01-01', PUBLISHED, 'year'],
  ['this year', '2021-01-01', PUBLISHED, 'year'],
  ['in the past 24 hours', '2021-07-14', PUBLISHED, 'day'],
  ['in the past day', '2021-07-14', PUBLISHED, 'day'],
  ['over the last two weeks', '2021-07-01', PUBLISHED, 'week'],
  ['in the past week', '2021-07-08', PUBLISHED, 'week'],
  ['within the last month', '2021-06-15', PUBLISHED, 'month'],
  ['in recent days', null, PUBLISHED, 'day'],
  ['in the last few weeks', null, PUBLISHED, 'week'],
  ['over the past fortnight', '2021-07-01', PUBLISHED, 'week'],
  ['in the first week of June', '2021-06-01', '2021-06-07', 'week'],
  ['in the first three weeks of June', '2021-06-01', '2021-06-21', 'week'],
  ['during the second half of May', '2021-05-16', '2021-05-31', 'week'],
  ['last summer', null, null, 'month'],
  ['three days ago', '2021-07-12', '2021-07-12', 'day'],
  ['as of 23 March', null, '2021-03-23', 'day'],
  ['As of Tuesday afternoon', null, '2021-07-13', 'day'],
  ['by the morning of 9 June', null, '2021-06-09', 'day'],
  ['until Monday', null, '2021-07-12', 'day'],
  ['between 3 and 9 May', '2021-05-03', '2021-05-09', 'day'],
  ['between 28 December and 4 January', '2020-12-28', '2021-01-04', 'day'],
  ['from 5 to 14 February 2017', '2017-02-05', '2017-02-14', 'day'],
  ['3-9 May', '2021-05-03', '2021-05-09', 'day'],
  ['from Monday until Wednesday', '2021-07-12', '2021-07-14', 'day'],
  ['in March', '2021-03-01', '2021-03-31', 'month'],
  ['in October', '2020-10-01', '2020-10-31', 'month'],
  ['in July', '2021-07-01', PUBLISHED, 'month'],
  ['in early March 2015', '2015-03-01', '2015-03-10', 'month'],
  ['during 2014', '2014-01-01', '2014-12-31', 'year'],
  ['on 3 September', '2020-09-03', '2020-09-03', 'day'],
  ['on the 3rd of May', '2021-05-03', '2021-05-03', 'day'],
  ['on Mar. 9, 2012', '2012-03-09', '2012-03-09', 'day'],
  ['on 2 August', '2021-08-02', '2021-08-02', 'day'],
];

describe('resolvePeriod', () => {
  it.each(PHRASES)('%s', (phrase, start, end, accuracy) => {
    const period = resolvePeriod(phrase, PUBLISHED);
    if (!accuracy) return expect(period).toBeNull();
    expect(period).toEqual({ start, end, accuracy, text: phrase });
  });

  it('knows no days without a publication day, but keeps the words', () => {
    expect(resolvePeriod('since Saturday', null)).toEqual({
      start: null,
      end: null,
      accuracy: 'day',
      text: 'since Saturday',
    });
    expect(resolvePeriod('on 4 June 2019', null)?.start).toBe('2019-06-04');
  });

  it.each(['they may march on', 'in the sun', 'on 31 February', 'sat down', 'by train', 'in 300 homes'])(
    'reads no time in %s',
    (phrase) => expect(resolvePeriod(phrase, PUBLISHED)).toBeNull(),
  );

  it('gives every phrase of a sentence its exact range', () => {
    const text =
      'Floods 🌊 on Monday drove out families; by 9 July, 40 homes had gone, most of them yesterday.';
    const found = findPeriods(readWords(text), PUBLISHED).map((p) => text.slice(p.range.start, p.range.end));
    expect(found).toEqual(['on Monday', 'by 9 July', 'yesterday']);
  });

  it('never ends before it starts, nor after publication where the words look back', () => {
    const back = PHRASES.filter(([phrase, , , accuracy]) => accuracy && !phrase.includes('August'))
      .map(([phrase]) => phrase)
      .filter((phrase) => !/\d{4}/.test(phrase));
    fc.assert(
      fc.property(fc.constantFrom(...back), fc.integer({ min: 0, max: 40_000 }), (phrase, day) => {
        const published = formatDay(day);
        const period = resolvePeriod(phrase, published);
        const { start, end } = period ?? {};
        if (start && end) expect(start <= end).toBe(true);
        const announced = /^(?:on|as of|by|between|3-9)/.test(phrase) && /\d/.test(phrase);
        if (end && !announced) expect(end <= published).toBe(true);
      }),
    );
  });
});

describe('dates without a year in an article without a date', () => {
  const SIEGE = 'Siege of Melbury (November–December 2031)';
  const periodIn = (title: string | null, text: string) => {
    const [found] = findPeriods(readWords(text), null, timeToldBy(title, text));
    return found && [found.period.start, found.period.end];
  };

  it.each<[string, string | null, string, (string | null)[]]>([
    ['the year of the title', SIEGE, 'by 20 December', [null, '2031-12-20']],
    ['the nearest year', SIEGE, 'on 3 January', ['2032-01-03', '2032-01-03']],
    ['an open end', SIEGE, 'since 26 November', ['2031-11-26', null]],
    ['a span', SIEGE, 'between 3 and 9 December', ['2031-12-03', '2031-12-09']],
    ['a bare year', 'The floods of 2031', 'on 5 June', ['2031-06-05', '2031-06-05']],
    ['the year of the text', null, 'on 5 June. The siege ended on 2 July 2031', ['2031-06-05', '2031-06-05']],
    ['what could be any day', SIEGE, 'on Monday', [null, null]],
    ['years of which either may be meant', 'Melbury, 2030 and 2031', 'on 5 June', [null, null]],
    ['a year that it looks back to', null, 'on 5 June. The worst since March 2012', [null, null]],
    ['no year at all', 'Siege of Melbury', 'on 5 June', [null, null]],
  ])('%s', (_, title, text, days) => expect(periodIn(title, text)).toEqual(days));
});

describe('resolveDay', () => {
  it.each([
    ['on Tuesday', '2021-07-13'],
    ['late Monday', '2021-07-12'],
    ['last week', null],
    ['overnight', null],
    ['quietly', null],
  ])('%s', (phrase, day) => expect(resolveDay(phrase, PUBLISHED)).toBe(day));
});

describe('findDateline', () => {
  it.each([
    ['Storm nears coast\n\nJuly 15, 2021 | By | Reply More\n\nThe storm ...', '2021-07-15'],
    ['Storm nears coast\n4 min read\n15 July, 2021\nBoats at sea [Agency]\n', '2021-07-15'],
    [
      'PORTVILLE, July 15, 2021 (Agency) - Residents of the coast were told on Monday to leave.',
      '2021-07-15',
    ],
    ['Updated 2021-07-15T08:00 by the desk', '2021-07-15'],
    ['Thursday 15th July 2021', '2021-07-15'],
    ['The bridge fell on July 15, 2021, and nobody has rebuilt it since then, people here say.', null],
    ['July 15\nNo year', null],
    ['31 February 2021', null],
    ['', null],
  ])('%s', (text, day) => expect(findDateline(text)).toBe(day));
});
