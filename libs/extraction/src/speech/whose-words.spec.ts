import { brieflyRead } from '../testing/briefly-read.js';

const statementsIn = (text: string): string[] => brieflyRead(text).statements;

describe('whose words they are', () => {
  it.each<[string, string]>([
    ['A cook who refused to give his name told Valnews that boats had sunk.', 'A cook: that boats had sunk'],
    ['Two cooks told Valnews, a site of the port, that boats had sunk.', 'Two cooks: that boats had sunk'],
    ['The bureau said yesterday’s storm was weak.', 'bureau: yesterday’s storm was weak'],
    [
      'According to the lifeboat crew, nine anglers, including a girl, were rescued.',
      'lifeboat crew: nine anglers, including a girl, were rescued',
    ],
    [
      'The agency fears at least nine people may have drowned.',
      'agency: at least nine people may have drowned',
    ],
    [
      'The union and the mayor have condemned the vote as a farce.',
      'union and the mayor: the vote as a farce',
    ],
    ['Oren Vale, head of a town, named as the centre, said: “We wait.”', 'Oren Vale: We wait.'],
    ['Oren Vale called the vote “a farce”, and went home.', 'Oren Vale: the vote “a farce”'],
  ])('%s', (text, statement) => expect(statementsIn(text)).toEqual([`asserted: ${statement}`]));

  it.each([
    'The storm knocked down rows of huts.',
    'The army shot down a drone.',
    'The boat signalled for help on Monday.',
  ])('and what says nothing: %s', (text) => expect(statementsIn(text)).toEqual([]));

  it('holds "who" to be whose office stands before it, not the body he speaks for', () =>
    expect(
      statementsIn(
        'Nine sailed, said Oren Vale, a spokesman for the Harbour Fund, who cited a log of the port.',
      ),
    ).toEqual(['asserted: Oren Vale: Nine sailed', 'asserted: Oren Vale: a log of the port']));

  it('knows a body by what it is called beside its name', () =>
    expect(
      statementsIn(
        'The aid agency, the HRF, moved in. The Harbour Organisation said nine sailed. According to the agency, six came back.',
      ),
    ).toContain('asserted: HRF: six came back'));

  it('holds "the court" to be no office of a court', () =>
    expect(
      statementsIn(
        'The Norvale Regional Court’s press office said nine cases were open. The court said one was closed.',
      ),
    ).toContain('asserted: Norvale Regional Court: one was closed'));
});
