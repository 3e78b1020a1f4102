import type { ClaimCard } from './claim-card.js';
import { claimInWords } from './claim-in-words.js';

it.each([
  ['injured', 'injured (flow), Torvand'],
  ['women', 'injured (flow), women, Torvand'],
])('tells once what the metric says of those who were counted: %s', (population, words) => {
  const card = { metric: 'injured', measure: 'flow', population, place: 'Torvand', periodStart: null };
  expect(claimInWords(card as ClaimCard)).toBe(words);
});
