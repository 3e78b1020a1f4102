import { figuresOf } from './testing/read-figures.js';

const placesIn = (text: string) =>
  figuresOf(text).map(({ places }) => places.map((place) => `${place.text}:${place.role}`).join(' '));

describe('places of a figure', () => {
  it.each<[string, string[]]>([
    ['Nine people died in northern Karsal.', ['northern Karsal:location']],
    ['Nine people died in the northern Tovian town of Melbury.', ['Melbury:location']],
    [
      'Nine people died in rebel-held neighbourhoods of Melbury.',
      ['rebel-held neighbourhoods of Melbury:location'],
    ],
    ['Nine people died in Karsal province, Tovia.', ['Karsal province:location']],
    [
      'Some 900 villagers have fled from eastern to western Melbury or nearby rebel-held areas.',
      ['eastern Melbury:origin western Melbury:destination nearby rebel-held areas:destination'],
    ],
    ['As the siege goes on, some 900 people have left Melbury.', ['Melbury:origin']],
    ['Some 900 people were moved to safety in Melbury.', ['Melbury:location']],
    ['Some 900 people have crossed into Tovia.', ['Tovia:destination']],
    ['Some 900 people have returned from Tovia to Karsal.', ['Karsal:destination Tovia:origin']],
    ['The raids killed 8 civilians in Melbury, 5 in Karsal.', ['Melbury:location', 'Karsal:location']],
    ['A quake that hit Melbury killed nine people.', ['Melbury:location']],
    ['Melbury, a city of 9,000 people, was flooded.', ['Melbury:location']],
    ['In Melbury, 14 people were killed; in Karsal, others fled.', ['Melbury:location']],
    ['Nine people died, a doctor in Melbury said.', ['']],
    ['Nine people died, but the mayor of Melbury called it untrue.', ['']],
    ['Nine people died in Northland militia attacks.', ['']],
    ['In Melbury police arrested nine people.', ['Melbury:location']],
    ['Nine people died in Northland Front (formerly Northland Guard) terrorists mortar fire.', ['']],
    ['Nine Killed in Melbury Bombing as Talks Go On', ['Melbury:location']],
    ['By noon, according to NAR, 900 people had been evacuated.', ['']],
    ['Rescuers have found nine bodies.', ['']],
    ['Nine people drowned after Storm Alda hit the Karsal coast.', ['Karsal coast:location']],
    ['Seven are dead with 23 missing in Karsal.', ['Karsal:location', 'Karsal:location']],
    ['Some 900 people fled eight provinces in Tovia.', ['eight provinces in Tovia:origin']],
    ['In Karsal, 12 people died and in Tovia nine were hurt.', ['Karsal:location', 'Tovia:location']],
    ['Twelve people died in Karsal and Tovia.', ['Karsal:location']],
    ['Some 300 families fled to Tovia from Karsal.', ['Karsal:origin Tovia:destination']],
    ['Some 300 families fled to Tovia.', ['Tovia:destination']],
  ])('%s', (text, places) => expect(placesIn(text)).toEqual(places));

  it('resolves a description to the place named before', () => {
    const text =
      'Fighting went on in eastern Karsal. Aid reached the flooded district, home to 6,400 people.';
    expect(placesIn(text)).toEqual(['eastern Karsal:location']);
    const city = 'Floods reached the city of Melbury in western Karsal. Nine people died in the city.';
    expect(placesIn(city)).toEqual(['Melbury:location']);
  });

  it('takes the scene of the sentences before where its own names none, and of those after for a headline', () => {
    expect(placesIn('A dam broke in Melbury. Nine people died.')).toEqual(['Melbury:location']);
    expect(placesIn('Nine feared dead\n\nA dam broke in Melbury.')).toEqual(['Melbury:location']);
  });

  it('gives places whose range holds their words', () => {
    const text = 'Nine people 🌊 died in northern Karsal.';
    const range = figuresOf(text)[0]?.places[0]?.range;
    expect(text.slice(range?.start, range?.end)).toBe('northern Karsal');
  });
});
