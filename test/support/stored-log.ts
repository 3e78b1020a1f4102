import type { NewEvent, StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { inventedDecisions } from './invented-decisions.js';
import {
  erasureOf,
  articleIdOf,
  eventsOf,
  retitlingOf,
  supersedingOf,
  trivialEditOf,
  withdrawalOf,
  WORKSPACE,
  type InventedArticle,
} from './invented-articles.js';

interface LogAppend {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** Events as the log would hold them, without a database: dense seqs, a second between them. */
export function storedLog(appends: readonly LogAppend[]): StoredEvent[] {
  const versions = new Map<string, number>();
  const stored: StoredEvent[] = [];
  for (const { stream, events } of appends) {
    for (const { type, schemaVersion, data, occurredAt = null } of events) {
      const seq = BigInt(stored.length + 1);
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      stored.push({
        workspace: WORKSPACE,
        seq,
        stream,
        version,
        eventId: deterministicId('event', stored.length),
        type,
        schemaVersion,
        recordedAt: new Date(Date.UTC(2026, 2, 10) + Number(seq) * 1000),
        occurredAt,
        actor: 'test',
        causationId: null,
        correlationId: null,
        data: JSON.parse(JSON.stringify(data)) as unknown,
        meta: {},
      });
    }
  }
  return stored;
}

/**
 * Ten articles that share speakers, places and claims, some retitled, read again, revised, edited trivially or withdrawn, and one erased, with decisions of
 * every type about them.
 */
export function inventedLog(): StoredEvent[] {
  const names = Array.from({ length: 10 }, (_, n) => `invented-${n}`);
  const first = names.map((name, n) => articleOf(name, n));
  const later = first.map((article, n) => ({
    ...articleOf(article.name, n + 20),
    publishedAt: '2026-04-01',
  }));
  const streamOf = ({ name }: InventedArticle) => `article-${articleIdOf(name)}`;
  const articleAppends = [
    ...first.map((article) => ({ stream: streamOf(article), events: eventsOf(article) })),
    ...first
      .filter((_, n) => n % 3 === 0)
      .map((article) => ({ stream: streamOf(article), events: [retitlingOf(article)] })),
    ...first
      .slice(1, 7)
      .map((article) => ({ stream: streamOf(article), events: supersededReports(article) })),
    ...first
      .filter((_, n) => n % 4 === 3)
      .map((article) => ({ stream: streamOf(article), events: [trivialEditOf(article)] })),
    ...first
      .filter((_, n) => n % 4 === 0)
      .map((article) => ({ stream: streamOf(article), events: [withdrawalOf(article)] })),
    ...later
      .filter((_, n) => n % 2 === 0)
      .map((article) => ({ stream: streamOf(article), events: eventsOf(article, 2) })),
  ];
  const appends = withDecisions(articleAppends, first.slice(1));
  const [erased] = first;
  const seqs = storedLog(appends)
    .filter((event) => erased && event.stream === streamOf(erased))
    .map(({ seq }) => seq);
  return storedLog([
    ...appends,
    ...first
      .slice(0, 1)
      .map((article) => ({ stream: streamOf(article), events: [erasureOf(article, seqs, 2)] })),
  ]);
}

/** The decisions stand behind the articles; those that undo one name it by the id that it has in the log. */
function withDecisions(articles: readonly LogAppend[], about: readonly InventedArticle[]): LogAppend[] {
  const withIds = (idOf: (stream: string, version: number) => string) => [
    ...articles,
    ...inventedDecisions(about, idOf),
  ];
  const log = storedLog(withIds(() => deterministicId('not known yet')));
  const decided = log.slice(articles.flatMap(({ events }) => events).length);
  return withIds((stream, version) => {
    const ofStream = decided.filter((event) => event.stream === stream);
    return ofStream[version - 1]?.eventId ?? deterministicId('no such event');
  });
}

/** A later reading finds one report of each kind no more. */
const supersededReports = (article: InventedArticle): NewEvent[] => [
  ...(article.figures ?? []).map(({ words }) => supersedingOf(article, 'figure', words)),
  ...(article.statements ?? []).map(({ quote }) => supersedingOf(article, 'statement', quote)),
  ...(article.claims ?? []).slice(0, 1).map(({ quote }) => supersedingOf(article, 'claim', quote)),
];

/** An invented article that shares its speakers, place and claims with the others. */
export function articleOf(name: string, n: number): InventedArticle {
  const words = `${40 + n} people`;
  return {
    name,
    outlet: n % 3 === 0 ? 'The Example' : 'Westhaven Post',
    publishedAt: '2026-03-09',
    text: `At least ${words} fled Westhaven, the mayor said. Officials denied that the dam broke. Villagers say the dam broke.`,
    figures: [{ words, value: 40 + n, quantifier: 'at_least', speaker: n % 2 ? 'Ada Moreno' : 'ADA MORENO' }],
    statements: [
      { quote: `At least ${words} fled Westhaven`, speaker: n % 2 ? 'Ada Moreno' : 'Mayor Ada Moreno' },
    ],
    claims: [
      { quote: 'the dam broke.' },
      { quote: 'Officials denied that the dam broke', answers: 'the dam broke.' },
    ],
  };
}
