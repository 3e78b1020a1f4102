import { CreateProcesses1795500000000 } from './migrations/1795500000000-create-processes.js';

export * from './errors.js';
export { registerLinkingMetrics } from './lag/linking-metrics.js';
export { decisionProcesses } from './processes.js';
export {
  actorOf,
  isOwn,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from './runner/decision-process.js';
export { ProcessRunner, type ProcessRunnerOptions } from './runner/process-runner.js';

export const linkingMigrations = [CreateProcesses1795500000000];
