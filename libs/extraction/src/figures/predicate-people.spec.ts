import { figuresOf } from './testing/read-figures.js';

describe('whom a part of those told names', () => {
  it.each([
    ['The blast killed 31. Eleven of the dead were children.', '11: children'],
    ['The blast killed 31. Two of those killed were nurses.', '2: nurses'],
    ['The blast wounded 31. Seven of the injured were mostly police officers.', '7: police officers'],
    ['The blast killed 31 people. Three of the victims were women.', '3: women'],
    ['The blast killed 31 people. Eleven of them were children.', '11: children'],
    ['The blast killed 31 people. Three of the victims were buried.', '3: -'],
    ['Some 3,000 people fled Tovia. Of these, 900 were women.', '900: women'],
    ['Some 3,000 people fled Tovia. Of those, 900 are returning.', '900: -'],
    ['Some 40 people fled. Nine of them have returned.', '9: -'],
  ])('%s', (text, part) => {
    const { value, population } = figuresOf(text).at(-1) ?? {};
    expect(`${String(value)}: ${population ?? '-'}`).toBe(part);
  });
});
