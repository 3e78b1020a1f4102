import type { SpokenArticle } from './spoken-article.js';

export const QUESTION_TIME: SpokenArticle = {
  name: 'parliament, question time',
  text: `Treasurer dodges questions over port sale

Treasurer Malcolm Eady refused three times in parliament on Thursday to say whether the government had promised a tax break to the buyers of Port Callis.

Opposition leader Jean Abernathy claimed the treasurer had met executives of Greyline, the winning bidder, at a winery in March. "Twelve people saw him there," she told the chamber. "Was it for the scenery?"

Mr Eady did not deny having been at the winery. He said he had "a great many lunches" and that none of them had cost the taxpayer a cent.

But he hit out at suggestions that the sale had been rigged. "That is simply not true, and the member knows it is not true," he said amid uproar.

The Speaker, Dame Olwen Pryce, threatened to clear the gallery.

Greens MP Tariq Sand accused Eady of misleading the house. The treasurer's office later refuted the accusation in a statement. The minister had corrected the record within the hour, it said.

Rumours that the prime minister would sack him were dismissed by her office as "gossip with a press pass".

Speaking later on Radio Callis, Transport Minister Bettina Lowe, whose department ran the tender, said every bid had been treated alike. She disputed that officials had been put under pressure. A leaked email, however, shows that one adviser complained of "daily calls from upstairs".

Greyline said in a statement that it had followed the rules. It did not respond to questions about the lunch.

The auditor-general is expected to report in May. Ms Abernathy said she would not wait that long: "By May they will have sold the harbour wall."`,
  said: [
    [
      'Jean Abernathy',
      'the treasurer had met executives of Greyline, the winning bidder, at a winery in March',
    ],
    ['Jean Abernathy', 'Twelve people saw him there, Was it for the scenery?'],
    ['Malcolm Eady', 'he had "a great many lunches" and that none of them had cost the taxpayer a cent'],
    ['suggestions', 'that the sale had been rigged'],
    ['Malcolm Eady', 'That is simply not true, and the member knows it is not true,'],
    ['Olwen Pryce', 'to clear the gallery'],
    ['Tariq Sand', 'Eady of misleading the house'],
    ["treasurer's office", 'The minister had corrected the record within the hour'],
    ['rumours', 'that the prime minister would sack him'],
    ['Bettina Lowe', 'every bid had been treated alike'],
    ['leaked email', 'that one adviser complained of "daily calls from upstairs"'],
    ['Greyline', 'that it had followed the rules'],
    ['Jean Abernathy', 'she would not wait that long'],
    ['Jean Abernathy', 'By May they will have sold the harbour wall.'],
  ],
  denied: [
    ['Malcolm Eady', 'that the sale had been rigged', 'that the sale had been rigged'],
    ['Malcolm Eady', 'That is simply not true', 'that the sale had been rigged'],
    ["treasurer's office", 'the accusation', 'Eady of misleading the house'],
    ['her office', 'that the prime minister would sack him', 'that the prime minister would sack him'],
    ['Bettina Lowe', 'that officials had been put under pressure', null],
  ],
  roles: [
    ['Malcolm Eady', 'Treasurer'],
    ['Jean Abernathy', 'Opposition leader'],
    ['Tariq Sand', 'Greens MP'],
    ['Bettina Lowe', 'Transport Minister'],
  ],
};

