import { withoutTakenBack } from './retractions.js';

const word = (start: number, name = 'Ruiz') => ({
  rule: 'noun-cue',
  speaker: { name },
  content: { start, end: start + 10 },
  denied: null,
});

describe('what one takes back', () => {
  it('is not said again where it stands in the denial, and is where somebody else says it or it stands elsewhere', () => {
    const denial = { ...word(0), rule: 'reported', denied: { range: { start: 20, end: 60 } } as never };
    const [within, others, behind] = [word(30), word(40, 'Brill'), word(70)];
    expect(withoutTakenBack([denial, within, others, behind])).toEqual([denial, others, behind]);
  });

  it('is looked for among the denials nearest to it, however many there are', () => {
    let reads = 0;
    const denialAt = (start: number) => {
      const range = {
        get start() {
          reads++;
          return start;
        },
        end: start + 20,
      };
      return { ...word(start), rule: 'reported', denied: { range } as never };
    };
    const many = Array.from({ length: 4_000 }, (_, at) => [denialAt(at * 100), word(at * 100 + 50)]).flat();
    expect(withoutTakenBack(many)).toHaveLength(many.length);
    expect(reads).toBeLessThan(many.length * 50);
  });
});
