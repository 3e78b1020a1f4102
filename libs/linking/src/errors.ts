/** A refusal or failure of a process that decides, with a stable code (listed in docs/errors.md). */
export abstract class LinkingError extends Error {
  abstract readonly code: `LINKING.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The state of a process was written by another version of it. */
export class ProcessOfOtherVersion extends LinkingError {
  readonly code = 'LINKING.OTHER_VERSION';

  constructor(
    readonly process: string,
    readonly stored: string,
    readonly ours: string,
  ) {
    super(
      `The decisions of ${process} were made by version ${stored}, and this program has version ${ours}. Nothing is decided until you say so: "claimtrail link --dry-run" shows what would change, "claimtrail link" records it.`,
    );
  }
}
