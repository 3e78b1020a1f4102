import type { SpokenArticle } from './spoken-article.js';

export const TRIAL: SpokenArticle = {
  name: 'court report, warehouse fire',
  text: `Warehouse owner ‘poured petrol on his own stock’, court told

A furniture dealer set fire to his own warehouse and then told insurers that squatters had done it, a jury was told yesterday.

Dennis Arkle, 58, has pleaded not guilty to arson and to two counts of fraud at Marchfield Crown Court.

Opening the case, prosecutor Nadine Okafor said Mr Arkle had owed his suppliers £410,000 when the building in Tanner Street burned down. “He had bought four cans of petrol the day before,” she told jurors. “He did not own a lawnmower.”

The court heard that a night watchman, Bill Strang, had been sent home early.

Giving evidence from behind a screen, a former employee alleged that the defendant had offered him £2,000 to keep quiet. Under cross-examination he accepted that he had himself been dismissed for theft. But he denied making the story up: ‘Why would I? I have lost everything as well.’

Taking the stand in the afternoon, Mr Arkle said there was no truth in the claim that he had tried to buy the man's silence. He had never met him outside working hours, he said.

“It is a wicked lie,” he added.

It was put to him by Miss Okafor that he had moved his best tables to a barn a week earlier. Arkle replied that he always did so in the spring.

Detective Sergeant Lorna Peake, of the fraud unit, rejected a suggestion by the defence that her officers had lost the cans. They had been photographed and destroyed, she said, “because they were leaking”.

The fire service's report contradicts Arkle's account that the blaze began upstairs, the jury was told.

The trial, which is expected to last three weeks, continues.`,
  said: [
    ['court', 'Warehouse owner ‘poured petrol on his own stock’'],
    [
      'jury',
      'A furniture dealer set fire to his own warehouse and then told insurers that squatters had done it',
    ],
    [
      'Nadine Okafor',
      'Mr Arkle had owed his suppliers £410,000 when the building in Tanner Street burned down',
    ],
    ['Nadine Okafor', 'He had bought four cans of petrol the day before, He did not own a lawnmower.'],
    ['court', 'that a night watchman, Bill Strang, had been sent home early'],
    ['former employee', 'that the defendant had offered him £2,000 to keep quiet'],
    ['former employee', 'that he had himself been dismissed for theft'],
    ['former employee', 'Why would I? I have lost everything as well.'],
    ['Dennis Arkle', 'He had never met him outside working hours'],
    ['Dennis Arkle', 'It is a wicked lie,'],
    ['Okafor', 'that he had moved his best tables to a barn a week earlier'],
    ['Dennis Arkle', 'that he always did so in the spring'],
    ['defence', 'that her officers had lost the cans'],
    ['Lorna Peake', 'They had been photographed and destroyed, “because they were leaking”'],
    ['Dennis Arkle', 'that the blaze began upstairs'],
  ],
  denied: [
    ['Dennis Arkle', 'to arson and to two counts of fraud', null],
    ['former employee', 'making the story up', null],
    [
      'Dennis Arkle',
      "that he had tried to buy the man's silence",
      "that he had tried to buy the man's silence",
    ],
    ['Dennis Arkle', 'It is a wicked lie', "that he had tried to buy the man's silence"],
    ['Lorna Peake', 'that her officers had lost the cans', 'that her officers had lost the cans'],
    ["fire service's report", 'the blaze began upstairs', 'the blaze began upstairs'],
  ],
  roles: [
    ['Nadine Okafor', 'prosecutor'],
    ['Lorna Peake', 'fraud unit'],
  ],
};

