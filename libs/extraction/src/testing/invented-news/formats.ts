import type { InventedArticle } from './invented-article.js';

export const LIVE: InventedArticle = {
  name: 'live updates',
  publishedAt: '2031-09-14',
  text: `Live: Storm Edda reaches the Marrow coast

18:40

The coastguard says it has rescued 52 people from the roofs of Tarn Quay. Six are children.

17:15

"Stay where you are, stay upstairs, stay away from the river!" the premier, Ines Calder, tells viewers. She says 11,000 homes are without power.

16:02

Two people have been confirmed dead in Ullock, police say. Earlier reports of nine deaths there were wrong, according to the premier's office.

15:30

The Marrow Rail Company (MRC) tweets: “All trains stopped. Do not travel.” An MRC driver tells us the track at Linn “is simply gone.”`,
  figures: [
    { words: '52 people', value: 52, metric: 'other', place: 'Tarn Quay', source: 'coastguard' },
    { words: 'Six', value: 6, metric: 'other', source: null },
    { words: 'Two people', value: 2, metric: 'killed', place: 'Ullock', source: 'police' },
  ],
  statements: [
    ['coastguard', 'it has rescued 52 people from the roofs of Tarn Quay'],
    ['Ines Calder', 'Stay where you are, stay upstairs, stay away from the river!'],
    ['Ines Calder', '11,000 homes are without power'],
    ['police', 'Two people have been confirmed dead in Ullock'],
    ['Marrow Rail Company', 'All trains stopped. Do not travel.'],
    ['MRC driver', 'the track at Linn “is simply gone.”'],
  ],
  denials: [["premier's office", 'Earlier reports of nine deaths there']],
};

export const INTERVIEW: InventedArticle = {
  name: 'interview',
  publishedAt: '2029-03-22',
  text: `"We count the boats that do not come": a talk with Sister Amalia Roth

For eleven years Sister Amalia Roth has kept the register of the drowned in the harbour town of Lisca. Some 1,400 people are in it.

How does it begin, we ask her. "With a telephone," she says. "A mother calls. She has a name, a date, the colour of a shirt."

She does not believe the official figure of 600 dead in the strait last year. "It is a lie that 600 died. It was twice as many."

The interior ministry, asked for comment, told us the figure “is based on bodies found and nothing else”. Roth laughs at that.

“The sea,” she says, “does not give them back for the ministry.”`,
  figures: [{ words: '600 dead', value: 600, metric: 'killed', place: 'strait', source: null }],
  statements: [
    ['Amalia Roth', 'With a telephone, A mother calls. She has a name, a date, the colour of a shirt.'],
    ['interior ministry', 'the figure “is based on bodies found and nothing else”'],
    ['Amalia Roth', 'The sea, does not give them back for the ministry.'],
  ],
  denials: [['Amalia Roth', '600 died']],
};

export const BULLETIN: InventedArticle = {
  name: 'situation report',
  publishedAt: '2032-06-12',
  text: `Sefrin Delta: floods, situation report no. 4

Highlights

The Sefrin Disaster Agency (SDA) reports 88 deaths and 212 injuries as of 11 June.

An estimated 64,000 people have been displaced, of whom 21,000 are staying in 36 schools.

Needs

According to the SDA, 150,000 people are in need of clean water. The International Committee of Island Nurses (ICIN) has sent 40 nurses and warns of cholera.

"Without fuel the pumps will stop by Sunday," the ICIN's delegate in Sefrin, Hana Okafor, said.

Access

The road to Mbara remains closed. Some 7,500 people are cut off there. The army denied blocking aid, the ICIN said.`,
  figures: [
    { words: '88 deaths', value: 88, metric: 'killed', source: 'Sefrin Disaster Agency' },
    { words: '212 injuries', value: 212, metric: 'injured', source: 'Sefrin Disaster Agency' },
    {
      words: 'An estimated 64,000 people',
      value: 64000,
      metric: 'displaced',
      quantifier: 'approximately',
      source: null,
    },
    { words: '21,000', value: 21000, metric: 'displaced', source: null },
    {
      words: '150,000 people',
      value: 150000,
      metric: 'population_in_need',
      source: 'Sefrin Disaster Agency',
    },
    {
      words: 'Some 7,500 people',
      value: 7500,
      metric: 'affected',
      quantifier: 'approximately',
      place: 'Mbara',
      source: null,
    },
  ],
  statements: [
    ['Sefrin Disaster Agency', '150,000 people are in need of clean water'],
    ['International Committee of Island Nurses', 'cholera'],
    ['Hana Okafor', 'Without fuel the pumps will stop by Sunday,'],
  ],
  denials: [['army', 'blocking aid']],
};
