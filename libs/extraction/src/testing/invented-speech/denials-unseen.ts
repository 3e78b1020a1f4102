import type { SpokenArticle } from './spoken-article.js';

export const HOSPITAL: SpokenArticle = {
  name: 'war, shelled hospital',
  text: `TARVO, March 3 (Norpress) - The army on Thursday denied that its guns had hit a hospital in the besieged town of Kessen, where medics say 14 patients died overnight.

Colonel Emre Dastan, an army spokesman, told reporters in Tarvo that the blast had been caused by a gas bottle.

The medical charity Open Ward, which runs the hospital, said the gas bottle story was untrue. Two shells had struck its maternity wing shortly after midnight, said its coordinator, Lise Amberg.

Rebel commanders scoffed at an army claim that they were using the building as an arms store.

Kessen has been cut off since January. Aid convoys have been denied entry four times, and a Norpress reporter was denied access to the front on Wednesday.

Both sides deny targeting civilians.

The United Nations said it could not rule out that the hospital had been hit by accident.`,
  said: [
    ['medics', '14 patients died overnight'],
    ['Emre Dastan', 'that the blast had been caused by a gas bottle'],
    ['Open Ward', 'the gas bottle story was untrue'],
    ['Lise Amberg', 'Two shells had struck its maternity wing shortly after midnight'],
    ['army', 'that they were using the building as an arms store'],
    ['United Nations', 'it could not rule out that the hospital had been hit by accident'],
  ],
  denied: [
    ['army', 'its guns had hit a hospital', null],
    ['Open Ward', 'the gas bottle story', 'had been caused by a gas bottle'],
    ['Rebel commanders', 'they were using the building', 'they were using the building'],
    ['Both sides', 'targeting civilians', null],
  ],
};

export const CAMP: SpokenArticle = {
  name: 'evictions from a camp',
  text: `No forced returns from Dalim camp - ministry

Reports that families are being pushed out of Dalim camp are not correct, the interior ministry said on Sunday.

Local activists had claimed that soldiers loaded 300 people onto lorries on Friday night and drove them back across the river.

"Nobody was made to go," said Deputy Minister Farid Omarov. He also took issue with the number, saying that 45 families had asked to leave.

The Displaced Persons Network, DPN, stood by its count. Its director, Salome Vardan, said that she had the names of all 300.

Human rights lawyer Nico Beridze, who visited Dalim on Saturday, contradicted the minister. "Men with guns stood at every tent," he said.

The governor of the province has been accused by the DPN of selling the camp's land to a relative. He pleaded not guilty to a charge of abuse of office in May, and was denied bail.

Neighbouring Orsa neither confirmed nor denied that the families had arrived.`,
  said: [
    ['ministry', 'No forced returns from Dalim camp'],
    ['reports', 'that families are being pushed out of Dalim camp'],
    [
      'Local activists',
      'that soldiers loaded 300 people onto lorries on Friday night and drove them back across the river',
    ],
    ['Farid Omarov', 'Nobody was made to go,'],
    ['Farid Omarov', 'that 45 families had asked to leave'],
    ['Salome Vardan', 'that she had the names of all 300'],
    ['Nico Beridze', 'Men with guns stood at every tent,'],
    ['Displaced Persons Network', "The governor of the province of selling the camp's land to a relative"],
  ],
  denied: [
    [
      'interior ministry',
      'families are being pushed out of Dalim camp',
      'families are being pushed out of Dalim camp',
    ],
    ['Farid Omarov', 'the number', 'that soldiers loaded 300 people'],
    ['Nico Beridze', 'the minister', 'Nobody was made to go'],
    ['governor', 'a charge of abuse of office', null],
  ],
  roles: [
    ['Salome Vardan', 'director'],
    ['Nico Beridze', 'lawyer'],
    ['Farid Omarov', 'Deputy Minister'],
  ],
};

