import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEvent, EVENT_TYPES, upcasterChains, type EventData, type EventType } from '#domain';
import { projections } from '#projections';
import type { NewEvent } from '#event-store';
import { MemoryWriter } from '../../libs/projections/src/testing/index.js';
import { storedLog } from '../support/stored-log.js';

/**
 * One event of every type in every version it ever had: `<Type>.v<N>.json`. What was once recorded is folded for ever, so a file here
 * is never changed; a new version gets a new one.
 */
const NAME = /^(\w+)\.v(\d+)\.json$/;
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const golden = (file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as NewEvent & {
    readonly type: EventType;
  };

type Versions = Readonly<Record<string, { readonly schemaVersion: number }>>;

/** Files that are missing, and files of no type or version there is. */
function mismatches(types: Versions, names: readonly string[]): string[] {
  const wanted = Object.entries(types).flatMap(([type, { schemaVersion }]) =>
    Array.from({ length: schemaVersion }, (_, before) => `${type}.v${before + 1}.json`),
  );
  return [
    ...wanted.filter((name) => !names.includes(name)).map((name) => `missing: ${name}`),
    ...names.filter((name) => !wanted.includes(name)).map((name) => `of no event: ${name}`),
  ];
}

describe('the golden events', () => {
  it('are there for every type and version, and for nothing else', () => {
    expect(mismatches(EVENT_TYPES, files)).toEqual([]);
  });

  it('CONTROL: a new type, a new version or a type that is gone would be noticed', () => {
    const { ArticleIngested, ...others } = EVENT_TYPES;
    expect(mismatches({ ...EVENT_TYPES, DamInspected: { schemaVersion: 1 } }, files)).toEqual([
      'missing: DamInspected.v1.json',
    ]);
    expect(
      mismatches({ ...others, ArticleIngested: { ...ArticleIngested, schemaVersion: 2 } }, files),
    ).toEqual(['missing: ArticleIngested.v2.json']);
    expect(mismatches(others, files)).toEqual(['of no event: ArticleIngested.v1.json']);
  });

  it.each(files)('%s says in itself what its name says', (file) => {
    const [, type, version] = NAME.exec(file) ?? [];
    expect(golden(file)).toMatchObject({ type, schemaVersion: Number(version) });
  });

  it.each(files)('%s is valid once it is lifted to the current version', (file) => {
    const { type, data } = upcasterChains.lift(golden(file));
    const built = buildEvent(type, data as EventData<EventType>);
    expect(JSON.parse(JSON.stringify(built.data))).toEqual(data);
  });

  it.each(files)('%s folds in every view', async (file) => {
    const begin = golden('ArticleIngested.v1.json');
    const event = golden(file);
    const events = event.type === 'ArticleIngested' ? [event] : [begin, event];
    for (const projection of projections) {
      const { types } = projection;
      const lifted = storedLog([{ stream: 'article-golden', events }]).map((stored) =>
        upcasterChains.lift(stored),
      );
      const view = new MemoryWriter();
      await projection.apply(
        lifted.filter(({ type }) => (types as readonly string[]).includes(type)),
        view,
      );
      // What it undoes is not there: some views note that, others have nothing to take back.
      if (event.type === 'DecisionReverted') continue;
      const folded =
        (types as readonly string[]).includes(event.type) &&
        !/Withdrawn|Revised|Superseded|Erasure/.test(event.type);
      expect(view.size > 0).toBe(folded || (types as readonly string[]).includes('ArticleIngested'));
    }
  });
});
