/** Why a feed or one of its pages was not read, with a stable code (listed in docs/errors.md). */
export abstract class FeedError extends Error {
  abstract readonly code: `FEEDS.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** An address that would let a feed reach into the network that Claimtrail runs in. */
export class AddressRefused extends FeedError {
  readonly code = 'FEEDS.ADDRESS_REFUSED';

  constructor(url: string, why: string) {
    super(`${url} is not fetched: ${why}. CLAIMTRAIL_FEED_HOSTS may name hosts of your own network.`);
  }
}

export class DocumentTooLarge extends FeedError {
  readonly code = 'FEEDS.TOO_LARGE';

  constructor(url: string, maxBytes: number) {
    super(`${url} is longer than ${maxBytes.toLocaleString('en')} bytes and was not read.`);
  }
}

export class FetchFailed extends FeedError {
  readonly code = 'FEEDS.FETCH_FAILED';

  constructor(url: string, why: string, options?: ErrorOptions) {
    super(`${url} could not be fetched: ${why}. It is tried again in its turn.`, options);
  }
}

export class UnusableFeedList extends FeedError {
  readonly code = 'FEEDS.UNUSABLE_LIST';

  constructor(file: string, options: ErrorOptions) {
    super(
      `${file} cannot be read as a list of feeds. Repair or remove it, and add the feeds again.`,
      options,
    );
  }
}
