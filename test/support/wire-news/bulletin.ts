import type { Chance } from '../chance.js';
import { name, shuffled } from './story.js';

/** A series of bulletins: one text that is filled in anew for each issue. */
export interface BulletinSeries {
  readonly outlet: string;
  readonly lines: readonly string[];
}

/** `[n]` is another number in each issue, `[place]` one name in all of them; the lines stand in the order of the series. */
const LINES = [
  'As of [n] p.m. the authority counts [n] displaced people in [n] camps of [place] district, according to the daily bulletin.',
  'In the past [n] hours [n] new cases were confirmed and [n] patients left the hospital of [place].',
  'The level of the river at [place] stood at [n] centimetres this morning, after [n] centimetres the day before.',
  'Of the [n] schools in the district [n] remain closed and [n] serve as shelters for families.',
  'The road between [place] and the coast is passable for lorries up to [n] tonnes until [n] p.m. every day.',
  'Relief teams handed out [n] food parcels, [n] blankets and [n] hygiene kits since the last bulletin.',
  'Power is back in [n] of [n] quarters; repair crews expect the rest to follow within [n] days.',
  'Anyone who misses a relative may call the hotline of the district office between eight in the morning and six in the evening.',
  'The fund for the affected households has received donations worth [n] million so far.',
  'Water from the wells in [place] must be boiled for [n] minutes before anybody drinks it.',
];

/** What changes in words from issue to issue. */
const OUTLOOKS = [
  'Forecasters expect rain in the hills and a calm night by the sea.',
  'Fog will keep helicopters on the ground until noon at the earliest.',
  'Strong winds may slow the work of the repair crews tomorrow.',
  'A dry and sunny day lies ahead for the whole of the district.',
] as const;

export function inventSeries(chance: Chance): BulletinSeries {
  const place = name(chance);
  const lines = shuffled(chance, LINES).slice(0, 6 + chance.below(4));
  return {
    outlet: `${name(chance)} District Office`,
    lines: lines.map((line) => line.replaceAll('[place]', place)),
  };
}

/** Another day's issue: the words of the series with the numbers of that day. */
export const writeBulletin = (chance: Chance, { lines }: BulletinSeries): string =>
  ['Daily bulletin', ...lines, chance.pick(OUTLOOKS)]
    .join('\n\n')
    .replace(/\[n\]/g, () => (1 + chance.below(1 + chance.below(3000))).toLocaleString('en'));
