import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  FindQueue,
  GetDossier,
  GetOutletOverview,
  GetPlaceOverview,
  ListChanges,
  type ClaimChange,
  type DossierEntry,
  type OutletOverview,
  type PlaceOverview,
  type QueueItem,
} from '#query';
import { Answers } from '../answers.js';
import { NotFound } from '../problems/not-found.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { splitAsOf } from '../schema/as-of.input.js';
import { ClaimChangeList } from './change.type.js';
import { DossierList } from './dossier.type.js';
import { OutletOverviewType, PlaceOverviewType } from './overview.type.js';
import { QueueItemList } from './queue.type.js';
import {
  ChangeParameters,
  DossierParameters,
  OutletParameters,
  PlaceParameters,
  QueueParameters,
} from './tracking.arguments.js';

@ApiTags('tracking')
@Controller('v1')
export class OverviewsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get('changes')
  @ApiOperation({ summary: 'What changed since then, claim by claim, in the order of the log?' })
  @ApiOkResponse({ type: ClaimChangeList })
  async changes(@Query() parameters: ChangeParameters): Promise<List<ClaimChange>> {
    const page = await this.queries.execute(new ListChanges(this.filterOf(parameters)));
    return toList(page, await this.answers.lagOf('claim-cards'));
  }

  @Get('queue')
  @ApiOperation({
    summary: 'What is there to look at: conflicts, anomalies, uncertain links, reviews asked for?',
  })
  @ApiOkResponse({ type: QueueItemList })
  async queue(@Query() parameters: QueueParameters): Promise<List<QueueItem>> {
    const page = await this.queries.execute(new FindQueue(this.filterOf(parameters)));
    return toList(page, await this.answers.lagOf('claim-cards'));
  }

  @Get('dossier')
  @ApiOperation({ summary: 'What did one source say on a subject, over time, under all spellings?' })
  @ApiOkResponse({ type: DossierList })
  async dossier(@Query() parameters: DossierParameters): Promise<List<DossierEntry>> {
    const page = await this.queries.execute(new GetDossier(this.filterOf(parameters)));
    return toList(page, await this.answers.lagOf('claim-cards'));
  }

  @Get('places/overview')
  @ApiOperation({ summary: 'What are the latest figures for a place and what lies in it?' })
  @ApiOkResponse({ type: PlaceOverviewType })
  place(@Query() { place, ...asOf }: PlaceParameters): Promise<PlaceOverview> {
    return this.queries.execute(new GetPlaceOverview(this.workspace.name, place, asOf));
  }

  @Get('outlets/overview')
  @ApiOperation({
    summary: 'How often was an outlet first, how often did it repeat, how often was it corrected?',
  })
  @ApiOkResponse({ type: OutletOverviewType })
  async outlet(@Query() { outlet, ...asOf }: OutletParameters): Promise<OutletOverview> {
    const overview = await this.queries.execute(new GetOutletOverview(this.workspace.name, outlet, asOf));
    if (!overview) throw new NotFound('outlet', outlet);
    return overview;
  }

  private filterOf<T extends ChangeParameters | QueueParameters | DossierParameters>(parameters: T) {
    const { filter, asOf } = splitAsOf(parameters);
    return { ...filter, asOf, workspace: this.workspace.name };
  }
}
