import type { SpokenArticle } from './spoken-article.js';

export const DISPUTE: SpokenArticle = {
  name: 'labour dispute',
  text: `Dockers at Port Avela to strike over pension cuts

About 2,000 dock workers at Port Avela will walk out for 48 hours from Sunday after talks over pensions collapsed, their union announced.

Union secretary Ramon Ibarra said management had "torn up twenty years of agreements" and that workers had been left with no choice.

The claim that the pension fund is bankrupt is simply false, he added.

In a statement, Avela Ports said it regretted the decision and remained ready to talk. The company warned that some ships would be diverted to Cantrel.

Chief executive Lena Brask defended the cuts. "A fund that pays out more than it takes in will not pay anyone in ten years," she wrote in a letter to staff, a copy of which was seen by the Avela Gazette.

Freight companies called for the government to step in. Transport Minister Olu Danso, however, ruled out intervention, arguing that "ports belong to their cities".

Analysts expect delays of up to five days, according to the shipping journal Tonnage.`,
  said: [
    [
      'union',
      'About 2,000 dock workers at Port Avela will walk out for 48 hours from Sunday after talks over pensions collapsed',
    ],
    ['Ramon Ibarra', 'management had "torn up twenty years of agreements"'],
    ['Ramon Ibarra', 'that workers had been left with no choice'],
    ['Avela Ports', 'it regretted the decision and remained ready to talk'],
    ['Avela Ports', 'that some ships would be diverted to Cantrel'],
    ['Lena Brask', 'A fund that pays out more than it takes in will not pay anyone in ten years,'],
    ['Freight companies', 'the government to step in'],
    ['Olu Danso', 'that "ports belong to their cities"'],
    ['Analysts', 'delays of up to five days'],
  ],
  denied: [['Ramon Ibarra', 'The claim that the pension fund is bankrupt', 'the pension fund is bankrupt']],
};

export const CAMPAIGN: SpokenArticle = {
  name: 'election campaign',
  text: `Harlow hits back at 'fantasy' tax plan as polls narrow

Governor Dale Harlow mocked his rival's tax plan on Thursday as "a fairy tale with footnotes," a day after state Sen. Connie Reyes unveiled it at a rally in Bristow.

"She wants to pay for everything with nothing," Harlow told supporters in Dune County. "My mother tried that. The grocer said no."

Reyes, a Democrat from Bristow, has said the plan would save the average family $900 a year. Her campaign manager, Tad Villiers, called Harlow's numbers "made up on the back of a napkin."

Most economists doubt that the plan would pay for itself. But Priya Nair, a professor at Bristow State, thinks it could come close.

"It's not crazy," Nair said in an interview. "It's optimistic."

Harlow also repeated his claim that Reyes had voted to close rural hospitals. Reyes has denied the charge, noting that she was not in office at the time of the vote.

A poll released Monday by the Bristow Ledger showed the two candidates in a dead heat.`,
  said: [
    ['Dale Harlow', `his rival's tax plan on Thursday as "a fairy tale with footnotes,"`],
    [
      'Dale Harlow',
      'She wants to pay for everything with nothing, My mother tried that. The grocer said no.',
    ],
    ['Connie Reyes', 'the plan would save the average family $900 a year'],
    ['Tad Villiers', `Harlow's numbers "made up on the back of a napkin."`],
    ['economists', 'that the plan would pay for itself'],
    ['Priya Nair', 'it could come close'],
    ['Priya Nair', "It's not crazy, It's optimistic."],
    ['Dale Harlow', 'that Reyes had voted to close rural hospitals'],
    ['Connie Reyes', 'that she was not in office at the time of the vote'],
    ['poll', 'the two candidates in a dead heat'],
  ],
  denied: [['Connie Reyes', 'the charge', 'that Reyes had voted to close rural hospitals']],
};

