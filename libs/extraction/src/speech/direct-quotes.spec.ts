import { extractArticle } from '../extract-article.js';

/** Direct and mixed quotations of a body whose paragraphs are joined by " ¶ ", as "speaker: piece / piece". */
function quoted(body: string): string[] {
  const text = `Ferry service to the islands is suspended\n\n${body.replaceAll(' ¶ ', '\n\n')}`;
  return extractArticle({ text })
    .statements.filter(({ form }) => form !== 'indirect')
    .map(
      ({ attribution, pieces }) =>
        `${attribution.at(-1)?.name ?? '-'}: ${pieces.map(({ start, end }) => text.slice(start, end)).join(' / ')}`,
    );
}

describe('a sentence in marks that a comma closes is speech, whoever stands behind', () => {
  it.each([
    ['“The quay is shut,” Selbridge-based Ada Lind said.', 'Selbridge-based Ada Lind: The quay is shut,'],
    [
      '“The quay is shut,” Ada Lind, 30, of Selbridge, who was among them, said.',
      'Ada Lind: The quay is shut,',
    ],
    ['“The quay is shut,” remembered Ada Lind, the former pilot.', 'Ada Lind: The quay is shut,'],
    ['“The quay is shut,” a voice-over in the film goes.', 'a voice: The quay is shut,'],
    ['“The quay is shut,” which nobody had known.', '-: The quay is shut,'],
  ])('%s', (body, read) => expect(quoted(body)).toEqual([read]));

  it.each(['“Harbour Lights,” a film by Ada Lind, opens today.', 'Near “the long quay,” people waited.'])(
    'and a title or borrowed phrase is none: %s',
    (body) => expect(quoted(body)).toEqual([]),
  );
});

describe('a whole sentence in marks is speech', () => {
  it.each([
    ['behind any verb and a comma', 'Ada Lind boomed, “Today we leave.”', 'Ada Lind: Today we leave.'],
    [
      'before its verb, where the comma is missing',
      '“The quay is a great place” Ada Lind said.',
      'Ada Lind: The quay is a great place',
    ],
  ])('%s', (_, body, read) => expect(quoted(body)).toEqual([read]));

  it('and a name before a verb that gives something else is none', () => {
    expect(quoted('“Harbour First” members said on Monday that boats had left.')).toEqual([]);
  });
});

describe('reported words that open with a quotation end with it', () => {
  it.each([
    ['Ada Lind vowed to “defend the quay” before she named her own plan.', 'to “defend the quay”'],
    [
      'Ada Lind pledged to “keep every boat of the town” and left for the islands.',
      'to “keep every boat of the town”',
    ],
    ['Ada Lind said instead that “every boat was there.”', 'that “every boat was there.”'],
  ])('%s', (body, words) => expect(quoted(body)).toEqual([`Ada Lind: ${words}`]));
});

describe('the form of a quotation', () => {
  const formOf = (text: string): string[] => extractArticle({ text }).statements.map(({ form }) => form);

  it('is direct in the text and mixed in single marks of a headline, which the editor may have shortened', () => {
    expect(formOf("Lind: 'We Want Every Boat Back'\n\n“We want every boat back,” Ada Lind said.")).toEqual([
      'mixed',
      'direct',
    ]);
  });
});

describe('marks that are typed otherwise', () => {
  it.each([
    [
      'an opening mark where one closes',
      '“Is it shut?“ Ada Lind asked. “No.”',
      'Ada Lind: Is it shut? / No.',
    ],
    [
      'a nested quotation that closes with the outer one',
      "''They told us 'We are closed,''' said Ada Lind.",
      "Ada Lind: They told us 'We are closed,'",
    ],
  ])('%s', (_, body, read) => expect(quoted(body)).toEqual([read]));
});

describe('the other half of a quotation', () => {
  it.each([
    ['of one word', '“We are shut,” Ada Lind said. “Really.”', 'Ada Lind: We are shut, / Really.'],
    [
      'behind an abbreviation',
      '“We are shut,” Ada Lind said in Norvale, N.D. “The boats are all gone.”',
      'Ada Lind: We are shut, / The boats are all gone.',
    ],
    [
      'led into',
      '“It was no at first,” Ada Lind said. Then, “they began to ask about the boats.”',
      'Ada Lind: It was no at first, / Then, “they began to ask about the boats.',
    ],
    [
      'of a sentence that is only partly quoted',
      'The plan “looks after the few,” Ada Lind said. “That is bad.”',
      'Ada Lind: The plan “looks after the few, / That is bad.',
    ],
  ])('%s', (_, body, read) => expect(quoted(body)).toEqual([read]));
});

describe('each quotation of a sentence has its own verb', () => {
  it('where a participle hands over to the second', () => {
    expect(quoted('She said the plan “was a bad one,” adding, “It cost us all our boats.”').at(-1)).toBe(
      'unknown (“she”): It cost us all our boats.',
    );
  });

  it('and a comma behind the verb too', () => {
    expect(quoted('Of the “small island,” Ada Lind said, “Leave it alone.”').at(-1)).toBe(
      'Ada Lind: Leave it alone.',
    );
  });
});

describe('a quotation set apart', () => {
  const PULLED =
    '"They have no more boats. So we hear. ¶ Selbridge council member Jon Okoro." ¶ The council met.';

  it('is the words of whoever signs it before the marks close', () => {
    expect(quoted(`Ada Lind left. “We had no boats,” she said. ¶ ${PULLED}`)).toEqual([
      'Ada Lind: We had no boats,',
      'Jon Okoro: They have no more boats. So we hear.',
    ]);
  });

  it('and a line in capitals is a heading', () => {
    expect(quoted('“We have boats,” Ada Lind said. ¶ “PEOPLE ALWAYS KNOW” ¶ The council met.')).toEqual([
      'Ada Lind: We have boats,',
    ]);
  });
});

describe('what stands in marks and is no speech', () => {
  it.each([
    'Ada Lind says so in her book, “An Island Son.”',
    'According to “Perfect Enough: How the Harbour Was Sold and Bought Again” by Ada Lind, boats left.',
  ])('%s', (body) => expect(quoted(body)).toEqual([]));
});
