import { extractArticle } from '../extract-article.js';

/** A Thursday. */
const PUBLISHED = '2021-07-15';
const MONDAY = '2021-07-12';
const TUESDAY = '2021-07-13';

function daysIn(text: string): (string | null)[] {
  return extractArticle({ text, publishedAt: PUBLISHED }).statements.map((statement) => statement.utteredOn);
}

describe('the day on which words were said', () => {
  it.each([
    ['Ruiz said on Tuesday that the bridge would close.', TUESDAY],
    ['Ruiz said Tuesday the bridge would close.', TUESDAY],
    ['Ruiz said on Tuesday 12 boats had left.', TUESDAY],
    ['Ruiz on Tuesday said the bridge would close.', TUESDAY],
    ['On Monday, Ruiz said the bridge would close.', MONDAY],
    ['The ferry sank, but on Monday the council said the bridge would close.', MONDAY],
    ['In a statement late Monday, the council said the bridge would close.', MONDAY],
    ['The council said in a statement late on Monday that the bridge would close.', MONDAY],
    ['Speaking in Melbury on Monday, Ruiz said the bridge would close.', MONDAY],
    ['"We are ready," Ruiz told reporters on Tuesday in Melbury.', TUESDAY],
    ['"We are ready," said Marta Ruiz, a nurse, on Tuesday.', TUESDAY],
    ['"It fell," Ruiz said on Monday, 5 July.', '2021-07-05'],
  ])('is read in the clause of the cue: %s', (text, day) => expect(daysIn(text)).toEqual([day]));

  it.each([
    // a noun's
    'During talks on Wednesday, Ruiz said the bridge would close.',
    'After the storm in Melbury on Wednesday, Ruiz said the bridge would close.',
    '"We are ready," Ruiz said after a march on Wednesday.',
    'The army denounced Sunday’s march.',
    'Ruiz said in a report on Sunday protests that the bridge would close.',
    'Officials at a camp hit on Monday said the bridge would close.',
    // a participle's
    'The army rejected a plan presented on Monday.',
    'Ruiz, who was arrested on Monday, said the bridge would close.',
    'The council said in a letter seen on Monday that the bridge would close.',
    // another clause's
    'The men were captured on Monday but the army denied the claims.',
    'The bridge fell on Sunday, Ruiz said.',
    'The bridge fell on Sunday and Ruiz said it would close.',
    'Ruiz arrived on Monday and said the bridge would close.',
    'The ferry, on Monday, sank as Ruiz said the bridge would close.',
    // not said yet
    'Ruiz will announce on Monday that the bridge is closed.',
  ])('is none of another phrase: %s', (text) => expect(new Set(daysIn(text))).toEqual(new Set([null])));
});
