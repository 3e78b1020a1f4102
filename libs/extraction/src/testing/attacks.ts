import { CLAIM_RULES, FIGURE_RULES, SPEECH_RULES } from '../rules/rule-catalogue.js';
import { FIGURE_RULE_EXAMPLES } from './figure-rule-examples.js';
import { SPEECH_RULE_EXAMPLES } from './speech-rule-examples.js';

/** What an article could be filled with so that a reader runs away: each is repeated until the text is long enough. */
export const ATTACKS: Readonly<Record<string, string>> = {
  'cue words': 'said ',
  'different cue words': 'claimed said denied urged ',
  denials: 'he denied ',
  'denied claims': 'Officials said the town denied the claims. ',
  'denials in the passive': 'The claim was denied by Ruiz and ',
  'things called untrue': 'called the claim false ',
  'sentences that are untrue': 'It is not true that ',
  'split denials': 'It was untrue, Ruiz added, that ',
  'claims by somebody': 'a claim by Ruiz ',
  'phrases of denying': 'hit back at pour cold water ',
  'opening participles': 'Denying Ruiz, ',
  'participles beside a name': 'Ruiz, denying it, ',
  'words quoted as saying': 'Ruiz quoted him as saying that ',
  'words told an outlet': 'Ruiz told the BBC that ',
  'hedged clauses': 'men who allegedly looted ',
  'verdicts joined': 'an accusation Ruiz called absurd and ',
  'people accused': 'Ruiz accused of letting ',
  'things there were none of': 'Ruiz said no such offer was made. ',
  'agreement refused': 'refuses to accept that ',
  'claims of a body': 'an army claim that ',
  'reduced clauses': 'men gathered outside ',
  'names with roles': 'Ada Ruiz, head of the union, ',
  'roles before names': 'the head of the union, Ada Ruiz, ',
  'bodies with initials': 'Ruiz Agency Board RAB said ',
  'angular marks': '‹a ',
  names: 'Marta Ruiz ',
  'names and cues': 'Ruiz said ',
  'according to': 'according to ',
  'according to somebody': 'according to Ruiz, ',
  'relaying nouns': 'reports of ',
  'relative clauses': 'Ruiz, who left, said ',
  pronouns: 'he said. ',
  'days of speaking': 'said on Tuesday ',
  'opening marks': '“',
  'opening marks and words': '“we go ',
  'closing marks': '”',
  'closing marks and words': 'we go” ',
  'straight marks': '"',
  'straight marks and words': '"we go ',
  'nested marks': '“we ‘go’ ',
  'nested marks never closed': '“‘ ',
  'single marks opened': " 'a",
  'single marks closed': "a' ",
  possessives: "'s ",
  guillemets: '«a ',
  'quotations with cues': '“We go,” he said. ',
  'quotations only': '“We go there.” ',
  'quotations over paragraphs': '“We go there.\n',
  'quotations behind abbreviations': 'U.S. “We go there now.” ',
  'quotations with participles': '“We go,” adding, ',
  'sentences closed by a comma': '“We all go there,” who ',
  'acronyms in brackets': 'Ruiz Agency (RA) ',
  'wholes and parts': '40 of 112 of 300 ',
  'frames begun': '7 men lack in not been across lost ',
  'negated verbs': 'did not have not been killed 7 men ',
  'open clauses': 'whether that if 7 men die ',
  'questions never ended': 'did 7 men die who that ',
  'rates begun': 'every 7 men each a daily ',
  'corrected versions': 'an earlier version of this article said 7 men died ',
  'steps of a toll': 'the toll was 7; by then it was 8 ',
  'loose numbers': 'a couple of dozens, perhaps hundreds, if not 7-odd ',
  'rises and falls': 'rose from 30 to 45 ',
  'lives and outages': 'claimed the lives of 7 men, power out to 7 ',
  'quotations split by cues': 'he said, “we go,” ',
  colons: 'Ruiz: “we go” ',
  commas: 'a, ',
  'lists of names': 'Ruiz, ',
  hyphens: '-',
  'hyphenated words': 'a-',
  dashes: '— ',
  'stops and marks': '?! ',
  abbreviations: 'U.S. ',
  digits: '7',
  'hedges beside speech': 'Two nurses were allegedly beaten. Ada Moreno said that the road was shut. ',
  'digits apart': '7 ',
  'grouped digits': '7,',
  counts: '7 wounded in Ruizstan, ',
  'names with numbers': 'Nemb 88, Old Tarro 41, ',
  'lists never ended': 'Deaths: Nemb 88, Tarro 41, ',
  'words that tell of there': 'There, 63 people are living there ',
  'losses listed': 'lost a husband, a brother and two sons ',
  'ground under feet': '12 died on Lake Oster ',
  'stories in brief': 'A\n\nB: Oster has 12 dead.\n\n',
  dates: 'May 3, 2019 ',
  'number words': 'two hundred and ',
  'numbers alone': '12 ',
  'verbs before numbers': 'killed 5 ',
  'numbers before people': '5 people ',
  'nouns of places': 'the city of ',
  directions: 'from eastern to western A ',
  'number ranges never closed': '1-',
  'number words joined': 'twenty-',
  'verbs of leaving': '5 people left the siege ',
  'verbs of staying': '5 people remain ',
  'people living somewhere': '5 people living in A ',
  'capital letters': 'A',
  'capital letters apart': 'A ',
  'capitals joined': 'Al-',
  'brackets opened': '(a ',
  'brackets closed': ') ',
  'line breaks': '\n',
  'short lines': 'a\n',
  'one long run': 'a',
  'dotted parts': 'a.b-',
  'glued capitals': 'aaaA ',
  initials: 'A. ',
  addresses: 'http://a.',
  mails: 'a@a.',
  'combining marks': 'e\u0301',
  'marks that stay apart': 's\u0323\u0304',
  'letters beyond Latin-1': 'Şişmanoğlu ',
  'signs of ayn': '\u02BFa',
  'soft hyphens': 'a\u00AD',
  'line ends of two characters': 'a\r\n',
  emoji: '😀 ',
  'zero-width joints': '👩\u200D',
  'zero-width spaces': 'a\u200B',
  'bidi controls': '\u202E',
  'lone surrogates': '\uD83D',
  controls: '\u0000',
};

