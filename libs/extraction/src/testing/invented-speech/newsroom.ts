import type { SpokenArticle } from './spoken-article.js';

export const WIRE: SpokenArticle = {
  name: 'wire, air strike',
  text: `Strike on Karvel market kills at least nine, medics say

KARVEL, March 3 (Northwire) - An air strike hit a crowded market in the rebel-held town of Karvel on Monday, killing at least nine people, medics and a local official said.

Tomas Ildric, head of the town's emergency service, said six of the dead were vegetable sellers and that two ambulances had been struck as they arrived.

"They came back for the ambulances," Ildric told Northwire by telephone. "Nobody can call that an accident."

The Orvanian army accused the rebels of storing rockets beneath the market. The rebels' political office rejected the accusation, saying no weapons had been kept in the town since the truce.

Army spokesman Brigadier Leto Hamm declined to say which aircraft had been used. He denied that a market had been the target, describing it as "a command post in the clothes of a bazaar".

Residents reported hearing three explosions within a minute. Northwire could not independently verify the accounts.`,
  said: [
    ['medics', 'Strike on Karvel market kills at least nine'],
    [
      'medics and a local official',
      'An air strike hit a crowded market in the rebel-held town of Karvel on Monday, killing at least nine people',
    ],
    [
      'Tomas Ildric',
      'six of the dead were vegetable sellers and that two ambulances had been struck as they arrived',
    ],
    ['Tomas Ildric', 'They came back for the ambulances, Nobody can call that an accident.'],
    ['Orvanian army', 'the rebels of storing rockets beneath the market'],
    ["rebels' political office", 'no weapons had been kept in the town since the truce'],
    ['Leto Hamm', 'as "a command post in the clothes of a bazaar"'],
    ['Residents', 'hearing three explosions within a minute'],
  ],
  denied: [
    ["rebels' political office", 'the accusation', 'storing rockets beneath the market'],
    ['Leto Hamm', 'that a market had been the target', null],
  ],
};

export const TABLOID: SpokenArticle = {
  name: 'tabloid, neighbours',
  text: `'He painted my cat': Street at war over runaway emulsion

A furious pensioner has told how her beloved moggy came home bright GREEN after a neighbour's decorating went wrong.

Doreen Plack, 78, claims builder Gavin Orr left an open tin on the pavement outside her bungalow in Lower Tansy.

"I screamed the place down," she sobbed. "Biscuit looked like a lettuce!"

But Mr Orr, 41, insists the animal "jumped in all by itself" and says he has offered to pay for a groomer.

Speaking from his driveway yesterday, the dad-of-three said: "It's a cat. Cats get into things. I've said sorry a dozen times and she still throws eggs at my van."

Mrs Plack denies throwing eggs. "It was one egg, and it slipped," she told us.

A source close to the family revealed the pair once shared a hedge trimmer. "They were thick as thieves," the insider added.

The council said it does not comment on cats.`,
  said: [
    ['Gavin Orr', 'He painted my cat'],
    ['Doreen Plack', "her beloved moggy came home bright GREEN after a neighbour's decorating went wrong"],
    [
      'Doreen Plack',
      'builder Gavin Orr left an open tin on the pavement outside her bungalow in Lower Tansy',
    ],
    ['Doreen Plack', 'I screamed the place down, Biscuit looked like a lettuce!'],
    ['Gavin Orr', 'the animal "jumped in all by itself"'],
    ['Gavin Orr', 'he has offered to pay for a groomer'],
    [
      'Gavin Orr',
      "It's a cat. Cats get into things. I've said sorry a dozen times and she still throws eggs at my van.",
    ],
    ['Doreen Plack', 'It was one egg, and it slipped,'],
    ['source close to the family', 'the pair once shared a hedge trimmer'],
    ['source close to the family', 'They were thick as thieves,'],
    ['council', 'it does not comment on cats'],
  ],
  denied: [['Doreen Plack', 'throwing eggs', 'she still throws eggs at my van']],
};

export const UN_RELEASE: SpokenArticle = {
  name: 'UN press release',
  text: `Meridia: UN experts alarmed by detention of village teachers

GENEVA - UN human rights experts* today called on the authorities in Meridia to release immediately 23 teachers held since January.

"Teaching a child to read in her own language is not a crime," the experts said. "We are deeply concerned that these arrests are intended to silence a whole community."

The experts noted with alarm reports that at least four of the teachers had been held in solitary confinement. They urged the Government to grant them prompt access to lawyers and to allow independent doctors to visit the prison.

According to information received by the experts, families were not told where the detainees had been taken until eleven days after their arrest.

"The burden of proof lies with the State," said Irina Volstad, Special Rapporteur on cultural rights.

The Government has stated that the arrests followed "credible threats to public order". It has yet to respond to a letter sent by the experts in February.

The experts reiterated their readiness to visit the country.`,
  said: [
    [
      'UN human rights experts',
      'the authorities in Meridia to release immediately 23 teachers held since January',
    ],
    [
      'experts',
      'Teaching a child to read in her own language is not a crime, We are deeply concerned that these arrests are intended to silence a whole community.',
    ],
    ['reports', 'that at least four of the teachers had been held in solitary confinement'],
    [
      'experts',
      'the Government to grant them prompt access to lawyers and to allow independent doctors to visit the prison',
    ],
    [
      'information received by the experts',
      'families were not told where the detainees had been taken until eleven days after their arrest',
    ],
    ['Irina Volstad', 'The burden of proof lies with the State,'],
    ['Government', 'that the arrests followed "credible threats to public order"'],
    ['experts', 'their readiness to visit the country'],
  ],
  denied: [],
};

