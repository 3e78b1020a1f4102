import type { SpokenArticle } from './spoken-article.js';

export const AIRLINE: SpokenArticle = {
  name: 'company and union, airline',
  text: `Skylark boss brands safety report 'a work of fiction'

The chief executive of budget airline Skylark has described a newspaper investigation into its maintenance record as "a work of fiction from start to finish".

The Morning Ledger reported on Sunday that engineers at the carrier's base in Port Alder had been told to sign off aircraft they had not inspected.

"It did not happen, and it could not happen," Conrad Beale told shareholders on Tuesday. "Every bolt is photographed."

The Ledger's editor, Miriam Stroud, said the paper had seen payslips, emails and a video. She repudiated Mr Beale's remark, calling it "a slur on eleven brave people".

Skylark denied that it had sacked an engineer, Owen Pask, for talking to the press. Mr Pask had left "by mutual agreement", a spokeswoman said.

Pask disputes this. "I agreed to nothing," he said. "I was walked to the gate by two men."

The Civil Flight Board, which licenses the airline, has launched a review. Its chairman, Sir Hugh Lomax, urged passengers not to worry.

The allegation that the board had known of the problem since March was rejected by Sir Hugh, who said the first letter had arrived last week.

The engineers' union, Wrench, welcomed the review. "Our members have been saying this for years and have been told they were dreaming," said its general secretary, Ailsa Crombie.

Shares in Skylark fell nine per cent. Mr Beale brushed off suggestions that he might step down.`,
  said: [
    [
      'Conrad Beale',
      'a newspaper investigation into its maintenance record as "a work of fiction from start to finish"',
    ],
    [
      'Morning Ledger',
      "that engineers at the carrier's base in Port Alder had been told to sign off aircraft they had not inspected",
    ],
    ['Conrad Beale', 'It did not happen, and it could not happen, Every bolt is photographed.'],
    ['Miriam Stroud', 'the paper had seen payslips, emails and a video'],
    ['Miriam Stroud', 'it "a slur on eleven brave people"'],
    ['spokeswoman', 'Mr Pask had left "by mutual agreement"'],
    ['Owen Pask', 'I agreed to nothing, I was walked to the gate by two men.'],
    ['Hugh Lomax', 'passengers not to worry'],
    ['allegation', 'that the board had known of the problem since March'],
    ['Hugh Lomax', 'the first letter had arrived last week'],
    ['Wrench', 'the review'],
    ['Ailsa Crombie', 'Our members have been saying this for years and have been told they were dreaming,'],
    ['suggestions', 'that he might step down'],
  ],
  denied: [
    ['Skylark boss', 'safety report', null],
    ['Conrad Beale', 'a newspaper investigation', 'that engineers at the'],
    ['Miriam Stroud', "Mr Beale's remark", 'It did not happen'],
    ['Skylark', 'it had sacked an engineer', null],
    ['Owen Pask', 'Pask disputes this', 'Mr Pask had left'],
    ['Hugh Lomax', 'that the board had known of the problem', 'that the board had known of the problem'],
    ['Conrad Beale', 'that he might step down', 'that he might step down'],
  ],
  roles: [
    ['Miriam Stroud', 'editor'],
    ['Hugh Lomax', 'chairman'],
    ['Ailsa Crombie', 'general secretary'],
    ['Conrad Beale', 'chief executive'],
  ],
};

