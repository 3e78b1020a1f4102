import { buildEvent, type AttributionLink, type EventData } from '#domain';
import type { NewEvent } from '#event-store';
import {
  append,
  articleIdOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
} from '../../../test/support/invented-articles.js';
import { QuestionedLog } from '../../../test/support/questioned-log.js';
import { GetDossierHandler } from './dossier/get-dossier.handler.js';
import { GetDossier, type DossierEntry, type DossierFilter } from './index.js';

const WHOLE = 'Ada Moreno denied that the bridge fell';
const SAID = 'that the bridge fell';
const OTHER = 'Help is near';
const article = {
  ...{ name: 'denial', publishedAt: '2031-05-04', text: `${WHOLE}. "${OTHER}", she said.` },
  statements: [SAID, OTHER].map((quote) => ({ quote, speaker: 'Ada Moreno' })),
  claims: [{ quote: WHOLE }],
};
const [said, other, denied] = [
  reportIdOf('denial', 1, 'statement', SAID),
  reportIdOf('denial', 1, 'statement', OTHER),
  reportIdOf('denial', 1, 'claim', WHOLE),
];

/** As the reader gives a denial: her statement, and the claim that is denied, on her word. */
function denialOf(events: readonly NewEvent[]): NewEvent[] {
  const speaker = (events.find(({ type }) => type === 'StatementMade')!.data as EventData<'StatementMade'>)
    .attribution;
  return events.map((event) => {
    const { reportId } = event.data as { reportId?: string };
    const deny = (attribution: AttributionLink[]) => ({
      ...event,
      data: { ...(event.data as object), polarity: 'denied', attribution },
    });
    return reportId === said || reportId === denied ? deny(speaker) : event;
  });
}

let log: QuestionedLog;
beforeAll(async () => {
  log = await QuestionedLog.open();
  await append(log.store, article, denialOf(eventsOf(article)));
});
afterAll(() => log.close());

const dossier = async (filter: Partial<DossierFilter> = {}): Promise<DossierEntry[]> => {
  await log.level();
  const found: DossierEntry[] = [];
  for (let after: string | undefined, more = true; more;) {
    const asked = new GetDossier({ workspace: WORKSPACE, speaker: 'Ada Moreno', ...filter, after });
    const page = await new GetDossierHandler(log.views, log.store).execute(asked);
    expect(page.cursors).toHaveLength(page.items.length);
    found.push(...page.items);
    more = page.hasNextPage;
    after = page.endCursor ?? undefined;
  }
  return found;
};
const idsIn = (entries: readonly DossierEntry[]) => entries.map(({ reportId }) => reportId).sort();

describe('a denial in a dossier', () => {
  it('stands once, as the claim that tells what is denied, however long a page is', async () => {
    for (const first of [50, 1]) expect(idsIn(await dossier({ first }))).toEqual([denied, other].sort());
    expect(idsIn(await dossier({ subject: 'bridge' }))).toContain(denied);
  });

  it('stands as what she said where the claim is not in force', async () => {
    const back = { reportId: denied, articleId: articleIdOf('denial'), kind: 'extraction' as const };
    const event = buildEvent('ReportRetracted', { ...back, reason: 'misread' });
    const streams = [{ stream: `report-${denied}`, expectedVersion: 'any' as const, events: [event] }];
    const link = buildEvent('ReportLinked', {
      ...{ claimId: denied, reportId: denied, score: null, place: null },
      ...{ decidedBy: 'editor', reasons: ['a test'] },
    });
    streams.push({ stream: `claim-${denied}`, expectedVersion: 'any' as const, events: [link] as never });
    const { lastSeq } = await log.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
    expect(idsIn(await dossier())).toEqual([denied, other, said].sort());
    const before = { recordedBy: (lastSeq - 2n).toString() };
    expect(idsIn(await dossier({ asOf: before }))).toEqual([denied, other].sort());
  });
});
