import { extractArticle } from './extract-article.js';
import { plainLetters } from './text/plain-letters.js';
import { tag } from './text/tagger.js';

/** Turkish, Slavic, Vietnamese, Baltic, Romanian, Hungarian, Maltese and transliterated Arabic, invented. */
const NAMES = [
  'Çağrı Şişmanoğlu',
  'İlker Yıldırım',
  'Maroš Žďárský',
  'Goran Đurić',
  'Łukasz Wałęba',
  'Jiří Dvořák',
  'Nguyễn Văn Thắng',
  'Andris Bērziņš',
  'Rūta Žukauskaitė',
  'Ștefan Țuțea',
  'Győző Erdős',
  'Ġorġ Ħaddieb',
  'Ḥasan al-Ṭūsī',
];

function speakersOf(text: string): (string | null)[] {
  const { statements } = extractArticle({ text, publishedAt: '2021-07-15' });
  return statements.map(({ attribution: [source] }) => source?.name ?? null);
}

describe('names in letters beyond Latin-1', () => {
  it.each(NAMES)('keeps each word of %s whole, with its own letters', (name) => {
    const words = tag(`${name} left`).lexemes.map(({ value }) => value);
    expect(words.join(' ').replaceAll(' - ', '-')).toBe(`${name} left`);
  });

  it.each(NAMES)('reads what %s said and how many', (name) => {
    for (const form of ['NFC', 'NFD'] as const) {
      for (const [before, behind] of [
        ['', ' said 3 people had died in Karsal.'],
        ['“Three people died in Karsal,” said ', '.'],
      ] as const) {
        const text = `${before}${name}${behind}`.normalize(form);
        const { figures, statements } = extractArticle({ text, publishedAt: '2021-07-15' });
        expect([...figures, ...statements].map(({ attribution: [source] }) => source?.name)).toEqual([
          name,
          name,
        ]);
        const { start, end } = statements[0]!.attribution[0]!.range!;
        expect(text.slice(start, end)).toBe(name.normalize(form));
        expect(figures[0]?.value).toBe(3);
      }
    }
  });

  it('knows a surname again without its accents, and with them', () => {
    expect(
      speakersOf('Orhan Şişmanoğlu said the road was shut. “Sad,” Sismanoglu said. “Very,” Şişmanoğlu said.'),
    ).toEqual(Array(3).fill('Orhan Şişmanoğlu'));
    expect(speakersOf('Orhan Sismanoglu said the road was shut. “Sad,” Şişmanoğlu said.')).toEqual(
      Array(2).fill('Orhan Sismanoglu'),
    );
  });

  it.each([
    'Şükrü Akdağ, Türkiye’s ambassador, told reporters that 12 people fled Diyarbakır for Şanlıurfa.',
    'According to İbrahim Kalıncı, 40 homes were destroyed in Muğla. He denied that anybody was hurt.',
    'Čedomir Jovanić-Đukić said 20 soldiers were hurt near Šabac. “Sad,” Jovanić-Đukić added.',
    'KAHRAMANMARAŞ, Turkey (AP) — 5 people were killed, residents of Ağrı said.',
    'The president, Trần Đại Thắng, denied that 30 people had died in Hải Phòng, Đà Nẵng and Huế.',
    'Łódź: dozens of families were evicted, said Michał Święcicki, who works for Pomoc Łódź.',
  ])('reads %j as it would be read in plain letters', (text) => {
    const read = (given: string) => {
      const { figures, statements, claims } = extractArticle({ text: given, publishedAt: '2021-07-15' });
      return JSON.parse(plainLetters(JSON.stringify({ figures, statements, claims }))) as unknown;
    };
    expect(read(text)).toEqual(read(plainLetters(text)));
  });

  it('reads place names whole', () => {
    const { figures } = extractArticle({ text: 'In Kahramanmaraş 40 people were killed.' });
    expect(figures[0]?.places.map(({ text }) => text)).toEqual(['Kahramanmaraş']);
  });

  it.each(['Twenty\u2011six peo\u00adple', 'Twenty\u2010six people', 'Twen\u200bty-six people'])(
    'reads %j as 26 and keeps its characters',
    (words) => {
      const { figures } = extractArticle({ text: `${words} were hurt in Karsal.` });
      expect(figures.map(({ value, quote }) => [value, quote])).toEqual([
        [26, { start: 0, end: words.length }],
      ]);
    },
  );
});
