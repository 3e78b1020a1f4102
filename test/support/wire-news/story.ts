import type { Chance } from '../chance.js';
import { GENERAL_FACTS, QUOTES, TOPICS, type Fact } from './phrases.js';

export interface Quotation {
  readonly words: string;
  readonly speaker: string;
  readonly role: string;
}

/** What happened, before anybody writes it down. */
export interface Story {
  readonly slots: Readonly<Record<string, string>>;
  readonly facts: readonly Fact[];
  readonly quotations: readonly Quotation[];
  /** YYYY-MM-DD */
  readonly day: string;
}

const STARTS = [
  'Bel',
  'Cor',
  'Dram',
  'Esk',
  'Fen',
  'Gal',
  'Hest',
  'Ister',
  'Jor',
  'Kel',
  'Lam',
  'Mor',
  'Nar',
  'Ost',
  'Pel',
  'Quen',
  'Ros',
  'Sel',
  'Tar',
  'Ulm',
  'Vas',
  'Wen',
  'Yar',
  'Zel',
] as const;
const MIDDLES = ['a', 'an', 'ar', 'e', 'el', 'en', 'i', 'in', 'o', 'or', 'u', 'um'] as const;
const ENDS = [
  'bridge',
  'dale',
  'dor',
  'field',
  'gard',
  'haven',
  'ia',
  'mere',
  'mouth',
  'ova',
  'stad',
  'ton',
  'vale',
  'wick',
] as const;
const GIVEN = [
  'Ada',
  'Bram',
  'Cleo',
  'Dorian',
  'Edda',
  'Falk',
  'Greta',
  'Hanno',
  'Ines',
  'Jorin',
  'Kaia',
  'Lovro',
  'Mirel',
  'Nils',
  'Orla',
  'Pavo',
  'Runa',
  'Sander',
  'Tilda',
  'Urs',
] as const;
const ROLES = [
  'mayor',
  'fire chief',
  'nurse',
  'shopkeeper',
  'district governor',
  'aid worker',
  'police spokesman',
  'retired teacher',
  'harbour master',
  'deputy minister',
  'farmer',
  'hospital director',
] as const;
const TOPIC_NAMES = Object.keys(TOPICS) as [string, ...string[]];
const FIRST_DAY = Date.UTC(2031, 0, 1);
const DAY = 86_400_000;

export function inventStory(chance: Chance, topic: string = chance.pick(TOPIC_NAMES)): Story {
  const slots = {
    place: name(chance),
    region: name(chance),
    country: name(chance),
    river: name(chance),
    n1: String(2 + chance.below(400)),
    n2: (1000 + chance.below(60_000)).toLocaleString('en'),
    n3: String(10 + chance.below(900)),
    n4: (500 + chance.below(20_000)).toLocaleString('en'),
  };
  const general = shuffled(chance, GENERAL_FACTS).slice(0, 4 + chance.below(4));
  const quotations = shuffled(chance, QUOTES)
    .slice(0, 3)
    .map((words) => ({
      words: choose(chance, words),
      speaker: `${chance.pick(GIVEN)} ${name(chance)}`,
      role: chance.pick(ROLES),
    }));
  const day = new Date(FIRST_DAY + chance.below(300) * DAY).toISOString().slice(0, 10);
  return { slots, facts: [...(TOPICS[topic] ?? []), ...general], quotations, day };
}

export const name = (chance: Chance): string =>
  `${chance.pick(STARTS)}${chance.pick(MIDDLES)}${chance.pick(ENDS)}`;

/** One of the alternatives of each brace. */
export const choose = (chance: Chance, phrase: string): string =>
  phrase.replace(/\{([^{}]*)\}/g, (_, inner: string) =>
    chance.pick(inner.split('|') as [string, ...string[]]),
  );

export function shuffled<T>(chance: Chance, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