export const BORDER: SpokenArticle = {
  name: 'war, border incident',
  text: `Tessaly rejects Gorlan claim of downed drone

ARKOS (Corwire) - Tessaly's defence ministry on Monday rejected as "fantasy" a claim by neighbouring Gorlan that its air force had shot down a Tessalian drone over the Sunda pass.

"All our aircraft have returned to their bases," Major Petra Vail, a ministry spokeswoman, said in a statement.

Gorlan's president, Dmitar Olin, said hours earlier that the wreckage would be shown to the world's press. "They can count the screws," Olin said.

Tessaly also denied moving troops to the frontier. Satellite images published by the research group Open Sky contradict that denial, showing at least 40 vehicles near the town of Brad.

Residents of Brad told Corwire they had been asked to leave by Wednesday. The town's mayor, Sofi Arden, said this was not the case.

In the capital, opposition deputy Ilan Merz accused the government of sleepwalking into a war. "Nobody voted for this," Merz said.

The accusation was called irresponsible by Prime Minister Kaja Holm. Holm, who is due to meet Olin in Geneva on Friday, did not dispute that reservists had received letters.

The Alliance of Northern States, the ANS, said it had no information about a drone. ANS secretary general Bram de Wit appealed to both sides to "take their fingers off the map".

A Gorlan general, speaking on condition of anonymity, insisted that the drone had been tracked for 20 minutes.`,
  said: [
    ['Gorlan', 'that its air force had shot down a Tessalian drone over the Sunda pass'],
    ['Petra Vail', 'All our aircraft have returned to their bases,'],
    ['Dmitar Olin', "that the wreckage would be shown to the world's press"],
    ['Dmitar Olin', 'They can count the screws,'],
    ['Residents of Brad', 'they had been asked to leave by Wednesday'],
    ['Ilan Merz', 'the government of sleepwalking into a war'],
    ['Ilan Merz', 'Nobody voted for this,'],
    ['Alliance of Northern States', 'it had no information about a drone'],
    ['Bram de Wit', 'to both sides to "take their fingers off the map"'],
    ['general', 'that the drone had been tracked for 20 minutes'],
  ],
  denied: [
    ['Tessaly', 'Gorlan claim of downed drone', 'downed drone'],
    ["Tessaly's defence ministry", 'a claim by neighbouring Gorlan', 'shot down a Tessalian drone'],
    ['Tessaly', 'moving troops to the frontier', null],
    ['Satellite images', 'that denial', null],
    ['Sofi Arden', 'this was not the case', 'they had been asked to leave by Wednesday'],
  ],
  roles: [
    ['Petra Vail', 'ministry spokeswoman'],
    ['Dmitar Olin', 'president'],
    ['Sofi Arden', 'mayor'],
    ['Bram de Wit', 'secretary general'],
  ],
};

export const DOPING: SpokenArticle = {
  name: 'sport, doping',
  text: `Cyclist Varga: ‘I have never doped’

Mountain stage winner Ilona Varga has protested her innocence after a sample she gave in June tested positive for a banned stimulant.

„Ich habe nie gedopt“, she wrote in German on her website: I have never doped.

The Cycling Integrity Unit said the substance had been found in both her samples. It dismissed Varga's explanation that a cough medicine was to blame.

"The quantities rule that out," the unit's head of science, Dr Mats Brolin, said.

Varga's team, Alpenrad, denied knowing about the test before Thursday. But a former doctor of the team, who spoke to Radpost magazine, said riders had been warned in May.

Alpenrad manager Luc Ferrand shot down that account. "The man has not worked for us since 2028," said Ferrand. "He could not know what day it is."

The doctor denied being bitter. "I sleep very well," he said.

Varga, a two-time national champion, faces a ban of four years. Her lawyer, Agnes Toth, said the unit had broken its own rules by leaking the result. The unit denies the leak.

Rival Hanne Solberg said she felt "cheated out of a yellow jersey and a good night's sleep".

Reports on Friday that Varga had attempted to leave the country were false, according to Toth. The rider was at home with her parents.`,
  said: [
    ['Ilona Varga', 'I have never doped'],
    ['Ilona Varga', 'Ich habe nie gedopt'],
    ['Cycling Integrity Unit', 'the substance had been found in both her samples'],
    ['Varga', 'that a cough medicine was to blame'],
    ['Mats Brolin', 'The quantities rule that out,'],
    ['former doctor', 'riders had been warned in May'],
    ['Luc Ferrand', 'The man has not worked for us since 2028, He could not know what day it is.'],
    ['doctor', 'I sleep very well,'],
    ['Agnes Toth', 'the unit had broken its own rules by leaking the result'],
    ['Hanne Solberg', `she felt "cheated out of a yellow jersey and a good night's sleep"`],
    ['reports', 'that Varga had attempted to leave the country'],
  ],
  denied: [
    ['Cycling Integrity Unit', "Varga's explanation", 'that a cough medicine was to blame'],
    ['Alpenrad', 'knowing about the test before Thursday', null],
    ['Luc Ferrand', 'that account', 'riders had been warned in May'],
    ['doctor', 'being bitter', null],
    ['unit', 'the leak', 'by leaking the result'],
    ['Toth', 'that Varga had attempted to leave', 'that Varga had attempted to leave'],
  ],
  roles: [
    ['Mats Brolin', 'head of science'],
    ['Luc Ferrand', 'manager'],
    ['Agnes Toth', 'lawyer'],
    ['Ilona Varga', 'two-time national champion'],
  ],
};