export const STUDY: SpokenArticle = {
  name: 'health study',
  text: `Lead found in well water of one in six villages, study says

One in six villages on the Ombrey plain draws water that contains dangerous levels of lead, a study published in the journal Water & Health suggests.

Researchers from the University of Tarrant tested 212 wells. They found that contamination was worst near abandoned mines and concluded that "children are drinking yesterday's industry".

Dr Pauline Achter, who led the work, said the findings should not cause panic. "Boiling does not remove lead, though, and people need to hear that," she added.

The Ministry of Water questioned the methods of the study but acknowledged that 19 wells had been closed last year.

Earlier research had suggested that the problem was confined to two valleys.

Farmers in the village of Hebden Cross said they had complained of the taste for years. One of them, Josef Lang, recalled officials telling him it was "only iron".

The World Water Council, which was not involved in the study, urged the government to test every well within six months.`,
  said: [
    ['study', 'Lead found in well water of one in six villages'],
    ['study', 'One in six villages on the Ombrey plain draws water that contains dangerous levels of lead'],
    ['Researchers', 'that contamination was worst near abandoned mines'],
    ['Researchers', `that "children are drinking yesterday's industry"`],
    ['Pauline Achter', 'the findings should not cause panic'],
    ['Pauline Achter', 'Boiling does not remove lead, though, and people need to hear that,'],
    ['Ministry of Water', 'the methods of the study'],
    ['Ministry of Water', 'that 19 wells had been closed last year'],
    ['research', 'that the problem was confined to two valleys'],
    ['Farmers', 'they had complained of the taste for years'],
    ['Josef Lang', 'officials telling him it was "only iron"'],
    ['World Water Council', 'the government to test every well within six months'],
  ],
  denied: [],
};

export const INVESTIGATION: SpokenArticle = {
  name: 'investigation, unnamed sources',
  text: `Ministry knew of faulty helmets, leaked memo shows

The defence ministry knew for two years that helmets issued to peacekeepers could shatter in the cold, according to an internal memo and three people familiar with the matter.

The memo, dated 9 May 2027 and seen by the Sunday Courier, warns that the helmets are "unfit for use below freezing".

Two serving officers, speaking on condition of anonymity, as they were not authorised to talk to the press, said they had raised the problem with their superiors.

"We were told to keep quiet and keep warm," one of them said.

A ministry spokeswoman, Adela Finch, said: "All equipment meets national standards." She refused to comment on the memo, saying it would be improper to discuss leaked documents.

The manufacturer, Brightshell, denied any wrongdoing. Its founder, Klaus Ebner, told the Courier he had never been informed of a single complaint and threatened legal action.

Opposition lawmaker Yusra Halim said parliament had been misled and demanded an inquiry.

These allegations are invented, Ebner said later.`,
  said: [
    ['memo', 'Ministry knew of faulty helmets'],
    [
      'internal memo and three people familiar with the matter',
      'The defence ministry knew for two years that helmets issued to peacekeepers could shatter in the cold',
    ],
    ['memo', 'that the helmets are "unfit for use below freezing"'],
    ['Two serving officers', 'they had raised the problem with their superiors'],
    ['one of them', 'We were told to keep quiet and keep warm,'],
    ['Adela Finch', 'All equipment meets national standards.'],
    ['Adela Finch', 'it would be improper to discuss leaked documents'],
    ['Klaus Ebner', 'he had never been informed of a single complaint'],
    ['Klaus Ebner', 'legal action'],
    ['Yusra Halim', 'parliament had been misled'],
    ['Yusra Halim', 'an inquiry'],
  ],
  denied: [
    ['Brightshell', 'any wrongdoing', null],
    ['Klaus Ebner', 'These allegations', null],
  ],
};

