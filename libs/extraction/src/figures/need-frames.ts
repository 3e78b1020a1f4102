import { lowerAt } from '../words/words.js';
import { cue, frame, onlyBehind, set, type Frame } from './frame.js';

const NEEDED = set(
  `aid assistance food water help relief supplies ration rations sanitation medicine medicines nutrition meals humanitarian
  life-saving lifesaving enough necessities support shelter protection handouts charity donations nutritional`,
);

/** What keeps alive those who have nothing of their own. */
const RELIEF = set(
  'aid assistance relief handout handouts rations donations charity soup humanitarian airdrops vouchers parcels food support',
);

const HUNGER = set(
  `hunger starvation famine catastrophe catastrophic malnutrition undernutrition insecurity food food-insecure destitution wasting stunting emergency crisis`,
);

const NEED = cue('act', 'population_in_need', 'stock', null);

/** What people lack, and how hungry they are. */
export const NEED_FRAMES: readonly Frame[] = [
  frame(
    NEED,
    'need needs needed needing require requires required requiring lack lacks lacked lacking without want awaiting await',
    [NEEDED, 4],
  ),
  frame(
    NEED,
    'depend depends depended depending rely relies relied relying reliant dependent surviving subsisting',
    ['on upon', 2],
    [RELIEF, 4],
  ),
  frame(NEED, 'in at', ['acute severe extreme critical', 1], [HUNGER, 2]),
  onlyBehind(
    (words, at) => /^(?:ha(?:ve|s|d)|having|with)$/.test(lowerAt(words, at)),
    frame(NEED, 'no little', [NEEDED, 3]),
  ),
  frame(
    NEED,
    'face faces faced facing suffer suffers suffered suffering experience experiencing experienced endure enduring risk risking',
    [HUNGER, 5],
  ),
  frame(NEED, 'classified classed', ['in as', 1], [HUNGER, 4]),
  frame(NEED, 'classified classed', ['in', 1], ['phase', 2]),
  frame(NEED, 'in', ['ipc', 1], ['phase', 1]),
  frame(NEED, 'in', ['phase', 1], ['3 4 5 three four five iii iv v', 1]),
  frame(NEED, 'go goes going gone went', ['hungry', 1]),
  frame(NEED, 'on at', ['brink edge verge risk', 2], ['famine starvation', 3]),
  frame(NEED, 'struggle struggles struggling unable cannot', ['to feed', 1], ['feed eat themselves', 2]),
  frame(NEED, 'living live lived', ['in', 1], ['emergency crisis famine famine-like hunger', 3]),
];
