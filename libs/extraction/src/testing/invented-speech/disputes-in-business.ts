import type { SpokenArticle } from './spoken-article.js';

export const MILL: SpokenArticle = {
  name: 'company statement, mill',
  text: `Statement on media reports about the Dunvale mill

ASHGROVE, 14 October 2030 - Norrland Paper wishes to respond to reports published today in the Dunvale Post.

Reports that the company plans to close its Dunvale mill are untrue. No such decision has been taken, and none is being prepared.

The Post also claimed that dioxin had been released into the river Dun. Norrland Paper strenuously denies this. Independent laboratories tested the water every week in September and found no trace of dioxin.

“Our people in Dunvale deserve better than to read about their future in a newspaper,” said chief executive Ingmar Falk. “The mill made a profit last year, it will make one this year, and it will be there in ten years' time.”

It is false to say, as the article does, that 60 employees have been told to look for other work. The company has offered training to 14 employees whose machines are being replaced.

“I find it regrettable that the newspaper did not call us,” Falk added.

The editor of the Dunvale Post, Sally Brandreth, later said the paper had called Norrland three times. “We stand by every line,” she said.

Workers' representative Tomasz Gil told the Post he did not know whom to believe. He said supervisors had spoken of closure in August, something the company's head of personnel, Britt Aune, disputes.

The River Authority confirmed it was investigating a fish kill below the mill. It cautioned against jumping to conclusions.`,
  said: [
    ['Dunvale Post', 'that dioxin had been released into the river Dun'],
    ['Independent laboratories', 'no trace of dioxin'],
    [
      'Ingmar Falk',
      "Our people in Dunvale deserve better than to read about their future in a newspaper, The mill made a profit last year, it will make one this year, and it will be there in ten years' time.",
    ],
    ['Ingmar Falk', 'I find it regrettable that the newspaper did not call us,'],
    ['Sally Brandreth', 'the paper had called Norrland three times'],
    ['Sally Brandreth', 'We stand by every line,'],
    ['Tomasz Gil', 'he did not know whom to believe'],
    ['Tomasz Gil', 'supervisors had spoken of closure in August'],
    ['River Authority', 'it was investigating a fish kill below the mill'],
    ['River Authority', 'against jumping to conclusions'],
  ],
  denied: [
    ['', 'Reports that the company plans to close its Dunvale mill', 'that the company plans to close'],
    ['Norrland Paper', 'this', 'that dioxin had been released into the river Dun'],
    ['', 'that 60 employees have been told to look for other work', null],
    [
      'Britt Aune',
      'supervisors had spoken of closure in August',
      'supervisors had spoken of closure in August',
    ],
  ],
  roles: [
    ['Ingmar Falk', 'chief executive'],
    ['Sally Brandreth', 'editor of the Dunvale Post'],
    ['Tomasz Gil', "Workers' representative"],
    ['Britt Aune', 'head of personnel'],
  ],
};