export const CHAIN: SpokenArticle = {
  name: 'foreign affairs, state media and chains',
  text: `Torvia says border guards killed in ambush; Ostland denies role

Eleven Torvian border guards were killed in an ambush near the Selk pass overnight, state news agency TorPress reported, citing the interior ministry.

President Milan Dravic blamed "bandits armed by our neighbour". Speaking on national television, he vowed that those responsible would "find no cave deep enough".

Ostland's foreign ministry denied any involvement in the attack and summoned the Torvian ambassador.

"These reports are fabricated," said ministry spokesman Henrik Aas. "No Ostlander has crossed the pass since autumn."

No civilians had been hurt, Aas added.

Radio Selk, quoting a shepherd, said that shots were heard for about an hour. The shepherd said he had counted 30 men on horseback.

Baroness Ilse Morant of the Red Cross said the organisation had evacuated four wounded guards to a hospital in Brenn. She appealed to both sides to respect medical workers.

The European envoy, Paul Castaing, said it was too early to say who was behind the attack, although he described the situation as "extremely dangerous".`,
  said: [
    ['Torvia', 'border guards killed in ambush'],
    [
      'interior ministry',
      'Eleven Torvian border guards were killed in an ambush near the Selk pass overnight',
    ],
    ['Milan Dravic', '"bandits armed by our neighbour"'],
    ['Milan Dravic', 'that those responsible would "find no cave deep enough"'],
    ['Henrik Aas', 'No Ostlander has crossed the pass since autumn.'],
    ['Henrik Aas', 'No civilians had been hurt'],
    ['shepherd', 'that shots were heard for about an hour'],
    ['shepherd', 'he had counted 30 men on horseback'],
    ['Ilse Morant', 'the organisation had evacuated four wounded guards to a hospital in Brenn'],
    ['Ilse Morant', 'both sides to respect medical workers'],
    ['Paul Castaing', 'it was too early to say who was behind the attack'],
    ['Paul Castaing', 'the situation as "extremely dangerous"'],
  ],
  denied: [
    ['Ostland', 'role', null],
    ["Ostland's foreign ministry", 'any involvement in the attack', 'bandits armed by our neighbour'],
    ['Henrik Aas', 'These reports are fabricated', 'Eleven Torvian border guards were killed'],
  ],
};

export const FESTIVAL: SpokenArticle = {
  name: 'festival accident, witnesses and posts',
  text: `Five hurt as stage roof falls at Luma festival

Part of a stage roof came down at the Luma music festival late on Saturday - injuring five people, organisers said - minutes after the headline act had left.

"There was this groan, like a whale," said festival-goer Tess Amadi, 24. "Then everyone was running."

Another witness, who asked not to be named, said security staff had ignored a crack in the roof. "I showed it to them twice," he said.

Organisers wrote on their website that the site would stay closed "until we understand what happened". They thanked the emergency services and apologised to fans.

The singer Mirel tweeted: "Heartbroken. Go home, hug someone."

Festival director Jonas Pell insisted that all inspections had been carried out. "Safety has never been a question of money here," Pell, who founded Luma in 2009, said. "It never will be."

Police have appealed for witnesses to come forward. One man was in a serious but stable condition, the hospital confirmed on Sunday.

Rumours that a child had died were untrue, police said.`,
  said: [
    [
      'organisers',
      'Part of a stage roof came down at the Luma music festival late on Saturday - injuring five people',
    ],
    ['Tess Amadi', 'There was this groan, like a whale, Then everyone was running.'],
    ['Another witness', 'security staff had ignored a crack in the roof'],
    ['Another witness', 'I showed it to them twice,'],
    ['Organisers', 'that the site would stay closed "until we understand what happened"'],
    ['Organisers', 'the emergency services'],
    ['Mirel', 'Heartbroken. Go home, hug someone.'],
    ['Jonas Pell', 'that all inspections had been carried out'],
    ['Jonas Pell', 'Safety has never been a question of money here, It never will be.'],
    ['Police', 'witnesses to come forward'],
    ['hospital', 'One man was in a serious but stable condition'],
  ],
  denied: [['police', 'Rumours that a child had died', 'a child had died']],
};
