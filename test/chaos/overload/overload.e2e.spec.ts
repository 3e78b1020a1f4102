import { itHolds } from '../it-holds.js';
import { overload } from './overload.js';

describe('200 connections that write and read at once, beside rebuilds', () => {
  itHolds(overload);
});
