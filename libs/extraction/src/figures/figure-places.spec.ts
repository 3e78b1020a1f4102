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
    ["Nine people died in Tovia's southern Karsal province.", ['southern Karsal province:location']],
    ["Nine people died in Tovia's northern state of Karsal.", ['Karsal:location']],
    ["Nine people died in Tovia's Karsal State.", ['Karsal State:location']],
    ["Nine people died in Tovia's capital, Melbury, on Monday.", ['Melbury:location']],
    ["Nine people died in the country's northern provinces.", ["the country's northern provinces:location"]],
    ["Nine people died in Martha's Cove.", ["Martha's Cove:location"]],
    ['Nine people died on an island near Melbury, a port south of Karsal.', ['Melbury:location']],
    ['Nine people died in Melbury, the capital of Tovia.', ['Melbury:location']],
    ['Nine people died in fires 40 miles (64 km) north of Melbury.', ['']],
    ['Nine people died in Karsal local government area of Tovia.', ['Karsal local government area:location']],
    [
      'Fire raced through more than a dozen Western towns. Nine people died.',
      ['more than a dozen Western towns:location'],
    ],
    ['Shells and rockets fell on Melbury, killing nine people.', ['Melbury:location']],
    ['Raiders attacked Melbury village, killing nine people.', ['Melbury village:location']],
    ['Raiders attacked Smith, killing nine people.', ['']],
    ['The floods spread to eight towns in Tovia, killing nine people.', ['eight towns in Tovia:location']],
    ['Nine Killed in Airstrikes in Melbury', ['Melbury:location']],
    ['Nine Killed in Ongoing Attacks', ['']],
    ['Nine people have died across the country.', ['the country:location']],
    ['Nine people have died on the coast.', ['']],
    ['Nine people died, most of them in Melbury.', ['']],
    ['Nine people died, all of them in Melbury.', ['Melbury:location']],
    ['There is war in Tovia. Some 900 people have fled the country.', ['Tovia:origin']],
    [
      'There is war in Tovia. Some 900 people have fled the country since fighting broke out in Karsal.',
      ['Tovia:origin'],
    ],
    ['Nine people died in Karsal district of Tovia.', ['Karsal district:location']],
    ['Nine people died in the Tovian district of Karsal.', ['Karsal:location']],
    [
      'The storm moved toward northern Karsal, where 900 people were evacuated.',
      ['northern Karsal:location'],
    ],
    ['They reached the camp at Melbury, which now hosts 900 people.', ['Melbury:location']],
    [
      'Floods hit Karsal. It is home to 9,000 people and the council has warned of a drought along the Tovian border.',
      ['Karsal:location'],
    ],
    [
      'Fighting in Tovia has displaced 900 people, many of whom left for areas near Melbury.',
      ['Tovia:location'],
    ],
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

  it.each<[string, string, string]>([
    [
      'of a market at a village',
      'A market at Melbury, a village, was bombed. It killed nine people.',
      'Melbury',
    ],
    [
      'of an island south of another',
      'A boat sank near Arle, an island south of Tovia. Nine drowned.',
      'Arle',
    ],
    [
      'before each figure had a place of its own',
      'Floods hit Tovia. Four died in Karsal and six died in Arle. In all 900 people were evacuated.',
      'Tovia',
    ],
  ])('takes the scene %s', (_, text, place) => {
    expect(figuresOf(text).at(-1)?.places).toMatchObject([{ text: place }]);
  });

  it('takes where the last event of that name was told of, and no scene of another', () => {
    const event =
      'Unrest in Tovia\n\nTroops are on the streets.\n\nA blast tore through a hall in Arle on Monday.\n\nNine died in the ';
    expect(placesIn(`${event}blast.`)).toEqual(['Arle:location']);
    expect(placesIn(`${event}raid.`)).toEqual(['Tovia:location']);
    const told = event.replace('A blast tore through a hall', 'A truck exploded');
    expect(placesIn(`${told}explosion.`)).toEqual(['Arle:location']);
  });

  it('takes the place that the heading names, where others do too', () => {
    const news = (second: string) =>
      `Weekly notes\n\nBELMORA\nNine people died.\n\n${second}\nFour people died. Aid came from Belmora and from Norvale.`;
    expect(placesIn(news('NORVALE'))).toEqual(['BELMORA:location', 'NORVALE:location']);
    expect(placesIn(news('HEALTH'))).not.toContain('BELMORA:location');
  });

  it('gives places whose range holds their words', () => {
    const text = 'Nine people 🌊 died in northern Karsal.';
    const range = figuresOf(text)[0]?.places[0]?.range;
    expect(text.slice(range?.start, range?.end)).toBe('northern Karsal');
  });
});
