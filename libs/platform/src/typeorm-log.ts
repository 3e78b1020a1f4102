import type { Logger as TypeormLogger } from 'typeorm';
import type { Logger } from './logger.js';

/** TypeORM's own loggers write to standard output, which belongs to a command's answer. */
export class TypeormLog implements TypeormLogger {
  constructor(private readonly logger: Logger) {}

  logQuery(): void {}

  logQueryError(error: string | Error, query: string): void {
    this.logger.debug({ err: error, query }, 'a statement of a migration failed');
  }

  logQuerySlow(): void {}

  logSchemaBuild(message: string): void {
    this.logger.debug(message);
  }

  logMigration(message: string): void {
    this.logger.debug(message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.logger[level === 'warn' ? 'warn' : 'debug'](String(message));
  }
}
