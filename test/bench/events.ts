import type { NewEvent } from '#event-store';

/** The event of every bench: a reported figure of 593 bytes of data and 73 of meta, the same for ours and for peers. */
export interface BenchEvent extends NewEvent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
}

export const DATA_BYTES = 593;
export const META_BYTES = 73;

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
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => benchEvent(i, random));
}

function benchEvent(number: number, random: () => number): BenchEvent {
  const value = 100 + Math.floor(random() * 90_000);
  const place = PLACES[number % PLACES.length];
  const speaker = SPEAKERS[Math.floor(random() * SPEAKERS.length)];
  const start = Math.floor(random() * 4_000);
  const data = {
    mentionId: `mention-${hex(random, 12)}`,
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
    meta: { extractor: 'figures/1.4.0', trace: hex(random, META_BYTES - 40) },
  };
}

const sentenceOf = (length: number, text: string): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

/** mulberry32: small, and the same on every computer. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
