import { readGeonamesLine, type ListedPlace } from './geonames-line.js';
import { geonamesLine } from './testing/index.js';

describe('readGeonamesLine', () => {
  it('reads a settlement with the divisions it lies in, the narrowest first', () => {
    const line = geonamesLine({
      id: 7,
      name: 'Östervale',
      alternates: 'Ostervale,Vale',
      admin: ['04', '11'],
      population: 1200,
    });
    expect(readGeonamesLine(line)).toEqual({
      id: 'geonames:7',
      name: 'Östervale',
      kind: 'settlement',
      country: 'XX',
      population: 1200,
      division: null,
      keys: ['XX.04.11', 'XX.04', 'XX'],
      names: ['ostervale', 'vale'],
    });
  });

  it.each([
    [{ feature: ['A', 'PCLI'] as const }, 'country', 'XX', []],
    [{ feature: ['A', 'ADM1'] as const, admin: ['04'] }, 'region', 'XX.04', ['XX']],
    [{ feature: ['A', 'ADM2'] as const, admin: ['04', '11'] }, 'district', 'XX.04.11', ['XX.04', 'XX']],
    [{ feature: ['P', 'PPLX'] as const, admin: ['04'] }, 'district', null, ['XX.04', 'XX']],
    [{ feature: ['L', 'RGN'] as const, admin: ['00'] }, 'area', null, ['XX']],
  ])('reads %j', (given, kind, division, keys) => {
    expect(readGeonamesLine(geonamesLine(given))).toMatchObject({
      kind,
      division,
      keys,
    } as Partial<ListedPlace>);
  });

  it('leaves out what nobody reports from', () => {
    expect(readGeonamesLine(geonamesLine({ feature: ['S', 'HTL'] }))).toBeNull();
  });

  it.each([
    ['1\tNorvale', 'has 2 columns instead of 19'],
    [geonamesLine({}).replace(/^\d+/, 'x'), 'begins with "x", which is no geonameid'],
    [geonamesLine({ name: ' ' }), 'has no name'],
  ])('says what is wrong with %j', (line, problem) => {
    expect(readGeonamesLine(line)).toBe(problem);
  });
});
