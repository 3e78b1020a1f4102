import { isSignature } from './signature.js';

describe('a signature line', () => {
  it.each([
    'Staff writer for the Valley News – Marta Ruiz',
    'Political correspondent of Valley Radio - Jon Okoro reports.',
    'Reporter for Valley News, Marta Ruiz',
    'Marta Ruiz is a reporter for the Valley News.',
    'Jon Okoro is the senior political correspondent of Valley Radio',
    'Reporting by Marta Ruiz and Jon Okoro; editing by Ada Lind',
    'Additional reporting by Jon Okoro in Melbury.',
  ])('%s', (line) => expect(isSignature(line)).toBe(true));

  it.each([
    'A journalist for the Valley News was hurt, Marta Ruiz said.',
    'Marta Ruiz is a reporter for the Valley News who was held on Monday.',
    'A correspondent for Valley Radio reports that the pier is closed.',
    'Reporting by the council shows that 40 people left.',
    'Marta Ruiz is a nurse for the town of Melbury.',
    'The reporter for the Valley News left - nobody knows why.',
  ])('is no sentence of the story: %s', (line) => expect(isSignature(line)).toBe(false));
});
