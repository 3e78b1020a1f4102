import { figuresOf } from './testing/read-figures.js';

const statusesOf = (text: string): string[] => figuresOf(text).map(({ status }) => status);

describe('what has yet to come is projected', () => {
  it.each([
    'The toll is expected to rise to 200.',
    'The toll could reach 200.',
    'The toll may well climb to 200.',
    'The toll is likely to exceed 200.',
    'The toll would pass 200.',
    'The toll is forecast to hit 200.',
    'The toll is estimated to reach 200.',
    'The toll threatens to reach 200.',
    'The toll is bound to climb to 200.',
    'The toll is on course to pass 200.',
    'The toll will likely exceed 200.',
    'Aid groups fear the toll will reach 200.',
    'Aid groups expect the number of refugees to reach 200.',
    'Some 200 villagers are likely to flee.',
    'Some 200 villagers are due to be evacuated.',
    'The ministry projects 200 deaths by June.',
  ])('%s', (text) => expect(statusesOf(text)).toEqual(['projected']));
});

describe('what may be so by now is feared', () => {
  it.each([
    'Some 200 villagers are feared dead.',
    'Some 200 villagers are likely to be dead.',
    'The toll is feared to have reached 200.',
    'Some 200 villagers have likely died.',
    'Probably 200 villagers died.',
    'There are fears that 200 villagers may have died.',
  ])('%s', (text) => expect(statusesOf(text)).toEqual(['feared']));
});

describe('what is thought of now is reported', () => {
  it.each([
    'Some 200 villagers died due to the flood.',
    'The toll is estimated to have reached 200.',
    'The number of displaced is believed to stand at 200.',
  ])('%s', (text) => expect(statusesOf(text)).toEqual(['reported']));
});
