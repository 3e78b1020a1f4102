import { foldClaim } from './fold-claim.js';
import { RELATION_SETTINGS } from './settings.js';
import { InventedLedger, idOf, type InventedReport } from './testing/invented-ledger.js';

const entriesOf = (reports: readonly InventedReport[]) => {
  const ledger = new InventedLedger();
  reports.forEach((report) => ledger.report(report));
  return foldClaim(ledger.ledger()).entries;
};
/** Relation and reason of the last of the reports. */
const last = (...reports: InventedReport[]): [string, string] => {
  const { relation, reason } = entriesOf(reports).at(-1)!;
  return [relation, reason];
};
const figure = (value: number | null, more: object = {}): Partial<NonNullable<InventedReport['figure']>> => ({
  value,
  ...more,
});
const on = (day: string): object => ({
  period: { start: null, end: day, accuracy: 'day', text: 'on the day' },
});

describe('what a figure adds after a late report', () => {
  const told = (atMost: number) =>
    entriesOf([
      { name: 'a', by: 'police', on: '2031-06-05', figure: figure(70) },
      { name: 'b', by: 'coroner', on: '2031-06-10', figure: figure(20, on('2031-05-31')) },
      {
        ...{ name: 'c', by: 'government', on: '2031-06-10' },
        figure: figure(atMost, { quantifier: 'at_most' }),
      },
    ]).at(-1)!;

  it('is held against what is known latest, and bears the late one out besides', () => {
    const { relation, against, anomalies, otherRelations } = told(50);
    expect([relation, against, anomalies]).toEqual(['revises', idOf('report', 'a'), ['falls']]);
    const reason =
      'other origin, the same day, about 2031-05-31 and 2031-06-10, compatible: 20 -> at most 50';
    expect(otherRelations).toEqual([{ relation: 'corroborates', reportId: idOf('report', 'b'), reason }]);
  });

  it('bears out what is known latest where some number can be right in both', () =>
    expect(told(80)).toMatchObject({ relation: 'corroborates', against: idOf('report', 'a') }));
});

describe('what a figure adds: the same origin', () => {
  it('comes first', () => expect(last({ name: 'a', on: '2031-05-01' })).toEqual(['first', 'first report']));

  it('repeats', () =>
    expect(
      last({ name: 'a', on: '2031-05-01' }, { name: 'b', on: '2031-05-03', outlet: 'Coast Mail' }),
    ).toEqual(['repeats', 'same origin, two days later, again 100']));

  it.each([
    [27_000, 31_500, { from: 27_000, to: 31_500, by: 4_500, direction: 'up' }, '27,000 -> 31,500'],
    [31_500, 27_000, { from: 31_500, to: 27_000, by: -4_500, direction: 'down' }, '31,500 -> 27,000'],
  ])('revises %d to %d', (from, to, change, step) => {
    const [, entry] = entriesOf([
      { name: 'a', on: '2031-05-01', figure: figure(from) },
      { name: 'b', on: '2031-05-03', figure: figure(to) },
    ]);
    expect(entry).toMatchObject({
      relation: 'revises',
      against: idOf('report', 'a'),
      change,
      reason: `same origin, two days later, ${step}`,
    });
  });

  it('revises "at least 27,000" with 30,000 of another day', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', figure: figure(27_000, { quantifier: 'at_least' }) },
        { name: 'b', on: '2031-05-02', figure: figure(30_000) },
      ),
    ).toEqual(['revises', 'same origin, one day later, at least 27,000 -> 30,000']));

  it('refines what was possible for the same day', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', figure: figure(60, { quantifier: 'more_than', ...on('2031-04-30') }) },
        { name: 'b', on: '2031-05-02', figure: figure(64, on('2031-04-30')) },
      ),
    ).toEqual(['refines', 'same origin, one day later, more than 60 -> 64: more exact']));

  it('tells no change of what is told more exactly', () =>
    expect(
      entriesOf([
        { name: 'a', on: '2031-05-01', figure: figure(100, { quantifier: 'between', max: 200 }) },
        { name: 'b', on: '2031-05-01', figure: figure(150) },
      ]).at(-1),
    ).toMatchObject({ relation: 'refines', change: null }));

  it('repeats an old total and does not fall back to it', () =>
    expect(
      entriesOf([
        { name: 'a', on: '2031-05-01', figure: figure(12) },
        { name: 'b', on: '2031-05-02', figure: figure(20) },
        { name: 'c', on: '2031-05-03', figure: figure(12), outlet: 'Coast Mail' },
      ]).at(-1),
    ).toMatchObject({ relation: 'repeats', against: idOf('report', 'a'), anomalies: [] }));

  it('lets a stock fall back', () =>
    expect(
      last(
        ...[12, 20, 12].map((value, day) => ({
          name: String(day),
          on: `2031-05-0${day + 1}`,
          figure: figure(value, { measure: 'stock' }),
        })),
      ),
    ).toEqual(['revises', 'same origin, one day later, 20 -> 12']));
});

