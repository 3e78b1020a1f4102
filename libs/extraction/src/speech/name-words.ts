import { WordList, wordList } from '../words/word-list.js';
/** Words of office and rank that stand before a name and belong to the role, not to the name. */
export const TITLE_WORDS = new WordList(
  `minister president secretary general chief king queen prince princess sultan emir sheikh ayatollah pope bishop archbishop imam rabbi
  senator congressman congresswoman representative governor mayor chancellor premier ambassador envoy commissioner director chairman chairwoman
  chair head leader spokesman spokeswoman spokesperson coordinator administrator commander colonel captain lieutenant major sergeant admiral
  marshal brigadier officer judge justice attorney prosecutor lawyer professor doctor dr. dr mr mr. mrs mrs. ms ms. miss sir dame lord lady rev.
  gen. lt. col. maj. sgt. capt. adm. sen. rep. gov. prof. pres. deputy vice prime foreign defense defence interior secretary-general counterpart
  candidate nominee strategist manager adviser advisor analyst expert economist pollster reporter correspondent columnist editor author actor
  actress singer host anchor co-host activist organizer director-general under-secretary-general rapporteur vice-president co-chair founder
  co-founder ceo executive counsel aide operative delegate mufti patriarch speaker whip treasurer comptroller sheriff inspector detective
  superintendent journalist historian scientist researcher physician surgeon nurse teacher student farmer resident veteran
  republican democrat democratic landlord landlady shopkeeper fisherman driver pilot engineer baker mechanic villager neighbour neighbor
  widow widower grandmother grandfather survivor witness passenger pensioner trader merchant miner foreman skipper soldier policeman
  policewoman constable firefighter paramedic medic midwife carpenter builder chef hotelier barber grocer vendor accountant banker architect
  photographer translator poet novelist painter musician goalkeeper coach referee cyclist priest pastor deacon vicar monk nun cleric preacher
  snr snr. señor señora monsieur madame mme mme. herr frau sra sra. sr. cllr cllr. councillor councilor alderman mp mep msp supt insp det cpl cmdr ombudsman ombudswoman auditor auditor-general treasurer
  elder chieftain headmaster headteacher principal lecturer tutor pupil trustee warden ranger caretaker shepherd rancher farmhand`.split(
    /\s+/,
  ),
);

/** Words that make a capitalised sequence an organisation. */
export const ORGANISATION_WORDS = new WordList(
  `committee ministry party observatory agency council commission organization organisation association union institute university college
  foundation fund bank group network court senate house congress parliament government department office bureau center centre army force forces
  police military authority administration board federation league society alliance coalition front movement campaign company corp. inc. times
  post news journal press tribune herald observer guardian magazine television radio nations cross crescent watch international crisis brigade
  brigades militia state states republic kingdom embassy mission program programme project service services club hospital school church trust
  report poll survey study data documents records figures statistics media website emails email letter statement memo crowd
  ltd ltd. plc llc gmbh holdings industries airlines airways mining minerals aggregates motors shipping railways pharmaceuticals logistics
  technologies enterprises breweries supermarkets`.split(/\s+/),
);

/** Common nouns of bodies that hardly stand in their names. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  `newspaper daily weekly broadcaster newscast firm brewery charity ngo publisher maker manufacturer retailer airline carrier operator developer
  sponsor owner subsidiary startup chain faction watchdog outlet channel station insurgents supplier contractor insurer builder utility`.split(
    /\s+/,
  ),
);

/** Bodies with a name that reads as a sentence or holds small words. */
export const SENTENCE_NAMES: ReadonlySet<string> = new Set([
  'save the children',
  'help the aged',
  'war on want',
]);

/** What a firm is called beside its name: "the dam's operator, Norrdam", "the airline Norrfly". */
export const FIRM_NOUNS = new WordList(
  `company firm brewery publisher maker manufacturer retailer airline carrier operator developer subsidiary startup supplier contractor insurer
  builder utility bank railway`.split(/\s+/),
);

/** Last words of a firm's name. */
export const FIRM_ENDS = wordList(
  'company corp corp. inc inc. ltd ltd. plc llc gmbh holdings industries airlines airways mining minerals motors shipping railways pharmaceuticals logistics technologies enterprises breweries supermarkets',
);

/** Singular nouns that stand for a person named before: "the minister said". */
export const ROLE_NOUNS = new WordList(
  `minister president secretary chief senator governor mayor leader spokesman spokeswoman spokesperson director chairman commissioner envoy
  ambassador general commander official lawyer judge analyst candidate nominee businessman billionaire congressman congresswoman lawmaker
  premier chancellor diplomat administrator coordinator doctor professor activist veteran republican democrat king prince pope author
  strategist pollster expert aide adviser advisor executive manager councillor councilor deputy captain coach editor bishop vicar priest
  headteacher headmaster principal survivor witness passenger prosecutor founder treasurer superintendent inspector detective sergeant mp`.split(
    /\s+/,
  ),
);

/** People who speak together: a capital at the sentence's start makes no name of them. */
export const GROUP_NOUNS = new WordList(
  `residents villagers witnesses officials activists protesters demonstrators organisers organizers medics doctors nurses workers rebels
  police militants fighters soldiers experts scientists researchers analysts critics supporters opponents lawyers prosecutors investigators
  rescuers survivors relatives families parents neighbours neighbors locals farmers fishermen teachers students refugees migrants returnees
  diplomats lawmakers ministers mayors campaigners observers monitors authorities sources reports media councillors unions engineers
  economists historians judges jurors aides insiders eyewitnesses bystanders onlookers commanders defectors detainees prisoners passengers drivers traders shopkeepers elders`.split(
    /\s+/,
  ),
);

/** Heads that name nobody: whoever they are stays unknown. */
export const ANONYMOUS_HEADS: ReadonlySet<string> = new Set(
  'source sources official officials aide aides insider insiders person people report reports rumor rumors rumour rumours account accounts allegation allegations'.split(
    ' ',
  ),
);

/** Particles inside personal names. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn abu de del della der den van von di da dos la le du ter ben bint ul ur al- el-'.split(' '),
);

const HE = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
  andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry mohammed mohamed muhammad ahmed ahmad ali hassan hussein
  omar ibrahim yusuf mustafa ivan boris lars hans pierre jose juan carlos luis antonio bill bob jim joe mike
  tom ted ben steve jeff tim dan rick chris marco abdul khaled tariq rami sami fadi yasser peter martin harry`;
const SHE = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy kimberly
  emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma
  nicole helen samantha katherine christine debra rachel carolyn janet maria catherine heather diane julie joyce victoria kelly christina joan
  evelyn lauren judith fatima aisha mariam maryam leila layla nadia samira zainab marianne anne elena olga
  natalia tatiana irina sophie claire isabelle carmen rosa lucia ana jane kate katie alice ellen theresa nina`;
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Common given names, to tell "he" from "she"; a name in neither list fits both. */
export const GIVEN_NAMES: Readonly<Record<'he' | 'she', ReadonlySet<string>>> = {
  he: words(HE),
  she: words(SHE),
};
