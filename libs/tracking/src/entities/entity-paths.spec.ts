import { EntityPaths, nameKey } from './entity-paths.js';

const [AGENCY, ACRONYM, OTHER, PART] = ['agency', 'acronym', 'other', 'part'];
const NAR = nameKey('N.A.R.');

let paths: EntityPaths;
beforeEach(() => {
  paths = new EntityPaths();
});

describe('the entity that is meant by a name', () => {
  it('is what its spelling gives where nothing was decided', () => {
    expect(paths.resolve(AGENCY, NAR)).toBe(AGENCY);
  });

  it('is what that was merged into, however far it leads', () => {
    paths.merge(ACRONYM, AGENCY);
    paths.merge(AGENCY, OTHER);
    expect(paths.resolve(ACRONYM, NAR)).toBe(OTHER);
  });

  it('is another where a split took the name out of what its entity was merged into; other names stay', () => {
    paths.merge(ACRONYM, AGENCY);
    paths.split(AGENCY, NAR, PART);
    expect(paths.resolve(ACRONYM, NAR)).toBe(PART);
    expect(paths.resolve(AGENCY, nameKey('Norvale Agency'))).toBe(AGENCY);
    expect(paths.resolve(ACRONYM, null)).toBe(AGENCY);
  });

  it('follows the part where that was merged, also back into what it came from', () => {
    paths.split(AGENCY, NAR, PART);
    paths.merge(PART, OTHER);
    expect(paths.resolve(AGENCY, NAR)).toBe(OTHER);
    paths.merge(PART, AGENCY);
    expect(paths.resolve(AGENCY, NAR)).toBe(AGENCY);
  });

  it('ends on a way that goes round', () => {
    paths.merge(AGENCY, OTHER);
    paths.merge(OTHER, AGENCY);
    expect([AGENCY, OTHER]).toContain(paths.resolve(AGENCY, null));
  });
});