describe('what a figure adds: another origin', () => {
  const other = (value: number, more: object = {}, day = '2031-05-01'): InventedReport => ({
    name: 'other',
    by: 'Red Crescent',
    on: day,
    figure: figure(value, more),
  });

  it('corroborates with the same number', () =>
    expect(last({ name: 'a', on: '2031-05-01' }, other(100, {}, '2031-05-02'))).toEqual([
      'corroborates',
      'other origin, one day later, also 100',
    ]));

  it('corroborates with what can be right too', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', figure: figure(27_000, { quantifier: 'at_least' }) },
        other(30_000, {}, '2031-05-02'),
      ),
    ).toEqual(['corroborates', 'other origin, one day later, compatible: at least 27,000 -> 30,000']));

  it('is not borne out by an old bound, and is held against the nearest number', () => {
    const told: InventedReport[] = [
      { name: 'a', on: '2031-02-01', figure: figure(10, { quantifier: 'at_least' }) },
      other(5_000, {}, '2031-02-20T09:00:00Z'),
      { name: 'c', by: 'mayor', on: '2031-02-21T12:00:00Z', figure: figure(5_200) },
    ];
    expect(last(...told.slice(0, 2))).toEqual([
      'revises',
      'other origin, 19 days later, compatible, of another day: at least 10 -> 5,000',
    ]);
    expect(last(...told)).toEqual(['revises', 'other origin, one day later, 5,000 -> 5,200']);
  });

  it('corroborates the most exact of those of its day', () => {
    const bound: InventedReport = {
      name: 'b',
      by: 'mayor',
      on: '2031-05-01',
      figure: figure(90, { quantifier: 'at_least' }),
    };
    const about: InventedReport = {
      name: 'a',
      on: '2031-05-01',
      figure: figure(100, { quantifier: 'approximately' }),
    };
    expect(entriesOf([about, bound, other(95)]).at(-1)).toMatchObject({
      relation: 'corroborates',
      against: idOf('report', 'a'),
    });
  });

  it('conflicts where no number is right in both', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', figure: figure(60, { quantifier: 'more_than' }) },
        other(50, { quantifier: 'less_than' }),
      ),
    ).toEqual(['conflicts', 'other origin, both of 2031-05-01, fewer than 50 against more than 60']));

  it('tells whom else it bears out where it is at odds with one, and the other way round', () => {
    const [ministry, mayor] = [
      { name: 'a', on: '2031-05-01', figure: figure(60) },
      { name: 'c', by: 'mayor', on: '2031-05-01', figure: figure(80) },
    ];
    const third = entriesOf([ministry, mayor, other(80)]).at(-1)!;
    expect(third).toMatchObject({
      relation: 'conflicts',
      against: idOf('report', 'a'),
      otherRelations: [
        {
          relation: 'corroborates',
          reportId: idOf('report', 'c'),
          reason: 'other origin, the same day, also 80',
        },
      ],
    });
    const again = entriesOf([
      ministry,
      other(60),
      mayor,
      { ...ministry, name: 'd', outlet: 'Coast Mail', on: '2031-05-01T09:00:00Z' },
    ]).at(-1)!;
    expect(again).toMatchObject({
      relation: 'repeats',
      otherRelations: [
        { relation: 'conflicts', reportId: idOf('report', 'c') },
        { relation: 'corroborates', reportId: idOf('report', 'other') },
      ],
    });
  });

  it('lists twenty others at most, conflicts before all', () => {
    const others = Array.from({ length: 30 }, (_, n) => ({
      name: `o${n}`,
      by: `source ${n}`,
      on: '2031-05-01',
      figure: figure(n % 10 === 9 ? 80 : 60),
    }));
    const { otherRelations } = entriesOf([...others, other(60, {}, '2031-05-01T09:00:00Z')]).at(-1)!;
    // The first that it is at odds with is what it is held against.
    const listed = otherRelations.map(({ relation, reportId }) => `${relation} ${reportId}`);
    expect(listed).toHaveLength(20);
    expect(listed.slice(0, 2).sort()).toEqual(
      ['o19', 'o29'].map((name) => `conflicts ${idOf('report', name)}`),
    );
    expect(listed[2]).toMatch(/^corroborates/);
  });

  it('conflicts about a day whenever it is published', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-02', figure: figure(60, on('2031-05-01')) },
        other(80, on('2031-05-01'), '2031-05-09'),
      )[0],
    ).toBe('conflicts'));

  it('goes on with the series of another day', () =>
    expect(last({ name: 'a', on: '2031-05-01', figure: figure(12) }, other(20, {}, '2031-05-03'))).toEqual([
      'revises',
      'other origin, two days later, 12 -> 20',
    ]));

  it('conflicts with a total of the same day, however many hours lie between', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01T06:00:00Z', figure: figure(12) },
        other(20, {}, '2031-05-01T15:00:00Z'),
      )[0],
    ).toBe('conflicts'));

  it('bears out a lower bound of the morning', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01T06:00:00Z', figure: figure(12, { quantifier: 'at_least' }) },
        other(20, {}, '2031-05-01T15:00:00Z'),
      )[0],
    ).toBe('corroborates'));

  it('conflicts with a total that shrank within hours', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01T06:00:00Z', figure: figure(20) },
        other(12, {}, '2031-05-01T15:00:00Z'),
      )[0],
    ).toBe('conflicts'));

  it('two series that grow beside each other are no conflict', () => {
    const entries = entriesOf(
      [12, 13, 30, 31].map((value, index) => ({
        name: String(index),
        by: index % 2 ? 'Red Crescent' : 'ministry',
        on: `2031-05-0${index + 1}`,
        figure: figure(value),
      })),
    );
    expect(entries.map(({ relation }) => relation)).toEqual(['first', 'revises', 'revises', 'revises']);
  });
});