export const MINE: SpokenArticle = {
  name: 'company, mine and river',
  text: `Miner Corvane pushes back on poisoned river claims

Copper producer Corvane has pushed back against claims that waste from its Hult mine killed thousands of fish in the River Asp.

A report published on Monday by the institute Clearwater said that levels of arsenic below the mine were 40 times the legal limit.

Corvane challenged the accuracy of the report, saying the samples had been taken on one day. "One bottle is not science," its head of environment, Marit Solund, said.

Clearwater denied by email that it had sampled only once. Its authors collected water on nine days in three months, it added.

In Hult, farmer Jonas Ek said the company had offered him money for his silence. Corvane says that no such offer was made.

The miner has rejected an offer of talks from the villagers, and dismissed its local manager in April.

Asked whether Corvane would pay for a clean-up, Solund replied: "We have no reason to."

The company has long disputed that the mine leaks at all, a position that the regulator does not share.`,
  said: [
    ['claims', 'that waste from its Hult mine killed thousands of fish in the River Asp'],
    ['Clearwater', 'that levels of arsenic below the mine were 40 times the legal limit'],
    ['Corvane', 'the samples had been taken on one day'],
    ['Marit Solund', 'One bottle is not science,'],
    ['Clearwater', 'Its authors collected water on nine days in three months'],
    ['Jonas Ek', 'the company had offered him money for his silence'],
    ['Corvane', 'that no such offer was made'],
    ['Solund', 'We have no reason to.'],
  ],
  denied: [
    ['Corvane', 'poisoned river claims', null],
    ['Corvane', 'waste from its Hult mine killed', 'waste from its Hult mine killed'],
    ['Corvane', 'the accuracy of the report', 'that levels of arsenic below the mine'],
    ['Clearwater', 'it had sampled only once', 'the samples had been taken on one day'],
    ['Corvane', 'no such offer was made', 'offered him money'],
    ['Corvane', 'the mine leaks at all', null],
  ],
  roles: [['Marit Solund', 'head of environment']],
};

export const ENVOY: SpokenArticle = {
  name: 'diplomacy, leaked map',
  text: `The presidency of Halmeria on Friday distanced itself from reports that it had agreed to give up two border districts.

The newspaper Dnevni Glas, citing a Western diplomat, reported that envoys had initialled a map in Vienna last week.

"There is no map," presidential adviser Goran Pelic said. He labelled the document shown by the paper a forgery.

The paper said it stood by its story. Its editor, Vesna Rudan, said that the diplomat had been in the room.

Neighbouring Trevia poured cold water on talk of a deal too. „Wir haben nichts unterschrieben“, Foreign Minister Otto Lenz told Austrian radio.

Mr Lenz did not deny that the two delegations had met.

The opposition accused President Ivo Maran of treason, an accusation his office called absurd and baseless. Maran himself, denying any secret talks, said that he would publish his diary.

Contested since the war, the districts are home to 80,000 people.`,
  said: [
    ['reports', 'that it had agreed to give up two border districts'],
    ['Western diplomat', 'that envoys had initialled a map in Vienna last week'],
    ['Goran Pelic', 'There is no map,'],
    ['Goran Pelic', 'the document shown by the paper a forgery'],
    ['paper', 'it stood by its story'],
    ['Vesna Rudan', 'that the diplomat had been in the room'],
    ['Otto Lenz', 'Wir haben nichts unterschrieben'],
    ['opposition', 'President Ivo Maran of treason'],
    ['Maran', 'that he would publish his diary'],
  ],
  denied: [
    [
      'presidency of Halmeria',
      'it had agreed to give up two border districts',
      'it had agreed to give up two border districts',
    ],
    ['Goran Pelic', 'the document shown by the paper', null],
    ['Trevia', 'talk of a deal', null],
    ['office', 'an accusation', 'of treason'],
    ['Maran', 'any secret talks', null],
  ],
  roles: [
    ['Goran Pelic', 'adviser'],
    ['Vesna Rudan', 'editor'],
    ['Otto Lenz', 'Foreign Minister'],
  ],
};

