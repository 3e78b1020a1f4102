import { EventStoreFailure, EventStoreUnavailable, InvalidRead } from './errors.js';
import { isRefusal, toEventStoreError } from './postgres-error.js';

const postgresError = (code: string, message = 'as PostgreSQL says it') =>
  Object.assign(new Error(message), { code });

describe('toEventStoreError', () => {
  it.each(['25006', '40001', '40P01', '53100', '53200', '53300', '55P03', '57014', '57P03', 'ECONNREFUSED'])(
    '%s: unavailable, nothing written',
    (code) => {
      const cause = postgresError(code);
      expect(toEventStoreError(cause)).toMatchObject({
        code: 'EVENT_STORE.UNAVAILABLE',
        nothingWritten: true,
        cause,
      });
    },
  );

  it.each([
    postgresError('57P01'),
    postgresError('57P02'),
    postgresError('08006'),
    postgresError('ECONNRESET'),
    postgresError('EPIPE'),
    new Error('Connection terminated unexpectedly'),
  ])('%s: unavailable, and nobody knows what was written', (cause) => {
    const error = toEventStoreError(cause);
    expect(error).toBeInstanceOf(EventStoreUnavailable);
    expect(error).toMatchObject({ nothingWritten: false });
    expect(error.message).toContain('idempotency key');
  });

  it('keeps what it does not know as the cause', () => {
    const cause = postgresError('23505', 'duplicate key');
    expect(toEventStoreError(cause)).toBeInstanceOf(EventStoreFailure);
    expect(toEventStoreError(cause)).toMatchObject({ cause, message: 'The database refused: duplicate key' });
    expect(toEventStoreError('odd')).toMatchObject({ cause: 'odd' });
  });

  it('leaves the errors of the log as they are', () => {
    const error = new InvalidRead('no');
    expect(toEventStoreError(error)).toBe(error);
  });
});

describe('isRefusal', () => {
  it('is true only where the server itself said no', () => {
    expect(isRefusal(postgresError('22P02'))).toBe(true);
    expect(isRefusal(postgresError('54001'))).toBe(true);
    expect(isRefusal(postgresError('57P01'))).toBe(false);
    expect(isRefusal(postgresError('ECONNRESET'))).toBe(false);
    expect(isRefusal(postgresError('EPERM'))).toBe(false);
    expect(isRefusal(new Error('a mistake of ours'))).toBe(false);
  });
});
