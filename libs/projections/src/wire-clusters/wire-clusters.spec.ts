import { buildEvent, type ClaimtrailEvent } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { storedLog } from '../../../../test/support/stored-log.js';
import { MemoryWriter } from '../testing/index.js';
import type { Row } from '../view-table.js';
import { wireClustersProjection } from './wire-clusters.projection.js';
import { wirePrintingTable } from './wire-clusters.tables.js';

const ARTICLE = deterministicId('article', 'a');
const [ONE, OTHER] = [deterministicId('cluster', 1), deterministicId('cluster', 2)];

const clustered = (clusterId: string, role: 'original' | 'copy' = 'copy') =>
  buildEvent('ArticleClustered', {
    articleId: ARTICLE,
    clusterId,
    method: 'minhash/1',
    similarity: 0.9,
    role,
  });
const unclustered = (decidedBy: string) =>
  buildEvent('ArticleUnclustered', { articleId: ARTICLE, clusterId: ONE, decidedBy, reasons: [] });
const reverted = (decisionType: string, decisionId: string) =>
  buildEvent('DecisionReverted', {
    decisionType,
    decisionId,
    claimId: null,
    reportId: null,
    reason: 'a slip',
  });

const logOf = (events: readonly ClaimtrailEvent[]): StoredEvent[] =>
  storedLog([{ stream: `article-${ARTICLE}`, events }]);

/** Where it stood: "from-until where". */
async function history(events: readonly ClaimtrailEvent[]): Promise<string[]> {
  const view = new MemoryWriter();
  await wireClustersProjection.apply(logOf(events), view);
  const rows = await view.load(wirePrintingTable, 'test', 'article_id', [ARTICLE]);
  const where = (row: Row) =>
    row['apart_by'] ? 'apart' : `${String(row['role'])} of ${row['cluster_id'] === ONE ? 'one' : 'other'}`;
  return rows.map(
    (row) => `${row['seq'] as bigint}-${(row['until_seq'] as bigint | null) ?? ''} ${where(row)}`,
  );
}

describe('the wire clusters', () => {
  it('keep where an article stood before', async () => {
    const events = [
      clustered(ONE),
      clustered(ONE, 'original'),
      clustered(OTHER),
      unclustered('wire-clusters/1.0.0'),
    ];
    expect(await history(events)).toEqual(['1-2 copy of one', '2-3 original of one', '3-4 copy of other']);
  });

  it('keep apart what people took out, whatever the process decided meanwhile', async () => {
    const events = [clustered(ONE), unclustered('ada'), clustered(OTHER), unclustered('wire-clusters/1.0.0')];
    expect(await history(events)).toEqual(['1-2 copy of one', '2- apart']);
  });

  it('let it in again when that is undone', async () => {
    const events = [clustered(ONE), unclustered('ada')];
    const id = logOf(events)[1]!.eventId;
    const undone = [...events, reverted('ArticleUnclustered', id), clustered(ONE)];
    expect(await history(undone)).toEqual(['1-2 copy of one', '2-3 apart', '4- copy of one']);
  });

  it('keep apart an article whose clustering people undid', async () => {
    const events = [clustered(ONE)];
    const id = logOf(events)[0]!.eventId;
    expect(await history([...events, reverted('ArticleClustered', id)])).toEqual([
      '1-2 copy of one',
      '2- apart',
    ]);
  });

  it('pass over what is undone of other kinds', async () => {
    expect(await history([clustered(ONE), reverted('ReportLinked', ONE)])).toEqual(['1- copy of one']);
  });
});
