import { extractArticle } from '../extract-article.js';
import { brieflyRead } from '../testing/briefly-read.js';

describe('what is denied is no figure, and stands as a denial', () => {
  it.each<[string, string]>([
    ['It is not true that 200 people were killed, the mayor said.', 'mayor: 200 people were killed'],
    [
      'It was untrue that 200 people had been killed, the council said.',
      'council: 200 people had been killed',
    ],
    ['“It is a lie that 40 people died,” Ada Lind said.', 'Ada Lind: 40 people died'],
    ['There is no evidence that 50 people died, police said.', 'police: 50 people died'],
    ['Mayor Ada Lind denied that 200 people had been killed.', 'Ada Lind: that 200 people had been killed'],
    [
      'Ada Lind dismissed reports that 200 people were killed.',
      'Ada Lind: reports that 200 people were killed',
    ],
    [
      'Reports that 40 people had drowned were false, the ministry said.',
      'ministry: Reports that 40 people had drowned',
    ],
    ['The ministry said the report of 40 deaths was fabricated.', 'ministry: the report of 40 deaths'],
    ['“Reports of 40 deaths are false,” Ada Lind said.', 'Ada Lind: Reports of 40 deaths'],
    ['It is not true that 200 people were killed.', '-: 200 people were killed'],
    [
      'The ministry declined to comment and denied that 40 people had died.',
      'ministry: that 40 people had died',
    ],
    ['The ministry denied it had lost 12 soldiers.', 'ministry: it had lost 12 soldiers'],
    [
      'The council refuted a claim by residents that 12 people had died.',
      'council: a claim by residents that 12 people had died',
    ],
  ])('%s', (text, denial) => {
    const { figures, claims } = brieflyRead(text);
    expect([figures, claims.filter((claim) => claim.startsWith('denied'))]).toEqual([
      [],
      [`denied: ${denial}`],
    ]);
  });

  it.each<[string, string[]]>([
    ['The ministry said 12 people had died, denying reports of 200 deaths.', ['12 killed: ministry']],
    ['The army said no one had died, contradicting reports of six deaths.', ['6 killed: -']],
    ['The council said 40 people had drowned, a claim the army rejected.', ['40 killed: council']],
    ['The group, which denies any role, killed 40 people in May.', ['40 killed: -']],
    ['It is true that 40 people died, the mayor said.', ['40 killed: mayor']],
    ['Residents said it was not true. Some 40 people had died, they said.', ['40 killed: Residents']],
  ])('but what stands beside it does: %s', (text, figures) => {
    expect(brieflyRead(text).figures).toEqual(figures);
  });

  it.each<[string, string[]]>([
    ['Ada Lind did not deny that 30 people had been arrested.', ['30 detained: -']],
    ['Ada Lind neither confirmed nor denied that 30 people had been arrested.', ['30 detained: -']],
    ['The ministry declined to confirm or deny that 30 people had been arrested.', ['30 detained: -']],
    ['The army could not deny that 12 people were killed.', ['12 killed: -']],
    ['Ada Lind did not confirm that 30 people had been killed.', ['30 killed: -']],
    ['The mayor never said that 40 people had died.', ['40 killed: -']],
    ['The ministry has not confirmed that 12 people died.', ['12 killed: -']],
    ['Officials did not say how many people had died.', []],
    ['The ministry refused to say how many people had died.', []],
    ['The firm declined to comment.', []],
    ['The mayor declined to be named.', []],
  ])('a negated verb of saying asserts and denies nothing: %s', (text, figures) => {
    expect(brieflyRead(text)).toEqual({ figures, claims: [], statements: [] });
  });

  it('but who does not believe something or refuses to act has said so', () => {
    const text = 'The mayor does not believe that the dam burst. The council refused to leave the town.';
    expect(brieflyRead(text).statements).toEqual([
      'denied: mayor: that the dam burst',
      'asserted: council: to leave the town',
    ]);
  });

  it.each([
    [
      'The army dismissed claims that it had shelled the pier.',
      'claims (unspecified): that it had shelled the pier',
    ],
    [
      'The government has yet to comment on reports that the dam burst.',
      'reports (unspecified): that the dam burst',
    ],
    [
      'The government has not commented on reports that the dam burst.',
      'reports (unspecified): that the dam burst',
    ],
  ])('nor does it come through whoever denies it or is silent on it: %s', (text, claim) => {
    expect(brieflyRead(text).claims.filter((one) => one.startsWith('asserted'))).toEqual([
      `asserted: ${claim}`,
    ]);
  });

  it.each([
    ['There is no hospital in the old town, the mayor said.', 0],
    ['The mayor said the claim was true.', 0],
    ['The company has not denied the claims.', 0],
    ['The army claims nobody was evicted.', 0],
    ['“There is no doubt we will win,” Ada Lind said.', 0],
  ])('is no denial: %s', (text, count) => {
    const denied = brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'));
    expect(denied).toHaveLength(count);
  });
});

