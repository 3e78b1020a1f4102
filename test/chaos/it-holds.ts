import { seedOfRun, type Scenario } from './scenario.js';

/** Runs a scenario in its short form as a test; a failure shows the seed and everything it counted. */
export function itHolds(scenario: Scenario): void {
  it(
    scenario.promise,
    async () => {
      const seed = seedOfRun();
      const said: string[] = [];
      const figures = await scenario.run({ ...scenario.short, seed }, (line) => said.push(line));
      const problems = scenario.broken(figures);
      expect(problems.length === 0 ? [] : [{ problems, seed, figures, said }]).toEqual([]);
    },
    240_000,
  );
}
