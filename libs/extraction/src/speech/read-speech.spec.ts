import { readDocument } from '../text/document.js';
import { readSpeech, type Speech } from './read-speech.js';

const BEFORE = 'Ferry service to the islands is suspended\n\n';

function speechOf(body: string): { text: string; speech: Speech[] } {
  const text = BEFORE + body;
  return { text, speech: readSpeech(readDocument({ text })) };
}

/** "speaker | words / words" of each attribution. */
function linesOf(body: string): string[] {
  const { text, speech } = speechOf(body);
  return speech.map(
    ({ speaker, pieces }) =>
      `${speaker?.name ?? '-'} | ${pieces.map(({ start, end }) => text.slice(start, end)).join(' / ')}`,
  );
}

describe('direct speech', () => {
  it.each([
    ['cue behind', '“We go at dawn,” Marta Ruiz said.', ['Marta Ruiz | We go at dawn,']],
    ['cue behind, inverted, with a role', '"We go," said harbour master Jon Okoro.', ['Jon Okoro | We go,']],
    ['cue before', 'Marta Ruiz said: “The pier is gone.”', ['Marta Ruiz | The pier is gone.']],
    [
      'a split quotation',
      '“We go,” Marta Ruiz said. “We are too few.”',
      ['Marta Ruiz | We go, / We are too few.'],
    ],
    ['guillemets', '«We go at dawn», said Marta Ruiz.', ['Marta Ruiz | We go at dawn']],
    ['single marks', "'We go at dawn,' Marta Ruiz said.", ['Marta Ruiz | We go at dawn,']],
    ['an unlisted verb', '“We go at dawn,” Ruiz barked.', ['Ruiz | We go at dawn,']],
    [
      'speech over two paragraphs',
      '“We go at dawn,” Marta Ruiz said. “We are few.\n\n“And the pier is gone.”',
      ['Marta Ruiz | We go at dawn, / We are few. / And the pier is gone.'],
    ],
    [
      'a name behind its office',
      '"We go at dawn," said the line’s head of operations in Porto, Marta Ruiz, who runs the boats.',
      ['Marta Ruiz | We go at dawn,'],
    ],
  ])('is read with its speaker: %s', (_, body, expected) => {
    expect(linesOf(body)).toEqual(expected);
  });

  it('leaves titles and borrowed words alone', () => {
    expect(linesOf('The play “The Tempest” opened in the old "salt house" there.')).toEqual([]);
  });
});

describe('reported speech', () => {
  it.each([
    ['a clause', 'Officials said the pier had collapsed.', ['Officials | the pier had collapsed']],
    ['content first', 'The pier had collapsed, Marta Ruiz said.', ['Marta Ruiz | The pier had collapsed']],
    [
      'content around',
      'The pier, Marta Ruiz said, had collapsed.',
      ['Marta Ruiz | The pier / had collapsed'],
    ],
    [
      'according to',
      'The pier had collapsed, according to port officials.',
      ['port officials | The pier had collapsed'],
    ],
    [
      'a listener',
      'Marta Ruiz told reporters on Monday that the pier had gone.',
      ['Marta Ruiz | that the pier had gone'],
    ],
    [
      'a relative clause',
      'Marta Ruiz, who heads the line, said boats were full.',
      ['Marta Ruiz | boats were full'],
    ],
    ['an infinitive', 'Jon Okoro vowed to rebuild the pier.', ['Jon Okoro | to rebuild the pier']],
    [
      'a noun phrase',
      'Jon Okoro denounced the closure of the pier.',
      ['Jon Okoro | the closure of the pier'],
    ],
    [
      'a participle that shares the speaker',
      'Jon Okoro said the pier was old, adding that repairs were late.',
      ['Jon Okoro | the pier was old', 'Jon Okoro | that repairs were late'],
    ],
    ['a stray apostrophe', "Jon Okoro' called for a new pier.", ['Jon Okoro | a new pier']],
  ])('is read with its speaker: %s', (_, body, expected) => {
    expect(linesOf(body)).toEqual(expected);
  });

  it('is mixed where it holds quoted words', () => {
    const { speech } = speechOf('Marta Ruiz said the boats were "full to the brim" that day.');
    expect(speech.map(({ form }) => form)).toEqual(['mixed']);
  });
});

describe('speakers', () => {
  it.each([
    ['a surname', 'Marta Ruiz, a captain, said boats were full. Ruiz said fuel was low.', 'Marta Ruiz'],
    ['he', 'Jon Okoro said boats were full. He said fuel was low.', 'Jon Okoro'],
    [
      'she, past a man',
      'Mary Lind said boats were full. John Okoro agreed. She said fuel was low.',
      'Mary Lind',
    ],
    [
      'the role',
      'Transport Minister Jon Okoro said boats were full. The minister said fuel was low.',
      'Jon Okoro',
    ],
    ['it', 'The Harbour Authority said boats were full. It said fuel was low.', 'Harbour Authority'],
  ])('are resolved to the fullest name: %s', (_, body, name) => {
    expect(speechOf(body).speech.at(-1)?.speaker?.name).toBe(name);
  });

  it('carry their role', () => {
    const [speech] = speechOf('“We go,” said Jon Okoro, a spokesman for the harbour line.').speech;
    expect(speech?.speaker).toMatchObject({
      name: 'Jon Okoro',
      role: 'spokesman for the harbour line',
      kind: 'person',
    });
  });
});
