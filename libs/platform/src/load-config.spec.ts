import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from './load-config.js';
import { ConfigurationError } from './errors.js';
import { SETTINGS } from './settings.js';

function refusalOf(env: Record<string, string>): ConfigurationError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

describe('loadConfig', () => {
  it('needs nothing from the environment', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      workspace: 'default',
      logLevel: 'info',
      poolSize: 10,
      statementTimeoutMs: 5000,
      appendTimeoutMs: 10_000,
      lockTimeoutMs: 5000,
      idleInTransactionTimeoutMs: 60_000,
      connectTimeoutMs: 10_000,
      bodyLimitBytes: 8 * 1024 * 1024,
      maxArticleCharacters: 1_000_000,
      signingKey: undefined,
      logOrigin: undefined,
      checkpointDir: undefined,
      checkpointSeconds: 60,
      checkpointWebhook: undefined,
    });
  });

  it('takes values from the environment and an empty one as not set', () => {
    const config = loadConfig({ PORT: ' 8080 ', HOST: '::1', CLAIMTRAIL_WORKSPACE: '', LOG_LEVEL: 'debug' });
    expect(config).toMatchObject({ port: 8080, host: '::1', workspace: 'default', logLevel: 'debug' });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['HOST', 'two words'],
    ['CLAIMTRAIL_WORKSPACE', 'News Room'],
    ['LOG_LEVEL', 'loud'],
    ['CLAIMTRAIL_POOL_SIZE', '0'],
    ['CLAIMTRAIL_STATEMENT_TIMEOUT_MS', '5s'],
    ['CLAIMTRAIL_BODY_LIMIT_BYTES', '2MB'],
    ['CLAIMTRAIL_MAX_ARTICLE_CHARACTERS', '0'],
    ['CLAIMTRAIL_LOG_ORIGIN', 'my log'],
    ['CLAIMTRAIL_CHECKPOINT_SECONDS', '0'],
  ])('refuses %s=%s and names the variable, the value and what is allowed', (variable, value) => {
    const error = refusalOf({ [variable]: value });
    const allowed = SETTINGS.find((setting) => setting.variable === variable)?.allowed;
    expect(error.code).toBe('PLATFORM.INVALID_CONFIGURATION');
    expect(error.message).toBe(`${variable}: "${value}" cannot be used. Allowed: ${allowed}.`);
  });

  it('names every wrong variable at once', () => {
    const error = refusalOf({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(error.settings.map(({ variable }) => variable)).toEqual(['PORT', 'LOG_LEVEL']);
  });

  it.each([
    'mysql://root:hunter2@db/x',
    'postgres://u:hunter2@:bad port/x',
    'postgres://u:hunter2@host:99999/x',
  ])('never shows a password: %s', (url) => {
    const { message } = refusalOf({ DATABASE_URL: url });
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });
});

describe('docs/configuration.md', () => {
  it('documents exactly the settings, with their default, allowed values and meaning', () => {
    const path = 'docs/configuration.md';
    expect(existsSync(path)).toBe(true);
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+` \|/.test(line));
    const expected = SETTINGS.map((setting) => {
      const value = setting.default === undefined ? 'not set' : `\`${setting.default}\``;
      return `| \`${setting.variable}\` | ${value} | ${setting.allowed} | ${setting.meaning} |`;
    });
    expect(rows).toEqual(expected);
  });
});
