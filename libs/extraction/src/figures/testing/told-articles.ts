/** What a figure of a told article is: its words, its value, metric, principal place and period, each as the text has it. */
export type ToldFigure = readonly [string, number | null, string, string | null, string | null];

export interface ToldArticle {
  readonly name: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly figures: readonly ToldFigure[];
}

/** Invented articles of as many kinds of events and outlets. Which figures they hold was written down before they were read. */
export const TOLD_ARTICLES: readonly ToldArticle[] = [
  {
    name: 'earthquake',
    publishedAt: '2031-02-07',
    text: `Quake kills 312 in Darvan highlands, villages cut off

TASHAR, Feb 7 (Meridian) - A powerful earthquake that struck the Darvan highlands before dawn on Wednesday has killed at least 312 people and injured more than 1,900, the emergencies ministry said on Friday, warning that the toll would climb as rescuers reached villages cut off by landslides.

The 6.8-magnitude tremor flattened some 4,300 houses in the districts of Oruk and Pamsher, leaving around 26,000 people homeless in sub-zero temperatures.

In Oruk, the district nearest the epicentre, 187 bodies had been recovered by Thursday night, said its governor, Temur Galdani. A further 41 people died in Pamsher and nine in the provincial capital, Tashar, where a four-storey hostel caved in on students as they slept.

"We have 64 people still under the rubble that we know of," Galdani told state television. "There may be many more."

Two of the dead were Polish climbers, the foreign ministry in Warsaw confirmed.

The Red Crescent said it had opened 17 tent camps, which by Friday morning were sheltering 8,500 people. It has appealed for $24 million. More than 600 soldiers and 90 dog teams have joined the search.

A 2009 quake in the same mountains killed 1,140 people.`,
    figures: [
      ['312', 312, 'killed', 'Darvan highlands', null],
      ['at least 312 people', 312, 'killed', 'Darvan highlands', null],
      ['more than 1,900', 1900, 'injured', 'Darvan highlands', null],
      ['some 4,300 houses', 4300, 'homes_destroyed', 'Oruk', null],
      ['around 26,000 people homeless', 26000, 'displaced', 'Oruk', null],
      ['187 bodies', 187, 'killed', 'Oruk', 'by Thursday night'],
      ['A further 41 people', 41, 'killed', 'Pamsher', null],
      ['nine', 9, 'killed', 'Tashar', null],
      ['64 people', 64, 'missing', null, null],
      ['Two of the dead', 2, 'killed', null, null],
      ['8,500 people', 8500, 'displaced', null, 'by Friday morning'],
      ['1,140 people', 1140, 'killed', 'the same mountains', null],
    ],
  },
  {
    name: 'crossing',
    publishedAt: '2029-10-03',
    text: `At least 22 migrants drown off Solenza, dozens missing

At least 22 migrants, including seven children, drowned when their overcrowded boat capsized off the island of Solenza in the early hours of Monday, the Maritan coastguard said, and between 30 and 40 others were feared missing.

Survivors said the vessel had set out from Port Ezza two days earlier with about 110 people on board, most of them from Eritrea and Sudan. Fifty-one people were plucked from the sea by a patrol ship and a fishing trawler and taken to Solenza harbour, where 12 of them were treated for hypothermia.

Two men, aged 24 and 31, were arrested on suspicion of steering the boat.

"There were mothers holding up babies," said Ottavia Renn, a doctor with Doctors Without Borders, which had a team at the port. She said four of the survivors were in critical condition.

More than 1,800 people have died or disappeared on the route so far this year, according to the International Organization for Migration, compared with 1,230 in the same period of last year. Some 61,000 have reached Maritan shores since January.

The interior minister, Falco Bresi, rejected claims that the coastguard had waited six hours before sending help.`,
    figures: [
      ['At least 22 migrants', 22, 'killed', 'Solenza', null],
      ['dozens missing', null, 'missing', 'Solenza', null],
      ['At least 22 migrants', 22, 'killed', 'Solenza', null],
      ['seven children', 7, 'killed', 'Solenza', null],
      ['between 30 and 40 others', 30, 'missing', 'Solenza', null],
      ['about 110 people', 110, 'other', null, null],
      ['Fifty-one people', 51, 'other', 'Solenza', null],
      ['12', 12, 'injured', 'Solenza', null],
      ['Two men', 2, 'detained', null, null],
      ['four of the survivors', 4, 'injured', null, null],
      ['More than 1,800 people', 1800, 'killed', null, null],
      ['1,230', 1230, 'killed', null, 'last year'],
      ['Some 61,000', 61000, 'refugees', 'Maritan shores', 'since January'],
    ],
  },
  {
    name: 'siege',
    publishedAt: '2031-11-16',
    text: `Inside Qarat, a city of 140,000 with eleven days of bread

By our correspondent in Tel Samar

The siege of Qarat entered its fourth month on Sunday with no sign that the Federal army would let aid in. About 140,000 civilians are trapped in the city, aid agencies estimate, among them 23,000 children under five.

Sixty-two people have starved to death since the start of October, according to Hanan Odeh, who runs the last working clinic. "Last night we lost three infants," she said by satellite phone.

Shelling on Saturday hit a bakery queue in the Old Market quarter, killing 14 people and wounding at least 30. An army spokesman, Colonel Radi Mansour, denied targeting civilians and said that 11 militants had been killed.

Before the war Qarat was home to more than 300,000 people. Two thirds fled in the first weeks, many to Tel Samar, 40 km to the north, where a camp built for 15,000 now holds 52,000.

Under a deal brokered by Kestria last month, 400 wounded and their relatives were to be bused out. Only 73 made it through the checkpoint before firing resumed on Wednesday. Odeh said 19 of those turned back have since died.

The UN's humanitarian coordinator, Piet Wessels, said on Friday that 1.1 million people across the province needed help to survive the winter.`,
    figures: [
      ['140,000', 140000, 'population', 'Qarat', null],
      ['About 140,000 civilians', 140000, 'affected', 'Qarat', null],
      ['23,000 children', 23000, 'affected', 'Qarat', null],
      ['Sixty-two people', 62, 'killed', 'Qarat', 'since the start of October'],
      ['three infants', 3, 'killed', 'Qarat', 'Last night'],
      ['14 people', 14, 'killed', 'Old Market quarter', 'on Saturday'],
      ['at least 30', 30, 'injured', 'Old Market quarter', 'on Saturday'],
      ['11 militants', 11, 'killed', null, null],
      ['more than 300,000 people', 300000, 'population', 'Qarat', null],
      ['52,000', 52000, 'displaced', 'Tel Samar', null],
      ['19', 19, 'killed', null, null],
      ['1.1 million people', 1100000, 'population_in_need', 'the province', null],
    ],
  },
  {
    name: 'detention',
    publishedAt: '2030-04-27',
    text: `Rights group: 2,300 held without charge after coup

Security forces in Morabia have arbitrarily detained at least 2,300 people since the 9 February coup, Rights Monitor said in a report published on Monday.

The 74-page report, based on interviews with 118 former detainees, documents the deaths of 27 people in custody. In 14 of those cases, the bodies showed signs of torture.

Among those held are 61 journalists and more than 200 students, the group said. About 850 people have been released, many after paying bribes of up to $5,000, while 1,450 remain behind bars, most of them in Ghazel prison, a facility built in 1962 for 600 inmates.

On 3 April, police rounded up 87 teachers at a union meeting in Lissar; 79 were freed within days. Eight others were sentenced last Thursday to terms of between six and 12 years.

The justice minister, Hakim Bello, dismissed the report as "fiction" and said only 312 people, all of them "rioters", were in custody.

At least 56 demonstrators were shot dead in the week after the coup, according to the Morabian Bar Association. A government commission put the toll at 17, including five police officers.`,
    figures: [
      ['2,300', 2300, 'detained', null, null],
      ['at least 2,300 people', 2300, 'detained', 'Morabia', null],
      ['27 people', 27, 'killed', 'Morabia', null],
      ['61 journalists', 61, 'detained', null, null],
      ['more than 200 students', 200, 'detained', null, null],
      ['About 850 people', 850, 'other', null, null],
      ['1,450', 1450, 'detained', 'Morabia', null],
      ['87 teachers', 87, 'detained', 'Lissar', 'On 3 April'],
      ['79', 79, 'other', 'Lissar', null],
      ['312 people', 312, 'detained', null, null],
      ['At least 56 demonstrators', 56, 'killed', 'Morabia', null],
      ['17', 17, 'killed', 'Morabia', null],
      ['five police officers', 5, 'killed', 'Morabia', null],
    ],
  },
  {
    name: 'displacement tracking',
    publishedAt: '2032-02-11',
    text: `DTM Sudria - Emergency Event Tracking Report, Al Nimr (Update 002)

Between 3 and 9 February 2032, clashes between the National Army and the Rapid Brigade displaced approximately 4,215 households from Al Nimr town, in Al Nimr locality, North Daro state.

Field teams reported that an estimated 21,075 individuals sought shelter in Tawisha (11,300), Um Keddah (6,125) and Zam camp (3,650). The majority (68%) were displaced within the same state.

The same teams reported that approximately 1,900 households (9,500 individuals) who were already displaced in Al Nimr were displaced for a second time.

During the incident, 48 individuals were reportedly killed and 93 others were injured. An estimated 310 houses were partially or completely burnt.

Sudria hosts 8.9 million internally displaced persons in 7,600 locations as of 31 January 2032, of whom 53 per cent are children under 18. An additional 2.1 million people have crossed borders into neighbouring countries since the onset of the conflict on 14 April 2030.

All figures are estimates and are subject to change. The situation remains tense and highly unpredictable.`,
    figures: [
      ['approximately 4,215 households', 4215, 'displaced', 'Al Nimr town', 'Between 3 and 9 February 2032'],
      ['an estimated 21,075 individuals', 21075, 'displaced', 'Tawisha', null],
      ['11,300', 11300, 'displaced', 'Tawisha', null],
      ['6,125', 6125, 'displaced', 'Um Keddah', null],
      ['3,650', 3650, 'displaced', 'Zam camp', null],
      ['approximately 1,900 households', 1900, 'displaced', 'Al Nimr', null],
      ['9,500 individuals', 9500, 'displaced', 'Al Nimr', null],
      ['48 individuals', 48, 'killed', null, null],
      ['93 others', 93, 'injured', null, null],
      ['An estimated 310 houses', 310, 'homes_destroyed', null, null],
      ['8.9 million internally displaced persons', 8900000, 'displaced', 'Sudria', 'as of 31 January 2032'],
      [
        'An additional 2.1 million people',
        2100000,
        'refugees',
        'neighbouring countries',
        'since the onset of the conflict on 14 April 2030',
      ],
    ],
  },
  {
    name: 'ferry',
    publishedAt: '2030-12-29',
    text: `Ferry sinks in Tonda strait; 63 dead, 140 missing

KANDARI - A passenger ferry went down in rough seas in the Tonda strait late on Saturday, and 63 people were confirmed dead, search officials said on Sunday.

The Putri Laut was licensed to carry 190 passengers but had at least 320 on board when it left the island of Wawon, survivors said. Its manifest listed only 172.

Rescue boats had picked up 118 survivors by midday on Sunday, according to the National Search and Rescue Agency, which revised down an earlier count of 131. About 140 people remained unaccounted for.

"I saw perhaps 50 people go down with the stern," said Hasan Latu, a 29-year-old trader, one of nine survivors who drifted for seven hours on a life raft before they were washed ashore near Ponda.

The captain and three crew members have been detained for questioning, police said.

Fishermen from Ponda brought in 21 bodies on Sunday. Divers were searching the hull, where relatives fear dozens are trapped.

Ferry accidents are common in the archipelago. Some 335 people drowned when the Senopati sank in 2026, and in June this year 49 were killed off Lakor island.`,
    figures: [
      ['63 dead', 63, 'killed', 'Tonda', null],
      ['140 missing', 140, 'missing', 'Tonda', null],
      ['63 people', 63, 'killed', 'Tonda', 'late on Saturday'],
      ['at least 320', 320, 'other', null, null],
      ['118 survivors', 118, 'other', null, null],
      ['131', 131, 'other', null, null],
      ['About 140 people', 140, 'missing', null, null],
      ['nine survivors', 9, 'other', 'Ponda', null],
      ['three crew members', 3, 'detained', null, null],
      ['21 bodies', 21, 'killed', null, 'on Sunday'],
      ['dozens', null, 'affected', null, null],
      ['Some 335 people drowned', 335, 'killed', null, 'in 2026'],
      ['49', 49, 'killed', 'Lakor island', 'in June this year'],
    ],
  },
  {
    name: 'monsoon',
    publishedAt: '2033-08-30',
    text: `Sarnath: monsoon displacement, July-August

Heavy monsoon rains triggered flooding in 14 of Sarnath's 24 districts between 9 July and 21 August, forcing at least 318,000 people to leave their homes, according to government figures.

In Gopal district 64,200 people took refuge in 233 relief camps, while 11,400 were evacuated by boat from Kheri town between 2 and 4 August. The state disaster authority reported 96 deaths, 41 of them in Gopal, and 15 people missing.

By 25 August the number of people in relief camps had fallen to 27,900. Around 12,000 families whose houses were washed away are expected to remain displaced for several months.

A breach in an embankment at Belwa on 14 August marooned 35 villages with a combined population of 52,000.

A total of 8,460 houses were fully damaged and 30,120 partly damaged. The army and the navy rescued 5,870 people.

Elsewhere, intercommunal violence in Rampur displaced about 1,300 people on 19 August; all but 200 had returned by the end of the month.`,
    figures: [
      ['at least 318,000 people', 318000, 'displaced', null, 'between 9 July and 21 August'],
      ['64,200 people', 64200, 'displaced', 'Gopal district', null],
      ['11,400', 11400, 'evacuated', 'Kheri town', 'between 2 and 4 August'],
      ['96 deaths', 96, 'killed', null, null],
      ['41', 41, 'killed', 'Gopal', null],
      ['15 people missing', 15, 'missing', 'Gopal', null],
      ['27,900', 27900, 'displaced', null, 'By 25 August'],
      ['Around 12,000 families', 12000, 'displaced', null, null],
      ['52,000', 52000, 'population', 'Belwa', 'on 14 August'],
      ['8,460 houses', 8460, 'homes_destroyed', null, null],
      ['30,120', 30120, 'other', null, null],
      ['5,870 people', 5870, 'other', null, null],
      ['about 1,300 people', 1300, 'displaced', 'Rampur', 'on 19 August'],
    ],
  },
  {
    name: 'hostages',
    publishedAt: '2031-07-11',
    text: `Insurgents free 24 of 61 hostages as talks resume

Islamist rebels in northern Dubar released 24 of the 61 aid workers and drivers whom they seized in a convoy last month, the Red Crescent said on Thursday.

The freed hostages, including six foreigners, were handed over to tribal elders near the village of Sidi Amar and flown to the capital. Two others died in captivity, one of them from untreated diabetes. That leaves 35 still in the hands of the Ansar Brigade.

The group wants 150 of its fighters let out of Tazmal prison, where some 1,900 suspected militants are locked up. President Idriss has ruled out any exchange.

Soldiers searching for the captives clashed with rebels on Tuesday; the army said that it lost five men and killed 18 insurgents. A rebel statement spoke of 30 dead soldiers. Neither claim could be verified.

About 90,000 people have abandoned their villages in the region since fighting flared in April, the UN refugee agency says, and 22,000 of these have crossed into Malouk.

Last year 14 aid workers lost their lives in Dubar.`,
    figures: [
      ['24', 24, 'other', null, null],
      ['24', 24, 'other', 'northern Dubar', 'last month'],
      ['six foreigners', 6, 'other', 'Sidi Amar', null],
      ['Two others', 2, 'killed', null, null],
      ['one', 1, 'killed', null, null],
      ['35', 35, 'detained', null, null],
      ['some 1,900 suspected militants', 1900, 'detained', null, null],
      ['five men', 5, 'killed', null, 'on Tuesday'],
      ['18 insurgents', 18, 'killed', null, 'on Tuesday'],
      ['30 dead soldiers', 30, 'killed', null, null],
      ['About 90,000 people', 90000, 'displaced', 'the region', null],
      ['22,000', 22000, 'refugees', 'Malouk', null],
      ['14 aid workers', 14, 'killed', 'Dubar', 'Last year'],
    ],
  },
];
