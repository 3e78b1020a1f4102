import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { resolveAsOf, seqBeforeSince } from '../as-of/as-of.js';
import { loadClaimFamilies } from '../claim-ledgers/fold-claims.js';
import { keyAfter, keyedPage, pageSize, type Page } from '../page.js';
import { ViewsReader } from '../views-reader.js';
import type { ClaimChange } from './change.js';
import { ClaimsThen, type Concerned } from './claims-then.js';
import { concernsSources } from './entities-concerned.js';
import { explainChanges } from './explain-changes.js';
import { happeningsAround, readHappenings, type Happening, type Stretch } from './happenings.js';
import { ListChanges, type ChangeFilter } from './list-changes.query.js';

const READ_AT_ONCE = 100;
/** Looks at what nothing was known of by then, before a page is given out as it is. */
const MOST_ROUNDS = 10;

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: ListChanges): Promise<Page<ClaimChange>> {
    const { workspace } = filter;
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const after = keyAfter(filter, 2);
    const from = after ? Number(after[0]) : await this.beginning(filter);
    const stretch = { from, to: asOf.recordedSeq ?? Number.MAX_SAFE_INTEGER };
    const isBehind = ({ happening, claimId }: Concerned): boolean =>
      !after || happening.seq > from || (claimId ?? '') > (after[1] ?? '');
    const wanted = { size: pageSize(filter), isBehind };
    const explain = (some: readonly Concerned[]) =>
      explainChanges({ views: this.views, reader: this.reader, workspace, asOf }, some);
    return pageOfChanges(this.concerned(filter, stretch), wanted, explain);
  }

  private async beginning({ workspace, since }: ChangeFilter): Promise<number> {
    return (await seqBeforeSince(this.reader, workspace, since ?? '0')) + 1;
  }

  private concerned(filter: ChangeFilter, stretch: Stretch): AsyncIterable<Concerned[]> {
    const { workspace, claimId } = filter;
    return claimId === undefined
      ? this.inWorkspace(workspace, stretch)
      : this.ofClaim(workspace, claimId, stretch);
  }

  private async *inWorkspace(workspace: string, { from, to }: Stretch): AsyncGenerator<Concerned[]> {
    for (let next = from; ;) {
      const happenings = await readHappenings(this.views, workspace, { from: next, to }, READ_AT_ONCE);
      const then = await ClaimsThen.load(this.views, workspace, happenings);
      yield happenings.flatMap((happening) => concernedBy(happening, then));
      if (happenings.length < READ_AT_ONCE) return;
      next = (happenings.at(-1)?.seq ?? to) + 1;
    }
  }

  /** All around one claim is loaded with it. */
  private async *ofClaim(workspace: string, claimId: string, stretch: Stretch): AsyncGenerator<Concerned[]> {
    const [family] = await loadClaimFamilies(this.views, workspace, [claimId]);
    if (!family || family.decisions.length === 0) return;
    const then = ClaimsThen.of(family);
    yield happeningsAround(family, stretch).flatMap((happening) =>
      concernsSources(happening, claimId, family, then)
        ? [{ happening, claimId, reportIds: [] }]
        : concernedBy(happening, then).filter((concerned) => concerned.claimId === claimId),
    );
  }
}

/** What was taken out of no claim changes none; a decision that concerned none is told all the same. */
function concernedBy(happening: Happening, then: ClaimsThen): Concerned[] {
  const claims = then.concernedBy(happening);
  if (claims.length === 0 && happening.decision) return [{ happening, claimId: null, reportIds: [] }];
  return claims.map((claim) => ({ happening, ...claim }));
}

interface Wanted {
  readonly size: number;
  readonly isBehind: (one: Concerned) => boolean;
}

/**
 * What nothing was known of by then is passed over until the page is full, or `MOST_ROUNDS` were looked at: then it is shorter, and goes on
 * behind what was looked at.
 */
async function pageOfChanges(
  concerned: AsyncIterable<Concerned[]>,
  { size, isBehind }: Wanted,
  explain: (some: readonly Concerned[]) => Promise<(ClaimChange | null)[]>,
): Promise<Page<ClaimChange>> {
  const found: Shown[] = [];
  let waiting: Concerned[] = [];
  let rounds = 0;
  const look = async (): Promise<void> => {
    const explained = await explain(waiting);
    found.push(...waiting.flatMap((one, at) => (explained[at] ? [{ one, change: explained[at] }] : [])));
    waiting = [];
    rounds += 1;
  };
  for await (const some of concerned) {
    for (const one of some.filter(isBehind)) {
      waiting.push(one);
      if (found.length + waiting.length <= size) continue;
      await look();
      if (found.length > size) return pageOfShown(found, size);
      if (rounds === MOST_ROUNDS) return { ...pageOfShown(found, size), ...endingAt(one) };
    }
  }
  await look();
  return pageOfShown(found, size);
}

interface Shown {
  readonly one: Concerned;
  readonly change: ClaimChange;
}

const keyOf = ({ happening, claimId }: Concerned): string[] => [String(happening.seq), claimId ?? ''];

function pageOfShown(found: readonly Shown[], size: number): Page<ClaimChange> {
  const page = keyedPage(found, size, ({ one }) => keyOf(one));
  return { ...page, items: page.items.map(({ change }) => change) };
}

const endingAt = (one: Concerned): Pick<Page<ClaimChange>, 'hasNextPage' | 'endCursor'> => ({
  hasNextPage: true,
  endCursor: keyedPage([one], 1, keyOf).endCursor,
});
