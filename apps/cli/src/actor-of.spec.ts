import { actorOf } from './actor-of.js';
import { exitCodeOf } from './naming-options.js';
import { ownAccount } from './own-account.js';

it('is the name that is given, else that of the account', () => {
  expect([actorOf('erase', ' records desk '), actorOf('erase', undefined)]).toEqual([
    'records desk',
    ownAccount(),
  ]);
});

it('refuses what is no name as wrong words of the verb', () => {
  expect.assertions(2);
  try {
    actorOf('parked skip', 'a\nb');
  } catch (error) {
    expect(exitCodeOf(error, 'parked')).toBe(2);
    expect((error as Error).message).toMatch(/^parked skip: --as: /);
  }
});
