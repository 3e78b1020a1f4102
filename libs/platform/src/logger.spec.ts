import { createLogger, type LogLevel } from './logger.js';

function linesOf(level: LogLevel, log: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  log(createLogger(level, { write: (line) => void lines.push(line) }));
  return lines;
}

describe('the logger', () => {
  it('writes one JSON line a message, with the level in words and an ISO time', () => {
    const [line = ''] = linesOf('info', (logger) => logger.info({ rows: 3 }, 'rebuilt'));
    expect(JSON.parse(line)).toMatchObject({ level: 'info', rows: 3, msg: 'rebuilt' });
    expect(line).toMatch(/"time":"\d{4}-\d{2}-\d{2}T/);
  });

  it('leaves out what is less important than its level', () => {
    expect(linesOf('warn', (logger) => logger.info('nothing'))).toEqual([]);
  });

  it.each([
    ['a message', 'cannot reach postgres://ann:s3cret@db:5432/x now'],
    ['an odd password', 'cannot reach postgresql://ann:s3cret@with/at:s3cret@db/x'],
    ['a field', { url: 'postgres://ann:s3cret@db/x' }],
    ['an error', { err: new Error('connect postgres://ann:s3cret@db/x failed') }],
    ['a named password', { login: { password: 's3cret' } }],
  ])('takes the password out of %s', (_, value) => {
    const [line] = linesOf('info', (logger) => logger.info(value));
    expect(line).toContain('[redacted]');
    expect(line).not.toContain('s3cret');
  });
});