export const INQUIRY: SpokenArticle = {
  name: 'court, public inquiry',
  text: `Minister 'never saw' flood warning, inquiry told

Former environment minister Gareth Pool never saw a warning that the Ardle dam could fail, the public inquiry into last year's flood heard on Wednesday.

Mr Pool, giving evidence for the first time, told the inquiry that the memo had gone to "the wrong tray on the wrong floor".

Counsel to the inquiry, Rosalind Kerr KC, put it to him that three of his advisers remembered discussing it with him. "I am afraid they are mistaken," he replied.

He denied having been at a dinner with the dam's owners two days before the disaster, in which 19 people died. Shown a photograph of himself at the table, Mr Pool said it must have been taken on another occasion.

The photographer, Jill Amory, later disputed that on social media. “I only ever shot one dinner there,” she wrote.

Earlier a hydrologist, Prof Wen Li, said she had telephoned the ministry four times.

“Each time I was told that somebody would ring me back,” she said. “Nobody ever rang.

“I have asked myself every day whether I should have driven there.”

Lawyers for the victims' families accused Mr Pool of "forgetting by appointment". His lawyer rejected the charge.

The owners, Ardle Water, have always maintained that they were never told of any crack. Their barrister said claims that a report had been shredded were without foundation.

Sir Alan Moss, who chairs the inquiry, adjourned the hearing until Monday.`,
  said: [
    ['inquiry', "Minister 'never saw' flood warning"],
    ['inquiry', 'Former environment minister Gareth Pool never saw a warning that the Ardle dam could fail'],
    ['Gareth Pool', 'that the memo had gone to "the wrong tray on the wrong floor"'],
    ['Gareth Pool', 'I am afraid they are mistaken,'],
    ['Gareth Pool', 'it must have been taken on another occasion'],
    ['Jill Amory', 'I only ever shot one dinner there,'],
    ['Wen Li', 'she had telephoned the ministry four times'],
    [
      'Wen Li',
      'Each time I was told that somebody would ring me back, Nobody ever rang. I have asked myself every day whether I should have driven there.',
    ],
    ["Lawyers for the victims' families", 'Mr Pool of "forgetting by appointment"'],
    ['Ardle Water', 'that they were never told of any crack'],
    ['claims', 'that a report had been shredded'],
  ],
  denied: [
    ['Gareth Pool', "at a dinner with the dam's owners", null],
    ['Jill Amory', 'disputed that', 'it must have been taken on another occasion'],
    ['lawyer', 'the charge', 'forgetting by appointment'],
    ['barrister', 'claims that a report had been shredded', 'that a report had been shredded'],
  ],
  roles: [
    ['Gareth Pool', 'environment minister'],
    ['Jill Amory', 'photographer'],
    ['Wen Li', 'hydrologist'],
  ],
};

