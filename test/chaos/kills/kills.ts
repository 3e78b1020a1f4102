import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type OpenEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations } from '#linking';
import { loadConfig } from '#platform';
import { projectionMigrations, registerViews } from '#projections';
import { Chance } from '../../support/chance.js';
import { silent } from '../chaos-database.js';
import { pauseFor } from '../race/writers.js';
import type { Figures, Scenario, Sizes } from '../scenario.js';
import { allViews } from './all-views.js';
import { checkLog, readAcknowledged } from './check-log.js';
import { countParked, differingViews, untilLevel } from './check-views.js';
import { Cluster } from './cluster.js';
import { Crew } from './crew.js';
import { appendUnsafely } from './lost-acknowledgements.js';

const LONGEST_QUIET_MS = 800;
const FAULTS = ['kill a worker', 'freeze a worker', 'kill a backend', 'kill the writer'] as const;

export const kills: Scenario = {
  name: 'kills',
  promise:
    'What was acknowledged is never lost, and the views are those of a fresh rebuild, whatever is killed and whenever.',
  short: { seconds: 0, rounds: 3 },
  long: { seconds: 0, rounds: 20 },
  run: runKills,
  broken: ({ lost, doubled, holes, differing_views, parked, acknowledged, retries, control_lost }) =>
    [
      lost ? `${lost} acknowledged appends lost` : '',
      doubled ? `${doubled} appends written twice` : '',
      holes ? `${holes} holes` : '',
      differing_views ? `${differing_views} views differ from a rebuild` : '',
      parked ? `${parked} events parked` : '',
      acknowledged && retries ? '' : 'no append was hit by a kill',
      control_lost ? '' : 'the control lost nothing, so the kills prove nothing',
    ].filter(Boolean),
};

async function runKills(sizes: Sizes, say: (line: string) => void): Promise<Figures> {
  const cluster = await Cluster.start();
  const notes = mkdtempSync(join(tmpdir(), 'claimtrail-chaos-'));
  const chance = new Chance(sizes.seed);
  const crew = new Crew(cluster.url, join(notes, 'acknowledged.ndjson'), chance);
  const log = await openEventStore(
    loadConfig({ DATABASE_URL: cluster.url }),
    [...projectionMigrations, ...gazetteerMigrations, ...linkingMigrations],
    silent,
  );
  try {
    await registerViews(log.database.writer, allViews);
    await crew.start();
    const rounds = new Rounds(cluster, crew, log, chance, say);
    for (let n = 1; n <= sizes.rounds; n++) await rounds.next(n);
    await crew.end();
    say('control: acknowledged before it is on disk');
    const unsafe = await appendUnsafely(cluster);
    await cluster.startAgain();
    const { lost } = await checkLog(log.database, unsafe);
    return { ...rounds.figures, control_acknowledged: unsafe.length, control_lost: lost };
  } finally {
    await crew.end();
    await log.close();
    await cluster.remove();
    rmSync(notes, { recursive: true });
  }
}

/** Each: write, hurt a process, kill the server, start it again, look at everything. */
class Rounds {
  figures: Record<string, number> = {};

  constructor(
    private readonly cluster: Cluster,
    private readonly crew: Crew,
    private readonly log: OpenEventStore,
    private readonly chance: Chance,
    private readonly say: (line: string) => void,
  ) {}

  async next(round: number): Promise<void> {
    const { cluster, crew, chance } = this;
    crew.write();
    await pauseFor(200 + chance.below(LONGEST_QUIET_MS));
    // In turn, so that every run has each; when in the round is chance.
    await this.hurt(FAULTS[round % FAULTS.length] ?? 'kill a worker');
    await pauseFor(chance.below(LONGEST_QUIET_MS));
    cluster.killPostmaster();
    this.count('server_kills');
    this.longest('longest_recovery_ms', await cluster.startAgain());
    await pauseFor(chance.below(LONGEST_QUIET_MS));
    this.figures['retries'] = (this.figures['retries'] ?? 0) + (await crew.pause());
    await this.look(round);
  }

  private async hurt(fault: (typeof FAULTS)[number]): Promise<void> {
    this.count(fault.replaceAll(' ', '_'));
    if (fault === 'kill the writer') return this.crew.killWriter();
    if (fault === 'kill a worker') return this.crew.killWorker(await this.leader());
    if (fault === 'freeze a worker') return this.crew.freezeWorker(await this.leader());
    const backends = await this.cluster.processes('client backend');
    const victim = backends[this.chance.below(backends.length)];
    if (victim !== undefined) process.kill(victim, 'SIGKILL');
  }

  /** The process that writes the views now: the one whose end hurts. */
  private async leader(): Promise<number> {
    const { rows } = await this.log.database.writer.query<{ pid: string }>(
      `SELECT split_part(holder, '/', 2) AS pid FROM views.lease WHERE view = 'counting' AND expires_at > now()`,
    );
    return Number(rows[0]?.pid ?? 0);
  }

  private async look(round: number): Promise<void> {
    const { database, store } = this.log;
    const acknowledged = readAcknowledged(this.crew.acknowledgements);
    const began = performance.now();
    await untilLevel(database, store, allViews);
    this.longest('longest_catch_up_ms', performance.now() - began);
    const state = await checkLog(database, acknowledged);
    const differing = await differingViews(database, store, allViews);
    const parked = await countParked(database);
    this.figures['acknowledged'] = acknowledged.length;
    this.figures['written_though_unanswered'] = acknowledged.filter(
      ({ outcome }) => outcome === 'duplicate',
    ).length;
    this.figures['events'] = state.events;
    this.worst('lost', state.lost);
    this.worst('doubled', state.doubled);
    this.worst('holes', state.holes);
    this.worst('parked', parked);
    this.figures['differing_views'] = (this.figures['differing_views'] ?? 0) + differing.length;
    this.say(
      `round ${round}: ${acknowledged.length} acknowledged, ${state.events} events, ${state.lost} lost, ${state.doubled} doubled, ${state.holes} holes, other rows in [${differing.join()}]`,
    );
  }

  private count(name: string): void {
    this.figures[name] = (this.figures[name] ?? 0) + 1;
  }

  private worst(name: string, value: number): void {
    this.figures[name] = Math.max(this.figures[name] ?? 0, value);
  }

  private longest(name: string, milliseconds: number): void {
    this.worst(name, Math.round(milliseconds));
  }
}
