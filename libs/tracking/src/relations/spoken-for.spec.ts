import { sourceBehind } from './spoken-for.js';

const person = (role: string | null) => sourceBehind({ name: 'Ada Lind', role, kind: 'person' }).name;
const unnamed = (name: string) => sourceBehind({ name, role: null, kind: 'anonymous' }).name;
const body = (name: string) => sourceBehind({ name, role: null, kind: 'organisation' }).name;

describe('whom words go back to', () => {
  it.each([
    ['river ministry spokesman', 'river ministry'],
    ['spokeswoman for the Norvale Red Crescent', 'Norvale Red Crescent'],
    ['the river ministry’s spokeswoman', 'river ministry'],
    ['army spokesman Col.', 'army'],
    ['U.N. spokesman', 'U.N.'],
    ['UN humanitarian chief', 'UN'],
    ['U.N. spokesman for Karsal', 'U.N.'],
    ['Rivers Minister', 'Rivers ministry'],
    ['deputy minister of the rivers', 'rivers ministry'],
    ['minister of foreign affairs', 'foreign ministry'],
    ['the commander of the Fifth Brigade', 'Fifth Brigade'],
    ['police chief', 'police'],
    ['chief of police', 'police'],
    ['Colonel, spokesman for the coast guard', 'coast guard'],
    ['head of the Norvale Red Crescent', 'Norvale Red Crescent'],
  ])('of a person who is %s: %s', (role, behind) => expect(person(role)).toBe(behind));

  it.each([
    ['a health ministry official', 'health ministry'],
    ['an official of the health ministry', 'health ministry'],
    ['health ministry officials', 'health ministry'],
    ['interior minister', 'interior ministry'],
    ['A spokesman for the northern rebels', 'northern rebels'],
    ['two senior officials in the interior ministry', 'interior ministry'],
  ])('of %s: %s', (name, behind) => expect(unnamed(name)).toBe(behind));

  it.each([
    ['Ministry of Interior', 'Interior ministry'],
    ['ministry of the interior', 'interior ministry'],
    ['ministry of health in Karsal', 'Karsal health ministry'],
    ['Foreign Affairs Ministry', 'Foreign ministry'],
    ['interior ministry', 'interior ministry'],
    ['Harbour Council', 'Harbour Council'],
  ])('of %s: %s', (name, behind) => expect(body(name)).toBe(behind));

  it.each([
    'former interior minister',
    'ex-police chief',
    'opposition leader',
    'head of the opposition council',
    'shadow rivers minister',
    'prime minister',
    'mayor',
    'head of the village',
    'chief of staff',
    'director of the film',
    'nurse at the hospital',
    'hospital director',
    'spokeswoman of the ministry',
    'student at the University of Karsal',
    null,
  ])('CONTROL: of a person who is %s: the person', (role) => expect(person(role)).toBe('Ada Lind'));

  it.each(['residents', 'officials', 'U.S. officials', 'local officials', 'minister', 'a spokesman'])(
    'CONTROL: of %s: they themselves',
    (name) => expect(unnamed(name)).toBe(name),
  );

  it('is the outlet itself, whatever it is called', () => {
    const outlet = { name: 'Police Commander', role: null, kind: 'publisher' } as const;
    expect(sourceBehind(outlet)).toEqual({ name: outlet.name, kind: 'publisher', shownAs: outlet.name });
  });

  it('is shown as who was quoted, with the body of a person', () => {
    const spokesman = { name: 'Ada Lind', role: 'army spokeswoman', kind: 'person' } as const;
    expect(sourceBehind(spokesman).shownAs).toBe('Ada Lind (army)');
    const unnamed = { name: 'an army spokeswoman', role: null, kind: 'anonymous' } as const;
    expect(sourceBehind(unnamed).shownAs).toBe('an army spokeswoman');
  });
});
