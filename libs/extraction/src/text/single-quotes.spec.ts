import { readDocument } from './document.js';

const quotations = (text: string): string[] =>
  readDocument({ text }).quotes.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));

describe('quotations in single marks', () => {
  it.each([
    [
      '‘The mast fell,’ she said. ‘Someone called “jump” twice.’',
      ['The mast fell,', 'Someone called “jump” twice.'],
    ],
    ['\'They sang "Ahoy!" and left,\' she said.', ['They sang "Ahoy!" and left,']],
    ['‘“Ahoy!” they sang,’ she said.', ['“Ahoy!” they sang,']],
    ['‘They sang “Ahoy!”’ she said.', ['They sang “Ahoy!”']],
    ['‘The sailors’ “song” was loud,’ she said.', ['The sailors’ “song” was loud,']],
  ])('hold double ones: %s', (text, read) => expect(quotations(text)).toEqual(read));

  it.each([
    ['“The mast ‘fell’,” she said. “We ‘jumped’.”', ['The mast ‘fell’,', 'We ‘jumped’.']],
    ['The sailors\' "song" was the dogs\' favourite.', ['song']],
    ['\'Twas the "best" of the sailors\' songs, they said.', ['best']],
  ])('are apostrophes or nested elsewhere: %s', (text, read) => expect(quotations(text)).toEqual(read));
});