describe('what a figure adds: not by value', () => {
  const other = (more: object): [string, string] =>
    last({ name: 'a', on: '2031-05-01' }, { name: 'b', on: '2031-05-02', figure: figure(30, more) });

  it.each([
    [{ unit: 'household' }, 'households are not compared with people by value'],
    [{ measure: 'stock' }, 'how many at a date is not compared with how many in a period by value'],
    [{ status: 'feared' }, 'feared is not compared with reported by value'],
    [{ population: 'children' }, 'a part: children are not compared with everybody by value'],
  ])('%j', (more, reason) => expect(other(more)).toEqual(['not_comparable', reason]));

  it('compares civilians of a toll with people', () =>
    expect(other({ population: 'civilians' })[0]).toBe('revises'));

  it('compares households with households', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01' },
        { name: 'b', on: '2031-05-01', figure: figure(30, { unit: 'household' }) },
        { name: 'c', on: '2031-05-02', figure: figure(40, { unit: 'household' }) },
      ),
    ).toEqual(['revises', 'same origin, one day later, 30 -> 40']));

  it('takes a place in the place for a part', () => {
    const places = [{ key: 'selmouth', text: 'Selmouth', role: 'origin' as const, within: ['norvale'] }];
    expect(
      last(
        { name: 'a', on: '2031-05-01' },
        { name: 'b', on: '2031-05-01', by: 'mayor', figure: figure(30, { places }) },
      ),
    ).toEqual(['not_comparable', 'a part: Selmouth lies in Norvale']);
    const [, entry] = entriesOf([
      { name: 'a', on: '2031-05-01' },
      { name: 'b', on: '2031-05-01', by: 'mayor', figure: figure(300, { places }) },
    ]);
    expect(entry).toMatchObject({ relation: 'not_comparable', anomalies: ['parts_exceed_total'] });
  });

  it('sees no conflict with a place in other words: one may lie in the other', () => {
    const places = [{ key: 'selmouth', text: 'Selmouth', role: 'origin' as const, within: [] }];
    const told = [
      { name: 'a', on: '2031-05-01' },
      { name: 'b', on: '2031-05-01', by: 'mayor', figure: figure(8, { places }) },
    ];
    expect(last(...told)).toEqual(['not_comparable', 'Selmouth and Norvale may be a part and its whole']);
    expect(last(told[1]!, told[0]!)[0]).toBe('not_comparable');
    expect(last(told[0]!, { ...told[1]!, figure: figure(8) })[0]).toBe('conflicts');
    expect(last(told[0]!, { ...told[1]!, figure: figure(100, { places }) })[0]).toBe('corroborates');
  });

  it('compares words with the same word, and refines them with a number', () => {
    const word = { quantifier: 'dozens' as const };
    const entries = entriesOf([
      { name: 'a', on: '2031-05-01', figure: figure(null, word) },
      { name: 'b', on: '2031-05-02', by: 'mayor', figure: figure(null, word) },
      { name: 'c', on: '2031-05-03', figure: figure(null, word) },
      { name: 'd', on: '2031-05-04', figure: figure(48) },
      { name: 'e', on: '2031-05-05', figure: figure(null, { quantifier: 'hundreds' }) },
    ]);
    expect(entries.map(({ relation }) => relation)).toEqual([
      'first',
      'corroborates',
      'repeats',
      'refines',
      'not_comparable',
    ]);
    expect(entries[3]?.reason).toBe('a number for what was a word: dozens -> 48');
  });

  it.each([
    ['thousands', 1_500, 'exact', 'refines'],
    ['thousands', 1_500, 'at_least', 'refines'],
    ['thousands', 1_500, 'at_most', 'not_comparable'],
    ['thousands', 700, 'exact', 'not_comparable'],
    ['dozens', 90, 'less_than', 'not_comparable'],
    ['scores', 15, 'approximately', 'not_comparable'],
    ['vague', 3, 'exact', 'refines'],
  ] as const)('%s, then %d (%s): %s', (word, value, quantifier, relation) =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', by: 'residents', figure: figure(null, { quantifier: word }) },
        { name: 'b', on: '2031-05-01', by: 'ministry', figure: figure(value, { quantifier }) },
      )[0],
    ).toBe(relation),
  );
});

