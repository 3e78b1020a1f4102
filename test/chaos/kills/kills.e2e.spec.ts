import { killLeftPrograms } from '../child-program.js';
import { itHolds } from '../it-holds.js';
import { kills } from './kills.js';

describe('kill -9 of the server, its backends, the writer and the workers', () => {
  afterAll(killLeftPrograms);
  itHolds(kills);
});
