import type { AttributionLink } from '#domain';
import { originIn } from './ledger-rows.js';

const link = (name: string, kind: AttributionLink['kind'], role: string | null = null): AttributionLink => ({
  name,
  kind,
  role,
  verb: 'said',
  span: null,
});

describe('whom a report goes back to', () => {
  const origin = (...chain: AttributionLink[]) => originIn('north', chain);
  const ministry = origin(link('Northwire', 'publisher'), link('river ministry', 'organisation'));

  it.each([
    link('Jon Okoro', 'person', 'river ministry spokesman'),
    link('Ada Lind', 'person', 'River Minister'),
    link('a river ministry official', 'anonymous'),
    link('Ministry of the River', 'organisation'),
  ])('is the body that $name, $role, speaks for, as one origin', (source) => {
    expect(origin(link('Northwire', 'publisher'), source)?.entityId).toBe(ministry?.entityId);
  });

  it('is a person who speaks for nobody, and nobody in the voice of the outlet', () => {
    expect(origin(link('Jon Okoro', 'person', 'former rivers minister'))?.name).toBe('Jon Okoro');
    expect(origin(link('Northwire', 'publisher'))).toBeNull();
  });
});
