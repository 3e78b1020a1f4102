import { brieflyRead } from '../testing/briefly-read.js';

describe('a hyphen goes on with a name set beside an office', () => {
  it.each([
    ['A clinic manager, Anne-Lise Holm, said nine people had died.', 'Anne-Lise Holm'],
    ['A trader, Zia-ul-Rahim Noor, said nine people had died.', 'Zia-ul-Rahim Noor'],
    ["Tovia's leader, Park Sung-min, said nine people had died.", 'Park Sung-min'],
    ['The head of customs, El-Amin Tariq, said nine people had died.', 'El-Amin Tariq'],
  ])('%s', (text, name) => {
    const { figures, statements } = brieflyRead(text);
    expect(figures).toEqual([`9 killed: ${name}`]);
    expect(statements).toEqual([`asserted: ${name}: nine people had died`]);
  });
});
