import { extractArticle } from '../extract-article.js';

const speakers = (text: string): (string | undefined)[] =>
  extractArticle({ text: `Ferry stops\n\n${text}` }).statements.map(
    ({ attribution }) => attribution.at(-1)?.name,
  );

describe('an acronym in brackets', () => {
  it.each([
    [
      'behind the name whose initials it has',
      'The International Committee of Island Nurses (ICIN) met. The ICIN said boats left. According to ICIN, they came back.',
      ['International Committee of Island Nurses', 'International Committee of Island Nurses'],
    ],
    [
      'behind a body that has other initials',
      "The Island Workers' Party (PKR) denied the claim. “We were at sea,” the PKR said.",
      ["Island Workers' Party", "Island Workers' Party"],
    ],
    [
      'behind a body that a common noun names',
      'Boats came, the island refugee agency (UIR) said. “More will come,” the UIR said.',
      ['island refugee agency', 'island refugee agency'],
    ],
    [
      'in which the name has a conjunction',
      'The Food and Boats Agency (FBA) met. “We have none,” the FBA said.',
      ['Food and Boats Agency'],
    ],
  ])('%s stands for it', (_, text, names) => expect(speakers(text)).toEqual(names));

  it.each([
    ['no body', 'Senator Ada Lind (NV) met them. NV said boats left.', ['NV']],
    ['nothing', 'The ICIN said boats left.', ['ICIN']],
  ])('that stands for %s is left as it is', (_, text, names) => {
    expect(speakers(text).map((name) => name?.replace(/^the /i, ''))).toEqual(names);
  });
});
