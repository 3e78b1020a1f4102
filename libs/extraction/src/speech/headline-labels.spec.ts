import { extractArticle } from '../extract-article.js';

const speakersOf = (title: string, body: string): string[] =>
  extractArticle({ text: `${title}\n\n${body}`, title })
    .statements.filter(({ rule }) => rule === 'headline-label')
    .flatMap(({ attribution }) => attribution.map(({ name }) => name));

describe('a name and a colon in a headline', () => {
  it.each<[string, string]>([
    [
      'Peru: Rains cut roads to Cusco',
      'The director of the Andes Relief Fund in Peru said 40 roads were shut.',
    ],
    ['Peru: Rains leave 900 homeless', 'Charities across Peru said the rains would go on.'],
    [
      'Peru: Rains leave 900 homeless',
      'Roads in Peru were shut. Harbour Watch Peru said the rains would go on.',
    ],
  ])('tells where, if somebody there speaks: %s', (title, body) =>
    expect(speakersOf(title, body)).toEqual([]),
  );

  it.each<[string, string, string]>([
    ['Peru: Roads will open', 'Peru said on Monday that its roads would open. Rains in Peru go on.', 'Peru'],
    ['Brill: Roads will open', 'Mayor Ada Brill said roads in Norvale would open.', 'Ada Brill'],
  ])('tells who says it, if the article has them speak: %s', (title, body, speaker) =>
    expect(speakersOf(title, body)).toEqual([speaker]),
  );
});