export const PRISON: SpokenArticle = {
  name: 'court, prison deaths',
  text: `Former prison governor tells court he never ordered beatings

A former prison governor accused of letting guards beat inmates has told a court in Lindau that he knew nothing of it.

Prosecutors allege that Stefan Kroll, 58, stood in the yard while four men were beaten in 2029. Kroll, who denies all the charges, said that he had been at his sister's wedding.

His sister, giving evidence, confirmed that. The prosecutor, Ilse Brandauer, suggested that the wedding photographs had been altered. "Rubbish," Kroll shouted from the dock.

A guard, Timo Hass, testified that the governor had laughed. Under questioning Hass conceded he had been drinking, but denied making the story up.

The prison service has maintained throughout that there was no cover-up. Lawyers for the families reject that. They say that logbooks were burned.

The judge rejected an appeal for the trial to be held in private.`,
  said: [
    ['Former prison governor', 'he never ordered beatings'],
    ['former prison governor', 'that he knew nothing of it'],
    ['Prosecutors', 'that Stefan Kroll, 58, stood in the yard while four men were beaten in 2029'],
    ['Kroll', "that he had been at his sister's wedding"],
    ['Ilse Brandauer', 'that the wedding photographs had been altered'],
    ['Kroll', 'Rubbish,'],
    ['Timo Hass', 'that the governor had laughed'],
    ['Hass', 'he had been drinking'],
    ['prison service', 'that there was no cover-up'],
    ['Lawyers for the families', 'that logbooks were burned'],
  ],
  denied: [
    ['Kroll', 'all the charges', 'stood in the yard'],
    ['Kroll', 'Rubbish', 'that the wedding photographs had been altered'],
    ['Hass', 'making the story up', null],
    ['Lawyers for the families', 'reject that', 'that there was no cover-up'],
  ],
  roles: [
    ['Ilse Brandauer', 'prosecutor'],
    ['Timo Hass', 'guard'],
  ],
};

export const OUTBREAK: SpokenArticle = {
  name: 'health, outbreak figures',
  text: `Health officials in Obando have knocked down speculation that cholera has reached the capital.

Social media posts had put the number of dead at more than 500. "None of this is true," said the chief medical officer, Dr Ama Quartey. The real figure was 61, she said.

The World Health Office said its own count was close to the government's and that it had found no evidence of a cover-up.

Nurses at the Kanda hospital tell a different story. They say that bodies were buried at night and never counted. The hospital's director, Kofi Brew, strenuously denies this.

The opposition leader, Esi Tandoh, refuses to accept that the outbreak is over. She alleged that vaccines had been sold abroad - an allegation described by the health ministry as a wicked lie.

A rumour that the water was poisoned has been debunked by the national laboratory.

Patients without papers were denied treatment at two clinics, the charity Health for All said.`,
  said: [
    ['speculation', 'that cholera has reached the capital'],
    ['Social media posts', 'the number of dead at more than 500'],
    ['Ama Quartey', 'None of this is true,'],
    ['Quartey', 'The real figure was 61'],
    [
      'World Health Office',
      "its own count was close to the government's and that it had found no evidence of a cover-up",
    ],
    ['Nurses at the Kanda hospital', 'that bodies were buried at night and never counted'],
    ['Esi Tandoh', 'that vaccines had been sold abroad'],
    ['rumours', 'that the water was poisoned'],
    ['Health for All', 'Patients without papers were denied treatment at two clinics'],
  ],
  denied: [
    ['Health officials', 'cholera has reached the capital', 'cholera has reached the capital'],
    ['Ama Quartey', 'None of this is true', 'the number of dead at more than 500'],
    ['Kofi Brew', 'strenuously denies this', 'bodies were buried at night'],
    ['Esi Tandoh', 'the outbreak is over', null],
    ['health ministry', 'an allegation', 'that vaccines had been sold abroad'],
    ['national laboratory', 'the water was poisoned', 'the water was poisoned'],
  ],
  roles: [
    ['Ama Quartey', 'chief medical officer'],
    ['Kofi Brew', 'director'],
    ['Esi Tandoh', 'opposition leader'],
  ],
};

