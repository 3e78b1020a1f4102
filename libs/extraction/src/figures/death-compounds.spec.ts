import { briefly } from './testing/read-figures.js';

describe('what death only threatens has killed nobody', () => {
  it.each<[string, string[]]>([
    ['The number of people on death row rose to 45.', ['45 = detained']],
    ['The number of death row inmates stands at 46.', ['46 = detained']],
    ['The death row population has grown to 47.', ['47 = detained']],
    ['Karsal holds 48 death row inmates.', ['48 death row inmates = detained']],
    ['Some 49 people are on death row.', ['Some 49 people = detained']],
    ['A total of 50 convicts are awaiting execution.', ['50 convicts = detained']],
    ['Judges handed down 51 death sentences.', []],
    ['Reporters got 52 death threats.', []],
    ['The number of death certificates rose to 53.', []],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures));

  it.each<[string, string[]]>([
    ['Some 49 people on death row have died.', ['Some 49 people = killed']],
    ['Some 50 men in custody have been freed.', ['Some 50 men = other']],
    ['Some 51 people in prison were killed.', ['Some 51 people = killed']],
  ])('and what became of those who were in a state is told behind it: %s', (text, figures) =>
    expect(briefly(text)).toEqual(figures),
  );

  it('and a blast that hurts people injures them', () => {
    expect(briefly('The blast hurt 90 people.')).toEqual(['90 people = injured']);
    expect(briefly('High rates hurt 90 savers.')).toEqual([]);
  });
});

describe('who is told of arrests', () => {
  it.each([
    'A clerk told him of 12 arrests.',
    'The court was informed of 12 arrests.',
    'Lawyers spoke of 12 arrests.',
  ])('%s', (text) => expect(briefly(text)).toEqual(['12 arrests = detained']));
});
