import type { ExpectedVersion } from './event-store.js';

/** A refusal or failure of the log with a stable code (listed in docs/errors.md). */
export abstract class EventStoreError extends Error {
  abstract readonly code: `EVENT_STORE.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A stream does not stand where the writer believed. Nothing of the request was written. */
export class WrongExpectedVersion extends EventStoreError {
  readonly code = 'EVENT_STORE.WRONG_EXPECTED_VERSION';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedVersion,
    /** The number of events in the stream; 0: there is no such stream. */
    readonly actual: number,
  ) {
    super(
      `Stream "${stream}" is at version ${actual}, but ${describeExpected(expected)} was expected. Nothing was written: read the stream again and decide anew.`,
    );
  }
}

function describeExpected(expected: ExpectedVersion): string {
  if (expected === 'no_stream') return 'no stream';
  if (expected === 'stream_exists') return 'an existing stream';
  return `version ${expected}`;
}

/** The idempotency key was used before, for another body. Nothing of this request was written. */
export class IdempotencyConflict extends EventStoreError {
  readonly code = 'EVENT_STORE.IDEMPOTENCY_CONFLICT';

  constructor(
    readonly key: string,
    /** Where the first request under the key stands in the log. */
    readonly firstSeq: bigint,
    readonly lastSeq: bigint,
  ) {
    super(
      `The idempotency key "${key}" was already used for another request (events ${firstSeq} to ${lastSeq}). Nothing was written: use a new key for a new request.`,
    );
  }
}

/** Too much waits to be written. Nothing of this request was written. */
export class EventStoreOverloaded extends EventStoreError {
  readonly code = 'EVENT_STORE.OVERLOADED';

  constructor(
    readonly waitingEvents: number,
    readonly waitingBytes: number,
  ) {
    super(
      `The log is busy: ${waitingEvents} events (${waitingBytes} bytes) wait to be written. Nothing was written: try again in a moment.`,
    );
  }
}

/** A text that JSON in PostgreSQL cannot carry faithfully. `path` says where it stands in the request. */
export class InvalidText extends EventStoreError {
  readonly code = 'EVENT_STORE.INVALID_TEXT';

  constructor(
    readonly path: string,
    readonly problem: 'nul' | 'lone_surrogate',
  ) {
    super(
      `${path} contains ${problem === 'nul' ? 'a NUL character (U+0000)' : 'half of a surrogate pair'}, which cannot be stored. Nothing was written: remove it from the text.`,
    );
  }
}

/** A request that could never be written. */
export class InvalidAppend extends EventStoreError {
  readonly code = 'EVENT_STORE.INVALID_APPEND';

  constructor(
    readonly path: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${path} ${problem}. Nothing was written.`, options);
  }
}

/** A page that cannot be read as asked. */
export class InvalidRead extends EventStoreError {
  readonly code = 'EVENT_STORE.INVALID_READ';
}

/** Events are missing in the middle of the log, which no append can bring about. */
export class LogGap extends EventStoreError {
  readonly code = 'EVENT_STORE.LOG_GAP';

  constructor(
    readonly workspace: string,
    readonly expectedSeq: bigint,
    readonly foundSeq: bigint,
  ) {
    super(
      `The log of workspace "${workspace}" goes on at event ${foundSeq} where ${expectedSeq} should stand: somebody removed events from the database. Restore it from a backup.`,
    );
  }
}

/** A member's partition was taken by another while it worked: its checkpoint was not moved. */
export class PartitionLost extends EventStoreError {
  readonly code = 'EVENT_STORE.PARTITION_LOST';

  constructor(
    readonly group: string,
    readonly partition: number,
  ) {
    super(
      `Partition ${partition} of the group "${group}" was taken by another member. Roll back what was done with this batch: the other member does it.`,
    );
  }
}

/** A group was made with another number of partitions. */
export class ConsumerGroupDiffers extends EventStoreError {
  readonly code = 'EVENT_STORE.CONSUMER_GROUP_DIFFERS';

  constructor(group: string, made: number, asked: number) {
    super(
      `The group "${group}" has ${made} partitions, not ${asked}. Give ${made}, or begin a new group under another name.`,
    );
  }
}

/** The store was closed; nothing was written. */
export class EventStoreClosed extends EventStoreError {
  readonly code = 'EVENT_STORE.CLOSED';

  constructor() {
    super(
      'The log is closed because the program is stopping. Nothing was written: try again after the restart.',
    );
  }
}

