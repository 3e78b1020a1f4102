import { InvalidFields } from '#domain';
import type { EventReader } from '#event-store';
import { resolveAsOf, seqBeforeSince } from './as-of.js';

/** A log of an event at each of these times. */
const RECORDED = [
  '2031-03-09T23:59:59.999Z',
  '2031-03-10T00:00:00.000Z',
  '2031-03-10T12:00:00.000Z',
  '2031-03-11T00:00:00.000Z',
];
const reader = {
  head: () => Promise.resolve(BigInt(RECORDED.length)),
  readAll: (_workspace: string, { afterSeq }: { afterSeq: bigint }) =>
    Promise.resolve([{ recordedAt: new Date(RECORDED[Number(afterSeq)] ?? '') }]),
} as unknown as EventReader;

describe('the clocks', () => {
  it.each(['2031-02-30', '0000-01-01', '2031-02-29T10:00:00Z', '2031-03-10T10:00:00+18:00', '2031-13-01'])(
    'refuse %s, which is in no calendar or too far from UTC',
    async (moment) => {
      for (const clock of ['recordedBy', 'assertedBy', 'validOn'])
        await expect(resolveAsOf(reader, 'news', { [clock]: moment })).rejects.toThrow(InvalidFields);
      await expect(seqBeforeSince(reader, 'news', moment)).rejects.toThrow(InvalidFields);
    },
  );

  it.each(['2032-02-29', '0001-01-01', '2031-03-10T10:00:00.5-15:59'])('take %s', async (moment) =>
    expect(await resolveAsOf(reader, 'news', { assertedBy: moment })).toMatchObject({ assertedBy: moment }),
  );

  it('take a day to its end, and what is since a day from its beginning', async () => {
    expect((await resolveAsOf(reader, 'news', { recordedBy: '2031-03-10' })).recordedSeq).toBe(3);
    expect(await seqBeforeSince(reader, 'news', '2031-03-10')).toBe(1);
    expect(await seqBeforeSince(reader, 'news', '2031-03-10T00:00:00Z')).toBe(2);
    expect(await seqBeforeSince(reader, 'news', '3')).toBe(3);
  });
});
