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

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: ListChanges): Promise<Page<ClaimChange>> {
    const { workspace } = filter;
    const size = pageSize(filter);
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const after = keyAfter(filter, 2);
    const from = after ? Number(after[0]) : await this.beginning(filter);
    const stretch = { from, to: asOf.recordedSeq ?? Number.MAX_SAFE_INTEGER };
    const isBehind = ({ happening, claimId }: Concerned): boolean =>
      !after || happening.seq > from || (claimId ?? '') > (after[1] ?? '');
    const found: Concerned[] = [];
    for await (const some of this.concerned(filter, stretch)) {
      found.push(...some.filter(isBehind));
      if (found.length > size) break;
    }
    const page = keyedPage(found, size, ({ happening, claimId }) => [String(happening.seq), claimId ?? '']);
    const explained = await explainChanges(
      { views: this.views, reader: this.reader, workspace, asOf },
      page.items,
    );
    // What nothing was known of by then is left out of its page, which may be short.
    return {
      ...page,
      items: explained.filter(({ isThere }) => isThere).map(({ change }) => change),
      cursors: page.cursors.filter((_, at) => explained[at]?.isThere),
    };
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
