import { readDocument } from '../text/document.js';
import { readSpeech } from './read-speech.js';

/** "speaker | words" of each attribution. */
function linesOf(text: string): string[] {
  const speech = readSpeech(readDocument({ text })).filter(({ nested }) => !nested);
  return speech.map(
    ({ speaker, content }) => `${speaker?.name ?? '-'} | ${text.slice(content.start, content.end)}`,
  );
}

describe('what is no statement', () => {
  it.each([
    [
      'the one asked is the speaker',
      'Asked about the closed pier, Ruiz said the town was poor.',
      ['Ruiz | the town was poor'],
    ],
    [
      'nor behind "when"',
      'When told of the closed pier, Ruiz said the town was poor.',
      ['Ruiz | the town was poor'],
    ],
    [
      'what those told it did',
      'The pier will hold, Ruiz told residents, some of whom shouted at her.',
      ['Ruiz | The pier will hold'],
    ],
    ['the purpose of a noun', 'The failure to find a lasting answer has cost the town its pier.', []],
    [
      'a purpose inside reported words',
      'Ruiz said the failure to find a lasting answer had cost lives.',
      ['Ruiz | the failure to find a lasting answer had cost lives'],
    ],
    [
      'an object inside reported words',
      'The office said the harbour line stresses the duty of all crews to help.',
      ['office | the harbour line stresses the duty of all crews to help'],
    ],
    [
      'an object in words told before their cue',
      'Melbury backs the fishers and Karsal supports the ferry line, analysts said.',
      ['analysts | Melbury backs the fishers and Karsal supports the ferry line'],
    ],
    [
      'unnamed reports inside reported words',
      'Ruiz said reports of theft in the port were false.',
      ['Ruiz | reports of theft in the port were false'],
    ],
  ])('%s', (_, text, lines) => expect(linesOf(text)).toEqual(lines));

  it.each([
    [
      'an answer',
      'Ruiz said the line denied the claims.',
      ['Ruiz | the line denied the claims', 'line | the claims'],
    ],
    [
      'what was found',
      'Inspectors found that the pier was rotten.',
      ['Inspectors | that the pier was rotten'],
    ],
    [
      'a question of the speaker',
      'Ruiz asked whether the pier was safe.',
      ['Ruiz | whether the pier was safe'],
    ],
  ])('but %s is', (_, text, lines) => expect(linesOf(text)).toEqual(lines));
});

describe('a subject', () => {
  it.each([
    ['Melbury backs the fishers and Karsal supports its rivals.', 'Karsal'],
    ['Melbury backs fishers and Karsal supports farmers.', 'Karsal'],
    ['Melbury rebuilt the pier and the village denounced the cost.', 'village'],
    ['The fishers and the village denounced the cost.', 'fishers and the village'],
  ])('is no clause: %s', (text, name) => {
    expect(linesOf(text).at(-1)?.split(' | ')[0]).toBe(name);
  });
});
