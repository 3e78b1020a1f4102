import fc from 'fast-check';
import type { TextRange } from '#domain';
import { extractArticle } from './extract-article.js';
import { toScorerRecord } from './scorer-record.js';

const TEXT = [
  'Villages below the dam are evacuated',
  '4 May, 2019',
  'Several residents claimed soldiers had opened the gates at night, but the Ruritanian army denied the claims, saying they were "a fairy tale".',
  'Governor Marta Ruiz said on Thursday at least 1,200 people had fled the valley. “We need tents,” she said.',
  'She denied any contact with the rebels.',
].join('\n\n');

describe('extractArticle', () => {
  const { statements, claims, figures, publishedOn } = extractArticle({ text: TEXT });
  const words = ({ start, end }: TextRange): string => TEXT.slice(start, end);

  it('reads the dateline and the day of a statement', () => {
    expect(publishedOn).toBe('2019-05-04');
    expect(statements.find(({ quote }) => words(quote).includes('1,200'))?.utteredOn).toBe('2019-05-02');
  });

  it('links a denial to the claim it answers in the same sentence', () => {
    const denial = claims.find(({ polarity }) => polarity === 'denied');
    expect(denial && words(denial.quote)).toBe('the Ruritanian army denied the claims');
    const answers = denial?.answers;
    expect(answers && words(claims[answers.index]?.quote ?? { start: 0, end: 0 })).toBe(
      'soldiers had opened the gates at night',
    );
  });

  it.each(['the claim', 'it', 'these claims'])(
    'links a denial of "%s" that says what it was instead',
    (object) => {
      const text = `Residents claimed soldiers had opened the gates. The army dismissed ${object} as a fable.`;
      const answers = extractArticle({ text }).claims.find(({ polarity }) => polarity === 'denied')?.answers;
      expect(answers).toEqual({ kind: 'claim', index: 0 });
    },
  );

  it('leaves a denial open whose claim is not in the article', () => {
    const open = claims.filter(({ polarity }) => polarity === 'denied').at(-1);
    expect(open).toMatchObject({
      proposition: 'any contact with the rebels',
      answers: null,
      attributionMode: 'pronoun',
    });
    expect(open?.attribution.map(({ name }) => name)).toEqual(['Marta Ruiz']);
  });

  it('gives figures on the word of who says them', () => {
    expect(figures.map(({ value, attribution }) => [value, attribution.map(({ name }) => name)])).toEqual([
      [1200, ['Marta Ruiz']],
    ]);
  });

  it('flattens to the record that the scorers read', () => {
    const record = toScorerRecord('x', {
      extractor: '',
      extractorVersion: '',
      publishedOn,
      statements,
      claims,
      figures,
    });
    expect(record.statements).toContainEqual(
      expect.objectContaining({ speaker: 'Marta Ruiz', direct: true }),
    );
    expect(record.claims).toContainEqual(expect.objectContaining({ polarity: 'denied' }));
  });

  it('keeps every range inside the text and is deterministic, whatever is pasted into the article', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '😀',
      '\r\n',
      '\uFEFF',
      'said ',
      'he denied ',
      'according to ',
      '12 ',
      '. ',
      ', ',
      '\u0301',
      '\u202E',
      'Ruiz ',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(TEXT.length), piece), { maxLength: 12 }), (pastes) => {
        const text = pastes.reduce((all, [at, part]) => all.slice(0, at) + part + all.slice(at), TEXT);
        const read = extractArticle({ text });
        expect(extractArticle({ text })).toEqual(read);
        for (const mention of [...read.statements, ...read.claims, ...read.figures]) {
          for (const { start, end } of [mention.quote, mention.sentence]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
