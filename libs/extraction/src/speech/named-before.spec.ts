import { extractArticle } from '../extract-article.js';

/** Whose words the last statement of a text is. */
const lastSpeaker = (body: string): string | undefined =>
  extractArticle({ text: `Ferry stops\n\n${body}` })
    .statements.at(-1)
    ?.attribution.at(-1)?.name;

describe('a pronoun', () => {
  it.each([
    ['The harbour master said the pier was shut. He said it would reopen.', 'harbour master'],
    ['A nurse said two men had come.\n\n“They had guns,” she said.', 'A nurse'],
    ['An officer read the order out.\n\n“It was late,” he said.', 'An officer'],
    ['The spokeswoman said it was late. She said it was dark.', 'spokeswoman'],
    ['Ada Lind said the pier held. A man in a boat waved. She said it was dark.', 'Ada Lind'],
    ['Senator Jon Okoro said it held.\n\nThe Ostmark senator waved. He said it was dark.', 'Jon Okoro'],
    ['Ada Brill, the mayor, spoke. A bomb had gone off in the hall. She said it was dark.', 'Ada Brill'],
    ['Ada Brill, the mayor, spoke. A strong earthquake hit the pier. She said it was dark.', 'Ada Brill'],
    ['Bo Carrow saw the pier. An explosion had shut it. He said it was dark.', 'Bo Carrow'],
    [
      'The Norvale council said it held. The Red Crescent sent boats. It said 40 people fled.',
      'Red Crescent',
    ],
    ['The Harbour Board gave an answer when it told a court that it had no boats.', 'Harbour Board'],
    ['The lawsuit was filed in May. It claims that they lied.', 'lawsuit'],
    ['Drivers blocked the pier on Monday as they demanded an answer.', 'Drivers'],
  ])('means who was told of before: %s', (text, name) => expect(lastSpeaker(text)).toBe(name));

  it.each([
    ['“It was late,” he said.', 'unknown (“he”)'],
    ['It says that the pier is shut.', 'unknown (“it”)'],
    ['They said the pier was shut.', 'unknown (“they”)'],
  ])('is no name: %s', (text, name) => expect(lastSpeaker(text)).toBe(name));

  it.each([
    'It is hard to imagine that the pier will hold.',
    'It took three years to admit that the pier was shut.',
  ])('that stands for nothing says nothing: %s', (text) => expect(lastSpeaker(text)).toBeUndefined());

  it.each([
    ['Residents said the pier held. Others said it fell.', 'Others'],
    ['Residents said the pier held. Some said it fell.', 'Some'],
  ])('but part of a group speaks for itself: %s', (text, name) => expect(lastSpeaker(text)).toBe(name));
});

describe('a body or office goes by the name that stood before', () => {
  it.each([
    ['The Health Ministry sent trucks. The ministry said they were full.', 'Health Ministry'],
    ["The Island Workers' Union met on Friday. The union said it would strike.", "Island Workers' Union"],
    ['The Island Refugee Agency has a camp. The agency said 40 came.', 'Island Refugee Agency'],
    ['The Office for Coastal Affairs sent boats. The office said it was late.', 'Office for Coastal Affairs'],
    ['The Tide Institute of Ostmark has a map. The institute says it is old.', 'Tide Institute of Ostmark'],
    ['Surgeons Without Frontiers (SWF) left. The group said it was late.', 'Surgeons Without Frontiers'],
    ['Surgeons Without Frontiers (SWF) left. SWF said it was late.', 'Surgeons Without Frontiers'],
    ['Mothers for Peace left. “It was late,” Mothers for Peace said.', 'Mothers for Peace'],
    ['Finance Minister Ada Lind saw the pier. The minister said it held.', 'Ada Lind'],
    [
      'Foreign Minister Ada Lind met Interior Minister Jon Okoro. The foreign minister said it held.',
      'Ada Lind',
    ],
  ])('%s', (text, name) => expect(lastSpeaker(text)).toBe(name));

  it.each([
    ['Foreign Minister Ada Lind saw the pier. The interior minister said it held.', 'interior minister'],
    ['Vice President Ada Lind said the pier held. The president said it fell.', 'president'],
    ['Former mayor Ada Lind saw the pier. The mayor said it held.', 'mayor'],
    ['The Health Ministry sent trucks. The union said they were full.', 'union'],
    ['The United Nations sent trucks. The state said they were full.', 'state'],
    ['The union said it held. The Island Workers’ Union met on Friday.', 'union'],
  ])('never by that of another: %s', (text, name) => expect(lastSpeaker(text)).toBe(name));
});
