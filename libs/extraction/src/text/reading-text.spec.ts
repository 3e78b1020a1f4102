import { readingText } from './reading-text.js';

function rawWords(raw: string, words: string): string {
  const { text, rawRange } = readingText(raw);
  const start = text.indexOf(words);
  const range = { start, end: start + words.length };
  const { start: from, end } = rawRange ? rawRange(range) : range;
  return raw.slice(from, end);
}

describe('the text that the rules read', () => {
  it.each(['Plain.', '“Curly” – Çavuşoğlu\n\nMarta\u00a0Ruiz', '🌊 東京 Москва'])('is %j itself', (raw) => {
    expect(readingText(raw)).toEqual({ text: raw, rawRange: null });
  });

  it.each([
    ['peo\u00adple', 'people'],
    ['\ufeff\u2067Marta\u2069 R\u200buiz', 'Marta Ruiz'],
    ['Twenty\u2011six, Twenty\u2010six', 'Twenty-six, Twenty-six'],
    ['Sana\u02bca', 'Sana’a'],
    ['one\r\ntwo\r\u200b\nthree\rfour', 'one\ntwo\nthree\rfour'],
    ['Nguyễn s\u200b\u0327'.normalize('NFD'), 'Nguyễn ş'],
    [
      '\u02bfAbd al-Rah\u0323ma\u0304n al-\u1e62an\u02bfa\u0304ni\u0304, al-Lu\u02bela\u02be',
      'Abd al-Raḥmān al-Ṣanānī, al-Lula',
    ],
    ['of\ufb01cials, 5 \u212am', 'officials, 5 Km'],
    ['❤\ufe0f 👨\u200d👩', '❤ 👨👩'],
    ['강'.normalize('NFD'), '강'],
    ['\u0301 x', '\u0301 x'],
  ])('of %j is %j', (raw, read) => {
    expect(readingText(raw).text).toBe(read);
  });

  it('gives ranges back in the characters as they came', () => {
    const raw = '🌊\u00ad So\u00adme 40 peo\u00adple\u00ad, E\u0301va\r\nand \u02bfAbd \ufb01ve';
    expect(rawWords(raw, 'Some')).toBe('So\u00adme');
    expect(rawWords(raw, 'people')).toBe('peo\u00adple');
    expect(rawWords(raw, 'Éva')).toBe('E\u0301va');
    expect(rawWords(raw, 'Éva\nand')).toBe('E\u0301va\r\nand');
    expect(rawWords(raw, 'Abd')).toBe('\u02bfAbd');
    expect(rawWords(raw, 'five')).toBe('\ufb01ve');
  });
});
