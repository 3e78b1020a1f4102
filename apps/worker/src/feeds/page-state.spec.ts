import { isDue, type PageState } from './page-state.js';

const BEGIN = Date.UTC(2031, 2, 7);
const at = (hours: number): Date => new Date(BEGIN + hours * 3_600_000);
const page = (checkedHours: number): PageState => ({
  firstSeen: at(0).toISOString(),
  checkedAt: at(checkedHours).toISOString(),
  etag: null,
  lastModified: null,
});

describe('isDue', () => {
  it('looks at a new page, and at a known one when a fifth of its age has passed', () => {
    expect(isDue(undefined, at(0), 60)).toBe(true);
    expect(isDue(page(8), at(9), 60)).toBe(false);
    expect(isDue(page(8), at(10), 60)).toBe(true);
  });

  it('waits ever longer: some forty looks in a month', () => {
    let looks = 0;
    let last = 0;
    for (let hour = 0; hour < 24 * 40; hour += 0.25) {
      if (!isDue(page(last), at(hour), 600)) continue;
      looks += 1;
      last = hour;
    }
    expect(looks).toBeGreaterThan(20);
    expect(looks).toBeLessThan(60);
    expect(last).toBeLessThanOrEqual(24 * 30);
  });

  it('waits the least time also while the page is new', () => {
    expect(isDue(page(0), at(0.1), 600)).toBe(false);
    expect(isDue(page(0), at(0.2), 600)).toBe(true);
  });
});