export const GOVERNOR: SpokenArticle = {
  name: 'central bank, rumours',
  text: `No plan to drop the crown, says central bank governor

The governor of the Bank of Estmark, Hedda Ruud, sought on Monday to quash rumours that the country would abandon its currency peg, after the crown fell to its lowest level in a decade.

"The peg is not a decoration," Ruud told the Financial Courier in an interview. "It stays."

Finance Minister Aksel Dahl visited the trading floor of the Vika exchange in the morning to calm dealers.

"People see a wave and shout tsunami," Dahl said. He denied a report in the weekly Kapital that he had offered to resign. “Jeg går ikke,” he said in Estmarkian: I am not leaving.

Kapital's editor said the story was based on two sources inside the ministry.

Traders were unconvinced. "When a governor says there is no plan, you buy dollars," one said.

Ruud has also been criticised by the opposition Liberals for waiting too long to raise rates. Their finance spokesman, Jan Ekern, told broadcaster TV Vest the bank was "asleep in a very expensive bed". The bank rejected the criticism. It had moved faster than any of its neighbours, its chief economist, Silje Moe, argued.

Moe poured cold water on speculation that a loan from the International Reserve Fund was under discussion: "We have not asked, they have not offered, and we do not need it."

The IRF contradicted her. A spokesman in Geneva said "technical talks" had begun last week.

Estmark: no talks, says Moe in new statement, Corwire reported minutes later.`,
  said: [
    ['Hedda Ruud', 'The peg is not a decoration, It stays.'],
    ['rumours', 'that the country would abandon its currency peg'],
    ['Aksel Dahl', 'People see a wave and shout tsunami,'],
    ['Kapital', 'that he had offered to resign'],
    ['Aksel Dahl', 'Jeg går ikke,'],
    ["Kapital's editor", 'the story was based on two sources inside the ministry'],
    ['trader', 'When a governor says there is no plan, you buy dollars,'],
    ['Liberals', 'for waiting too long to raise rates'],
    ['Jan Ekern', 'the bank was "asleep in a very expensive bed"'],
    ['Silje Moe', 'It had moved faster than any of its neighbours'],
    ['speculation', 'that a loan from the International Reserve Fund was under discussion'],
    ['Silje Moe', 'We have not asked, they have not offered, and we do not need it.'],
    ['spokesman', '"technical talks" had begun last week'],
  ],
  denied: [
    ['central bank governor', 'plan to drop the crown', null],
    [
      'Hedda Ruud',
      'that the country would abandon its currency peg',
      'that the country would abandon its currency peg',
    ],
    ['Aksel Dahl', 'that he had offered to resign', 'that he had offered to resign'],
    ['bank', 'the criticism', 'asleep in a very expensive bed'],
    [
      'Silje Moe',
      'that a loan from the International Reserve Fund was under discussion',
      'that a loan from the International Reserve Fund was under discussion',
    ],
    ['International Reserve Fund', 'her', 'We have not asked'],
  ],
  roles: [
    ['Hedda Ruud', 'governor of the Bank of Estmark'],
    ['Aksel Dahl', 'Finance Minister'],
    ['Jan Ekern', 'finance spokesman'],
    ['Silje Moe', 'chief economist'],
  ],
};

export const VACCINE: SpokenArticle = {
  name: 'health scare',
  text: `‘Not one case’: health agency rejects link between jab and hair loss

The Vellmark Health Agency has said there is no evidence that its new flu vaccine causes hair loss, after a video making the claim was viewed nine million times.

In the video a woman who calls herself Nurse Dora alleges that "half a ward" of patients lost their hair within a week. The hospital that she names, St Brannoc's, said it has never employed anyone of that name.

“I can only say it slowly,” said the agency's director, Prof. Henrik Olsen: „There is not one case. Not one.“

The claims were described by Olsen as “invented from end to end”.

Prof. Olsen also dismissed as a myth the idea that the vaccine had been approved without trials. It had been tested on 41,000 volunteers in six countries, he said.

A group opposing compulsory vaccination, Free Arms, denied being behind the video. Its founder, Piers Colley, said the agency should publish its raw data. He would not say whether he knew Nurse Dora.

Several politicians have repeated the claims. Senator Brock Tullis, who shared the video, told Corwire he was "only asking questions". Tullis's office later denied that the senator opposes vaccines.

Doctors worry that the rumour will keep older patients away. “I had eleven cancellations yesterday, all of them bald already,” said Anneke Vos, a family doctor in Hamm.

The platform ClipTown removed the video on Friday. It was not clear how many copies remain online.`,
  said: [
    ['Vellmark Health Agency', 'there is no evidence that its new flu vaccine causes hair loss'],
    ['Nurse Dora', 'that "half a ward" of patients lost their hair within a week'],
    ["St Brannoc's", 'it has never employed anyone of that name'],
    ['Henrik Olsen', 'I can only say it slowly, There is not one case. Not one.'],
    ['Henrik Olsen', 'as “invented from end to end”'],
    ['Henrik Olsen', 'It had been tested on 41,000 volunteers in six countries'],
    ['Piers Colley', 'the agency should publish its raw data'],
    ['Brock Tullis', 'he was "only asking questions"'],
    ['Doctors', 'that the rumour will keep older patients away'],
    ['Anneke Vos', 'I had eleven cancellations yesterday, all of them bald already,'],
  ],
  denied: [
    ['health agency', 'link between jab and hair loss', null],
    ['Vellmark Health Agency', 'its new flu vaccine causes hair loss', null],
    ['Henrik Olsen', 'The claims', '"half a ward" of patients lost their hair'],
    ['Henrik Olsen', 'the idea that the vaccine had been approved without trials', null],
    ['Free Arms', 'being behind the video', null],
    ["Tullis's office", 'that the senator opposes vaccines', null],
  ],
  roles: [
    ['Henrik Olsen', 'director'],
    ['Piers Colley', 'founder'],
    ['Brock Tullis', 'Senator'],
    ['Anneke Vos', 'family doctor in Hamm'],
  ],
};
