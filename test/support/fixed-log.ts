import { buildEvent, foldName, type ClaimtrailEvent, type EventData } from '#domain';
import type { StoredEvent } from '#event-store';
import type { RowReader } from '#gazetteer';
import type { DecisionProcess } from '#linking';
import {
  append,
  articleIdOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from './invented-articles.js';
import { LinkingLog } from './linking-log.js';
import { source } from './sourced-articles.js';

const WIRE =
  'Northwire: Westhaven, 4 May. Rescuers in the flooded harbour of Westhaven said on Sunday that they had brought the last families out of the lower quarter after the river had risen for three days. The ferry to Norvale was stopped at noon, and the road along the dyke is closed to all but the fire brigade. Schools stay shut until Thursday, the mayor said.';
const SAFE = 'The dam of Westhaven is safe and will hold the spring flood';
const FLED = { metric: 'displaced', measure: 'flow' } as const;
const at = (text: string): EventData<'FigureReported'>['places'] => [{ text, role: 'origin', span: null }];
const since = (start: string): EventData<'FigureReported'>['period'] => ({
  ...{ start, end: null, accuracy: 'day', text: 'since then' },
});

/** Articles of every kind that a process decides on: wire copies, sources, places in places, statements told again, a denial. */
const ARTICLES: readonly InventedArticle[] = [
  { name: 'wire', outlet: 'Northwire', publishedAt: '2031-05-04T09:00:00Z', text: WIRE },
  {
    ...{ name: 'copy', outlet: 'Harbour Post', publishedAt: '2031-05-04T13:00:00Z' },
    text: `${WIRE} Some 40 people fled Westhaven, the Norvale Agency for Relief (NAR) said.`,
    figures: [
      {
        ...{
          words: 'Some 40 people',
          value: 40,
          ...FLED,
          places: at('Westhaven'),
          period: since('2031-05-01'),
        },
        attribution: [source('Norvale Agency for Relief', 'organisation')],
      },
    ],
  },
  {
    ...{ name: 'city', outlet: 'Dale Gazette', publishedAt: '2031-05-05' },
    text: 'At least 50 people fled Melhaven. 12 people were killed. NAR counted 90 people in Norvale.',
    figures: [
      { words: '50 people', ...FLED, places: at('Melhaven'), period: since('2031-05-01') },
      { words: '12 people', metric: 'killed', measure: 'flow', places: at('Westhaven'), period: null },
      {
        ...{ words: '90 people', ...FLED, places: at('Norvale'), period: null },
        attribution: [source('NAR', 'organisation')],
      },
    ],
  },
  {
    ...{ name: 'dam', publishedAt: '2031-05-06', text: `${SAFE}. That is not so, residents said.` },
    statements: [{ quote: SAFE, speaker: 'Mevlin Sarkhov' }],
    claims: [{ quote: SAFE }, { quote: 'That is not so', answers: SAFE }],
  },
  {
    ...{ name: 'again', publishedAt: '2031-05-08', text: `${SAFE} of the river. The dam is not safe.` },
    statements: [{ quote: `${SAFE} of the river`, speaker: 'Sarkhov' }],
    claims: [{ quote: 'The dam is not safe' }],
  },
  {
    ...{
      name: 'toll',
      outlet: 'Coast Mail',
      publishedAt: '2031-05-07',
      text: '20 people were killed. 95 people fled.',
    },
    figures: [
      { words: '20 people', metric: 'killed', measure: 'flow', places: at('Westhaven'), period: null },
      { words: '95 people', ...FLED, places: at('Norvale'), period: null },
    ],
  },
];

/** What comes when the processes have decided on those: words that join what was apart. */
const LATER: readonly InventedArticle[] = [
  { name: 'late wire', outlet: 'Coast Mail', publishedAt: '2031-05-04T08:00:00Z', text: WIRE },
  {
    ...{
      name: 'both',
      publishedAt: '2031-05-09',
      text: '60 people fled Westhaven, 30 people fled Melhaven.',
    },
    figures: [
      { words: '60 people', ...FLED, places: at('Westhaven'), period: since('2031-05-01') },
      { words: '30 people', ...FLED, places: at('Melhaven'), period: since('2031-05-01') },
    ],
  },
  {
    name: 'short',
    publishedAt: '2031-05-09',
    text: `${SAFE}.`,
    claims: [{ quote: 'will hold the spring flood' }],
  },
];

const PLACES = [
  { id: 'invented:norvale', name: 'Norvale', kind: 'region', within: null },
  { id: 'invented:westhaven', name: 'Westhaven', kind: 'settlement', within: 'invented:norvale' },
  { id: 'invented:melhaven', name: 'Melhaven', kind: 'district', within: 'invented:westhaven' },
];

const correction = (name: string, kind: 'figure' | 'claim', words: string, field: string, to: unknown) =>
  buildEvent('ReportCorrected', {
    ...{ reportId: reportIdOf(name, 1, kind, words), articleId: articleIdOf(name), kind: 'extraction' },
    ...{ reason: 'read wrongly', evidence: null, salt: '0'.repeat(32), changes: [{ field, from: null, to }] },
  });

const byHand = { decidedBy: 'editor', reasons: ['a test'] };

/** What a person decides in between; the claims are those that the process itself found. */
async function decideByHand(log: LinkingLog): Promise<void> {
  const toll = reportIdOf('toll', 1, 'figure', '20 people');
  const said = reportIdOf('again', 1, 'statement', `${SAFE} of the river`);
  for (const reportId of [toll, said]) {
    const [claimId] = await log.claimsOf(reportId);
    if (claimId !== undefined)
      await log.decide(`claim-${claimId}`, buildEvent('ReportUnlinked', { claimId, reportId, ...byHand }));
  }
  const correct = (event: ClaimtrailEvent) =>
    log.decide(`report-${(event.data as { reportId: string }).reportId}`, event);
  await correct(correction('toll', 'figure', '95 people', 'places', at('Westhaven')));
  await correct(correction('again', 'claim', 'The dam is not safe', 'proposition', SAFE));
}

/** Lets a process decide on the fixed log, in a database of its own. Gives its decisions, unsigned, in the order of the log. */
export async function decisionsOnFixedLog(
  processOn: (rows: RowReader) => DecisionProcess,
): Promise<string[]> {
  const log = await LinkingLog.open();
  try {
    const process = processOn({
      select: async (sql, values) => (await log.pool.query(sql, [...values])).rows as never,
    });
    await knowPlaces(log);
    for (const article of ARTICLES) await append(log.store, article, eventsOf(article));
    await log.catchUp(process);
    await decideByHand(log);
    for (const article of LATER) await append(log.store, article, eventsOf(article));
    await log.catchUp(process);
    const events = await log.store.readAll(WORKSPACE, { limit: 1_000 });
    return events.filter(({ actor }) => actor.startsWith(`${process.name}/`)).map(unsigned);
  } finally {
    await log.close();
  }
}

const unsigned = ({ stream, type, data }: StoredEvent): string =>
  JSON.stringify([stream, type, { ...(data as object), decidedBy: null }]);

async function knowPlaces({ pool }: LinkingLog): Promise<void> {
  await pool.query(
    `INSERT INTO gazetteer.place (place_id, name, kind, country, within)
     SELECT id, name, kind, 'XN', within FROM json_to_recordset($1) AS given (id text, name text, kind text, within text)`,
    [JSON.stringify(PLACES)],
  );
  await pool.query(
    'INSERT INTO gazetteer.place_name (folded, place_id) SELECT * FROM unnest($1::text[], $2::text[])',
    [PLACES.map(({ name }) => foldName(name)), PLACES.map(({ id }) => id)],
  );
}