/** The database did not answer or could not do it now. Trying again may help. */
export class EventStoreUnavailable extends EventStoreError {
  readonly code = 'EVENT_STORE.UNAVAILABLE';

  constructor(
    reason: string,
    /** False: the connection was lost on the way, so an append may or may not have been written. */
    readonly nothingWritten: boolean,
    options?: ErrorOptions,
  ) {
    super(
      `The log cannot be used now: ${reason}. ${nothingWritten ? 'Nothing was written: try again.' : 'Whether the events were written is unknown: try again with the same idempotency key, which never writes twice.'}`,
      options,
    );
  }
}

/** The event is in the log, but no checkpoint covers it yet, or there is none at all. */
export class NotSealedYet extends EventStoreError {
  readonly code = 'EVENT_STORE.NOT_SEALED_YET';

  constructor(
    /** What was asked for. */
    readonly seq: number,
    /** How many events the newest checkpoint covers. */
    readonly sealed: number,
  ) {
    super(
      `The newest checkpoint covers ${sealed} events, and event ${seq} is not among them yet. Ask again in a second; if that does not help, see that a worker runs.`,
    );
  }
}

/** Events were to be erased that no checkpoint covers, so that nothing would vouch for what stood there. Nothing was erased. */
export class ErasureNotSealed extends EventStoreError {
  readonly code = 'EVENT_STORE.ERASURE_NOT_SEALED';

  constructor(reason: string) {
    super(`${reason} Nothing was erased: see that a worker runs and seals, then try again.`);
  }
}

/** A list of erasures that cannot be read. Nothing was erased. */
export class InvalidErasureList extends EventStoreError {
  readonly code = 'EVENT_STORE.INVALID_ERASURE_LIST';

  constructor(problem: string, options?: ErrorOptions) {
    super(
      `${problem} Nothing was erased: give the file erasures.ndjson that stands beside the published checkpoints.`,
      options,
    );
  }
}

/** No event has that id or seq. */
export class EventNotFound extends EventStoreError {
  readonly code = 'EVENT_STORE.EVENT_NOT_FOUND';

  constructor(readonly id: string) {
    super(`There is no event ${id} in the log. Give an event's id or its seq.`);
  }
}

/** A proof between sizes that no proof can join. */
export class InvalidProofRequest extends EventStoreError {
  readonly code = 'EVENT_STORE.INVALID_PROOF_REQUEST';
}

/** What is stored of the tree does not lead to the signed root: somebody changed the log or its proof. */
export class ProofBroken extends EventStoreError {
  readonly code = 'EVENT_STORE.PROOF_BROKEN';

  constructor(
    readonly workspace: string,
    problem: string,
  ) {
    super(
      `The proof of the log of workspace "${workspace}" is broken: ${problem}. Run "claimtrail verify" to find where, and restore the database from a backup.`,
    );
  }
}

/** A log that came from elsewhere does not stand here as its checkpoint signs it. */
export class AdoptedRootDiffers extends EventStoreError {
  readonly code = 'EVENT_STORE.ADOPTED_ROOT_DIFFERS';

  constructor(workspace: string, size: number) {
    super(
      `The first ${size} events of workspace "${workspace}" are not those that the checkpoint signs. The workspace stays closed: load what was signed into a new database.`,
    );
  }
}

/** The key that signs checkpoints cannot be read or made. */
export class SigningKeyUnusable extends EventStoreError {
  readonly code = 'EVENT_STORE.SIGNING_KEY_UNUSABLE';

  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(
      `The signing key (${place}) cannot be used: ${reason}. Set CLAIMTRAIL_SIGNING_KEY to an Ed25519 private key in PEM or to the path of one, or make the data folder writable.`,
      options,
    );
  }
}

/** The folder of published checkpoints knows a longer log than this one. */
export class CheckpointFolderAhead extends EventStoreError {
  readonly code = 'EVENT_STORE.CHECKPOINT_FOLDER_AHEAD';

  constructor(folder: string, published: number, sealed: number) {
    super(
      `${folder} holds a checkpoint of ${published} events, but the log is sealed to ${sealed}: either the folder belongs to another log, or events were removed from this one. Nothing was published: run "claimtrail verify".`,
    );
  }
}

/** A failure nobody foresaw; `cause` is what the database said. */
export class EventStoreFailure extends EventStoreError {
  readonly code = 'EVENT_STORE.FAILURE';
}
