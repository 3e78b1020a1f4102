import fc from 'fast-check';
import { v5 } from 'uuid';
import { deterministicId, uuidv7Generator } from './ids.js';

describe('ids', () => {
  it('are UUIDv7, in the order they were made', () => {
    const made = Array.from({ length: 1000 }, () => uuidv7Generator.next());
    expect(
      made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('made of parts never change: they are written into logs', () => {
    expect(deterministicId('article', 'https://example.org/a', 1)).toBe(
      '95768071-5737-587a-893f-0b5d71cf3bb4',
    );
  });

  it('made of parts are what another implementation of UUIDv5 gives', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const expected = v5(JSON.stringify(parts), '5f0c8d3e-9b1a-4c57-8e26-d2a4f7b0913c');
        expect(deterministicId(...parts)).toBe(expected);
      }),
    );
  });

  it('made of parts differ as soon as the parts do, wherever the borders between them lie', () => {
    const parts = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)));
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(deterministicId(...a) === deterministicId(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(deterministicId('ab', 'c')).not.toBe(deterministicId('a', 'bc'));
  });
});
