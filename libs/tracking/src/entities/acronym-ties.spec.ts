import fc from 'fast-check';
import { withProcessorTime } from '../../../../test/support/processor-time.js';
import { acronymTies } from './acronym-ties.js';
import { commonAcronym } from './common-acronyms.js';
import { acronymOf, initialsOf } from './names.js';

describe('acronymTies', () => {
  it.each([
    ['the Norvale Agency for Relief (NAR) said', [['nar', 'Norvale Agency for Relief']]],
    ['aid from NAR (Norvale Agency for Relief) came', [['nar', 'Norvale Agency for Relief']]],
    [
      'The Department of Rivers (DoR) and the Coastal Guard Union (C.G.U.).',
      [['cgu', 'Coastal Guard Union']],
    ],
    ['The Harbour Office of Westhaven (HOW) said', [['how', 'Harbour Office of Westhaven']]],
    ['Some 40 people (NAR) fled', []],
    ['the harbour was shut. Northern Area Rescue left (NAR)', []],
    ['Rescue teams of the North (NAR)', []],
  ])('reads "%s"', (text, ties) => {
    expect(acronymTies(text).map(({ acronym, name }) => [acronym, name])).toEqual(ties);
  });

  it('takes time that grows with the text alone', async () => {
    const hostile = '(AB '.repeat(50_000) + 'Ab Bc (AB) '.repeat(20_000);
    const { ms } = await withProcessorTime(() => Promise.resolve(acronymTies(hostile)));
    expect(ms).toBeLessThan(2_000);
  });

  it('finds whatever name stands before its own initials', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,7}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const acronym = words.map((w) => w.charAt(0)).join('');
        expect(acronymTies(`said ${words.join(' ')} (${acronym})`)).toContainEqual({
          acronym: acronym.toLowerCase(),
          name: words.join(' '),
        });
      }),
    );
  });
});

describe('commonAcronym', () => {
  it.each(['UN', 'U.N.', 'the United Nations'])('knows %s', (name) =>
    expect(commonAcronym(name)).toEqual({ acronym: 'un', name: 'United Nations' }),
  );

  it.each(['World Health Organisation', 'World Health Organization', 'W.H.O.'])('knows %s', (name) =>
    expect(commonAcronym(name)?.acronym).toBe('who'),
  );

  it.each(['NAR', 'Who', 'un', 'Norvale Agency'])('CONTROL: knows no %s', (name) =>
    expect(commonAcronym(name)).toBeNull(),
  );
});

describe('names', () => {
  it('knows acronyms from names', () => {
    expect(['NAR', 'N.A.R.', 'the UN', 'Nar', 'A', 'NORTHWESTERN', 'UN Relief'].map(acronymOf)).toEqual([
      'nar',
      'nar',
      'un',
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves small words out of initials, or not', () => {
    expect(initialsOf('Department of Defense')).toEqual(['dd', 'dod']);
    expect(initialsOf('Northwire')).toEqual([]);
  });
});
