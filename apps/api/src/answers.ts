import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import { InvalidFields } from '#domain';
import { GetLag, type ViewLag } from '#query';
import { Workspace } from './workspace.js';

/** What REST and GraphQL put around an answer alike. */
@Injectable()
export class Answers {
  constructor(
    private readonly queries: QueryBus,
    private readonly workspace: Workspace,
  ) {}

  /** How far the view that answers is behind the log: part of every list. */
  async lagOf(view: string): Promise<ViewLag | null> {
    const lags = await this.queries.execute(new GetLag(this.workspace.name));
    return lags.find((lag) => lag.view === view) ?? null;
  }

  /** @throws {InvalidFields} the value is no id at all */
  uuid(field: string, value: string): string {
    if (!isUUID(value)) throw new InvalidFields('request', { [field]: 'must be a UUID' });
    return value;
  }
}
