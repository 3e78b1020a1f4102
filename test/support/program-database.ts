import { eventStoreMigrations } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations } from '#linking';
import { projectionMigrations, projections, registerViews } from '#projections';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const migrations = [
  ...eventStoreMigrations,
  ...projectionMigrations,
  ...gazetteerMigrations,
  ...linkingMigrations,
];

/** A database as a started program has it, with an empty log: every migration, and the first version of every view. */
export const createProgramDatabase = (): Promise<TestDatabase> =>
  createTestDatabase(migrations, {}, ({ writer }) => registerViews(writer, projections));