export const TOWN_HALL: SpokenArticle = {
  name: 'local council, library',
  text: `‘Nobody is closing the library’: council leader hits back at campaigners

Council leader Pat Dunmore has denied that Eastleigh Green's only library is to be turned into flats.

Campaigners say the authority has been in secret talks with a developer, Harcourt Homes, since last summer. More than 4,000 people have signed a petition.

Cllr Dunmore (Lab, Mill Ward) told Monday's full council meeting: “Nobody is closing the library. Nobody has ever talked about closing the library.”

It was untrue, she added, that the roof had been left to leak on purpose.

The Friends of Eastleigh Green Library do not believe her. “We have seen the drawings,” said the group's treasurer, retired teacher Hubert Moss. “There are balconies where the children's books are now.”

Harcourt Homes has said it has "no current plans" for the site. A spokesperson would neither confirm nor deny that drawings exist.

Opposition councillor Femi Adeyemi claimed staff had been warned not to speak to residents. Council chief executive Ruth Hardcastle described that as “nonsense”. Staff had merely been reminded of the media policy, Ms Hardcastle said.

Asked by Cllr Adeyemi whether she had met anyone from the developer, Cllr Dunmore said: “I meet a lot of people. I do not ask all of them where they work.”

She was accused of insulting the public by Mr Moss, who was asked to leave the chamber. “It's not an insult, it's arithmetic,” Dunmore called after him.

The council was quoted a price of £1.1m for repairs in 2029, according to minutes seen by the Green Gazette.

A public consultation will open in June.`,
  said: [
    ['Pat Dunmore', 'Nobody is closing the library'],
    [
      'Campaigners',
      'the authority has been in secret talks with a developer, Harcourt Homes, since last summer',
    ],
    ['Pat Dunmore', 'Nobody is closing the library. Nobody has ever talked about closing the library.'],
    ['Hubert Moss', "We have seen the drawings, There are balconies where the children's books are now."],
    ['Harcourt Homes', 'it has "no current plans" for the site'],
    ['Femi Adeyemi', 'staff had been warned not to speak to residents'],
    ['Ruth Hardcastle', 'Staff had merely been reminded of the media policy'],
    ['Pat Dunmore', 'I meet a lot of people. I do not ask all of them where they work.'],
    ['Moss', 'of insulting the public'],
    ['Pat Dunmore', "It's not an insult, it's arithmetic,"],
    ['minutes', 'The council was quoted a price of £1.1m for repairs in 2029'],
  ],
  denied: [
    ['Pat Dunmore', "that Eastleigh Green's only library is to be turned into flats", null],
    ['Pat Dunmore', 'that the roof had been left to leak on purpose', null],
    ['Ruth Hardcastle', 'described that', 'staff had been warned not to speak to residents'],
  ],
  roles: [
    ['Pat Dunmore', 'Council leader'],
    ['Hubert Moss', 'treasurer'],
    ['Femi Adeyemi', 'Opposition councillor'],
    ['Ruth Hardcastle', 'chief executive'],
  ],
};

export const FEDERATION: SpokenArticle = {
  name: 'sport federation row',
  text: `Rowing chief rubbishes bullying claims as 'sour grapes'

The president of the Ardland Rowing Federation has hit back at claims that athletes were bullied out of the national squad before last year's world championships.

Gregor Stahl was accused by three former rowers of weighing them in front of visitors and of mocking those who cried. The trio made the allegations in a letter to the sports ministry, extracts of which were published in Oarsman magazine.

"These are the sour grapes of people who did not make the boat," Stahl told a news conference in Brenz on Friday. He denied having weighed anyone in public.

Head coach Yvonne Tessier, also named in the letter, rejected the rowers' version. "I have raised my voice. I have never raised a scale," she said.

Katrin Bohl, a bronze medallist and one of the three, stood by her account. “I know what I stepped on and I know who was watching,” she wrote on social media.

Stahl laughed off a report that the federation had paid for his villa. But he admitted that his wife had been employed as a nutritionist. The ARF's accounts do not mention the post.

The federation's sponsor, Brenz Brewery, said it was following the matter "with concern". Reports that it had frozen its payments were wrong, a spokeswoman said.

Sports Minister Lena Korb has opened an inquiry. Korb said she wanted to hear from "everyone who was in the room, clothed or otherwise".

The International Rowing Union - which suspended Stahl's predecessor in 2027 - declined to comment.`,
  said: [
    ['claims', "that athletes were bullied out of the national squad before last year's world championships"],
    ['three former rowers', 'of weighing them in front of visitors and of mocking those who cried'],
    ['Gregor Stahl', 'These are the sour grapes of people who did not make the boat,'],
    ['Yvonne Tessier', 'I have raised my voice. I have never raised a scale,'],
    ['Katrin Bohl', 'I know what I stepped on and I know who was watching,'],
    ['report', 'that the federation had paid for his villa'],
    ['Gregor Stahl', 'that his wife had been employed as a nutritionist'],
    ['Brenz Brewery', 'it was following the matter "with concern"'],
    ['Lena Korb', 'she wanted to hear from "everyone who was in the room, clothed or otherwise"'],
  ],
  denied: [
    ['Rowing chief', 'bullying claims', null],
    [
      'Gregor Stahl',
      'that athletes were bullied out of the national squad',
      'that athletes were bullied out of the national squad',
    ],
    ['Gregor Stahl', 'having weighed anyone in public', 'of weighing them in front of visitors'],
    ['Yvonne Tessier', "the rowers' version", 'of weighing them in front of visitors'],
    [
      'Gregor Stahl',
      'that the federation had paid for his villa',
      'that the federation had paid for his villa',
    ],
    ['spokeswoman', 'Reports that it had frozen its payments', 'that it had frozen its payments'],
  ],
  roles: [
    ['Gregor Stahl', 'president of the Ardland Rowing Federation'],
    ['Yvonne Tessier', 'Head coach'],
    ['Katrin Bohl', 'bronze medallist'],
    ['Lena Korb', 'Sports Minister'],
  ],
};
