import { encodeAppend, REQUEST_LIMITS } from './encode-append.js';
import type { AppendRequest, NewEvent } from './event-store.js';
import { appendTo, newEvent, newEvents } from './testing/index.js';

const FIRST_ID = '00000000-0000-7000-8000-000000000001';
const ids = { next: () => FIRST_ID };
const encode = (request: AppendRequest) => encodeAppend(request, ids);
const request = (rest: Partial<AppendRequest> = {}, event: Partial<NewEvent> = {}) =>
  appendTo('w', 'note-a', 'any', [newEvent({ text: 'x' }, event)], rest);

describe('encodeAppend', () => {
  it('gives ids where none are given, and serialises', () => {
    expect(encode(request()).streams[0]?.events).toEqual([
      {
        type: 'NoteTaken',
        schemaVersion: 1,
        eventId: FIRST_ID,
        occurredAt: null,
        data: '{"text":"x"}',
        meta: '{}',
      },
    ]);
  });

  it.each<[string, AppendRequest]>([
    ['workspace', { ...request(), workspace: '' }],
    ['workspace', { ...request(), workspace: 'w'.repeat(REQUEST_LIMITS.workspace + 1) }],
    ['actor', request({ actor: '' })],
    ['actor', request({ actor: 'a\0' })],
    ['idempotencyKey', request({ idempotencyKey: '' })],
    ['correlationId', request({ correlationId: '\ud800' })],
    ['causationId', request({ causationId: 'c'.repeat(REQUEST_LIMITS.name + 1) })],
    ['streams', request({ streams: [] })],
    ['streams', appendTo('w', 'note-a', 'any', [])],
    ['streams', appendTo('w', 'note-a', 'any', newEvents(REQUEST_LIMITS.events + 1))],
    ['streams[1]', request({ streams: [...request().streams, ...request().streams] })],
    ['streams[0].stream', appendTo('w', '', 'any')],
    ['streams[0].expectedVersion', appendTo('w', 'note-a', -1)],
    ['streams[0].expectedVersion', appendTo('w', 'note-a', 1.5)],
    ['streams[0].events[0].type', request({}, { type: '' })],
    ['streams[0].events[0].schemaVersion', request({}, { schemaVersion: 0 })],
    ['streams[0].events[0].eventId', request({}, { eventId: 'seven' })],
    ['streams[0].events[0].occurredAt', request({}, { occurredAt: 'last Tuesday' })],
    ['streams[0].events[0].data', request({}, { data: undefined })],
  ])('says that %s is wrong', (path, wrong) => {
    expect(() => encode(wrong)).toThrow(expect.objectContaining({ path }) as Error);
  });

  it.each([
    '2016',
    '2016-12',
    '2016-12-04',
    '2016-12-04T10:00',
    '2016-12-04T10:00:05.123456+02:00',
    '2016-12-04T10:00Z',
  ])('takes the time %s as it is', (occurredAt) => {
    expect(encode(request({}, { occurredAt })).streams[0]?.events[0]?.occurredAt).toBe(occurredAt);
  });

  describe('the hash of the body', () => {
    const hash = (rest: Partial<AppendRequest> = {}, event: Partial<NewEvent> = {}) =>
      encode(request({ idempotencyKey: 'k', ...rest }, event)).hash;

    it('is absent without a key', () => {
      expect(encode(request()).hash).toBeNull();
    });

    it('is the same for another try of the same body', () => {
      const otherTry = { ...appendTo('w', 'note-a', 3, request().streams[0]?.events), idempotencyKey: 'k' };
      expect(encode({ ...otherTry, correlationId: 'c2', causationId: 'c3' }).hash).toBe(hash());
    });

    it.each<[string, string | null]>([
      ['actor', hash({ actor: 'other' })],
      ['type', hash({}, { type: 'Other' })],
      ['schema version', hash({}, { schemaVersion: 2 })],
      ['data', hash({}, { data: { text: 'y' } })],
      ['meta', hash({}, { meta: { a: 1 } })],
      ['occurred at', hash({}, { occurredAt: '2016' })],
      ['given id', hash({}, { eventId: FIRST_ID })],
      [
        'stream',
        encode({ ...appendTo('w', 'note-b', 'any', request().streams[0]?.events), idempotencyKey: 'k' }).hash,
      ],
    ])('differs with the %s', (_, other) => {
      expect(other).not.toBe(hash());
    });
  });
});