describe('what a figure adds: late', () => {
  it('about a day before what is known', () =>
    expect(
      last(
        { name: 'a', on: '2031-05-01', figure: figure(10) },
        { name: 'b', on: '2031-05-05', figure: figure(40) },
        { name: 'c', on: '2031-05-07', by: 'mayor', figure: figure(25, on('2031-05-03')) },
      ),
    ).toEqual(['late', 'asserted two days later, about 2031-05-03: two days earlier than what was known']));

  it('as the total before another, unless the number is known', () =>
    expect(
      entriesOf([
        { name: 'a', on: '2031-05-05', figure: figure(40), article: 'x', position: 1 },
        {
          name: 'b',
          on: '2031-05-05',
          figure: figure(25),
          article: 'x',
          position: 9,
          rule: 'figure/earlier-total',
        },
      ]).at(-1),
    ).toMatchObject({
      relation: 'late',
      reason: 'given as the total before 40',
      anomalies: [],
      change: null,
    }));
});

describe('what an origin gave last', () => {
  it('is of the latest day, whatever was asserted last', () =>
    expect(
      entriesOf([
        { name: 'a', on: '2031-05-01', figure: figure(10) },
        { name: 'b', on: '2031-05-05', figure: figure(40) },
        { name: 'c', on: '2031-05-06', figure: figure(25, on('2031-05-03')) },
        { name: 'd', on: '2031-05-07', by: 'mayor', figure: figure(40) },
        { name: 'e', on: '2031-05-07', figure: figure(10), rule: 'figure/earlier-total' },
        { name: 'f', on: '2031-05-08', figure: figure(45) },
      ]).map(({ relation, against }) => [relation, against]),
    ).toEqual([
      ['first', null],
      ['revises', idOf('report', 'a')],
      ['late', idOf('report', 'b')],
      ['corroborates', idOf('report', 'b')],
      ['repeats', idOf('report', 'a')],
      ['revises', idOf('report', 'b')],
    ]));
});