export const RIOT: SpokenArticle = {
  name: 'broadcaster, protest deaths',
  text: `Police: we did not fire on crowd in Merrow

Police in the port of Merrow say they did not open fire on protesters on Tuesday, after witnesses told the broadcaster TV5 that officers had shot into a crowd from a roof.

Chief Superintendent Ray Tolland described the witnesses' version as "a total fabrication". He said that the only weapons used were batons.

In a statement, the Merrow Lawyers' Guild said the superintendent's remarks were at odds with three videos it had seen.

The minister for home affairs, Dora Pym, has been urged to resign. She dismissed calls for an inquiry, but has not denied that police carried rifles.

Relatives of Samuel Oke, 19, who was killed, want his body back. His uncle said the family had been denied permission to see it. The hospital, however, said that was a misunderstanding.

Tolland, an officer for 30 years, insisted that no order to shoot had been given.

The protesters' committee rejects any suggestion of looting by its members.`,
  said: [
    ['Police', 'we did not fire on crowd in Merrow'],
    ['Police in the port of Merrow', 'they did not open fire on protesters on Tuesday'],
    ['witnesses', 'that officers had shot into a crowd from a roof'],
    ['Ray Tolland', 'the witnesses\' version as "a total fabrication"'],
    ['Ray Tolland', 'that the only weapons used were batons'],
    ["Merrow Lawyers' Guild", "the superintendent's remarks were at odds with three videos it had seen"],
    ['uncle', 'the family had been denied permission to see it'],
    ['hospital', 'that was a misunderstanding'],
    ['Tolland', 'that no order to shoot had been given'],
  ],
  denied: [
    ['Police', 'did not open fire on protesters', 'that officers had shot into a crowd'],
    ['Ray Tolland', "the witnesses' version", 'that officers had shot into a crowd'],
    ["Merrow Lawyers' Guild", "the superintendent's remarks", 'the only weapons used were batons'],
    ['Tolland', 'no order to shoot had been given', 'that officers had shot into a crowd'],
    ["protesters' committee", 'looting by its members', 'looting by its members'],
  ],
  roles: [
    ['Ray Tolland', 'Chief Superintendent'],
    ['Dora Pym', 'minister for home affairs'],
  ],
};

export const HOSTAGES: SpokenArticle = {
  name: 'ransom, denials through others',
  text: `No ransom was paid for the release of nine engineers held in the Sarrat desert, Prime Minister Anton Vries said on Saturday, contradicting an account given by one of them.

The engineer, Piet Maas, told Dutch television that he had watched men count the banknotes.

Vries said Maas "must have seen something else". The kidnappers, a group known as the Sand Column, also denied having been paid, the news site Sahel Now reported, quoting a man who called himself its spokesman.

Allegations that a minister carried the money in a diplomatic bag are false, according to the foreign ministry.

A rival faction, the Free Sarrat Front, has denied responsibility for the kidnapping, in which two drivers died.

The opposition does not dispute that the release was a success.

Families of the drivers questioned whether the army had tried to save them. The army said it had, and denied claims by survivors that a helicopter turned back.`,
  said: [
    ['Anton Vries', 'No ransom was paid for the release of nine engineers held in the Sarrat desert'],
    ['Piet Maas', 'that he had watched men count the banknotes'],
    ['Anton Vries', 'Maas "must have seen something else"'],
    ['allegations', 'that a minister carried the money in a diplomatic bag'],
    ['Families of the drivers', 'whether the army had tried to save them'],
    ['survivors', 'that a helicopter turned back'],
  ],
  denied: [
    ['Anton Vries', 'an account given by one of them', 'that he had watched men count the banknotes'],
    ['kidnappers', 'having been paid', 'that he had watched men count the banknotes'],
    ['foreign ministry', 'a minister carried the money', 'a minister carried the money'],
    ['Free Sarrat Front', 'responsibility for the kidnapping', null],
    ['army', 'a helicopter turned back', 'a helicopter turned back'],
  ],
  roles: [['Anton Vries', 'Prime Minister']],
};

