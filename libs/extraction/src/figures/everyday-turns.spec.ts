import { briefly, figuresOf } from './testing/read-figures.js';

describe('turns of everyday news', () => {
  it.each<[string, string[]]>([
    ['The gunman opened fire in a bus, killing himself and 12 passengers.', ['12 passengers = killed']],
    ['The slide killed a farmer and his six sons.', ['six sons = killed']],
    ['The flood toll rose past 70.', ['past 70 = killed']],
    ['The number of people injured by the storm has jumped past 4,000.', ['past 4,000 = injured']],
    ['The bus drove past 40 wounded soldiers.', ['40 wounded soldiers = injured']],
    ['The fire forced the evacuation of two boarding schools.', []],
    [
      'Two cars in Norvale hit a bus, killed two and hurt 17 others.',
      ['two = killed', '17 others = injured'],
    ],
    ['The cuts hurt 900 savers.', []],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures));

  it('holds arrivals that came for a flow, also where they are registered', () =>
    expect(figuresOf('Officials counted 640 new arrivals on Sunday.')).toMatchObject([
      { metric: 'displaced', measure: 'flow', category: 'NEW_DISPLACEMENT' },
    ]));

  it('reads the middle of a month written as one word', () =>
    expect(
      figuresOf('Storms have killed 70 people since mid-May. In mid-June 12 people died.').map(
        ({ period }) => [period?.start, period?.end],
      ),
    ).toEqual([
      ['2021-05-11', '2021-07-15'],
      ['2021-06-11', '2021-06-20'],
    ]));
});
