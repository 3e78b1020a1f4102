import type { Config } from './config.js';

/** One environment variable. `docs/configuration.md` is checked against this table by a test. */
export interface Setting {
  readonly variable: string;
  readonly field: keyof Config;
  readonly kind: 'text' | 'integer';
  /** Undefined: not set unless the environment sets it. */
  readonly default: string | undefined;
  readonly allowed: string;
  readonly meaning: string;
  /** Its value may hold a password and is never shown. */
  readonly secret?: true;
}

export const SETTINGS: readonly Setting[] = [
  {
    variable: 'PORT',
    field: 'port',
    kind: 'integer',
    default: '3000',
    allowed: 'a whole number from 0 to 65535 (0 takes any free port)',
    meaning: 'TCP port of the HTTP server.',
  },
  {
    variable: 'HOST',
    field: 'host',
    kind: 'text',
    default: '127.0.0.1',
    allowed: 'a host name or an IP address',
    meaning: 'Address the HTTP server listens on. 0.0.0.0 opens it to the network.',
  },
  {
    variable: 'DATABASE_URL',
    field: 'databaseUrl',
    kind: 'text',
    default: undefined,
    allowed: 'postgres://user:password@host:port/database',
    meaning: 'PostgreSQL 15 to 18 to use. Not set: the embedded server in the data folder.',
    secret: true,
  },
  {
    variable: 'CLAIMTRAIL_DATA_DIR',
    field: 'dataDir',
    kind: 'text',
    default: '.data',
    allowed: 'the path of a folder that can be written',
    meaning: 'Folder of the embedded server and of other files kept between runs.',
  },
  {
    variable: 'CLAIMTRAIL_WORKSPACE',
    field: 'workspace',
    kind: 'text',
    default: 'default',
    allowed: '1 to 63 of a-z, 0-9, _ and -, starting with a letter or a digit',
    meaning: 'Workspace (log) that commands use when none is named.',
  },
  {
    variable: 'LOG_LEVEL',
    field: 'logLevel',
    kind: 'text',
    default: 'info',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    meaning: 'Least important log lines that are written (JSON lines on standard error).',
  },
  {
    variable: 'CLAIMTRAIL_POOL_SIZE',
    field: 'poolSize',
    kind: 'integer',
    default: '10',
    allowed: 'a whole number from 1 to 200',
    meaning: 'Most database connections of each of the two pools (writer and reader) of one process.',
  },
  {
    variable: 'CLAIMTRAIL_STATEMENT_TIMEOUT_MS',
    field: 'statementTimeoutMs',
    kind: 'integer',
    default: '5000',
    allowed: 'a whole number from 0 to 3600000 (0 is no limit)',
    meaning: 'Milliseconds after which the database stops a reading statement.',
  },
  {
    variable: 'CLAIMTRAIL_CONNECT_TIMEOUT_MS',
    field: 'connectTimeoutMs',
    kind: 'integer',
    default: '10000',
    allowed: 'a whole number from 0 to 600000',
    meaning: 'Milliseconds to go on trying a database that does not answer yet.',
  },
  {
    variable: 'CLAIMTRAIL_BODY_LIMIT_BYTES',
    field: 'bodyLimitBytes',
    kind: 'integer',
    default: '8388608',
    allowed: 'a whole number from 1024 to 67108864',
    meaning: 'Largest HTTP request body, in bytes.',
  },
  {
    variable: 'CLAIMTRAIL_MAX_ARTICLE_CHARACTERS',
    field: 'maxArticleCharacters',
    kind: 'integer',
    default: '1000000',
    allowed: 'a whole number from 1 to 10000000',
    meaning: 'Longest article text that is accepted, in Unicode code points.',
  },
  {
    variable: 'CLAIMTRAIL_SIGNING_KEY',
    field: 'signingKey',
    kind: 'text',
    default: undefined,
    allowed: 'an Ed25519 private key in PEM, or the path of a file that holds one',
    meaning:
      'Key that signs checkpoints of the log. Not set: signing-key.pem in the data folder, made at the first start.',
    secret: true,
  },
  {
    variable: 'CLAIMTRAIL_LOG_ORIGIN',
    field: 'logOrigin',
    kind: 'text',
    default: undefined,
    allowed: '1 to 200 characters without spaces and +',
    meaning: 'Name of the log in its checkpoints. Not set: claimtrail/ and the workspace.',
  },
  {
    variable: 'CLAIMTRAIL_CHECKPOINT_DIR',
    field: 'checkpointDir',
    kind: 'text',
    default: undefined,
    allowed: 'the path of a folder that can be written',
    meaning:
      'Folder in which checkpoints are published, one folder a workspace. Not set: checkpoints in the data folder.',
  },
  {
    variable: 'CLAIMTRAIL_CHECKPOINT_SECONDS',
    field: 'checkpointSeconds',
    kind: 'integer',
    default: '60',
    allowed: 'a whole number from 1 to 86400',
    meaning: 'Least seconds between two published checkpoints.',
  },
  {
    variable: 'CLAIMTRAIL_CHECKPOINT_WEBHOOK',
    field: 'checkpointWebhook',
    kind: 'text',
    default: undefined,
    allowed: 'an http or https URL',
    meaning: 'URL that gets each published checkpoint by POST.',
    secret: true,
  },
];