export const FOOTBALL: SpokenArticle = {
  name: 'sport, transfer and betting',
  text: `Duran camp quash exit talk

The agent of Atletico Norte striker Luis Duran has quashed talk of a move to Asia.

"It's all made up," said Pep Soler. "Luis has two years left and two children at school here."

The daily Gol reported that a bid of 60 million had been accepted. Norte said in a one-line statement that the club had received no bid.

Coach Anders Holt, asked about the report, would not be drawn. He did deny a rift with his captain: "We had lunch today."

Meanwhile the league has opened a case against goalkeeper Rui Sande, who is said to have bet on his own matches. Sande protests his innocence. His lawyer said the betting account was not his.

The league was in denial about betting for years, according to former referee Carla Nunes. The league's president, Hugo Reis, hit back, calling that claim a cheap shot.`,
  said: [
    ['Pep Soler', "It's all made up, Luis has two years left and two children at school here."],
    ['Gol', 'that a bid of 60 million had been accepted'],
    ['Norte', 'that the club had received no bid'],
    ['Anders Holt', 'We had lunch today.'],
    ['', 'Rui Sande, who is said to have bet on his own matches'],
    ['lawyer', 'the betting account was not his'],
    ['Carla Nunes', 'The league was in denial about betting for years'],
  ],
  denied: [
    ['Duran camp', 'exit talk', null],
    ['agent', 'talk of a move to Asia', null],
    ['Pep Soler', "It's all made up", null],
    ['Norte', 'the club had received no bid', 'that a bid of 60 million had been accepted'],
    ['Anders Holt', 'a rift with his captain', null],
    ['lawyer', 'the betting account was not his', 'have bet on his own matches'],
    ['Hugo Reis', 'that claim', 'The league was in denial'],
  ],
  roles: [
    ['Anders Holt', 'Coach'],
    ['Carla Nunes', 'referee'],
    ['Hugo Reis', 'president'],
  ],
};

export const CONVOY: SpokenArticle = {
  name: 'UN briefing, looted convoy',
  text: `UN rebuffs charge that it left drivers behind

GENEVA - The United Nations on Tuesday rebuffed a charge that it had abandoned 12 Sudanar drivers when gunmen seized a food convoy near Bel Hadi.

"We got everybody out who wanted to get out," deputy spokesperson Ingrid Foss told journalists.

The drivers' union said earlier that the men had been told to stay with their lorries. Not so, according to Foss: all had been offered a place in an armoured car.

The Sudanar government has repeatedly denied that hunger is used as a weapon. Aid agencies say it has been blocking convoys since autumn, which Information Minister Hatem Saleh disputes.

Mr Saleh had previously disavowed a speech in which a general vowed to starve the east.

Claims by the rebels that they had guarded the convoy did not stand up, Foss said.

Ms Foss declined to say who had taken the food. "We do not rule anything out," she said.

The permission to fly in more food was denied last week.`,
  said: [
    ['charges', 'that it had abandoned 12 Sudanar drivers when gunmen seized a food convoy near Bel Hadi'],
    ['Ingrid Foss', 'We got everybody out who wanted to get out,'],
    ["drivers' union", 'that the men had been told to stay with their lorries'],
    ['Foss', 'all had been offered a place in an armoured car'],
    ['Aid agencies', 'it has been blocking convoys since autumn'],
    ['general', 'to starve the east'],
    ['rebels', 'that they had guarded the convoy'],
    ['Foss', 'We do not rule anything out,'],
  ],
  denied: [
    ['UN', 'charge that it left drivers behind', 'that it left drivers behind'],
    ['United Nations', 'it had abandoned 12 Sudanar drivers', 'it had abandoned 12 Sudanar drivers'],
    ['Foss', 'Not so', 'that the men had been told to stay'],
    ['Sudanar government', 'hunger is used as a weapon', null],
    ['Hatem Saleh', 'blocking convoys', 'it has been blocking convoys'],
    ['Hatem Saleh', 'a speech', 'to starve the east'],
    ['Foss', 'they had guarded the convoy', 'they had guarded the convoy'],
  ],
  roles: [
    ['Ingrid Foss', 'deputy spokesperson'],
    ['Hatem Saleh', 'Information Minister'],
  ],
};

/** Denials of varied make with what only looks like one ("denied entry", "did not deny"), read once before any rule was changed by them. */
export const UNSEEN_DENIALS: readonly SpokenArticle[] = [
  ...[HOSPITAL, CAMP, MINE, ENVOY, PRISON, OUTBREAK, RIOT, HOSTAGES, FOOTBALL, CONVOY],
];
