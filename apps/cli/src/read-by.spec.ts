import type { ArticleText } from '#domain';
import { EXTRACTOR, EXTRACTOR_VERSION, extractArticle } from '#extraction';
import { readBy, type RecordedFigure } from './read-by.js';

const TEXT = `Flood in Norvale

At least 40 people were killed in Oster on Monday, Mayor Ada Brill said.

Some 300 people fled.`;
const article = { text: TEXT, title: null, outlet: null, publishedAt: '2031-05-14' } as ArticleText;
const [killed, fled] = extractArticle(article).figures;

const recorded = (
  figure: typeof killed,
  extractor: Partial<RecordedFigure['extractor']> = {},
): RecordedFigure => ({
  quote: { utf16: figure?.quote } as RecordedFigure['quote'],
  extractor: { name: EXTRACTOR, version: EXTRACTOR_VERSION, rule: figure?.rule ?? '', ...extractor },
});

describe('by which rules a recorded figure was read', () => {
  it('tells the rule of its quantifier, place, period and source', () => {
    expect(readBy(article, recorded(killed))).toMatchObject({
      quantifier: { rule: 'quantifier/before' },
      place: { rule: 'place/clause', meaning: expect.stringContaining('nearest') as string },
      period: { rule: 'period/moment' },
      source: { rule: 'reported-before', meaning: expect.stringContaining('council said') as string },
    });
  });

  it('leaves out what the text does not tell', () => {
    const rules = readBy(article, recorded(fled));
    expect(rules).toMatchObject({ place: { rule: 'place/opening' }, source: { rule: 'source/reporter' } });
    expect(rules).not.toHaveProperty('period');
  });

  it('tells nothing of what another version, a model or another rule has read', () => {
    for (const other of [{ version: '0.9.0' }, { name: 'llm:small' }, { rule: 'figure/toll' }])
      expect(readBy(article, recorded(killed, other))).toBeNull();
  });

  it('tells nothing where the text holds no such figure', () => {
    expect(readBy({ ...article, text: 'Nothing happened.' }, recorded(killed))).toBeNull();
  });
});
