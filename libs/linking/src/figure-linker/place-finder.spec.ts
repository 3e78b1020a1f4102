import { PlaceFinder } from './place-finder.js';

describe('the place finder', () => {
  it('asks again for words that named no place before, as places may have been imported', async () => {
    let asked = 0;
    const select = () => {
      asked++;
      return Promise.resolve([]);
    };
    const finder = new PlaceFinder({ select });
    await finder.load(['Westhaven'], []);
    const once = asked;
    expect(once).toBeGreaterThan(0);
    await finder.load(['Westhaven'], []);
    expect(asked).toBeGreaterThan(once);
  });
});
