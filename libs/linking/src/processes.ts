import type { RowReader } from '#gazetteer';
import { EntityResolver } from './entities/entity-resolver.process.js';
import { FigureLinker } from './figure-linker/figure-linker.process.js';
import { PropositionLinker } from './proposition-linker/proposition-linker.process.js';
import type { DecisionProcess } from './runner/decision-process.js';
import { wireClusters } from './wire-clusters/wire-clusters.process.js';

/** Every process that decides on what articles report, in no order that matters. `rows` reads the gazetteer. */
export const decisionProcesses = (rows: RowReader): readonly DecisionProcess[] => [
  wireClusters,
  new EntityResolver(rows),
  new FigureLinker(rows),
  new PropositionLinker(),
];
