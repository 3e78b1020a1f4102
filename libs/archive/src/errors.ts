/** A refusal or failure of export, import, backup or restore with a stable code (listed in docs/errors.md). */
export abstract class ArchiveError extends Error {
  abstract readonly code: `ARCHIVE.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The name given for the result is taken. Nothing was written. */
export class FileExists extends ArchiveError {
  readonly code = 'ARCHIVE.FILE_EXISTS';

  constructor(path: string) {
    super(`${path} is there already. Give another name, or remove it first. Nothing was written.`);
  }
}

/** The disk is full, or the folder cannot be written. What was written stands beside the name asked for, never under it. */
export class CannotWrite extends ArchiveError {
  readonly code = 'ARCHIVE.CANNOT_WRITE';

  constructor(path: string, cause: Error, advice: string) {
    super(`${path} cannot be written: ${cause.message}. ${advice}`, { cause });
  }
}

/** What an interrupted run left cannot be gone on with. */
export class CannotResume extends ArchiveError {
  readonly code = 'ARCHIVE.CANNOT_RESUME';
}

/** A file that is no whole export: missing, cut off, damaged or changed. `line` counts from 1. */
export class ExportDamaged extends ArchiveError {
  readonly code = 'ARCHIVE.EXPORT_DAMAGED';

  constructor(
    path: string,
    readonly line: number | null,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(
      `${path}${line === null ? '' : `, line ${line}`}: ${problem}. Nothing of it was imported.`,
      options,
    );
  }
}

/** Where the log is to go, there is one already. Nothing was written. */
export class TargetNotEmpty extends ArchiveError {
  readonly code = 'ARCHIVE.TARGET_NOT_EMPTY';
}

/** The database refused a part of a file that was checked before: the file was changed meanwhile, or somebody writes there too. */
export class LoadRefused extends ArchiveError {
  readonly code = 'ARCHIVE.LOAD_REFUSED';
}

/** A log is on its way into the database, so there is nothing whole to back up. */
export class LoadUnfinished extends ArchiveError {
  readonly code = 'ARCHIVE.LOAD_UNFINISHED';

  constructor(kind: string) {
    super(`The database holds an unfinished ${kind}. Finish it first: run the same command again.`);
  }
}

/** A backup of which a part is missing, cut off or changed; the message names the part. Nothing was restored. */
export class BackupDamaged extends ArchiveError {
  readonly code = 'ARCHIVE.BACKUP_DAMAGED';

  constructor(folder: string, member: string, problem: string, options?: ErrorOptions) {
    super(
      `The backup ${folder} cannot be used: ${member} ${problem}. Nothing was restored: take another copy of it.`,
      options,
    );
  }
}

/** The backup was taken from a database that a newer program had set up. */
export class BackupOfNewerProgram extends ArchiveError {
  readonly code = 'ARCHIVE.BACKUP_OF_NEWER_PROGRAM';

  constructor(version: string, unknownMigrations: readonly string[]) {
    super(
      `The backup was made by Claimtrail ${version}, which is newer than this one: it knows migrations that this one does not (${unknownMigrations.join(', ')}). Update Claimtrail. Nothing was restored.`,
    );
  }
}
