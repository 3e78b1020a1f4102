import { readWords } from '../words/words.js';
import { eventsIn, eventsMeant } from './event-nouns.js';

describe('the events of a sentence', () => {
  it.each([
    ['A landslide buried the road.', [['landslide', 1]]],
    [
      'Two crashes and three wildfires closed it.',
      [
        ['crash', 1],
        ['wildfire', 4],
      ],
    ],
    ['The ferry Capsized off Norvale.', [['capsizing', 2]]],
    ['Nobody came to the harbour.', []],
  ])('are known by noun, plural and verb: %s', (text, events) => {
    expect(eventsIn(readWords(text))).toEqual(events);
  });

  it.each([
    ['Both of these stampedes killed many.', ['stampede']],
    ['In the same river flood 12 died.', ['flood']],
    ['A flood killed 12.', []],
    ['The ferry capsized.', []],
  ])('are pointed back to by a noun that "the" or "same" stands before: %s', (text, events) => {
    expect(eventsMeant(readWords(text), 20)).toEqual(events);
  });

  it('are pointed back to by no sentence of more words than asked for', () => {
    expect(eventsMeant(readWords('The flood killed 12.'), 4)).toEqual([]);
  });
});
