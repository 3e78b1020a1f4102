import { checkHistory, countFindings, type Findings, type History, type Read } from './history-checker.js';

const reads = (...values: string[]): Read[] => values.map((value, i) => ({ seq: i + 1, value }));

/** Two writers, three appends written and one rolled back; two tails that read all of it. */
const sound: History = {
  sends: [
    { writer: 'a', values: ['a1'], outcome: 'acknowledged', firstSeq: 1 },
    { writer: 'b', values: ['b1', 'b2'], outcome: 'acknowledged', firstSeq: 2 },
    { writer: 'a', values: ['a2'], outcome: 'refused' },
    { writer: 'a', values: ['a3'], outcome: 'unknown' },
  ],
  tails: { one: reads('a1', 'b1', 'b2', 'a3'), other: reads('a1', 'b1', 'b2', 'a3') },
};

const withTail = (...other: Read[]): History => ({ ...sound, tails: { ...sound.tails, other } });

describe('the checker of histories', () => {
  it('finds nothing in a sound one', () => {
    expect(countFindings(checkHistory(sound))).toBe(0);
  });

  it('lets an unknown append be written or not', () => {
    const without = { ...sound, tails: { one: reads('a1', 'b1', 'b2') } };
    expect(countFindings(checkHistory(without))).toBe(0);
  });

  it.each<[keyof Findings, string, History]>([
    ['aborted', 'reads what was rolled back', withTail(...reads('a1', 'b1', 'b2', 'a2'))],
    ['divergent', 'reads another value at a seq', withTail(...reads('a1', 'b1', 'b2', 'a4'))],
    ['lost', 'misses an acknowledged value', withTail({ seq: 1, value: 'a1' }, { seq: 4, value: 'a3' })],
    ['skipped', 'goes over a seq', withTail({ seq: 1, value: 'a1' }, { seq: 4, value: 'a3' })],
    ['backwards', 'reads a seq again', withTail(...reads('a1', 'b1'), ...reads('a1'))],
    ['doubled', 'has one value twice', withTail(...reads('a1', 'b1', 'b2', 'a1'))],
    ['disordered', 'has an append in pieces', withTail(...reads('a1', 'b1', 'a3', 'b2'))],
  ])('%s: a tail that %s', (kind, _what, history) => {
    expect(checkHistory(history)[kind]).not.toEqual([]);
  });

  it('disordered: a writer whose later append stands before its earlier one', () => {
    const sends: History['sends'] = [
      { writer: 'a', values: ['a1'], outcome: 'acknowledged', firstSeq: 2 },
      { writer: 'a', values: ['a2'], outcome: 'acknowledged', firstSeq: 1 },
    ];
    expect(checkHistory({ sends, tails: {} }).disordered).toHaveLength(1);
  });

  it('divergent: two appends that were both told the same seq', () => {
    const sends: History['sends'] = [
      { writer: 'a', values: ['a1'], outcome: 'acknowledged', firstSeq: 1 },
      { writer: 'b', values: ['b1'], outcome: 'acknowledged', firstSeq: 1 },
    ];
    expect(checkHistory({ sends, tails: {} }).divergent).toHaveLength(1);
  });
});