export const MIGRANTS: SpokenArticle = {
  name: 'aid groups and coast guard',
  text: `Coast guard says it did not turn back boat

SAN MARENO, June 9 - The Lurian coast guard has denied pushing back a boat carrying about 60 people, a day after the charity Sea Lantern published a recording of a distress call.

"Our vessel never came within five miles of them," coast guard commander Rui Tavares said.

Sea Lantern said its volunteers had heard a woman shout: "They are pulling us the wrong way!" The charity's coordinator, Dilys Brandt, called the commander's statement “a lie with a uniform on”.

Tavares hit back at Brandt's comments, saying aid groups "should not play with recordings".

The European migration agency, EMA, refused to say whether one of its planes had filmed the boat.

Survivors landed in Porto Vero on Thursday. One of them, who gave his name as Idris, told reporters that masked men had taken their engine. «They laughed,» he said.

Interior Minister Fausto Lima questioned the survivors' story. "We have heard it all before," Lima told a radio station.

The minister denied that there was a policy of pushbacks, and accused Sea Lantern of working with smugglers. The group angrily denied it.

According to the UN refugee office, nine people from the boat are missing. Its spokesman, Karl Amundsen, said it was wrong to suggest that those on board had refused help.`,
  said: [
    ['Coast guard', 'it did not turn back boat'],
    ['Rui Tavares', 'Our vessel never came within five miles of them,'],
    ['Sea Lantern', 'its volunteers had heard a woman shout: "They are pulling us the wrong way!"'],
    ['Dilys Brandt', "the commander's statement “a lie with a uniform on”"],
    ['Rui Tavares', 'aid groups "should not play with recordings"'],
    ['Idris', 'that masked men had taken their engine'],
    ['Idris', 'They laughed,'],
    ['Fausto Lima', "the survivors' story"],
    ['Fausto Lima', 'We have heard it all before,'],
    ['Fausto Lima', 'Sea Lantern of working with smugglers'],
    ['UN refugee office', 'nine people from the boat are missing'],
  ],
  denied: [
    ['Lurian coast guard', 'pushing back a boat', null],
    ['Dilys Brandt', "the commander's statement", 'Our vessel never came within five miles'],
    ['Rui Tavares', "Brandt's comments", 'a lie with a uniform on'],
    ['Fausto Lima', 'that there was a policy of pushbacks', null],
    ['Sea Lantern', 'angrily denied it', 'of working with smugglers'],
    ['Karl Amundsen', 'those on board had refused help', null],
  ],
  roles: [
    ['Rui Tavares', 'commander'],
    ['Dilys Brandt', 'coordinator'],
    ['Fausto Lima', 'Interior Minister'],
    ['Karl Amundsen', 'spokesman'],
  ],
};

export const SCHOOL: SpokenArticle = {
  name: 'local paper, school',
  text: `Headteacher 'did not ban' harvest festival

The headteacher of Lower Wick primary school says stories that she has banned the village's harvest festival are complete nonsense.

Parents were up in arms last week after a post on the Wick Chat page claimed that the festival had been cancelled "so as not to offend".

But Mrs Carys Bowen, who has led the school since 2024, said the event had simply been moved to October because the hall roof was being mended.

“Nobody asked me,” she said. “If anybody had rung, I would have told them about the roof.”

The author of the post, parish councillor Neville Strang, is standing by it. He said he had been told of the ban by “someone who should know”.

Mrs Bowen denied that too. “There was no ban, so nobody can have known about it,” she said.

The county council backed the headteacher. Education spokesman Imran Sheikh accused Cllr Strang of spreading “playground gossip”, an accusation the councillor dismissed. Strang denies that he wants Mrs Bowen's job for his wife.

Vicar Tom Ludlow, asked whether he felt offended, said that he did not.

It is not the first time Cllr Strang has clashed with the school. In March he alleged that pupils had been served raw chicken, which the caterers, Goodplate, denied. An inspection found no fault.`,
  said: [
    ['headteacher', "stories that she has banned the village's harvest festival are complete nonsense"],
    ['Wick Chat', 'that the festival had been cancelled "so as not to offend"'],
    ['Carys Bowen', 'the event had simply been moved to October because the hall roof was being mended'],
    ['Carys Bowen', 'Nobody asked me, If anybody had rung, I would have told them about the roof.'],
    ['Neville Strang', 'he had been told of the ban by “someone who should know”'],
    ['Carys Bowen', 'There was no ban, so nobody can have known about it,'],
    ['Imran Sheikh', 'Cllr Strang of spreading “playground gossip”'],
    ['Tom Ludlow', 'that he did not'],
    ['Neville Strang', 'that pupils had been served raw chicken'],
  ],
  denied: [
    ['headteacher', "stories that she has banned the village's harvest festival", null],
    ['Carys Bowen', 'denied that too', 'he had been told of the ban'],
    ['Neville Strang', 'spreading “playground gossip”', 'spreading “playground gossip”'],
    ['Neville Strang', "he wants Mrs Bowen's job", null],
    ['Goodplate', 'pupils had been served raw chicken', 'pupils had been served raw chicken'],
  ],
  roles: [
    ['Neville Strang', 'parish councillor'],
    ['Imran Sheikh', 'spokesman'],
    ['Tom Ludlow', 'Vicar'],
  ],
};
