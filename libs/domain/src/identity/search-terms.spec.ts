import { searchTerms, soughtTerms, wordStem } from './search-terms.js';

const finds = (sought: string, text: string): boolean => {
  const terms = new Set(searchTerms(text));
  return soughtTerms(sought).some((all) => all.every((term) => terms.has(term)));
};

describe('what a text is found by', () => {
  it.each([
    ['cease-fire', 'The ceasefire holds'],
    ['ceasefire', 'A cease-fire was signed'],
    ['cease-fire', 'They agreed to cease fire'],
    ['strikes', 'An air strike on the depot'],
    ['strike', 'They are striking again'],
    ['bombed', 'It was no bombing'],
    ['city', 'Two cities fell'],
    ['denied', 'They deny it'],
    ['stopped', 'Nobody stops them'],
    ['organisation', 'The organizations left'],
    ['organise', 'They organized it'],
    ['labour', 'The labor unions'],
    ['attaches', 'He attached a note'],
    ['need', 'They needed water'],
    ['agree', 'Both agreed, and both are agreeing'],
    ['exceed', 'It exceeded the limit'],
    ['die', 'Two died'],
    ['dies', 'They die'],
    ['use', 'They used and are using it'],
    ['using', 'It uses gas'],
    ['adds', 'They add nothing'],
  ])('%s finds “%s”', (sought, text) => expect(finds(sought, text)).toBe(true));

  it.each([
    ['ceasefire', 'They cease to listen'],
    ['bridge', 'The bread is gone'],
    ['organise', 'The organ plays'],
    ['need', 'North of it'],
    ['use', 'Between us'],
    ['being', 'Plan B'],
  ])('CONTROL: %s does not find “%s”', (sought, text) => expect(finds(sought, text)).toBe(false));

  it.each(['gas', 'bring', 'red', 'sing', 'toll', 'need', 'being', 'used'])('leaves enough of %s', (word) =>
    expect(wordStem(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length)),
  );
});
