import { pino, type DestinationStream, type Logger } from 'pino';
import { loggableError } from './loggable-error.js';

export type { Logger };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const URL_WITH_PASSWORD = /\b(postgres(?:ql)?:\/\/[^\s:@/"]*):[^\s"]*@/gi;
const STANDARD_ERROR = 2;

/** Takes the passwords out of every connection string in a text. */
export function redactConnectionStrings(text: string): string {
  return text.replace(URL_WITH_PASSWORD, '$1:[redacted]@');
}

/**
 * JSON lines on standard error, so that standard output stays a command's answer. The redaction works on the finished
 * line: connection strings also turn up inside messages and stacks that other libraries wrote.
 */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: STANDARD_ERROR, sync: true }),
): Logger {
  const withStacks = level === 'debug' || level === 'trace';
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => loggableError(error, withStacks) },
      redact: {
        paths: ['password', '*.password', 'authorization', '*.authorization'],
        censor: '[redacted]',
      },
      hooks: { streamWrite: redactConnectionStrings },
    },
    destination,
  );
}