describe('denials of varied make', () => {
  it.each<[string, string]>([
    [
      'Rumours that Ada Lind would go were dismissed by her office.',
      'her office: Rumours that Ada Lind would go',
    ],
    [
      'The claim that the dam leaked was flatly denied by the council.',
      'council: The claim that the dam leaked',
    ],
    ['Ada Lind hit back at claims that the dam leaked.', 'Ada Lind: claims that the dam leaked'],
    ['Ada Lind poured cold water on reports that the dam leaked.', 'Ada Lind: reports that the dam leaked'],
    ['The council called the nurse’s account fabricated.', 'council: the nurse’s account'],
    [
      'The council described as “plainly wrong” a claim that the dam leaked.',
      'council: a claim that the dam leaked',
    ],
    ['It was untrue, Ada Lind added, that the dam leaked.', 'Ada Lind: that the dam leaked'],
    ['Ada Lind said it was wrong to suggest that the dam leaked.', 'Ada Lind: the dam leaked'],
    ['Ada Lind pleaded not guilty to theft.', 'Ada Lind: theft'],
    ['Denying that the dam leaked, Ada Lind said all was well.', 'Ada Lind: that the dam leaked'],
    ['“These reports are invented,” Ada Lind said. “Nobody was there.”', 'Ada Lind: These reports'],
    ['Reports that the dam leaked are untrue.', '-: Reports that the dam leaked'],
    ['It is false to say, as some do, that the dam leaked.', '-: the dam leaked'],
    ['The dam leaked in May, a claim that the council flatly denied.', 'council: The dam leaked in May'],
    [
      'The dam leaked in May, an accusation Ada Lind called absurd and baseless.',
      'Ada Lind: The dam leaked in May',
    ],
    [
      'Ada Lind alleged that the dam leaked - an allegation described by the council as a wicked lie.',
      'council: that the dam leaked',
    ],
    ['Ada Lind scoffed at a claim that the dam leaked.', 'Ada Lind: a claim that the dam leaked'],
    [
      'The council distanced itself from reports that the dam leaked.',
      'council: reports that the dam leaked',
    ],
    ['Ada Lind challenged the accuracy of the report.', 'Ada Lind: the accuracy of the report'],
    ['Ada Lind labelled the video a forgery.', 'Ada Lind: the video'],
    ['Ada Lind refuses to accept that the dam leaked.', 'Ada Lind: that the dam leaked'],
    ['The council does not accept that the dam leaked.', 'council: that the dam leaked'],
    ['Ada Lind, denying any secret talks, said all was well.', 'Ada Lind: any secret talks'],
    [
      'Reports that the dam leaked are not correct, the council said.',
      'council: Reports that the dam leaked',
    ],
    ['Claims that the dam leaked did not stand up, Ada Lind said.', 'Ada Lind: Claims that the dam leaked'],
    ['The council said Ada Lind’s remarks were at odds with two videos.', 'council: Ada Lind’s remarks'],
    ['“None of this is true,” Ada Lind said.', 'Ada Lind: None of this is true'],
    ['“Rubbish!” Ada Lind shouted.', 'Ada Lind: Rubbish!'],
    ['The army said it had not opened fire on the crowd.', 'army: it had not opened fire on the crowd'],
  ])('%s', (text, denial) => {
    expect(brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'))).toEqual([
      `denied: ${denial}`,
    ]);
  });

  it.each([
    'The council rejected the plan.',
    'The club dismissed its coach.',
    'Ada Lind laughed off her injury.',
    'Ada Lind hit back at critics.',
    'The council called the bridge a lie in stone.',
    'The council pushed back at Norland over aid convoy claims.',
    'Ada Lind refused three times on Thursday to deny that the dam leaked.',
    'Ada Lind stopped short of denying the claims.',
    'Ada Lind contested the election.',
    'Ada Lind challenged the council to a race.',
    'The council rejected an appeal by Ada Lind.',
    'Ada Lind was denied entry to the port.',
    'Ada Lind said she could not rule out that the dam leaked.',
    'Ada Lind distanced herself from her uncle.',
    'The council refused to leave the port.',
    'The council said it had not received a reply.',
    'The council denied by its silence nothing at all, and no report was false.',
  ])('is none: %s', (text) => {
    expect(brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'))).toEqual([]);
  });

  it.each([
    [
      'Residents accused the army of shelling the clinic. The army insisted it had not fired on the clinic.',
      1,
    ],
    ['Ada Lind said the army had not fired on the clinic.', 0],
  ])('a negated assertion is one where it answers an accusation: %s', (text, count) => {
    expect(brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'))).toHaveLength(count);
  });
});

describe('one thing for another is no denial', () => {
  it.each([
    ['“There is no famine here but a bad harvest,” Ada Lind said.', 'asserted'],
    ['“There is no famine here, but we lack boats,” Ada Lind said.', 'denied'],
    ['“This was not an accident but a crime,” Ada Lind said.', 'asserted'],
  ])('%s', (text, polarity) => {
    expect(brieflyRead(text).statements).toEqual([expect.stringMatching(`^${polarity}: Ada Lind`)]);
  });

  it('and the number that is so is the figure', () => {
    expect(brieflyRead('The raid killed not 40 but 12 people, the army said.').figures).toEqual([
      '12 killed: army',
    ]);
  });
});

describe('a denial answers', () => {
  /** The words that the last denial answers. */
  function answered(body: string): string | null {
    const text = `Ferry stops\n\n${body}`;
    const { claims, statements } = extractArticle({ text });
    const answers = claims.findLast(({ polarity }) => polarity === 'denied')?.answers;
    const range = answers && (answers.kind === 'claim' ? claims : statements)[answers.index]?.quote;
    return range ? text.slice(range.start, range.end) : null;
  }

  it.each([
    [
      'an accusation',
      'The union accused the firm of hiding 12 deaths. The firm rejected the accusation.',
      'the firm of hiding 12 deaths',
    ],
    [
      'an accusation, by "it"',
      'The union accused the firm of hiding 12 deaths. The firm denied it.',
      'the firm of hiding 12 deaths',
    ],
    [
      'an admission',
      'Ada Lind admitted that 40 people had died. The army denied the admission.',
      'that 40 people had died',
    ],
    [
      'what stands before it',
      'The council said 40 people had drowned, a claim the army rejected.',
      '40 people had drowned',
    ],
    ['unspecified reports', 'Ada Lind dismissed reports that the dam had failed.', 'that the dam had failed'],
    [
      'the word of somebody named',
      'Ada Lind said the dam leaked. The mayor said it rained. The council denied Lind’s claim.',
      'the dam leaked',
    ],
    [
      'what an accusation says, where it names nothing itself',
      'The union accused the firm of hiding 12 deaths. The firm denied any wrongdoing.',
      'the firm of hiding 12 deaths',
    ],
    [
      'what there was none of',
      'Ada Lind said the firm had offered her a job. The firm said that no such offer was made.',
      'the firm had offered her a job',
    ],
    [
      'whom it contradicts by his office',
      'Deputy Minister Ada Lind said the dam held. Lawyer Jon Okoro contradicted the minister.',
      'the dam held',
    ],
    [
      'what is told right behind',
      'The bridge held, the council said, contradicting an account given by one nurse. The nurse, Ada Lind, said the piers had sunk.',
      'the piers had sunk',
    ],
    [
      'the report whose truth it challenges',
      'A report by Clearwater said the dam leaked. The mayor challenged the accuracy of the report.',
      'the dam leaked',
    ],
    [
      'no later words, for a matter of its own',
      'The firm denies safety claims. Ada Lind alleged that the firm hid 12 deaths.',
      null,
    ],
    [
      'words on whom it contradicts',
      'Ada Lind said the dam held. The council contradicted her.',
      'the dam held',
    ],
    [
      'the accusation before, of a fault that says nothing of it',
      'Residents accused the mill of dumping ash. The company denied any negligence.',
      'the mill of dumping ash',
    ],
    [
      'the accusation of him who denies, behind it',
      'The mill denies wrongdoing. Residents accuse the mill of dumping ash.',
      'the mill of dumping ash',
    ],
    [
      'the accusation of him who denies, not the last one',
      'Residents accused the mill of dumping ash. The union accused the port of theft. The mill said it had done nothing wrong.',
      'the mill of dumping ash',
    ],
    [
      'force of which he is said, in other words',
      'Union forces shelled the clinic, a nurse said. The army denied firing at anybody.',
      'Union forces shelled the clinic',
    ],
    [
      'no other act of his',
      'Residents accused the mayor of lying. The mayor denied that she wanted the job.',
      null,
    ],
    [
      'the report of a name before it',
      'A report by Clearwater said the dam leaked. The mayor said it rained. “There is no truth to the Clearwater report,” Ada Lind said.',
      'the dam leaked',
    ],
    [
      'an accusation, in the first person',
      'Residents accused the mill of dumping ash. “We reject these accusations,” said Ada Lind, a manager of the mill.',
      'the mill of dumping ash',
    ],
    ['nothing told before', 'The bridge was closed. The army denied the claims.', null],
  ])('%s', (_, body, words) => expect(answered(body)).toBe(words));
});

describe('a statement has one polarity', () => {
  it('so words that deny a fact behind the attribution stand by themselves', () => {
    expect(
      brieflyRead('“We want a way out,” said Ada Lind, a nurse. “There is no clinic left.”').statements,
    ).toEqual(['asserted: Ada Lind: We want a way out,', 'denied: Ada Lind: There is no clinic left.']);
  });

  it('and all others go on', () => {
    expect(
      brieflyRead('“We want a way out,” said Ada Lind, a nurse. “The clinic is closed.”').statements,
    ).toEqual(['asserted: Ada Lind: We want a way out, / The clinic is closed.']);
  });
});
