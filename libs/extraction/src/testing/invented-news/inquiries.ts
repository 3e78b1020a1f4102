import type { InventedArticle } from './invented-article.js';

export const COURT: InventedArticle = {
  name: 'court',
  publishedAt: '2028-04-02',
  text: `Court jails 14 over Brennick bridge collapse

A court in Brennick on Thursday jailed 14 officials for up to 12 years over the collapse of a bridge that killed 39 people in 2021.

Judge Halina Voss said the men had "sold safety by the kilo". The defendants, who were accused by prosecutors of taking bribes worth 2 million crowns, deny wrongdoing.

"My client signed nothing," defence lawyer Ciro Matanza said outside the court. He did not confirm that an appeal would be lodged.

Relatives of the victims had asked for life terms. "Twelve years for thirty-nine lives," said Edda Holm, 61, whose two sons died. "My boys were worth more.

"I will come back every day until someone says sorry."`,
  figures: [
    { words: '14 over', value: 14, metric: 'detained', place: 'Brennick', source: null },
    { words: '14 officials', value: 14, metric: 'detained', place: 'Brennick', source: null },
    { words: '39 people', value: 39, metric: 'killed', place: 'Brennick', source: null },
    { words: 'thirty-nine lives', value: 39, metric: 'killed', source: 'Edda Holm' },
    { words: 'two sons', value: 2, metric: 'killed', source: null },
  ],
  statements: [
    ['Halina Voss', 'the men had "sold safety by the kilo"'],
    ['prosecutors', 'of taking bribes worth 2 million crowns'],
    ['Ciro Matanza', 'My client signed nothing,'],
    [
      'Edda Holm',
      'Twelve years for thirty-nine lives, My boys were worth more. I will come back every day until someone says sorry.',
    ],
  ],
  denials: [['defendants', 'wrongdoing']],
};

export const MINE: InventedArticle = {
  name: 'mine accident',
  publishedAt: '2029-12-10',
  text: `Rescuers reach trapped miners at Kolvar pit

Rescuers on Monday freed 18 of the 26 miners trapped for three days in the Kolvar coal pit, but three bodies were also found, mine manager Jorun Estby said.

Five men were still missing 400 metres below ground. "Their lamps went out yesterday," Estby said. "We are not giving up."

It is not true that 20 miners died, the mining ministry said, after the newspaper Daily Ember reported a toll of 20.

The pit employs 900 people. Miners' union president Greta Falk said 11 workers had been killed there in ten years, and accused the company of ignoring warnings. The company rejected the union's claim that gas alarms were switched off.`,
  figures: [
    { words: '18', value: 18, metric: 'other', place: 'Kolvar coal pit', source: 'Jorun Estby' },
    { words: '26 miners', value: 26, metric: 'affected', place: 'Kolvar coal pit', source: 'Jorun Estby' },
    { words: 'three bodies', value: 3, metric: 'killed', source: 'Jorun Estby' },
    { words: 'Five men', value: 5, metric: 'missing', source: null },
    { words: 'toll of 20', value: 20, metric: 'killed', source: 'Daily Ember' },
    { words: '11 workers', value: 11, metric: 'killed', source: 'Greta Falk' },
  ],
  statements: [
    [
      'Jorun Estby',
      'Rescuers on Monday freed 18 of the 26 miners trapped for three days in the Kolvar coal pit, but three bodies were also found',
    ],
    ['Jorun Estby', 'Their lamps went out yesterday," Estby said. "We are not giving up.'],
    ['Greta Falk', '11 workers had been killed there in ten years'],
    ['Greta Falk', 'the company of ignoring warnings'],
  ],
  denials: [
    ['mining ministry', 'It is not true that 20 miners died'],
    ['company', "the union's claim that gas alarms were switched off"],
  ],
};

export const SIEGE: InventedArticle = {
  name: 'siege',
  publishedAt: '2027-10-08',
  text: `Aid convoy enters besieged Tel Marak

A convoy of 22 trucks reached Tel Marak on Wednesday, the first aid in four months for an estimated 48,000 civilians besieged there by government forces.

The Crescent of Hope said half of the 300 wounded it saw were women and children. Mayor Jalal Qadri told the Evening Post by telephone that 72 people had died of hunger since August, citing reports from clinics.

State television said rebels were using the residents as shields. The rebels, who control two-thirds of the town, deny this.

"We boil grass," said Umm Saleh, a mother of six. She had heard that 3,000 people would be evacuated on Friday. "I do not believe it."`,
  figures: [
    {
      words: 'an estimated 48,000 civilians',
      value: 48000,
      metric: 'besieged',
      quantifier: 'approximately',
      place: 'Tel Marak',
      source: null,
    },
    { words: '300 wounded', value: 300, metric: 'injured', place: 'Tel Marak', source: 'Crescent of Hope' },
    { words: '72 people', value: 72, metric: 'killed', place: 'Tel Marak', source: 'reports' },
    { words: '3,000 people', value: 3000, metric: 'evacuated', source: null },
  ],
  statements: [
    ['Crescent of Hope', 'half of the 300 wounded it saw were women and children'],
    ['reports', 'that 72 people had died of hunger since August'],
    ['State television', 'rebels were using the residents as shields'],
    ['Umm Saleh', 'We boil grass, I do not believe it.'],
  ],
  denials: [['rebels', 'this']],
};