/**
 * Each rule again and again, and each almost: what reads a rule looks far for its end where that never comes.
 * A rule without examples has no attacks, and fails the spec that asks for both.
 */
export const RULE_ATTACKS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.keys({ ...FIGURE_RULES, ...SPEECH_RULES, ...CLAIM_RULES }).map((rule) => [rule, attacksOn(rule)]),
);

function attacksOn(rule: string): string[] {
  const figure = new Map(Object.entries(FIGURE_RULE_EXAMPLES)).get(rule);
  const speech = new Map(Object.entries(SPEECH_RULE_EXAMPLES)).get(rule);
  const examples = figure ? [figure[0], figure[2]] : (speech ?? []);
  return examples.flatMap((example) => [`${example} `, `${withoutEnd(example)} `]).concat(begun(examples[0]));
}

/** Only the first half of its words, again and again: the rule is opened and never closed. */
function begun(example: string | undefined): string[] {
  const words = example?.split(' ') ?? [];
  return words.length > 1 ? [`${words.slice(0, Math.ceil(words.length / 2)).join(' ')} `] : [];
}

/** The sentence goes on instead of ending: no stop bounds how far it is looked at. */
function withoutEnd(example: string): string {
  return example.replace(/[.!](?=[”"]?$)/u, ' and');
}

/** An article of `size` characters that is one string again and again. */
export const filledWith = (unit: string, size: number): string =>
  `Title\n${unit.repeat(Math.ceil(size / unit.length))}`.slice(0, size);
