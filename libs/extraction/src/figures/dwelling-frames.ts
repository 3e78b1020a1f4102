import type { Cue } from './cue.js';
import { frame, set, type Frame } from './frame.js';
import { DWELLING_CUES } from './metric-cues.js';

export const DESTROYED = DWELLING_CUES.get('destroyed') as Cue;
const DAMAGED = DWELLING_CUES.get('damaged') as Cue;

/** What is left of what burned or fell. */
export const REMAINS = set(
  'rubble ruins ash ashes dust debris matchwood splinters shells shell heaps heap pile piles',
);

/** What became of dwellings, told in more than a word. */
export const DWELLING_FRAMES: readonly Frame[] = [
  frame(DESTROYED, 'reduced turned pounded bombed', ['to into', 1], [REMAINS, 3]),
  frame(DESTROYED, 'in', [REMAINS, 1]),
  frame(DESTROYED, 'beyond past', ['repair saving', 1]),
  frame(DESTROYED, 'burned burnt', ['to down', 1]),
  frame(DESTROYED, 'bulldozed torn pulled knocked came fell caved', ['down in', 1]),
  frame(DESTROYED, 'declared deemed rendered made left is are was were', ['uninhabitable condemned', 2]),
  frame(DAMAGED, 'with suffered sustained had have showing', ['cracks damage damages leaks holes', 3]),
  frame(DAMAGED, 'lost lose losing without', ['roof roofs windows walls', 3]),
  frame(DAMAGED, 'declared deemed rendered made left is are was were', [
    'unsafe unstable waterlogged roofless',
    2,
  ]),
  frame(DAMAGED, 'under', ['water', 2]),
  frame(DAMAGED, 'filled', ['with', 1], ['water mud silt', 2]),
];
