import type { Pool } from 'pg';
import type { EventReader } from '#event-store';
import { createLogger } from '#platform';
import { ProjectionRunner, projections } from '#projections';

const logger = createLogger('silent');
const pause = () => Promise.resolve();

/** Brings every view level with the log of a workspace. */
export async function levelViews(reader: EventReader, pool: Pool, workspace: string): Promise<void> {
  for (const projection of projections)
    await new ProjectionRunner({ projection, reader, pool, workspace, logger, pause }).catchUp();
}
