import { buildEvent, type AttributionLink, type EventData } from '#domain';
import type { NewEvent } from '#event-store';
import {
  append,
  articleIdOf,
  eventsOf,
  reportIdOf,
  supersedingOf,
  WORKSPACE,
  type InventedArticle,
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

const speakerIn = (events: readonly NewEvent[]): AttributionLink[] =>
  (events.find(({ type }) => type === 'StatementMade')!.data as EventData<'StatementMade'>).attribution;

/** As the reader gives what somebody claims: a statement, and the claim on the word of the same. */
function claimedOf(events: readonly NewEvent[]): NewEvent[] {
  const attribution = speakerIn(events);
  return events.map((event) =>
    event.type === 'ClaimRecorded' ? { ...event, data: { ...(event.data as object), attribution } } : event,
  );
}

/** As the reader gives a denial: her statement, and the claim that is denied, on her word. */
function denialOf(events: readonly NewEvent[]): NewEvent[] {
  const speaker = speakerIn(events);
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

describe('what is said once in an article', () => {
  const [poisoned, leaving, again] = ['the wells were poisoned', 'We are leaving', 'the Wells were poisoned'];
  const told = (wells: string, more: readonly string[], text: string): InventedArticle => ({
    ...{ name: 'wells', publishedAt: '2031-05-06', text },
    statements: [wells, ...more].map((quote) => ({ quote, speaker: 'Odo Krell' })),
    claims: [{ quote: wells }],
  });
  const first = told(poisoned, [leaving], `Odo Krell claimed that ${poisoned}. "${leaving}", he said.`);
  const second = told(again, [], `On Monday Odo Krell claimed that ${again}.`);
  const idOf = (revision: number, kind: string, words: string) => reportIdOf('wells', revision, kind, words);
  const krell = async (more: Partial<DossierFilter> = {}) => {
    const found = await dossier({ speaker: 'Odo Krell', ...more });
    return found.map(({ reportId, kinds, standing }) => ({ reportId, kinds, standing }));
  };
  const both = { kinds: ['claim', 'statement'], standing: 'current' };
  const left = { reportId: idOf(1, 'statement', leaving), kinds: ['statement'] };

  it('stands once where it is read as a statement and as a claim, and says so', async () => {
    await append(log.store, first, claimedOf(eventsOf(first)));
    for (const page of [50, 1])
      expect(await krell({ first: page })).toEqual([
        { ...left, standing: 'current' },
        { reportId: idOf(1, 'claim', poisoned), ...both },
      ]);
  });

  it('stands once for all texts of the article, as the newest has it; what was dropped stays', async () => {
    const before = await log.level();
    await append(log.store, second, claimedOf(eventsOf(second, 2)));
    for (const page of [50, 1])
      expect(await krell({ first: page })).toEqual([
        { ...left, standing: 'revised' },
        { reportId: idOf(2, 'claim', again), ...both },
      ]);
    expect(await krell({ asOf: { recordedBy: before.toString() } })).toHaveLength(2);
  });

  it('stands as it was read last', async () => {
    await append(log.store, second, [supersedingOf(second, 'claim', again, 2)]);
    expect(await krell()).toEqual([
      { ...left, standing: 'revised' },
      { reportId: idOf(2, 'statement', again), kinds: ['statement'], standing: 'current' },
    ]);
  });
});
