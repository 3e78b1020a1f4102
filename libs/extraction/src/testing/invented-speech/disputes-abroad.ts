import type { SpokenArticle } from './spoken-article.js';

export const PIPELINE: SpokenArticle = {
  name: 'agency wire, pipeline blast',
  text: `Korvia denies cutting gas to Velland after pipeline blast

LINDEN, Velland, Feb 11 (Corwire) - Korvia on Wednesday rejected allegations that it had blown up a pipeline carrying gas to its southern neighbour, as Velland spent a second night without heating.

Velland's energy minister, Ruta Salmer, accused Korvia of "turning winter into a weapon". The blast near the border village of Osk had been caused by explosives laid on the outer shell, she told parliament.

"This was no rusty valve," Salmer said. "Someone walked up to the pipe at night and knew where to put the charge."

A spokesman for the Korvian state gas company, Korgaz, dismissed the accusation as baseless. The pipe, which was built in 1971, had failed because of poor maintenance on the Vellish side, the spokesman, Dainis Orlo, said.

The European Grid Office, which monitors pressure along the line, said flows had fallen sharply six hours before the blast. It did not say why.

Two border guards, who asked not to be named, said they had seen a white van near the site shortly after midnight. Korvia's foreign ministry called the guards' account fabricated.

"Vans are not allowed within a mile of the line," ministry spokeswoman Liene Abols told a briefing. "Somebody has been watching too many films."

Velland has asked the Baltic Court to appoint independent investigators. Korvia does not oppose an inquiry, according to Abols, but wants its own engineers to take part.

Analysts said repairs could take three weeks. "The welding is the easy part," said Marek Tull of the Northern Energy Institute. "Trust is not welded in a day."`,
  said: [
    ['Ruta Salmer', 'Korvia of "turning winter into a weapon"'],
    [
      'Ruta Salmer',
      'The blast near the border village of Osk had been caused by explosives laid on the outer shell',
    ],
    [
      'Ruta Salmer',
      'This was no rusty valve, Someone walked up to the pipe at night and knew where to put the charge.',
    ],
    [
      'Dainis Orlo',
      'The pipe, which was built in 1971, had failed because of poor maintenance on the Vellish side',
    ],
    ['European Grid Office', 'flows had fallen sharply six hours before the blast'],
    ['Two border guards', 'they had seen a white van near the site shortly after midnight'],
    [
      'Liene Abols',
      'Vans are not allowed within a mile of the line, Somebody has been watching too many films.',
    ],
    ['Velland', 'the Baltic Court to appoint independent investigators'],
    ['Liene Abols', 'Korvia does not oppose an inquiry, but wants its own engineers to take part'],
    ['Analysts', 'repairs could take three weeks'],
    ['Marek Tull', 'The welding is the easy part, Trust is not welded in a day.'],
  ],
  denied: [
    ['Korvia', 'cutting gas to Velland', null],
    ['Korvia', 'allegations that it had blown up a pipeline', 'it had blown up a pipeline'],
    ['spokesman', 'the accusation', 'turning winter into a weapon'],
    ["Korvia's foreign ministry", "the guards' account", 'they had seen a white van'],
  ],
  roles: [
    ['Ruta Salmer', 'energy minister'],
    ['Liene Abols', 'ministry spokeswoman'],
    ['Marek Tull', 'Northern Energy Institute'],
    ['Dainis Orlo', 'spokesman'],
  ],
};

export const FRONT_LINE: SpokenArticle = {
  name: 'war, claims and counter-claims',
  text: `Rebels say they hold Tarsk bridge; army says claim is a lie

Rebel fighters said on Saturday they had captured the bridge at Tarsk, the last crossing over the Ilmar still in government hands, a claim that the army flatly denied.

The Free Valley Front said in a statement that its men had raised their flag on the eastern bank at dawn and taken 30 prisoners. It posted a video of what it said were abandoned armoured vehicles.

"The bridge is ours and so is the road to the capital," the Front's commander, known as Abu Tarim, said in an audio message.

Denying that any position had been lost, army spokesman General Idris Kolm said the attack had been "drowned in the river". The video, he added, was two years old and showed a different bridge.

Both sides accused each other of shelling the hospital in nearby Sefa on Friday night. Doctors there said 11 patients had died when two shells struck the maternity ward.

The army insisted it had not fired on the hospital. "We do not have guns within range of Sefa," Kolm told state television. The Front, too, denied any role in the strike and blamed "a coward with a map".

A nurse reached by telephone contradicted the army's version of events. «The shells came from the hill where the soldiers are,» she said. «We saw the flashes.»

The government's claim that the rebels had used patients as human shields was rejected by the hospital's director, Dr Samir Haddou. "There has never been a fighter in this building except as a patient," he said.

The United Nations envoy, Ingrid Sollberg, urged both sides to let ambulances pass. Her office said it could not confirm who had fired.

Asked whether the Front had mined the bridge, Abu Tarim did not deny it.`,
  said: [
    ['Rebels', 'they hold Tarsk bridge'],
    [
      'Rebel fighters',
      'they had captured the bridge at Tarsk, the last crossing over the Ilmar still in government hands',
    ],
    [
      'Free Valley Front',
      'that its men had raised their flag on the eastern bank at dawn and taken 30 prisoners',
    ],
    ['Abu Tarim', 'The bridge is ours and so is the road to the capital,'],
    ['Idris Kolm', 'the attack had been "drowned in the river"'],
    ['Idris Kolm', 'The video, was two years old and showed a different bridge'],
    ['Both sides', 'each other of shelling the hospital in nearby Sefa on Friday night'],
    ['Doctors', '11 patients had died when two shells struck the maternity ward'],
    ['Idris Kolm', 'We do not have guns within range of Sefa,'],
    ['Free Valley Front', '"a coward with a map"'],
    ['nurse', 'The shells came from the hill where the soldiers are, We saw the flashes.'],
    ['government', 'that the rebels had used patients as human shields'],
    ['Samir Haddou', 'There has never been a fighter in this building except as a patient,'],
    ['Ingrid Sollberg', 'both sides to let ambulances pass'],
  ],
  denied: [
    ['army', 'claim', 'they hold Tarsk bridge'],
    ['army', 'they had captured the bridge at Tarsk', 'they had captured the bridge at Tarsk'],
    ['Idris Kolm', 'that any position had been lost', null],
    ['army', 'it had not fired on the hospital', 'shelling the hospital'],
    ['Free Valley Front', 'any role in the strike', 'shelling the hospital'],
    ['nurse', "the army's version of events", 'it had not fired on the hospital'],
    [
      'Samir Haddou',
      'that the rebels had used patients as human shields',
      'that the rebels had used patients as human shields',
    ],
  ],
  roles: [
    ['Idris Kolm', 'army spokesman'],
    ['Samir Haddou', 'director'],
    ['Abu Tarim', 'commander'],
    ['Ingrid Sollberg', 'United Nations envoy'],
  ],
};

