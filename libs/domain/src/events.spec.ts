import { buildEvent, EVENT_TYPES, isEventType } from './events.js';
import { InvalidFields } from './errors.js';
import type { ExtractionCompleted } from './article/article-events.js';

const reading: ExtractionCompleted = {
  articleId: '7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3',
  revision: 1,
  extractor: 'rules',
  extractorVersion: '1.0.0',
  figures: 1,
  statements: 0,
  claims: 0,
  language: null,
  notExtracted: null,
};

describe('buildEvent', () => {
  it('gives the event its current schema version', () => {
    const event = buildEvent('ExtractionCompleted', reading);
    expect({ ...event, data: { ...event.data } }).toEqual({
      type: 'ExtractionCompleted',
      schemaVersion: 2,
      data: reading,
    });
  });

  it.each<[string, Partial<Record<keyof ExtractionCompleted, unknown>>, string]>([
    ['a negative count', { figures: -1 }, 'figures'],
    ['an id that is none', { articleId: 'x' }, 'articleId'],
    ['an empty name', { extractor: '' }, 'extractor'],
    ['revision zero', { revision: 0 }, 'revision'],
  ])('refuses %s and names the field', (_case, change, field) => {
    const build = () => buildEvent('ExtractionCompleted', { ...reading, ...change } as ExtractionCompleted);
    expect(build).toThrow(InvalidFields);
    expect(build).toThrow(new RegExp(`${field}: `));
  });

  it('refuses a field that the event does not have', () => {
    const data = { ...reading, mood: 'good' };
    expect(() => buildEvent('ExtractionCompleted', data)).toThrow(/mood: is not known here/);
  });

  it('names the path of a field within', () => {
    const chain = [{ name: '', role: null, kind: 'person' as const, verb: 'said', span: null }];
    const quote = { start: 0, end: 1, exact: 'a', prefix: '', suffix: '' };
    const claim = {
      reportId: reading.articleId,
      articleId: reading.articleId,
      revision: 1,
      quote,
      sentence: quote,
    };
    const fields = {
      polarity: 'asserted',
      proposition: 'a',
      attributionMode: 'none',
      hedge: null,
      cue: null,
      answers: null,
    };
    const data = { ...claim, ...fields, attribution: chain, rule: 'r' } as never;
    expect(() => buildEvent('ClaimRecorded', data)).toThrow(/attribution\.0\.name/);
  });

  it('knows its types and no others', () => {
    expect(Object.keys(EVENT_TYPES).every(isEventType)).toBe(true);
    expect(isEventType('constructor')).toBe(false);
  });
});
