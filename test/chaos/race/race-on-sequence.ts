import type { Database } from '#platform';
import { Chance } from '../../support/chance.js';
import type { Sizes } from '../scenario.js';
import type { History, Read, Send } from './history-checker.js';
import { connectWriter, pauseFor } from './writers.js';

const WRITERS = 12;
const ROLLBACKS = 0.2;
const LONGEST_OPEN_MS = 3;
/** Shorter than the race itself: it loses from the first moments on. */
const LONGEST_SECONDS = 10;

/**
 * CONTROL: what everybody builds first. A sequence numbers the rows when they are inserted, not when they are committed,
 * and a tail that reads "after the last number seen" goes over those that commit late.
 */
export async function raceOnSequence(database: Database, { seconds, seed }: Sizes): Promise<History> {
  await database.login.query(`
    CREATE TABLE public.naive_log (seq bigserial PRIMARY KEY, value text NOT NULL);
    GRANT SELECT, INSERT ON public.naive_log TO claimtrail_writer, claimtrail_reader;
    GRANT USAGE ON SEQUENCE public.naive_log_seq_seq TO claimtrail_writer`);
  const chance = new Chance(seed);
  const deadline = performance.now() + Math.min(seconds, LONGEST_SECONDS) * 1_000;
  const sends: Send[] = [];
  const writing = Array.from({ length: WRITERS }, async (_, n) => {
    const client = await connectWriter(database);
    const mine = chance.branch();
    for (let count = 0; performance.now() < deadline; count++) {
      const value = `w${n}-${count}`;
      await client.query('BEGIN');
      const { rows } = await client.query<{ seq: string }>(
        'INSERT INTO public.naive_log (value) VALUES ($1) RETURNING seq',
        [value],
      );
      await pauseFor(mine.next() * LONGEST_OPEN_MS);
      const outcome = mine.happens(ROLLBACKS) ? 'refused' : 'acknowledged';
      await client.query(outcome === 'refused' ? 'ROLLBACK' : 'COMMIT');
      const firstSeq = outcome === 'refused' ? undefined : Number(rows[0]?.seq);
      sends.push({ writer: `w${n}`, values: [value], outcome, firstSeq });
    }
    await client.end();
  });
  let isOver = false;
  const tail = tailNaively(database, () => isOver);
  await Promise.all(writing);
  isOver = true;
  return { sends, tails: { naive: await tail } };
}

async function tailNaively({ reader }: Database, isOver: () => boolean): Promise<Read[]> {
  const reads: Read[] = [];
  for (let cursor = 0n; ;) {
    const wasOver = isOver();
    const { rows } = await reader.query<{ seq: bigint; value: string }>(
      'SELECT seq, value FROM public.naive_log WHERE seq > $1 ORDER BY seq',
      [cursor],
    );
    for (const { seq, value } of rows) reads.push({ seq: Number(seq), value });
    cursor = rows.at(-1)?.seq ?? cursor;
    if (wasOver && rows.length === 0) return reads;
  }
}
