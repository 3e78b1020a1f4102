import '../shift-clock.js';
import 'reflect-metadata';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreUnavailable, PostgresEventStore, type NewEvent } from '#event-store';
import { createLogger, loadConfig, openDatabase } from '#platform';
import { articleIdOf, eventsOf, withdrawalOf, WORKSPACE } from '../../support/invented-articles.js';
import { articleOf } from '../../support/stored-log.js';
import { Chance } from '../../support/chance.js';

// Appends articles with several writers, and notes in a file what was acknowledged: arguments DATABASE_URL, file, seed, name.
// Told "pause", it lets every append come to its end, if need be by trying again, and says so; told "resume", it goes on.

const WRITERS = 8;
const RETRY_MS = 50;
/** Between two articles of a writer: eight of them are enough to be hit by a kill, and what they write is folded several times. */
const BREATH_MS = 20;

const [url = '', file = '', seed = '0', name = ''] = process.argv.slice(2);
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
const database = await openDatabase(loadConfig({ DATABASE_URL: url }), createLogger('silent'));
const store = new PostgresEventStore(database);
const chance = new Chance(Number(seed));

let isPaused = true;
let active = 0;
let retries = 0;
const resumed: (() => void)[] = [];

createInterface({ input: process.stdin }).on('line', (line) => {
  isPaused = line === 'pause';
  if (isPaused) return sayWhenPaused();
  for (const go of resumed.splice(0)) go();
});

function sayWhenPaused(): void {
  if (!isPaused || active > 0) return;
  say({ event: 'paused', retries });
  retries = 0;
}

/** Under one key until it is answered, however often the server falls meanwhile. */
async function append(key: string, stream: string, events: readonly NewEvent[]): Promise<void> {
  if (isPaused) await new Promise<void>((resolve) => resumed.push(resolve));
  active += 1;
  for (;;) {
    try {
      const streams = [{ stream, expectedVersion: 'any' as const, events }];
      const request = { workspace: WORKSPACE, actor: name, idempotencyKey: key, correlationId: key, streams };
      const { firstSeq, lastSeq, outcome } = await store.append(request);
      const seqs = { first: Number(firstSeq), last: Number(lastSeq) };
      appendFileSync(file, `${JSON.stringify({ key, ...seqs, outcome })}\n`);
      break;
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
      retries += 1;
      await delay(RETRY_MS);
    }
  }
  active -= 1;
  sayWhenPaused();
}

async function write(writer: string, mine: Chance): Promise<never> {
  for (let n = 0; ; n++) {
    const article = articleOf(`${writer}-${n}`, mine.below(50));
    const stream = `article-${articleIdOf(article.name)}`;
    await append(`${article.name}-1`, stream, eventsOf(article));
    if (mine.happens(0.3)) await append(`${article.name}-2`, stream, eventsOf(article, 2));
    // Events that the counting view counts: a batch that is applied twice shows in it.
    for (let times = mine.below(4); times > 0; times--)
      await append(`${article.name}-w${times}`, stream, [withdrawalOf(article)]);
    await delay(BREATH_MS);
  }
}

say({ event: 'ready' });
await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(`${name}-${n}`, chance.branch())));
