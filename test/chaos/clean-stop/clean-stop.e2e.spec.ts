import { killLeftProcesses } from '../../support/claimtrail-process.js';
import { killLeftPrograms } from '../child-program.js';
import { itHolds } from '../it-holds.js';
import { cleanStop } from './clean-stop.js';

describe('SIGTERM in the middle of work', () => {
  afterAll(async () => {
    await killLeftPrograms();
    await killLeftProcesses();
  });
  itHolds(cleanStop);
});
