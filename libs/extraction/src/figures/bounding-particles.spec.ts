import { figuresOf } from './testing/read-figures.js';

const boundsOf = (text: string): string[] =>
  figuresOf(text).map(({ quote, quantifier }) => `${text.slice(quote.start, quote.end)}: ${quantifier}`);

describe('a particle of the verb, or what is spoken about, bounds no number', () => {
  it.each<[string, string]>([
    ['The rebels handed over 70 prisoners.', '70 prisoners: exact'],
    ['The militia turned over 71 bodies.', '71 bodies: exact'],
    ['The kidnappers will give over 72 hostages.', '72 hostages: exact'],
    ['Soldiers took over 73 homes that had been destroyed.', '73 homes: exact'],
    ['The lawyer spoke about 74 deaths.', '74 deaths: exact'],
    ['She told him about 75 arrests.', '75 arrests: exact'],
    ['Nobody had information about 76 missing children.', '76 missing children: exact'],
    ['The rebels handed over more than 77 prisoners.', 'more than 77 prisoners: more_than'],
  ])('%s', (text, bounds) => expect(boundsOf(text)).toEqual([bounds]));

  it.each<[string, string]>([
    ['The flood killed over 70 people.', 'over 70 people: more_than'],
    ['The quake killed about 71 people.', 'about 71 people: approximately'],
    ['Police told about 72 residents to leave.', 'about 72 residents: approximately'],
  ])('but elsewhere it does: %s', (text, bounds) => expect(boundsOf(text)).toEqual([bounds]));
});
