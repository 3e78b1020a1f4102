import { chosenView } from './chosen-view.js';
import { exitCodeOf } from './naming-options.js';

it.each(['rebuild', 'parked'])('refuses a view that is none as wrong words of %s', (verb) => {
  expect.assertions(2);
  try {
    chosenView(verb, 'nothing');
  } catch (error) {
    expect(exitCodeOf(error, verb)).toBe(2);
    expect((error as Error).message).toMatch(
      /^\w+: view: there is no view "nothing"; there are: .*claim-cards/,
    );
  }
});
