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

describe('what an article about one event tells of its figures', () => {
  const day = '2031-05-06';
  const causesOf = (title: string, text: string) =>
    extractArticle({ title, text, publishedAt: day }).figures.map(({ cause }) => cause);

  it.each<[string, string, (string | null)[]]>([
    [
      'Quake in Pelnor',
      'At least 40 people died in Pelnor on Monday. The clinic took in 12 wounded.',
      ['disaster', 'disaster'],
    ],
    ['Pelnor counts its dead', 'A landslide hit Pelnor. At least 40 people died.', ['disaster']],
    ['Air strikes on Pelnor', 'At least 40 people died in Pelnor on Monday.', ['conflict']],
  ])('%s: %s', (title, text, causes) => expect(causesOf(title, text)).toEqual(causes));

  it.each<[string, string, (string | null)[]]>([
    ['Quake in Pelnor', 'At least 40 people died. Shelling killed nine people in Tovia.', [null, 'conflict']],
    ['Army in Pelnor', 'At least 40 people died in Pelnor on Monday.', [null]],
    ['Quake in Pelnor', 'In 1999, 400 people died in Pelnor.', [null]],
    ['Quake in Pelnor', 'Pelnor is a town of 84,000 people.', [null]],
    ['Cholera in Pelnor after the flood', 'At least 40 people died in Pelnor on Monday.', [null]],
  ])('but not where %s: %s', (title, text, causes) => expect(causesOf(title, text)).toEqual(causes));
});
