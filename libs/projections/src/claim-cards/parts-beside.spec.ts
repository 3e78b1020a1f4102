import { buildEvent, type KnownPlace } from '#domain';
import type { NewEvent, StoredEvent } from '#event-store';
import {
  articleIdOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { claimIdOf, figureIdOf } from '../../../../test/support/invented-decisions.js';
import { storedLog } from '../../../../test/support/stored-log.js';
import { MemoryWriter } from '../testing/index.js';
import { claimCardsProjection } from './claim-cards.projection.js';
import { claimCardTable } from './claim-cards.tables.js';

const article = (
  name: string,
  place: string,
  value: number,
  population: string | null = null,
): InventedArticle => ({
  name,
  publishedAt: '2031-05-01',
  text: `${value} in ${place}.`,
  figures: [
    {
      words: String(value),
      metric: 'killed',
      measure: 'flow',
      value,
      population,
      places: [{ text: place, role: 'location', span: null }],
    },
  ],
});
const linked = (claim: string, of: InventedArticle, place: KnownPlace | null = null) => ({
  stream: `claim-${claimIdOf(claim)}`,
  events: [
    buildEvent('ReportLinked', {
      claimId: claimIdOf(claim),
      reportId: figureIdOf(of),
      score: 1,
      place,
      decidedBy: 'figure-linker/1.1.0',
      reasons: [],
    }),
  ],
});
const told = (of: InventedArticle) => ({ stream: `article-${articleIdOf(of.name)}`, events: eventsOf(of) });
const aboutReport = (of: InventedArticle, event: NewEvent) => ({
  stream: `report-${figureIdOf(of)}`,
  events: [event],
});

const TOTAL = article('total', 'Norvale', 20);
const PART = article('part', 'Norvale', 30, 'children');
const DISTRICT = article('district', 'Selmouth', 25);
const city: KnownPlace = { id: 'g:norvale', within: ['country:XK'] };
const district: KnownPlace = { id: 'g:selmouth', within: ['g:norvale', 'country:XK'] };
const retraction = buildEvent('ReportRetracted', {
  reportId: figureIdOf(PART),
  articleId: articleIdOf(PART.name),
  kind: 'publisher',
  reason: 'it was not so',
  salt: '0'.repeat(32),
});

/** What the total's card says is to be looked at, where the log is folded in batches of `size`. */
async function anomaliesOfTotal(appends: Parameters<typeof storedLog>[0], size: number): Promise<unknown> {
  const view = new MemoryWriter();
  const types: readonly string[] = claimCardsProjection.types;
  const log: StoredEvent[] = storedLog(appends).filter(({ type }) => types.includes(type));
  for (let from = 0; from < log.length; from += size)
    await claimCardsProjection.apply(log.slice(from, from + size), view);
  const [card] = await view.load(claimCardTable, WORKSPACE, 'claim_id', [claimIdOf('total')]);
  return card?.['anomalies'];
}

describe.each([1, 100])('a total and parts that are claims of their own, in batches of %d', (size) => {
  const total = [told(TOTAL), linked('total', TOTAL, city)];
  const part = [told(PART), linked('part', PART)];

  it('are held against each other, whichever comes first', async () => {
    expect(await anomaliesOfTotal([...total, ...part], size)).toEqual(['parts_exceed_total']);
    expect(await anomaliesOfTotal([...part, ...total], size)).toEqual(['parts_exceed_total']);
  });

  it('are not any more where the part is taken back', async () =>
    expect(await anomaliesOfTotal([...total, ...part, aboutReport(PART, retraction)], size)).toEqual([]));

  it('are found by what links know of places', async () => {
    const inside = [told(DISTRICT), linked('district', DISTRICT, district)];
    expect(await anomaliesOfTotal([...total, ...inside], size)).toEqual(['parts_exceed_total']);
    const unknown = [told(DISTRICT), linked('district', DISTRICT)];
    expect(await anomaliesOfTotal([...total, ...unknown], size)).toEqual([]);
  });
});

it('holds the first 200 of a day and place against each other, and none of those behind', async () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => told(article(`other ${at}`, 'Norvale', 1)));
  const pair = [told(TOTAL), linked('total', TOTAL, city), told(PART), linked('part', PART)];
  expect(await anomaliesOfTotal([...others(198), ...pair], 500)).toEqual(['parts_exceed_total']);
  expect(await anomaliesOfTotal([...others(199), ...pair], 500)).toEqual([]);
  expect(await anomaliesOfTotal([...pair, ...others(250)], 100)).toEqual(['parts_exceed_total']);
});
