import { toSince } from './as-of-options.js';

it('takes today and yesterday for days of UTC, and leaves the rest as it is', () => {
  const now = new Date('2031-03-01T00:30:00Z');
  const given = ['today', 'yesterday', '120', undefined];
  expect(given.map((since) => toSince(since, now))).toEqual(['2031-03-01', '2031-02-28', '120', undefined]);
});
