import type { Token } from '../text/document.js';
import { lowerAt } from '../text/token-at.js';

/** Tokens behind "charged with" in which a crime must be named. */
const REACH = 7;
const CRIMES =
  'murders?|manslaughter|homicide|killing|theft|stealing|robbery|looting|burglary|fraud|forgery|perjury|bribery|bribes|corruption|embezzlement|embezzling|laundering|extortion|blackmail|assault|rape|abuse|torture|kidnapping|abduction|arson|sabotage|vandalism|treason|sedition|inciting|incitement|insurrection|rebellion|terrorism|terror|espionage|spying|trafficking|smuggling|poaching|conspiracy|conspiring|plotting|genocide|crimes?|misdemeanou?rs?|felon(?:y|ies)|offen[cs]es?|negligence|recklessness|defamation|libel|blasphemy|rioting|hooliganism|complicity|violations?|breaches|rigging|dumping|harassment|stalking|indecency';
/** Words that tell of a crime behind "charged with" only. */
const CHARGED_AS =
  'battery|possession|possessing|counts?|contempt|disorderly|illegal|illegally|unlawful|unlawfully|attempted|aiding|membership|violating|breaching|evasion|obstruction|obstructing|assaulting|abusing';
const CRIME = new RegExp(`^(?:${CRIMES}|${CHARGED_AS})$`);
/** Stems of words for force used against people or places. */
export const FORCE =
  'attack|assault|air ?strike|strik(?:e|ing)|struck|raid|shell(?!fish)|bomb|fir(?:e|ed|ing)\\b|shooting|kill|massacre';
/** Faults, plots, and harm that somebody is to blame for. */
const FAULTS =
  'wrongdoing|misconduct|malpractice|irregularit(?:y|ies)|impropriet(?:y|ies)|collusion|misdeeds?|faults?|errors?|mistakes?|failures?|failings?|lapses?|cover-ups?|plots?|coups?|scandals?|hacks?|hacking|cyber-?attacks?|ambush(?:es)?|atrocit(?:y|ies)|lynching|spills?|leaks?|poisoning|crash(?:es)?|collisions?|collapses?|derailments?|sinking|accidents?|blasts?|explosions?|fires|blazes?|outages?|deaths?|casualties|disappearances?|violence|disasters?';
/** Those who fight a state. */
export const REBELS = 'rebels?|insurgents?|militants?|fighters|guerrillas?|militia';
const OUTLAWS = `${REBELS}|militias|terrorists?|gangs?|gangsters?|cartels?|mafia|jihadists?|extremists?|gunmen|paramilitar(?:y|ies)|separatists?|traffickers|smugglers|criminals?|mercenar(?:y|ies)|al[ -]qaeda|al[ -]shabaab|boko haram|hamas|hezbollah|taliban|islamic state|isis|(?:armed|criminal|terror|terrorist|rebel|militant|extremist|jihadist|insurgent) (?:groups?|gangs?|networks?|organi[sz]ations?|movements?|cells?|leaders?|members?)`;
/** What stands before the noun; of what is done with it ("fighting crime") only what commits it ("planning the raid"). */
const BEFORE_NOUN =
  "(?:(?!(?:of|for|to|by|in|on|at|after|from|with|that|which|who|and|or|but|hit|(?!planning|organi[sz]ing|ordering|carrying|staging|launching|committing|causing)\\p{L}+ing)\\b)[\\p{L}\\p{N}'’-]+ ){0,4}?";
/** The noun is the last of its phrase ("the fire", not "the fire brigade"), or a verb with its object ("killing civilians"). */
const AS_HEAD =
  "(?:(?=$|[^\\p{L}\\p{N} '’-]| ?[-–—] | (?:of|in|on|at|by|against|that|which|who|and|or|as|for|near|from|with|to|but|last|this|when|where|whatsoever|during|over|under|into|outside|inside|across|since|after|before|because|he|she|they|it|we|i|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)|(?<=ing)(?= (?:the|an?|any|his|her|its|their|our|those|these|them|him|people|civilians|children|women|men|\\p{N}+)\\b))";
const headed = (nouns: string): RegExp => new RegExp(`^${BEFORE_NOUN}(?:${nouns})${AS_HEAD}`, 'iu');
const ACCUSABLE = headed(`(?:${FORCE})[a-z]*|(?:${CRIMES})s?|${FAULTS}`);
const OUTLAWED = headed(OUTLAWS);
/** Characters in which the noun must stand. */
const HEAD = 100;

/** One can be accused of it: an act of force, a fault, a crime ("the raid on the port", but not "roads"). */
export function isAccusable(object: string): boolean {
  return ACCUSABLE.test(object.slice(0, HEAD));
}

/** Ties to it are a fault: an armed or criminal group. */
export function isOutlaw(object: string): boolean {
  return OUTLAWED.test(object.slice(0, HEAD));
}

/** "charged with murder", "with illegally dumping ash", but not "with batons", "with the care of the dam". */
export function namesCrime(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + REACH; at++) if (CRIME.test(lowerAt(tokens, at))) return true;
  return false;
}
