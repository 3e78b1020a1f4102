import { benchEvents, DATA_BYTES, META_BYTES } from './events.js';
import { measure, median, toRow, type Rival } from './measure.js';
import { print } from './print.js';

const rival = (rest: Partial<Rival> = {}): Rival => ({
  case: 'one writer',
  versus: 'theirs',
  goal: 2,
  unit: 'events/s',
  ours: () => Promise.resolve(0),
  theirs: () => Promise.resolve(0),
  ...rest,
});

describe('median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });
});

describe('a row', () => {
  it('takes the median of the ratios of the rounds, not the ratio of the medians', () => {
    const row = toRow(rival(), [
      [10, 1],
      [30, 10],
      [2, 2],
    ]);
    expect(row).toMatchObject({
      ratio: 3,
      met: true,
      ours: { median: 10, min: 2, max: 30 },
      theirs: { median: 2 },
    });
  });

  it('misses a goal that is not reached, and for times one that is passed', () => {
    expect(toRow(rival(), [[19, 10]]).met).toBe(false);
    expect(toRow(rival({ goal: 1.3, lowerIsBetter: true }), [[12, 10]]).met).toBe(true);
    expect(toRow(rival({ goal: 1.3, lowerIsBetter: true }), [[14, 10]]).met).toBe(false);
  });
});

describe('measure', () => {
  it('alternates inside each round, and throws the first round away', async () => {
    const calls: string[] = [];
    let ours = 100;
    const told: Rival = rival({
      ours: () => Promise.resolve(calls.push('A') && ours++),
      theirs: () => Promise.resolve(calls.push('B') && 10),
    });
    const [row] = await measure([told], { rounds: 2, progress: () => undefined });
    expect(calls.join('')).toBe('ABABAB');
    expect(row?.ours).toEqual({ median: 101.5, min: 101, max: 102 });
  });

  it('measures only the cases asked for', async () => {
    const rows = await measure([rival(), rival({ case: 'many writers' })], {
      rounds: 1,
      only: 'many',
      progress: () => undefined,
    });
    expect(rows.map((row) => row.case)).toEqual(['many writers']);
  });
});

describe('print', () => {
  it('ends with one line of JSON', () => {
    let text = '';
    print('append', [toRow(rival(), [[25, 10]])], (part) => (text += part) !== '');
    const lines = text.trimEnd().split('\n');
    expect(lines[1]).toMatch(
      /^one writer\s+events\/s\s+25\.0 \(25\.0-25\.0\)\s+theirs\s+10\.0 .*2\.50x\s+2x\s+yes$/,
    );
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      bench: 'append',
      rows: [{ case: 'one writer', ours: 25, versus: 'theirs', theirs: 10, ratio: 2.5, goal: 2, met: true }],
    });
  });
});

describe('the events of the benches', () => {
  it('have the size they promise and are the same each time', () => {
    const events = benchEvents(200);
    for (const { data, meta } of events) {
      expect(Buffer.byteLength(JSON.stringify(data))).toBe(DATA_BYTES);
      expect(Buffer.byteLength(JSON.stringify(meta))).toBe(META_BYTES);
    }
    expect(benchEvents(200)).toEqual(events);
    expect(new Set(events.map(({ data }) => JSON.stringify(data))).size).toBe(200);
  });
});
