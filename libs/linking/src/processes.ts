import type { RowReader } from '#gazetteer';
import type { DecisionProcess } from './runner/decision-process.js';

/** Every process that decides on what articles report, in no order that matters. `rows` reads the gazetteer. */
export const decisionProcesses = (_rows: RowReader): readonly DecisionProcess[] => [];
