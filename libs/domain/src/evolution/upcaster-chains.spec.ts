import { BrokenUpcasterChain, UnknownEventType, UnknownEventVersion } from '../errors.js';
import { UpcasterChains, type Upcaster } from './upcaster-chains.js';
import { upcasterChains } from './upcasters.js';

const step = (from: number, to: number, add: object, type = 'DamInspected'): Upcaster => ({
  type,
  from,
  to,
  upcast: (data) => ({ ...(data as object), ...add }),
});
const current = { DamInspected: { schemaVersion: 3 } };
const whole = [step(1, 2, { river: 'Wend' }), step(2, 3, { safe: null })];

describe('an upcaster chain', () => {
  const chains = new UpcasterChains(current, whole);

  it('lifts every older version to the current one', () => {
    const event = { type: 'DamInspected', schemaVersion: 1, data: { dam: 'North' }, seq: 7n };
    expect(chains.lift(event)).toMatchObject({
      ...event,
      schemaVersion: 3,
      data: { dam: 'North', river: 'Wend', safe: null },
    });
    expect(chains.lift({ ...event, schemaVersion: 2 }).data).toEqual({ dam: 'North', safe: null });
    expect(event.data).toEqual({ dam: 'North' });
  });

  it('keeps fields that an event makes when they are asked for', () => {
    class LazyEvent {
      readonly type = 'DamInspected';
      readonly schemaVersion = 1;
      private readonly text = '{"dam":"North"}';
      get data(): unknown {
        return JSON.parse(this.text) as unknown;
      }
      get meta(): string {
        return this.text.slice(0, 6);
      }
    }
    const { data, meta } = chains.lift(new LazyEvent());
    expect([data, meta]).toEqual([{ dam: 'North', river: 'Wend', safe: null }, '{"dam"']);
  });

  it('leaves a current event as it is', () => {
    const event = { type: 'DamInspected', schemaVersion: 3, data: {} };
    expect(chains.lift(event)).toBe(event);
  });

  it('may take two versions in one step', () => {
    const short = new UpcasterChains(current, [step(1, 3, { safe: true }), step(2, 3, { safe: false })]);
    expect(short.lift({ type: 'DamInspected', schemaVersion: 1, data: {} }).data).toEqual({ safe: true });
  });

  it('refuses what a newer program wrote', () => {
    expect(() => chains.lift({ type: 'DamInspected', schemaVersion: 4, data: {} })).toThrow(
      UnknownEventVersion,
    );
    expect(() => chains.lift({ type: 'DamPainted', schemaVersion: 1, data: {} })).toThrow(UnknownEventType);
    expect(() => chains.lift({ type: 'toString', schemaVersion: 1, data: {} })).toThrow(UnknownEventType);
  });

  it.each([
    ['a gap', [step(1, 2, {})], 'no upcaster begins at version 2'],
    ['no chain at all', [], 'no upcaster begins at version 1'],
    ['a cycle', [...whole, step(3, 1, {})], 'version 3 leads to 1, which makes a cycle'],
    ['a step to itself', [step(1, 1, {}), step(2, 3, {})], 'makes a cycle'],
    ['two ways', [...whole, step(1, 3, {})], 'two upcasters begin at version 1'],
    ['a step past the end', [...whole, step(2, 4, {})], 'lies outside'],
    ['an unknown type', [...whole, step(1, 2, {}, 'DamPainted')], 'there is no such event type'],
  ])('with %s does not start', (_case, upcasters, problem) => {
    const start = () => new UpcasterChains(current, upcasters);
    expect(start).toThrow(BrokenUpcasterChain);
    expect(start).toThrow(problem);
  });
});

it('the chains of the program are whole', () => {
  expect(upcasterChains.types.length).toBeGreaterThan(0);
});
