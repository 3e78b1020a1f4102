import { extractArticle } from '../extract-article.js';
import { brieflyRead } from '../testing/briefly-read.js';

const denials = (text: string): string[] =>
  brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'));

/** Whether each denial of a text answers something. */
const areAnswered = (text: string): boolean[] =>
  extractArticle({ text: `Ferry service is suspended\n\n${text}` })
    .claims.filter(({ polarity }) => polarity === 'denied')
    .map(({ answers }) => answers !== null);

describe('who hands on a denial does not deny,', () => {
  it('and stands in the chain of who said that it is untrue', () =>
    expect(denials('Norvale Radio reported that the mayor had said rumours of a flood were untrue.')).toEqual(
      ['denied: Norvale Radio > mayor: rumours of a flood'],
    ));

  it('and a label in quotation marks does not hide who gives it', () =>
    expect(denials('The rumour that guards took bribes was dismissed as “laughable” by Ada Lind.')).toEqual([
      'denied: Ada Lind: The rumour that guards took bribes',
    ]));
});

describe('a denial answers', () => {
  it.each([
    'The skipper denied the barge was leaking. Deckhands had said that it was leaking.',
    '“It is a fabrication,” Ada Lind said of claims that Norgas was behind the fire.',
  ])('%s', (text) => expect(areAnswered(text)).toEqual([true]));

  it('no words with a pronoun further away', () =>
    expect(
      areAnswered('The skipper denied the barge was leaking. The sun shone. Deckhands said it was leaking.'),
    ).toEqual([false]));
});
