import type { NewEvent } from '#event-store';
import { Chance } from '../support/chance.js';

/** The event of every bench: a reported figure of 593 bytes of data and 73 of meta, the same for ours and for peers. */
export interface BenchEvent extends NewEvent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
}

export const DATA_BYTES = 593;
export const META_BYTES = 73;
/** As many as an article has, about. */
export const EVENTS_A_STREAM = 20;

const PLACES = ['Westhaven', 'Northmoor', 'Eastbridge', 'Southfield', 'Millbrook', 'Stonegate'];
const SPEAKERS = [
  'the mayor',
  'a spokesman',
  'the governor',
  'an aid group',
  'two residents',
  'a rescue worker',
];

/** `count` events that differ, the same for the same seed. */
export function benchEvents(count: number, seed = 1): BenchEvent[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, i) => benchEvent(i, chance));
}

function benchEvent(number: number, chance: Chance): BenchEvent {
  const value = 100 + chance.below(90_000);
  const place = PLACES[number % PLACES.length];
  const speaker = SPEAKERS[chance.below(SPEAKERS.length)];
  const start = chance.below(4_000);
  const data = {
    mentionId: `mention-${hex(chance, 12)}`,
    metric: 'displaced',
    measure: 'stock',
    quantifier: 'at_least',
    value,
    unit: 'person',
    status: 'reported',
    place: { name: place, role: 'from' },
    period: { from: '2026-03-01', to: '2026-03-09' },
    attribution: [{ speaker, verb: 'said' }],
    span: { start, end: start + 24, words: `at least ${value} people` },
    sentence: '',
  };
  const filler = DATA_BYTES - JSON.stringify(data).length;
  return {
    type: 'FigureReported',
    schemaVersion: 1,
    data: {
      ...data,
      sentence: sentenceOf(filler, `At least ${value} people have left ${place}, ${speaker} said. `),
    },
    meta: { extractor: 'figures/1.4.0', trace: hex(chance, META_BYTES - 40) },
  };
}

const sentenceOf = (length: number, text: string): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const hex = (chance: Chance, length: number): string =>
  Array.from({ length }, () => chance.below(16).toString(16)).join('');
