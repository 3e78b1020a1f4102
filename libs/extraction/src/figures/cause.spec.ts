import { extractArticle } from '../extract-article.js';

const causesIn = (text: string) => extractArticle({ text }).figures.map(({ cause }) => cause);

describe('what people came to harm by', () => {
  it.each([
    'The army said 45 people were killed in Pelnor on Saturday.',
    'The fire service said 45 people were killed in Pelnor on Saturday.',
    '45 people were killed in Pelnor on Saturday, said Bo Lindqvist, an army spokesman.',
    'Fire chief Ada Moreno said 45 people were killed in Pelnor on Saturday.',
  ])('is not told by who counts them: %s', (text) => {
    expect(causesIn(text)).toEqual([null]);
  });

  it.each([
    ['The army said the flood killed 45 people in Pelnor.', 'disaster'],
    ['The fire service said 45 people were killed in the shelling of Pelnor.', 'conflict'],
    ['The army killed 45 people in Pelnor.', 'conflict'],
    ['45 people were killed in the fire in Pelnor on Monday, fire chief Ada Moreno said.', 'disaster'],
    ['An earthquake killed 45 people in Pelnor, soldiers said.', 'disaster'],
  ])('is told by what happened: %s', (text, cause) => {
    expect(causesIn(text)).toEqual([cause]);
  });
});
