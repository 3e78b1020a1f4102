import { isPlainEnglish } from './plain-english.js';

const ENGLISH =
  'At least 40 people fled the flooded quarter of Westhaven on Sunday night, the mayor said, and more were expected to leave. ';

describe('isPlainEnglish', () => {
  it.each([
    ['a sentence of news', ENGLISH],
    ['many of them', ENGLISH.repeat(20)],
  ])('knows %s', (_, text) => {
    expect(isPlainEnglish(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['numbers', '12 345 !!!'],
    ['a list of names', 'Ada Moreno, Marta Ruiz, Westhaven, Selbridge, Harrow, Ines Castle and the others'],
    [
      'Dutch',
      'Het water is in de kelders van veel huizen gelopen en er is nog geen zicht op een einde, zei de burgemeester.',
    ],
    [
      'Danish',
      'Vandet er løbet ind i kældrene under mange huse, og der er endnu ikke udsigt til, at det får en ende, sagde hun.',
    ],
    [
      'German',
      'Das Wasser ist in die Keller vieler Häuser gelaufen, und ein Ende ist noch nicht abzusehen, sagte die Frau.',
    ],
  ])('says nothing of %s', (_, text) => {
    expect(isPlainEnglish(text)).toBe(false);
  });
});
