import { readArticle } from './read-article.js';
import { recogniseLanguage } from './recognise-language.js';

const ENGLISH =
  'At least 40 people fled the flooded quarter of Westhaven on Sunday night, the mayor said, and more were expected to leave. ';
const GERMAN =
  'Mindestens vierzig Menschen sind am Sonntag aus dem überschwemmten Viertel der Stadt geflohen, sagte die Bürgermeisterin. ';
const FRENCH =
  'Au moins quarante personnes ont fui le quartier inondé de la ville dimanche soir, a déclaré la maire aux journalistes. ';
const ARABIC =
  'قالت رئيسة البلدية إن أربعين شخصا على الأقل فروا من الحي الذي غمرته المياه مساء يوم الأحد في المدينة. ';

describe('recogniseLanguage', () => {
  it.each([
    ['English', ENGLISH, null, 'en', null],
    ['long English', ENGLISH.repeat(100), null, 'en', null],
    ['English that says from where', ENGLISH, 'en-GB', 'en-GB', null],
    ['English on a German site', ENGLISH, 'de', 'en', null],
    ['English with soft hyphens', ENGLISH.replace(/[a-z](?=[a-z])/g, '$&\u00ad'), null, 'en', null],
    ['French in decomposed letters', FRENCH.normalize('NFD'), null, 'fr', 'other_language'],
    ['German', GERMAN, null, 'de', 'other_language'],
    ['German on an English site', GERMAN.repeat(10), 'en', 'de', 'other_language'],
    ['German of Austria', GERMAN, 'de-AT', 'de-AT', 'other_language'],
    ['French', FRENCH, 'fr', 'fr', 'other_language'],
    ['Arabic', ARABIC, null, 'ar', 'other_language'],
    ['half German', ENGLISH.repeat(10) + GERMAN.repeat(10), 'en', 'de', 'mixed_languages'],
    [
      'a German quotation in a long article',
      ENGLISH.repeat(40) + GERMAN + ENGLISH.repeat(40),
      null,
      'en',
      null,
    ],
    ['too few words to tell', 'Zehn Tote.', null, null, null],
    ['too few words, declared', 'Zehn Tote.', 'de', 'de', 'other_language'],
    ['names and numbers', 'Westhaven 4, Ada Moreno 12', 'en', 'en', null],
    ['no words', '12 345 !!!', null, null, null],
  ])('of %s', (_case, text, declared, language, notExtracted) => {
    expect(recogniseLanguage(text, declared)).toEqual({ language, notExtracted });
  });

  it('takes no longer for a long text than for a short one', () => {
    recogniseLanguage(ENGLISH.repeat(10), null);
    const time = (text: string) => {
      const before = performance.now();
      for (let n = 0; n < 20; n++) recogniseLanguage(text, null);
      return performance.now() - before;
    };
    const short = time(ENGLISH.repeat(50));
    expect(time(ENGLISH.repeat(5_000))).toBeLessThan(20 * short + 50);
  });
});

describe('readArticle', () => {
  it('reads no word of another language', () => {
    const text = `${GERMAN.repeat(5)}\n\nAt least 40 people fled Westhaven, Mayor Ada Moreno said.`;
    const { extraction, language, notExtracted } = readArticle({ text, publishedAt: '2026-03-09T10:00:00Z' });
    expect({ language, notExtracted }).toEqual({
      language: 'de',
      notExtracted: expect.any(String) as string,
    });
    expect(extraction).toMatchObject({ figures: [], statements: [], claims: [], publishedOn: '2026-03-09' });
  });

  it('reads English', () => {
    const { extraction, notExtracted } = readArticle({
      text: 'At least 40 people fled Westhaven, Mayor Ada Moreno said.',
    });
    expect(notExtracted).toBeNull();
    expect(extraction.figures).toHaveLength(1);
  });
});