export const CUSTODY_DEATH: SpokenArticle = {
  name: 'police, death in a cell',
  text: `Family disputes police account of Lenham cell death

Police in Lenham have denied beating a 24-year-old man who died in a cell on Sunday, hours after his arrest outside a nightclub.

Jonas Rehm was found unconscious at 4am. Chief Superintendent Carla Voss said he had fallen from his bunk. She said officers had done "everything humanly possible" to revive him.

His sister, Mira Rehm, said that was not true. "My brother had the print of a boot on his back," she said outside the hospital. "Beds do not wear boots."

Claims that Rehm had been drunk and violent were also dismissed by his friends. Theo Lang, who was with him that night, says Rehm had drunk two beers.

Protesters gathered outside the station on Monday accused the force of a cover-up. Several were detained after what police described as "attempts to storm the gate".

The force strongly refutes any suggestion of a cover-up, Voss said. All recordings from the corridor had been handed to the Custody Ombudsman, she said, and no officer had been told what to say.

But the ombudsman, Klara Weiss, told Lenham Radio her office had received footage from only two of the five cameras.

Confronted with the figure, a spokesman for the force declined to deny it.

The Police Union's chairman, Rolf Ammer, called the protests “a lynching by loudspeaker”. He was accused by Mira Rehm of mocking the dead, a charge he rejects.

"I have buried colleagues," Ammer said. "I mock nobody."

A post-mortem examination will take place on Wednesday, prosecutors said.`,
  said: [
    ['Carla Voss', 'he had fallen from his bunk'],
    ['Carla Voss', 'officers had done "everything humanly possible" to revive him'],
    ['Mira Rehm', 'My brother had the print of a boot on his back, Beds do not wear boots.'],
    ['claims', 'that Rehm had been drunk and violent'],
    ['Theo Lang', 'Rehm had drunk two beers'],
    ['Protesters', 'the force of a cover-up'],
    ['police', 'as "attempts to storm the gate"'],
    [
      'Carla Voss',
      'All recordings from the corridor had been handed to the Custody Ombudsman, and no officer had been told what to say',
    ],
    ['Klara Weiss', 'her office had received footage from only two of the five cameras'],
    ['Rolf Ammer', 'the protests “a lynching by loudspeaker”'],
    ['Mira Rehm', 'of mocking the dead'],
    ['Rolf Ammer', 'I have buried colleagues, I mock nobody.'],
    ['prosecutors', 'A post-mortem examination will take place on Wednesday'],
  ],
  denied: [
    ['Family', 'police account of Lenham cell death', null],
    ['Police', 'beating a 24-year-old man', null],
    ['Mira Rehm', 'that was not true', 'everything humanly possible'],
    ['friends', 'that Rehm had been drunk and violent', 'that Rehm had been drunk and violent'],
    ['force', 'any suggestion of a cover-up', 'the force of a cover-up'],
    ['Rolf Ammer', 'mocking the dead', 'of mocking the dead'],
  ],
  roles: [
    ['Carla Voss', 'Chief Superintendent'],
    ['Mira Rehm', 'sister'],
    ['Klara Weiss', 'ombudsman'],
    ['Rolf Ammer', 'chairman'],
  ],
};

export const RECOUNT: SpokenArticle = {
  name: 'election, disputed count',
  text: `Losing candidate's fraud claims false - election board

The National Election Board said on Thursday that there was no evidence of fraud in Sunday's presidential vote, contradicting the runner-up, Emeka Bassey, who insists that he was robbed of victory.

"We counted in the open, with the windows open and the cameras on," said the board's chairwoman, Justice Halima Sesay.

Mr Bassey, a former mayor of Port Reen, told supporters that 300,000 ballots had been "cooked in hotel rooms". The allegation was swiftly denied by the board and by the party of the winner, Grace Tolbert.

Tolbert's campaign said Mr Bassey was a poor loser. Her spokesman Kofi Mensah-Brandt went further: ‹He has invented the hotels, he has invented the rooms and he has invented the ballots.›

Domestic monitors from the group Fair Count said their own tally matched the official result to within one percentage point. The group nevertheless criticised long delays in the north.

Foreign observers reported isolated cases of vote-buying. They stopped short of endorsing Mr Bassey's claims.

Rumours that the army would step in were played down by Defence Minister Joseph Karr. "The barracks are quiet and will stay quiet," he said.

Mr Bassey's lawyers said they would ask the Supreme Court for a recount. It is not the case that they had missed the deadline, they said, as the board maintains.

An opposition newspaper, the Reen Mirror, reported that the chairwoman's brother had worked for Ms Tolbert. Justice Sesay said she has no brother.

Bishop Daniel Cole, head of the Council of Churches, pleaded for calm.`,
  said: [
    ['National Election Board', "that there was no evidence of fraud in Sunday's presidential vote"],
    ['Emeka Bassey', 'that he was robbed of victory'],
    ['Halima Sesay', 'We counted in the open, with the windows open and the cameras on,'],
    ['Emeka Bassey', 'that 300,000 ballots had been "cooked in hotel rooms"'],
    ["Tolbert's campaign", 'Mr Bassey was a poor loser'],
    [
      'Kofi Mensah-Brandt',
      'He has invented the hotels, he has invented the rooms and he has invented the ballots.',
    ],
    [
      'Domestic monitors from the group Fair Count',
      'their own tally matched the official result to within one percentage point',
    ],
    ['Fair Count', 'long delays in the north'],
    ['Foreign observers', 'isolated cases of vote-buying'],
    ['rumours', 'that the army would step in'],
    ['Joseph Karr', 'The barracks are quiet and will stay quiet,'],
    ["Bassey's lawyers", 'they would ask the Supreme Court for a recount'],
    ['Reen Mirror', "that the chairwoman's brother had worked for Ms Tolbert"],
    ['Halima Sesay', 'she has no brother'],
    ['Daniel Cole', 'for calm'],
  ],
  denied: [
    ['election board', "Losing candidate's fraud claims", null],
    ['National Election Board', "fraud in Sunday's presidential vote", null],
    ['the board and by the party of the winner', 'allegation', '300,000 ballots had been'],
    ['Joseph Karr', 'that the army would step in', 'that the army would step in'],
    ["Bassey's lawyers", 'they had missed the deadline', null],
  ],
  roles: [
    ['Halima Sesay', 'chairwoman'],
    ['Emeka Bassey', 'former mayor of Port Reen'],
    ['Joseph Karr', 'Defence Minister'],
    ['Kofi Mensah-Brandt', 'spokesman'],
    ['Daniel Cole', 'Council of Churches'],
  ],
};
