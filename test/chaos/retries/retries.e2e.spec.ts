import { itHolds } from '../it-holds.js';
import { retries } from './retries.js';

describe('commands whose connection is cut before or after they are done', () => {
  itHolds(retries);
});
