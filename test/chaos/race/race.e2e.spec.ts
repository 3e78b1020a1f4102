import { itHolds } from '../it-holds.js';
import { race } from './race.js';

describe('12 writers with rollbacks and cut connections, 3 tails', () => {
  itHolds(race);
});
