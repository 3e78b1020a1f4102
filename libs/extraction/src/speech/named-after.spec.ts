import { brieflyRead } from '../testing/briefly-read.js';

const firstOf = (text: string): string | undefined => brieflyRead(text).statements[0];

describe('who is named behind the words', () => {
  it.each([
    ['“They came,” said a nurse. That was Nurse Ida Holm.', 'Ida Holm: They came,'],
    ['“They came,” a nurse said.\n\nThat was Ida Holm, who runs the ward.', 'Ida Holm: They came,'],
    [
      '“They came,” said a guard. “They ran.”\n\nThis was Father Jon Brac.',
      'Jon Brac: They came, / They ran.',
    ],
    [
      '“They knew who had lied.”\n\nFather Jon Brac said so at the service.',
      'Jon Brac: They knew who had lied.',
    ],
    [
      '“They knew who had lied.”\n\nThose were the words of Ida Holm, a nurse.',
      'Ida Holm: They knew who had lied.',
    ],
    [
      '“They knew who had lied.”\n\nIda Holm, a nurse, was speaking at the pier.',
      'Ida Holm: They knew who had lied.',
    ],
    ['“They knew who had lied.”\n\nSo said Ida Holm, a nurse.', 'Ida Holm: They knew who had lied.'],
  ])('has said them: %s', (text, statement) => expect(firstOf(text)).toBe(`asserted: ${statement}`));

  it.each([
    ['“They came,” said a nurse. That was on Monday.', 'a nurse: They came,'],
    ['“They came,” said a nurse. Ida Holm was at the pier.', 'a nurse: They came,'],
    ['“They came,” said Jon Brac. That was Ida Holm’s view too.', 'Jon Brac: They came,'],
  ])('but not whoever stands there: %s', (text, statement) =>
    expect(firstOf(text)).toBe(`asserted: ${statement}`),
  );
});

describe('an aside in brackets', () => {
  it.each<[string, string[]]>([
    [
      'The firm (which rejected the charge) said it would pay.',
      ['denied: firm: the charge', 'asserted: firm: it would pay'],
    ],
    ['Ada Brill (who denies the charge) left.', ['denied: Ada Brill: the charge']],
    [
      'The ministry (which took over the house by the river in the spring of that year) said it was late.',
      ['asserted: ministry: it was late'],
    ],
    [
      'The mayor said (and others agreed) that the pier was shut.',
      ['asserted: mayor: that the pier was shut'],
    ],
    [
      'The mayor said the pier was shut (it opened in May) for good.',
      ['asserted: mayor: the pier was shut (it opened in May) for good'],
    ],
  ])('leaves the sentence whole: %s', (text, statements) =>
    expect(brieflyRead(text).statements).toEqual(statements),
  );
});

describe('an accusation in the passive', () => {
  it.each([
    [
      'Norbrook is alleged by the villagers to have hidden two spills.',
      'villagers: Norbrook / to have hidden two spills',
    ],
    ['The mayor was blamed by the union for the delay.', 'union: The mayor / for the delay'],
    ['The mayor was criticised by many residents over the delay.', 'many residents: over the delay'],
    ['The mayor has been charged by prosecutors with fraud.', 'prosecutors: The mayor / with fraud'],
    ['The mayor was suspected by police of fraud.', 'police: The mayor / of fraud'],
    ['Ada Brill was herself accused by Norbrook last year of theft.', 'Norbrook: Ada Brill / of theft'],
    ['Ada Brill was accused last year by Norbrook of theft.', 'Norbrook: Ada Brill / of theft'],
  ])('has its accuser: %s', (text, statement) => expect(firstOf(text)).toBe(`asserted: ${statement}`));
});

describe('what is asked or supposed', () => {
  it.each([
    'Did the mayor say that the road was shut?',
    'Has the ministry denied that 40 people died?',
    'Who says that the road is shut?',
    'If the mayor says that the road is shut, nobody will come.',
    'If the army were to claim that it was attacked, nobody would believe it.',
    'Had the mayor said that the road was shut, nobody would have come.',
    'Nobody would come if the mayor denied that the road was shut.',
  ])('is said by nobody: %s', (text) => {
    const { statements, claims } = brieflyRead(text);
    expect([...statements, ...claims]).toEqual([]);
  });

  it.each([
    ['Why did the mayor say that the road was shut?', 'mayor: that the road was shut'],
    ['If it rains, the mayor said, the road will be shut.', 'mayor: If it rains / the road will be shut'],
    ['The mayor said that if it rained, he would go.', 'mayor: that if it rained, he would go'],
    ['Asked if she believed the mayor, Ada Brill said it was late.', 'Ada Brill: it was late'],
    ['“Did he know?” the mayor asked.', 'mayor: Did he know?'],
  ])('but who asks or supposes has spoken: %s', (text, statement) =>
    expect(firstOf(text)).toBe(`asserted: ${statement}`),
  );
});
