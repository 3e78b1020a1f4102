import type { SpokenArticle } from './spoken-article.js';

export const CLINIC: SpokenArticle = {
  name: 'clinic closed by order',
  text: `Nurses: we were told to stop treating the wounded

LERWAN, May 9 (Coastwire) - Physicians for the Delta (PFD) has closed its clinic in the river port of Lerwan, and its staff say they were ordered to turn patients away.

"They gave us one hour," said a nurse who worked the night shift. "He had a list of names."

That was Sister Agnes Tolma, who has run the ward since it opened. She told Coastwire that an officer in plain clothes had read out the order on Wednesday.

The health ministry (which took over the building in March) said no such order had been given.

"Our doors are open to all," it added in a statement. "Those who left did so of their own will."

PFD said it had asked the ministry for a written guarantee. The group wants its drugs returned before it reopens, the charity's country head, Milos Tarr, told reporters.

Local officials have been accused of selling the clinic's stock. Deputy Governor Ines Pardo was said by two traders to have kept a share; she called the story "an insult".

"Did anybody see me carry a box?" she asked. "If I had taken so much as a bandage, I would resign."

The ministry has not said whether it will investigate. Tarr, asked if he believed the deputy governor, said that was for a court to decide.

"The people of this town know who lied to them."

Father Jonel Brac, whose church stands across the road, said so at Sunday's service. He would not name anyone.

The agency says it will wait until June. If the ministry were to claim that the clinic had never been searched, it said, it would publish its photographs.`,
  said: [
    ['Nurses', 'we were told to stop treating the wounded'],
    ['staff', 'they were ordered to turn patients away'],
    ['Agnes Tolma', 'They gave us one hour, He had a list of names.'],
    ['Agnes Tolma', 'that an officer in plain clothes had read out the order on Wednesday'],
    ['health ministry', 'no such order had been given'],
    ['health ministry', 'Our doors are open to all, Those who left did so of their own will.'],
    ['Physicians for the Delta', 'it had asked the ministry for a written guarantee'],
    ['Milos Tarr', 'The group wants its drugs returned before it reopens'],
    ['two traders', 'Deputy Governor Ines Pardo to have kept a share'],
    ['Ines Pardo', 'the story "an insult"'],
    ['Ines Pardo', 'Did anybody see me carry a box?'],
    ['Ines Pardo', 'If I had taken so much as a bandage, I would resign.'],
    ['Milos Tarr', 'that was for a court to decide'],
    ['Jonel Brac', 'The people of this town know who lied to them.'],
    ['Physicians for the Delta', 'it will wait until June'],
    [
      'Physicians for the Delta',
      'If the ministry were to claim that the clinic had never been searched it would publish its photographs',
    ],
  ],
  denied: [
    ['health ministry', 'no such order had been given', 'an officer in plain clothes had read out the order'],
    ['Ines Pardo', 'the story', 'to have kept a share'],
  ],
  roles: [
    ['Agnes Tolma', 'Sister'],
    ['Milos Tarr', 'country head'],
    ['Ines Pardo', 'Deputy Governor'],
  ],
};

export const QUARRY: SpokenArticle = {
  name: 'council, quarry and blast',
  text: `Quarry firm: blast was within limits

A tremor that cracked walls in forty houses in Upper Sallow was caused by an unlawful blast, residents claim.

Granholm Aggregates (owner of the quarry since 2011) rejected the charge on Tuesday, and the company said that its charge had been half of what its licence allows.

"I was thrown out of bed," retired postman Wilf Arden told the Sallow Gazette. His neighbour put it more bluntly. "It was like a bomb," he said.

The county's geologist, Dr Petra Lund, is not so sure. Could a blast have done it? "Perhaps," she said. "But nobody has shown me a reading."

Granholm is alleged by the villagers' association to have fired two charges at once. Its manager denied that. He said the log had been signed by an inspector, which the Mines Office disputes.

"No inspector of ours was there," the office said.

The office was wrong, Granholm insisted: "We have his signature."

Did the firm hide a second blast? The association's chairwoman, Bryony Cole, is certain of it. They fired at noon and again at four, she says.

Cole was herself accused by Granholm last year of trespass. The accusation was thrown out, and she has always called it a smear.

The union at the quarry, the Stone Workers' League (SWL), said its members had been told to say nothing. The union would back anyone who spoke, it said.

Asked about the league's statement, a spokesman for Granholm said the firm had gagged no one.

Whether the council will act is unclear. Its leader, Tom Ferris, did not reply to questions. He has said in the past that the quarry should be shut.`,
  said: [
    ['Quarry firm', 'blast was within limits'],
    [
      'residents',
      'A tremor that cracked walls in forty houses in Upper Sallow was caused by an unlawful blast',
    ],
    ['Granholm Aggregates', 'that its charge had been half of what its licence allows'],
    ['Wilf Arden', 'I was thrown out of bed,'],
    ['neighbour', 'It was like a bomb,'],
    ['Petra Lund', 'Perhaps, But nobody has shown me a reading.'],
    ["villagers' association", 'Granholm to have fired two charges at once'],
    ['manager', 'the log had been signed by an inspector'],
    ['Mines Office', 'No inspector of ours was there,'],
    ['Granholm', 'The office was wrong We have his signature.'],
    ['Bryony Cole', 'They fired at noon and again at four'],
    ['Granholm', 'Cole of trespass'],
    ["Stone Workers' League", 'its members had been told to say nothing'],
    ["Stone Workers' League", 'The union would back anyone who spoke'],
    ['spokesman for Granholm', 'the firm had gagged no one'],
    ['Tom Ferris', 'that the quarry should be shut'],
  ],
  denied: [
    ['Granholm Aggregates', 'the charge', 'was caused by an unlawful blast'],
    ['manager', 'that', 'fired two charges at once'],
    ['Mines Office', 'the log had been signed by an inspector', 'the log had been signed by an inspector'],
    ['Cole', 'a smear', 'of trespass'],
    ['spokesman for Granholm', 'the firm had gagged no one', 'its members had been told to say nothing'],
  ],
  roles: [
    ['Wilf Arden', 'retired postman'],
    ['Petra Lund', 'geologist'],
    ['Bryony Cole', 'chairwoman'],
  ],
};

/** More that were noted before they were read, of pronouns, bodies, brackets, passives, questions and conditions. */
export const UNSEEN_SPEECH: readonly SpokenArticle[] = [CLINIC, QUARRY];
