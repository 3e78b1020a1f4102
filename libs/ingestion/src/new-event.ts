import type { ClaimtrailEvent } from '#domain';
import type { NewEvent } from '#event-store';

/** The envelope of a decided event; `occurredAt` is the asserted clock of its article: when it was published. */
export const toNewEvent = (event: ClaimtrailEvent, publishedAt: string | null): NewEvent => ({
  type: event.type,
  schemaVersion: event.schemaVersion,
  data: event.data,
  occurredAt: publishedAt,
});
