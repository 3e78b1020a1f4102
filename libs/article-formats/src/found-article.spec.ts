import { withoutHeadline } from '#domain';
import { headed } from './found-article.js';

describe('headed', () => {
  it('puts a headline of several lines first in one, so that the text alone stands behind it', () => {
    const { text, headlineFirst } = headed('Ten fled.\n\nSix died.', ' Flood\n\nin \t Norvale ');
    expect([text, headlineFirst]).toEqual(['Flood in Norvale\n\nTen fled.\n\nSix died.', true]);
    expect(withoutHeadline(text)).toBe('Ten fled.\n\nSix died.');
  });

  it.each([undefined, null, '', ' \n '])('leaves a text without a headline (%j) as it is', (headline) => {
    expect(headed('Ten fled.', headline)).toEqual({ text: 'Ten fled.' });
  });
});
