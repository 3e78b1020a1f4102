import type { CorrectionKind } from '#domain';
import { correctedBy } from './refolded-reports.js';

const correction = (kind: CorrectionKind) => ({
  eventId: kind,
  seq: 1,
  actor: 'editor',
  kind,
  reason: 'read again',
  changes: [],
});

describe('whose error a report was corrected for', () => {
  it('is the publisher where any correction says so, not the last alone', () => {
    expect(correctedBy([correction('publisher'), correction('extraction')])).toBe('publisher');
    expect(correctedBy([correction('extraction'), correction('source')])).toBe('source');
    expect(correctedBy([])).toBeNull();
  });
});
