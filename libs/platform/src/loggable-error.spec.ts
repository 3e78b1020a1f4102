import { DatabaseUnreachable } from './errors.js';
import { loggableError } from './loggable-error.js';

/** As pg makes it where a server goes away: with the whole client on it. */
function lostConnection(): Error {
  const client = { connection: { stream: { buffer: new Array(500).fill('x') } }, processID: 7 };
  return Object.assign(new Error('terminating connection'), { severity: 'FATAL', code: '57P01', client });
}

describe('loggableError', () => {
  it('keeps the texts and numbers of a lost connection and leaves the client and the stack out', () => {
    expect(loggableError(lostConnection())).toEqual({
      type: 'Error',
      message: 'terminating connection',
      severity: 'FATAL',
      code: '57P01',
    });
  });

  it('gives the stack of what nobody foresaw, and of everything where it is asked for', () => {
    const unforeseen = new TypeError('x is not a function');
    expect(loggableError(unforeseen)).toEqual({
      type: 'TypeError',
      message: 'x is not a function',
      stack: unforeseen.stack,
    });
    expect(loggableError(new DatabaseUnreachable('Start the server.'))).not.toHaveProperty('stack');
    expect(loggableError(new DatabaseUnreachable('Start the server.'), true)).toHaveProperty('stack');
  });

  it('tells what caused it, in the same form, and stops where causes go on', () => {
    const error = new DatabaseUnreachable('Start the server.', { cause: lostConnection() });
    expect(loggableError(error)).toMatchObject({
      type: 'DatabaseUnreachable',
      code: 'PLATFORM.DATABASE_UNREACHABLE',
      cause: { code: '57P01', message: 'terminating connection' },
    });
    const circle = new Error('first');
    circle.cause = new Error('second', { cause: circle });
    expect(JSON.stringify(loggableError(circle)).match(/"cause"/g)).toHaveLength(3);
  });

  it('names an error at several addresses by its code', () => {
    const error = Object.assign(new AggregateError([new Error('::1')], ''), { code: 'ECONNREFUSED' });
    expect(loggableError(error)).toEqual({
      type: 'AggregateError',
      message: 'ECONNREFUSED',
      code: 'ECONNREFUSED',
    });
  });

  it('cuts what is endless and lets what is no error through', () => {
    const error = Object.assign(new Error('no'), { code: 'A.B', query: 'x'.repeat(50_000), seq: 7n });
    expect(loggableError(error)).toMatchObject({ query: 'x'.repeat(1_000), seq: '7' });
    expect(loggableError('stopped')).toBe('stopped');
    expect(loggableError(null)).toBeNull();
  });
});
