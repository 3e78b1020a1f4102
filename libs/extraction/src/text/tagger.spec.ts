import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { INVENTED_NEWS } from '../testing/invented-news/index.js';
import { Lexicon } from './lexicon.js';
import { LINE_END, tag } from './tagger.js';

const nlp = winkNLP(model, ['pos']);
// Plain functions, typed with one more parameter than `out` admits.
const { value, pos } = nlp.its as unknown as Record<'value' | 'pos', ItsFunction<string>>;

/** Token and part of speech, as wink-nlp gives them on its own. */
function winkTags(text: string): string[] {
  const tokens = nlp.readDoc(text).tokens();
  const parts = tokens.out(pos);
  return tokens.out(value).flatMap((word, at) => (word.trim() === '' ? [] : [`${word} ${parts[at]}`]));
}

function ourTags(text: string): string[] {
  const tagged = tag(text);
  return tagged.lexemes.flatMap((piece, at) =>
    piece === LINE_END ? [] : [`${piece.value} ${tagged.posOf(at)}`],
  );
}

describe('the tagger', () => {
  it.each(INVENTED_NEWS)('tags the invented article on $title as wink-nlp does', ({ text }) => {
    // Marks that it sets apart are told otherwise by wink-nlp where they stand together.
    const plain = text.replace(/[^\p{L}\p{N},.'\n -]/gu, ' ').replace(/'(?=\s|$)/g, ' ');
    expect(ourTags(plain)).toEqual(winkTags(plain));
  });

  it('mends the likeliest tags by the words around them', () => {
    expect(ourTags('They plan to house the homeless.\nThe house fell.')).toEqual(
      winkTags('They plan to house the homeless.\nThe house fell.'),
    );
    expect(ourTags('to house')).toContain('house VERB');
    expect(ourTags('the house')).toContain('house NOUN');
  });

  it('reads a word alike whatever was read before it, unlike wink-nlp', () => {
    const lexicon = new Lexicon();
    const words = (text: string): string[] => lexicon.read(text).map((lexeme) => lexeme.value);
    expect(words('Karsal’s')).toEqual(['Karsal', '’s']);
    expect(words('Karsal’s.')).toEqual(['Karsal’s', '.']);
    expect(words('Karsal’s')).toEqual(['Karsal', '’s']);
    nlp.readDoc('Karsal’s.');
    expect(nlp.readDoc('Karsal’s').tokens().out()).toEqual(['Karsal’s']);
  });

  it.each([
    "Ostvikran's",
    'Ostvikran’s',
    'Ostvikran-held',
    'Ostvikran.',
    'Ostvikran:',
    '73,219.',
    '73219.5:',
  ])('takes %s apart without the tokenizer as the tokenizer does', (unit) => {
    const lexemes = tag(unit).lexemes.map(({ value, tag, hint, possible, fixed }) => {
      return { value, tag, hint, possible, fixed };
    });
    expect(lexemes.length).toBeGreaterThan(1);
    expect(lexemes).toEqual(new Lexicon().read(unit));
  });

  it('goes on alike when the lexicon is loaded anew', () => {
    const lexicon = new Lexicon(2);
    const first = lexicon.read('Karsal nukes Tovian');
    for (let round = 0; round < 3; round++) expect(lexicon.read('Karsal nukes Tovian')).toEqual(first);
  });

  it('gives the exact places of tokens in runs that hold marks, digits and unseen characters', () => {
    const text = '“Go!”\u200Bsaid\u00a0Ana (aged 75/80),don’t';
    const tagged = tag(text);
    const found = tagged.lexemes.map((piece, at) => [tagged.starts[at], piece.value]);
    expect(found.every(([start, word]) => text.startsWith(String(word), Number(start)))).toBe(true);
    expect(found.map(([, word]) => word)).toEqual([
      '“',
      'Go',
      '!',
      '”',
      'said',
      'Ana',
      '(',
      'aged',
      '75',
      '/',
      '80',
      ')',
      ',',
      'do',
      'n’t',
    ]);
  });
});
