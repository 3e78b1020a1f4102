import { isErased } from '../erasure/erased-data.js';
import { BrokenUpcasterChain, UnknownEventType, UnknownEventVersion } from '../errors.js';

/** Lifts the data of one event type from a schema version to a later one. Pure: it reads nothing but the data. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  upcast(data: unknown): unknown;
}

/** What an event says of its own form. */
export interface VersionedData {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/** Every step leads upwards and every version below the current one has a step, so every chain ends at the current one. */
export class UpcasterChains {
  private readonly steps = new Map<string, Upcaster>();

  /** @throws {BrokenUpcasterChain} naming the first gap, cycle or step that leads nowhere */
  constructor(
    /** Event type -> its current version. */
    private readonly current: Readonly<Record<string, { readonly schemaVersion: number }>>,
    upcasters: readonly Upcaster[],
  ) {
    for (const upcaster of upcasters) this.add(upcaster);
    for (const [type, { schemaVersion }] of Object.entries(current)) this.checkWhole(type, schemaVersion);
  }

  get types(): readonly string[] {
    return Object.keys(this.current);
  }

  /**
   * The event with its data as the current version of its type has it; the same object where it is current already or was erased.
   * @throws {UnknownEventType | UnknownEventVersion} written by a newer program
   */
  lift<E extends VersionedData>(event: E): E {
    const current = this.currentVersion(event.type);
    if (current === undefined) throw new UnknownEventType(event.type);
    if (event.schemaVersion === current || isErased(event.data)) return event;
    let { schemaVersion, data } = event;
    while (schemaVersion !== current) {
      const step = this.steps.get(stepKey(event.type, schemaVersion));
      if (!step) throw new UnknownEventVersion(event.type, event.schemaVersion, current);
      data = step.upcast(data);
      schemaVersion = step.to;
    }
    // Not a copy: an event may make its other fields when they are asked for, and a spread would miss them.
    return Object.create(event, {
      schemaVersion: { value: schemaVersion, enumerable: true },
      data: { value: data, enumerable: true },
    }) as E;
  }

  /** The schema version that events of the type are lifted to; undefined for an unknown type. */
  currentVersion(type: string): number | undefined {
    return Object.hasOwn(this.current, type) ? this.current[type]?.schemaVersion : undefined;
  }

  private add(upcaster: Upcaster): void {
    const { type, from, to } = upcaster;
    const current = this.currentVersion(type);
    if (current === undefined) throw new BrokenUpcasterChain(type, 'there is no such event type');
    if (to <= from)
      throw new BrokenUpcasterChain(type, `version ${from} leads to ${to}, which makes a cycle`);
    if (from < 1 || to > current)
      throw new BrokenUpcasterChain(
        type,
        `${from} to ${to} lies outside of the versions there are, 1 to ${current}`,
      );
    const key = stepKey(type, from);
    if (this.steps.has(key)) throw new BrokenUpcasterChain(type, `two upcasters begin at version ${from}`);
    this.steps.set(key, upcaster);
  }

  private checkWhole(type: string, current: number): void {
    for (let version = 1; version < current; version++) {
      if (!this.steps.has(stepKey(type, version)))
        throw new BrokenUpcasterChain(type, `no upcaster begins at version ${version}`);
    }
  }
}

const stepKey = (type: string, from: number): string => `${type}/${from}`;
