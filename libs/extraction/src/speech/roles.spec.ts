import { extractArticle } from '../extract-article.js';

/** Name and role of whoever speaks last. */
function lastSpeaker(body: string): string {
  const source = extractArticle({ text: `Bridge over the river\n\n${body}` })
    .statements.at(-1)
    ?.attribution.at(-1);
  return `${source?.name ?? '-'}: ${source?.role ?? '-'}`;
}

describe('a speaker has the role that stands anywhere with the name', () => {
  it.each([
    [
      'Interior Minister Ada Moreno visited the pier. “It holds,” Moreno said.',
      'Ada Moreno: Interior Minister',
    ],
    [
      'The head of the relief office, Ada Moreno, is due on Friday. Moreno said the pier held.',
      'Ada Moreno: head of the relief office',
    ],
    ['“It holds,” said Ada Moreno, who heads Pier Watch.', 'Ada Moreno: heads Pier Watch'],
    [
      'Bishop Ada Moreno, head of the Council of Churches, pleaded for calm.',
      'Ada Moreno: Bishop, head of the Council of Churches',
    ],
    ['Mr Moreno, a former mayor of Selbridge, said the pier held.', 'Moreno: former mayor of Selbridge'],
    ['Mr Moreno said the pier held.', 'Moreno: -'],
    ['Ada Moreno, 40, said the pier held.', 'Ada Moreno: -'],
  ])('%s', (body, expected) => expect(lastSpeaker(body)).toBe(expected));
});

describe('a speaker goes by the name', () => {
  it.each([
    [
      'The group’s treasurer, retired teacher Hugo Moss, said it held.',
      'Hugo Moss: The group’s treasurer, retired teacher',
    ],
    ['A local newspaper, the Pier Mirror, reported that it held.', 'Pier Mirror: -'],
    ['A woman who calls herself Nurse Dora alleges that it fell.', 'Nurse Dora: woman'],
    ['The Pier Safety Board met. The PSB said that it held.', 'Pier Safety Board: -'],
    ['A nurse reached by telephone said it held.', 'A nurse: -'],
    ['Protesters gathered outside the hall on Monday accused the council of theft.', 'Protesters: -'],
    ['Doctors there said nine people had come.', 'Doctors: -'],
    [
      'A spokesman for the local gas company, Norgas, said it held.',
      'A spokesman for the local gas company: -',
    ],
  ])('of whoever stands there: %s', (body, expected) => expect(lastSpeaker(body)).toBe(expected));
});