describe('what is to be looked at', () => {
  const anomalies = (...values: [value: number, by?: string, more?: object][]) =>
    entriesOf(
      values.map(([value, by = 'ministry', more = {}], index) => ({
        name: String(index),
        by,
        on: `2031-05-0${index + 1}`,
        figure: figure(value, more),
      })),
    ).flatMap((entry) => entry.anomalies);

  it('a total that falls', () => expect(anomalies([50], [40])).toEqual(['falls']));
  it('of another origin too', () => expect(anomalies([50], [40, 'mayor'])).toEqual(['falls']));
  it('no stock', () =>
    expect(anomalies([50, 'ministry', { measure: 'stock' }], [40, 'ministry', { measure: 'stock' }])).toEqual(
      [],
    ));
  it('no number of one past day that is put right', () =>
    expect(anomalies([50, 'ministry', on('2031-04-30')], [40, 'ministry', on('2031-04-30')])).toEqual([]));
  it('no lower bound that may still hold', () =>
    expect(anomalies([50], [40, 'mayor', { quantifier: 'at_least' }])).toEqual([]));
  it('a jump', () => expect(anomalies([50], [500])).toEqual(['jumps']));
  it('no step below the factor', () => expect(anomalies([50], [499])).toEqual([]));
  it('a jump by a factor of one’s own', () => {
    const ledger = new InventedLedger()
      .report({ name: 'a', on: '2031-05-01' })
      .report({ name: 'b', on: '2031-05-02', figure: figure(300) });
    const [, entry] = foldClaim(ledger.ledger(), {}, { ...RELATION_SETTINGS, jumpFactor: 3 }).entries;
    expect(entry?.anomalies).toEqual(['jumps']);
  });

  it('parts above their total, one or together', () => {
    const article = (women: number, children: number) =>
      new InventedLedger()
        .report({ name: 'a', article: 'x', on: '2031-05-01' })
        .report({
          name: 'w',
          article: 'x',
          on: '2031-05-01',
          linked: false,
          figure: figure(women, { population: 'women' }),
        })
        .report({
          name: 'c',
          article: 'x',
          on: '2031-05-01',
          linked: false,
          figure: figure(children, { population: 'children' }),
        })
        .ledger();
    const found = (women: number, children: number) =>
      foldClaim(article(women, children)).entries[0]?.anomalies;
    expect(found(50, 50)).toEqual([]);
    expect(found(101, 1)).toEqual(['parts_exceed_total']);
    expect(found(60, 50)).toEqual(['parts_exceed_total']);
  });
});
