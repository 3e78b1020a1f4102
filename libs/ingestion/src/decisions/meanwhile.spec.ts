import type { History } from './history.js';
import { requireVersion } from './meanwhile.js';

it('says of a version that is not reached yet that it is not, and of none that somebody decided first', () => {
  const history: History = {
    ...{ stream: 'report-1', version: 2, events: [], standing: [], reverted: new Set<string>() },
  };
  expect(() => requireVersion(history, 99)).toThrow(
    'Version 99 is not reached yet: "report-1" is at version 2. Nothing was recorded',
  );
  expect(() => requireVersion(history, 1)).toThrow('Somebody else decided first');
});
