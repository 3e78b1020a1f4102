import { briefly } from './testing/read-figures.js';

/** Numbers beside words of harm that count no people harmed; each is one that a hasty reader takes. */
const NEAR_MISSES: Readonly<Record<string, readonly string[]>> = {
  money: [
    'The floods cost $64 million and killed the harvest.',
    'Relatives of the dead will get 5,000 crowns each.',
    'The evacuation cost the county £1.2m.',
    'Donors pledged 300 million euros for the displaced.',
    'Traders lost 40,000 rupees in the fire.',
    'The fund has raised 2.5bn dollars for the wounded.',
  ],
  ages: [
    'A 34-year-old man was killed in Karsal.',
    'Ada Lind, 61, was among the injured.',
    'The victim, aged 45, died at the scene.',
    'The boy was only seven when he was shot.',
    'She was 23 when she fled.',
    'Pupils aged between 6 and 12 were taken home.',
  ],
  'distances and sizes': [
    'The village, 40 km from the front, was evacuated.',
    'Survivors walked 12 miles to the border.',
    'The fire has burned 14,000 hectares.',
    'The wave was 30 metres high when it hit the camp.',
    'Troops advanced 500 yards and killed the commander.',
    'The crater is 20 feet wide and lies near the homes destroyed.',
  ],
  'dates and times': [
    'The attack of 17 July 2019 shocked the town.',
    'In 1998 the dam broke and people died.',
    'Shelling began at 14:30 and ended at 4 p.m.',
    'He was killed on 11 May.',
    'The siege lasted 900 days.',
    'They were trapped for 69 days.',
    'The 2016 killings are still unsolved.',
  ],
  'votes and seats': [
    'The law passed by 71 votes to 58 after the killings.',
    'The party of the murdered leader won 45 seats.',
    'Some 2.3 million people voted despite the attacks.',
    'Lind leads by 41,000 votes with the count halted by clashes.',
    'The council voted 9-2 to close the camp.',
  ],
  scores: [
    'Melbury killed off the match 3-1.',
    'The visitors were beaten 24-10 and two players shone.',
    'Karsal won by 12 points in a dead heat of a game.',
    'He scored 30 goals before he was injured.',
  ],
  shares: [
    'Some 60 percent of the dead were men.',
    'Three in five displaced people are women.',
    'Around 40% of homes lost power.',
    'One-third of the injured have gone home.',
    'Nearly half of those killed were children.',
    'Nine out of 10 refugees want to return.',
  ],
  'counts of things': [
    'Rebels destroyed 12 tanks and three bridges.',
    'The storm damaged 40 schools and 17 clinics.',
    'Farmers lost 70,000 cattle in the drought.',
    'Police seized 30 rifles and 400 rounds.',
    'Some 200 shells hit the town in one night.',
    'The quake destroyed 60 shops.',
    'Thousands of trees were lost.',
    'Five villages were cut off.',
    'The convoy of 22 trucks reached the besieged town.',
  ],
  'people who are not harmed': [
    'More than 3,000 rescuers searched for the missing.',
    'The army sent 500 soldiers to the flooded valley.',
    'Police said 80,000 people took part in the march for the dead.',
    'Thousands protested against the killing.',
    'A survey of 1,200 refugees found that most want to go home.',
    'Some 40 doctors are treating the wounded.',
    'The inquiry heard 90 witnesses about the massacre.',
    'The firm will lay off 300 workers after the blast.',
    'About 5,000 mourners attended the funeral of the dead.',
    'The charity has fed 20,000 people since the flood.',
  ],
  'labels and idioms': [
    'He was jailed for 12 years over the killing.',
    'Flight 409 was missing for an hour.',
    'They left home by Route 66.',
    'The camp lies in Zone 4.',
    'The Group of Seven condemned the killings.',
    'No one was hurt and nobody is missing.',
    'One of the two towers fell.',
    'A magnitude 6.4 earthquake hit the town.',
    'The bomb weighed 500 pounds.',
    'She was the third to die of the disease in two weeks.',
  ],
  'lost, but not to death': [
    'The party lost 12 members to its rival.',
    'The town has lost 400 jobs.',
    'The plant lost 300 workers to better pay.',
    'The team lost three players to a transfer.',
    'The fund lost two million in the crash.',
  ],
};

describe.each(Object.entries(NEAR_MISSES))('no figure of people: %s', (_, sentences) => {
  it.each(sentences)('%s', (text) => expect(briefly(text)).toEqual([]));
});

it('is a table of sixty near-misses and more', () => {
  expect(Object.values(NEAR_MISSES).flat().length).toBeGreaterThanOrEqual(60);
});
