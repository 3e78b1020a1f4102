import { readDocument } from '../text/document.js';
import { readSpeech } from './read-speech.js';

/** "speaker (role) | words" of each statement, whom the speaker cites behind ">". */
function linesOf(text: string): string[] {
  const speech = readSpeech(readDocument({ text })).filter(({ nested }) => !nested);
  return speech.map(({ speaker, cited, pieces }) => {
    const who = [speaker?.name ?? '-', cited?.name].filter(Boolean).join(' > ');
    const role = speaker?.role ? ` (${speaker.role})` : '';
    return `${who}${role} | ${pieces.map(({ start, end }) => text.slice(start, end)).join(' … ')}`;
  });
}

describe('who speaks, with words beside the subject', () => {
  it.each<[string, string[]]>([
    ['Ada Brill, a nurse said the ward was full.', ['Ada Brill (nurse) | the ward was full']],
    ['In Selbridge, a nurse said the ward was full.', ['a nurse | the ward was full']],
    ['A man held over the killing of 12 people told the court he was innocent.', ['A man | he was innocent']],
    ['Rumours circulating online accused the council of theft.', ['Rumours | the council of theft']],
    ['Residents living near the dam said the water rose.', ['Residents | the water rose']],
    ['An official speaking on condition of anonymity said the dam broke.', ['An official | the dam broke']],
    [
      'The union released a video showing a guard beating an inmate.',
      ['a video | a guard beating an inmate'],
    ],
    [
      'Nobody had opened the gates said Omar Tand, deputy mayor of Selbridge.',
      ['Omar Tand (deputy mayor of Selbridge) | Nobody had opened the gates'],
    ],
    [
      'An official of Selbridge, Norrland Province, said the dam held.',
      ['An official of Selbridge | the dam held'],
    ],
    ['Save the Children said the camp was full.', ['Save the Children | the camp was full']],
    [
      '“We saw the camp,” Save the Children said in a statement, citing its medics.',
      ['Save the Children > its medics | We saw the camp,'],
    ],
    [
      '“We lost the vote,” Ada Brill said, citing her record in office.',
      ['Ada Brill | We lost the vote,', 'Ada Brill | her record in office'],
    ],
    [
      '“The road is open,” the head of the guards, General Omar Tand, was quoted as saying by the state-run agency.',
      ['Omar Tand (the head of the guards) | The road is open,'],
    ],
    ['The road is cut, residents claim.', ['residents | The road is cut']],
    [
      'The coast guard told us it was calm. Survivors reached a port, where they said the boat had sunk.',
      ['coast guard | it was calm', 'Survivors | the boat had sunk'],
    ],
    [
      'WHO chief Ada Brill told US officials the virus was new.',
      ['Ada Brill (WHO chief) | the virus was new'],
    ],
    ['Secretary of State Ada Brill said it rained.', ['Ada Brill (Secretary of State) | it rained']],
    ['The Norvale President, Omar Tand, said it rained.', ['Omar Tand (The Norvale President) | it rained']],
    [
      'However, the agency NANA, citing an officer, said it rained.',
      ['NANA > an officer (agency) | it rained'],
    ],
    ['Ruiz told Selbridge-based Harbour television it rained.', ['Ruiz | it rained']],
  ])('%s', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('is named behind the colon of a headline, with whose office it is', () => {
    const [headline] = linesOf(
      '40 feared drowned off Norvale: Tessaly’s coast guard\n\nThe boat sank at night.',
    );
    expect(headline).toBe('Tessaly’s coast guard | 40 feared drowned off Norvale');
  });
});

describe('where the words end', () => {
  it.each<[string, string[]]>([
    [
      'The firm said it searched the coast, but did not reach anyone.',
      ['firm | it searched the coast, but did not reach anyone'],
    ],
    ['The firm said it searched the coast, but divers doubted it.', ['firm | it searched the coast']],
    ['Ruiz said she would stay, even though the town was empty.', ['Ruiz | she would stay']],
    ['The party called for an inquiry after a film showed the blast.', ['party | an inquiry']],
    [
      'Ruiz praised the plan and urged deputies to back it.',
      ['Ruiz | the plan', 'Ruiz | deputies to back it'],
    ],
    [
      'Ruiz denied the charge saying that the fund was full.',
      ['Ruiz | the charge', 'Ruiz | that the fund was full'],
    ],
    ['Members who back the plan have left.', ['Members | the plan']],
    [
      'Help is on its way, the mayor said Friday as the council met for a vote.',
      ['mayor | Help is on its way'],
    ],
  ])('%s', (text, expected) => {
    expect(linesOf(text).filter((line) => !/ \| a film$/.test(line))).toEqual(
      expect.arrayContaining(expected),
    );
  });
});

describe('what nobody says', () => {
  it.each([
    'Hopes of a rescue faded on Friday.',
    'There were no immediate reports of casualties.',
    'A fever blamed for 40 deaths has not been named.',
    'The drug has been shown to be safe.',
    'Forty people feared drowned off Norvale were found alive.',
    'Rescuers found a way to reach the village by boat.',
    'The United States has a new president.',
    'The flood was small compared to the one of last year.',
  ])('%s', (text) => {
    expect(linesOf(text)).toEqual([]);
  });
});
