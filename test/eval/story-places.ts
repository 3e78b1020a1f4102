/** Countries and towns of the stories that the program does not ship, in the columns of GeoNames: id, name, other names, class, code, country, division, population. */
const PLACES: readonly (readonly [string, string, string, string, string, string, string, string])[] = [
  ['2215636', 'Libya', 'State of Libya', 'A', 'PCLI', 'LY', '00', '6678567'],
  ['390903', 'Greece', 'Hellenic Republic', 'A', 'PCLI', 'GR', '00', '10727668'],
  ['87205', 'Derna', 'Darnah', 'P', 'PPLA', 'LY', '63', '78782'],
  ['88319', 'Benghazi', 'Banghazi', 'P', 'PPLA', 'LY', '69', '650629'],
  ['255274', 'Pylos', 'Pilos', 'P', 'PPL', 'GR', 'ESYE', '2345'],
];

async function* lines(): AsyncGenerator<string> {
  for (const [id, name, other, featureClass, code, country, division, population] of PLACES) {
    const place = [id, name, name, other, '0', '0', featureClass, code, country, '', division, '', '', ''];
    yield await Promise.resolve([...place, population, '', '', 'UTC', '2024-01-01'].join('\t'));
  }
}

export const STORY_PLACES = lines();
