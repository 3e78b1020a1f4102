import fc from 'fast-check';
import { foldName, speakerKey, type EntityKind } from '#domain';
import { NameBook, type NameDecision } from './name-book.js';
import type { NameMention } from './name-mention.js';

const mention = { reportId: '0', field: 'attribution', index: 0 } as const;
const met = (name: string, kind: EntityKind, role: string | null = null): NameMention => ({
  mention,
  entityId: `${kind === 'person' ? 'person' : 'group'} ${kind === 'place' ? foldName(name) : speakerKey(name, kind)}`,
  kind,
  name,
  spelling: foldName(name),
  role,
});
const emptyBook = () => new NameBook(new Map(), [], [], new Map());
const NAR = 'group nar';
const AGENCY = 'group norvale agency for relief';
const tie = { acronymId: NAR, nameId: AGENCY };
const body = (name: string) => met(name, 'organisation');
const types = (decisions: readonly NameDecision[]) => decisions.map(({ type }) => type);

describe('NameBook', () => {
  it('registers a name once and tells of each other spelling once', () => {
    const book = emptyBook();
    const person = (name: string) => types(book.meet(met(name, 'person')));
    expect(person('Mohammed Tarn')).toEqual(['registered']);
    expect(person('Mohammed Tarn')).toEqual([]);
    expect(person('Mohamed Tarn')).toEqual(['alias']);
    expect(person('Mohamed Tarn')).toEqual([]);
  });

  it('merges an acronym into the name that an article gives for it', () => {
    const book = emptyBook();
    book.meet(body('NAR'));
    book.meet(body('Norvale Agency for Relief'));
    expect(book.tie(tie)).toMatchObject([{ type: 'merged', entityId: AGENCY, mergedEntityId: NAR }]);
    expect(book.tie(tie)).toEqual([]);
  });

  it('merges an acronym that everybody knows, and says why', () => {
    const book = emptyBook();
    book.meet(body('NAR'));
    book.meet(body('Norvale Agency for Relief'));
    expect(book.tie({ ...tie, isCommon: true })).toMatchObject([
      { type: 'merged', entityId: AGENCY, reason: 'the acronym is known to stand for the name' },
    ]);
  });

  it('only proposes a name whose initials fit', () => {
    const book = emptyBook();
    book.meet(body('NAR'));
    expect(book.meet(body('Northern Anglers and Rowers'))).toMatchObject([
      { type: 'registered' },
      { type: 'proposed', otherEntityId: NAR },
    ]);
  });

  it('proposes a surname of the same role, not of another', () => {
    const book = emptyBook();
    book.meet(met('Mevlin Sarkhov', 'person', 'foreign minister'));
    expect(types(book.meet(met('Sarkhov', 'person', 'the Foreign Minister')))).toEqual([
      'registered',
      'proposed',
    ]);
    const other = emptyBook();
    other.meet(met('Mevlin Sarkhov', 'person', 'foreign minister'));
    expect(types(other.meet(met('Sarkhov', 'person', 'baker')))).toEqual(['registered']);
  });

  it('never merges again what people set apart, nor proposes what they decided', () => {
    const book = emptyBook();
    book.meet(body('NAR'));
    book.meet(body('Norvale Agency for Relief'));
    book.tie(tie);
    book.foldUnmerger(NAR);
    expect(book.tie(tie)).toEqual([]);
    const merged = emptyBook();
    merged.meet(body('NAR'));
    merged.foldMerger(AGENCY, NAR);
    expect(types(merged.meet(body('Norvale Agency for Relief')))).toEqual(['registered']);
  });

  it('proposes a second name for an acronym that has one', () => {
    const book = emptyBook();
    const second = 'group northern anglers and rowers';
    for (const name of ['NAR', 'Norvale Agency for Relief']) book.meet(body(name));
    book.tie(tie);
    book.meet(body('Nadir Ash Rescue'));
    expect(book.tie({ acronymId: NAR, nameId: 'group nadir ash rescue' })).toEqual([]);
    expect(book.changedPairs.get(`group nadir ash rescue ${NAR}`)).toBe('proposed');
    expect(book.tie({ acronymId: NAR, nameId: second })).toEqual([]);
  });

  it('comes to the same entities and mergers whatever order names and ties come in', () => {
    const things = [
      body('NAR'),
      body('Norvale Agency for Relief'),
      met('Mevlin Sarkhov', 'person', 'minister'),
      met('Sarkhov', 'person', 'minister'),
      met('Mevlen Sarkhov', 'person', 'minister'),
      body('N.A.R.'),
      tie,
    ];
    const outcome = (order: typeof things) => {
      const book = emptyBook();
      const decisions = order.flatMap((one) => ('acronymId' in one ? book.tie(one) : book.meet(one)));
      const merged = decisions.filter(({ type }) => type === 'merged');
      const registered = decisions.flatMap((one) => (one.type === 'registered' ? [one.entityId] : []));
      return {
        merged,
        registered: registered.sort(),
        aliases: types(decisions).filter((t) => t === 'alias'),
      };
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(things, { minLength: things.length }), (order) => {
        expect(outcome(order)).toEqual(outcome(things));
      }),
    );
  });
});