export const LOCAL: SpokenArticle = {
  name: 'local outlet, flood defences',
  text: `Councillors clash over Penwick flood wall

Plans for a £4m flood wall along the river Tarn in Penwick were described as "a monument to panic" at a stormy council meeting on Tuesday night.

Cllr Hugh Danby (Ind, Quayside) argued that dredging would cost a tenth of the price. "We have three pumps sitting in a shed," he said. "Use them."

Council leader Marian Stoke hit back, calling the remarks "irresponsible". More than 80 homes had been flooded twice in two years, she said, and residents could not wait for another study.

The Environment Office has warned that water levels could rise by 30cm before 2040.

Shopkeeper Anil Verma, whose bakery was under water for a week last winter, was among those in the public gallery. "I don't care who builds it as long as it's built," he said afterwards.

Mr Danby disputes the figure of 80 homes. He believes the true number is closer to 50.

A decision has been put off until May.`,
  said: [
    ['', 'as "a monument to panic"'],
    ['Hugh Danby', 'that dredging would cost a tenth of the price'],
    ['Hugh Danby', 'We have three pumps sitting in a shed, Use them.'],
    ['Marian Stoke', 'the remarks "irresponsible"'],
    [
      'Marian Stoke',
      'More than 80 homes had been flooded twice in two years, and residents could not wait for another study',
    ],
    ['Environment Office', 'that water levels could rise by 30cm before 2040'],
    ['Anil Verma', "I don't care who builds it as long as it's built,"],
    ['Hugh Danby', 'the true number is closer to 50'],
  ],
  denied: [['Hugh Danby', 'the figure of 80 homes', '80 homes had been flooded']],
};

export const COURT_REPORT: SpokenArticle = {
  name: 'court report',
  text: `Ferry captain 'was asleep at the wheel', trial hears

The captain of a ferry that ran aground off Saltholm with 140 people aboard had been awake for 31 hours, a court was told on Wednesday.

Opening the case for the Crown, Eleanor Bright QC told jurors that Per Lindqvist, 52, had ignored two alarms. "He was, we say, asleep at the wheel," she said.

Mr Lindqvist, of Harbour Row, Saltholm, denies eleven counts of endangering life.

The jury heard that the first mate, Osric Vane, had asked the captain to hand over the bridge shortly before midnight. In a statement read to the court, Mr Vane recalled: "I said, 'Per, go to bed.' He laughed."

Under cross-examination, engineer Lotte Brandt accepted that she had not logged the second alarm. She maintained that it had sounded, however.

Asked by the judge whether the radar had been working, Ms Brandt replied that it had "never worked on a Sunday".

The defence says the vessel's owners knew of the faulty alarm. The trial continues.`,
  said: [
    [
      'court',
      'The captain of a ferry that ran aground off Saltholm with 140 people aboard had been awake for 31 hours',
    ],
    ['trial', "Ferry captain 'was asleep at the wheel'"],
    ['Eleanor Bright', 'that Per Lindqvist, 52, had ignored two alarms'],
    ['Eleanor Bright', 'He was, we say, asleep at the wheel,'],
    [
      'jury',
      'that the first mate, Osric Vane, had asked the captain to hand over the bridge shortly before midnight',
    ],
    ['Osric Vane', "I said, 'Per, go to bed.' He laughed."],
    ['Lotte Brandt', 'that she had not logged the second alarm'],
    ['Lotte Brandt', 'that it had sounded, however'],
    ['Lotte Brandt', 'that it had "never worked on a Sunday"'],
    ['defence', "the vessel's owners knew of the faulty alarm"],
  ],
  denied: [['Per Lindqvist', 'eleven counts of endangering life', null]],
};

export const BRIEFING: SpokenArticle = {
  name: 'press conference',
  text: `Minister rules out second evacuation of Isle Marrow

Interior Minister Sabela Quint on Friday ruled out a second evacuation of Isle Marrow, telling reporters that the volcano had "gone back to sleep".

"There is no danger to anyone on the island," she said at a press conference in the capital. "I repeat: no danger."

Asked why schools remained closed, Quint blamed a shortage of teachers. She promised that lessons would resume on Monday.

Chief seismologist Aron Tesh, standing beside her, struck a more cautious tone. The mountain had released less gas this week than last, he said, but instruments on its northern flank were still recording small tremors.

"I would not put it in quite those words," Tesh said when asked whether he agreed with the minister.

Quint dismissed as "nonsense" a report in the Daily Lantern that 40 families had already left by boat. The newspaper said it stood by its story.

"No one has left," said Quint, "and no one needs to leave."`,
  said: [
    ['Sabela Quint', 'that the volcano had "gone back to sleep"'],
    ['Sabela Quint', 'There is no danger to anyone on the island, I repeat: no danger.'],
    ['Sabela Quint', 'a shortage of teachers'],
    ['Sabela Quint', 'that lessons would resume on Monday'],
    [
      'Aron Tesh',
      'The mountain had released less gas this week than last, but instruments on its northern flank were still recording small tremors',
    ],
    ['Aron Tesh', 'I would not put it in quite those words,'],
    ['Daily Lantern', 'that 40 families had already left by boat'],
    ['newspaper', 'it stood by its story'],
    ['Sabela Quint', 'No one has left, and no one needs to leave.'],
  ],
  denied: [
    [
      'Sabela Quint',
      'a report in the Daily Lantern that 40 families had already left by boat',
      'that 40 families had already left by boat',
    ],
  ],
};
