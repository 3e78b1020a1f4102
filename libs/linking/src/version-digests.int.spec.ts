import { createHash } from 'node:crypto';
import { decisionsOnFixedLog } from '../../../test/support/fixed-log.js';
import { PropositionLinker } from './proposition-linker/proposition-linker.process.js';
import { decisionProcesses } from './processes.js';
import { actorOf, type DecisionProcess } from './runner/decision-process.js';
import { RELEASED, VERSION_DIGESTS } from './version-digests.js';

type Digests = typeof VERSION_DIGESTS;

const sha256 = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

/** What to do about a process that decides otherwise under its version; null where it decides as recorded. */
function adviceFor(process: DecisionProcess, digest: string, known: Digests): string | null {
  const { name, version } = process;
  if (known[name]?.[version] === digest) return null;
  return (RELEASED.versions as readonly string[]).includes(actorOf(process))
    ? `${actorOf(process)} is released and decides otherwise: raise its version and add the digest ${digest} to version-digests.ts.`
    : `${actorOf(process)} is not released yet: record its digest ${digest} in version-digests.ts.`;
}

const sealOf = (known: Digests): string =>
  sha256(
    RELEASED.versions.map((actor) => {
      const [name = '', version = ''] = actor.split('/');
      return `${actor} ${known[name]?.[version] ?? ''}`;
    }),
  );

const processes = decisionProcesses({ select: () => Promise.resolve([]) });

describe('the version of every process', () => {
  it.each(processes.map((process, at) => [process.name, process, at] as const))(
    'of %s is raised whenever it decides otherwise',
    async (_name, process, at) => {
      const decisions = await decisionsOnFixedLog((rows) => decisionProcesses(rows)[at]!);
      expect(decisions.length).toBeGreaterThan(2);
      expect(adviceFor(process, sha256(decisions), VERSION_DIGESTS)).toBeNull();
    },
  );

  it('would be asked for where one decided otherwise on a single report', async () => {
    const linker = new PropositionLinker();
    const decide: DecisionProcess['decide'] = (batch, context) =>
      linker.decide(
        batch.filter(({ data }) => !JSON.stringify(data).includes('That is not so')),
        context,
      );
    const { name, version, reads, folds } = linker;
    const decisions = await decisionsOnFixedLog(() => ({ name, version, reads, folds, decide }));
    expect(adviceFor(linker, sha256(decisions), VERSION_DIGESTS)).toMatch(/record its digest [0-9a-f]{64}/);
  });

  it('keeps its digest once it is released', () => {
    expect(sealOf(VERSION_DIGESTS)).toBe(RELEASED.seal);
    expect(sealOf({ ...VERSION_DIGESTS, 'wire-clusters': { '1.0.0': 'another' } })).not.toBe(RELEASED.seal);
    const resolver = processes.find(({ name }) => name === 'entity-resolver')!;
    const released = Object.assign(Object.create(resolver) as DecisionProcess, { version: '1.0.0' });
    expect(adviceFor(released, 'another', VERSION_DIGESTS)).toMatch(/raise its version/);
  });
});