export const NOON_BRIEFING: SpokenArticle = {
  name: 'UN briefing',
  text: `UN pushes back at Lorrand over aid convoy claims

NEW YORK - The United Nations on Tuesday took issue with assertions by the government of Lorrand that aid trucks bound for the besieged town of Hesk had carried weapons.

Deputy spokesperson Amara Diallo told reporters at the noon briefing that every one of the 31 trucks had been inspected twice. "What they carried was flour, blankets and insulin," she said. "We have the lists, and we have the photographs."

On Monday Lorrand's ambassador, Viktor Senn, told the Security Council that soldiers had found rifles beneath sacks of lentils at a checkpoint.

The World Food Office, which organised the convoy, has denied Senn's allegation. Its country director, Paolo Bertini, said from Hesk that no seals had been broken when the trucks arrived.

“We are now feeding 22,000 people with what was meant for 9,000,” Bertini said.

“If the next convoy does not come, we will be feeding nobody.”

Asked about media reports that a driver had been killed, Diallo replied that the organisation was trying to verify them.

She described as “plainly wrong” a suggestion by Senn that the UN had ignored requests for a new route. Two letters had gone unanswered, according to the deputy spokesperson.

Lorrand's government insists that it does not use hunger as a weapon. Human rights groups dispute that. “The maps speak for themselves,” said Joan Marrick, who heads Checkpoint Watch.

The head of the emergency relief office, Tove Lindgren, is due in Lorrand on Friday. Lindgren has previously warned that Hesk faces "a catastrophe made by hand".`,
  said: [
    ['government of Lorrand', 'that aid trucks bound for the besieged town of Hesk had carried weapons'],
    ['Amara Diallo', 'that every one of the 31 trucks had been inspected twice'],
    [
      'Amara Diallo',
      'What they carried was flour, blankets and insulin, We have the lists, and we have the photographs.',
    ],
    ['Viktor Senn', 'that soldiers had found rifles beneath sacks of lentils at a checkpoint'],
    ['Paolo Bertini', 'that no seals had been broken when the trucks arrived'],
    [
      'Paolo Bertini',
      'We are now feeding 22,000 people with what was meant for 9,000, If the next convoy does not come, we will be feeding nobody.',
    ],
    ['reports', 'that a driver had been killed'],
    ['Amara Diallo', 'that the organisation was trying to verify them'],
    ['Viktor Senn', 'that the UN had ignored requests for a new route'],
    ['Amara Diallo', 'Two letters had gone unanswered'],
    ["Lorrand's government", 'that it does not use hunger as a weapon'],
    ['Joan Marrick', 'The maps speak for themselves,'],
    ['Tove Lindgren', 'that Hesk faces "a catastrophe made by hand"'],
  ],
  denied: [
    [
      'United Nations',
      'that aid trucks bound for the besieged town of Hesk had carried weapons',
      'that aid trucks bound for the besieged town of Hesk had carried weapons',
    ],
    ['World Food Office', "Senn's allegation", 'that soldiers had found rifles'],
    [
      'Amara Diallo',
      'that the UN had ignored requests for a new route',
      'that the UN had ignored requests for a new route',
    ],
    ['Human rights groups', 'dispute that', 'it does not use hunger as a weapon'],
  ],
  roles: [
    ['Amara Diallo', 'deputy spokesperson'],
    ['Viktor Senn', 'ambassador'],
    ['Paolo Bertini', 'country director'],
    ['Joan Marrick', 'Checkpoint Watch'],
    ['Tove Lindgren', 'head of the emergency relief office'],
  ],
};
