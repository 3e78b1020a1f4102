import { figuresOf } from './testing/read-figures.js';

const periodsIn = (text: string) => figuresOf(text).map(({ period }) => period?.text ?? '-');

describe('when a figure was true', () => {
  it.each<[string, string[]]>([
    ['Police had claimed Tuesday that eight people were killed.', ['-']],
    ['The storm claimed eight lives on Tuesday.', ['on Tuesday']],
    ['The 90 cholera deaths reported in May were the most ever.', ['in May']],
    ['The storm left nine people dead in Tovia, then blew north on Tuesday.', ['-']],
    ['The storm killed nine people before heading north on Tuesday.', ['-']],
    ['The quake, which struck late on Tuesday, killed nine people.', ['late on Tuesday']],
    ['The mayor, who came on Tuesday, said nine people had died.', ['-']],
    ['Crews looked for survivors on Tuesday after a slide killed nine people.', ['-']],
    ['On Tuesday, after a slow start, a slide killed nine people.', ['On Tuesday']],
    ['About 900 people (some of whom came this month) are displaced.', ['-']],
    ['About 900 people (since Tuesday) were displaced.', ['since Tuesday']],
    ['“The rain began on Tuesday. Rivers rose. Nine people died,” she said.', ['-']],
    ['“Nine people died. Help came on Tuesday,” she said.', ['-']],
    ['Some 900 people have fled since the conflict began.', ['since the conflict began']],
  ])('%s', (text, periods) => expect(periodsIn(text)).toEqual(periods));
});
