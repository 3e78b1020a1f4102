import { lowerAt, type Word } from '../words/words.js';
import { cue, frame, inCrisisOnly, onlyBehind, onlyIn, set, type Frame } from './frame.js';

const NEEDED = set(
  `aid assistance food water help relief supplies ration rations sanitation medicine medicines nutrition meals humanitarian
  life-saving lifesaving enough necessities shelter handouts charity donations nutritional`,
);

/** What keeps alive those who have nothing of their own. */
const RELIEF = set(
  'aid assistance relief handout handouts rations donations charity soup humanitarian airdrops vouchers parcels food support',
);

/** Needed by the hungry as by any bill or firm. */
const BACKING = set('support protection');

const NEEDS = set(
  'need needs needed needing require requires required requiring lack lacks lacked lacking without awaiting await',
);

const HUNGER = set(
  `hunger starvation famine catastrophe catastrophic malnutrition undernutrition insecurity food food-insecure destitution wasting stunting emergency crisis`,
);

/** From phase 3 on, the Integrated Food Security Phase Classification (IPC) speaks of crisis: 1 is minimal, 2 stressed. */
const CRISIS_PHASE = set('3 4 5 three four five iii iv v');

const NEED = cue('act', 'population_in_need', 'stock', null);

/** What people lack, and how hungry they are. */
export const NEED_FRAMES: readonly Frame[] = [
  frame(NEED, NEEDS, [NEEDED, 4]),
  inCrisisOnly(frame(NEED, NEEDS, [BACKING, 4])),
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
  frame(NEED, 'in as', ['ipc', 1], ['phase phases', 1], [CRISIS_PHASE, 1]),
  onlyIn(tellsNoProject, frame(NEED, 'in as', ['phase phases', 1], [CRISIS_PHASE, 1])),
  frame(NEED, 'go goes going gone went', ['hungry', 1]),
  frame(NEED, 'on at', ['brink edge verge risk', 2], [HUNGER, 4]),
  frame(NEED, 'food', ['insecure', 1]),
  frame(NEED, 'struggle struggles struggling unable cannot', ['to feed', 1], ['feed eat themselves', 2]),
  frame(NEED, 'living live lived', ['in', 1], ['emergency crisis famine famine-like hunger', 3]),
];

/** Drugs are tried and roads are built in phases too. */
function tellsNoProject(words: readonly Word[]): boolean {
  return !words.some(({ lower }) =>
    /^(?:trials?|vaccines?|drugs?|clinical|projects?|construction)$/.test(lower),
  );
}
