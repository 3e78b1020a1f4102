import { resolve } from 'node:path';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { ConfigurationError, type InvalidSetting } from './errors.js';
import { LOG_LEVELS, type LogLevel } from './logger.js';
import { SETTINGS, type Setting } from './settings.js';

const HOST_NAME = /^[A-Za-z0-9.:_-]+$/;
const WORKSPACE_NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const IsPostgresUrl = () => ValidateBy({ name: 'isPostgresUrl', validator: { validate: isPostgresUrl } });

/** What the environment decided, checked. Each field's variable, default and meaning stand in `SETTINGS`. */
export class Config {
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number;

  @Matches(HOST_NAME)
  readonly host: string;

  @IsOptional()
  @IsPostgresUrl()
  readonly databaseUrl?: string;

  /** Absolute. */
  @IsString()
  @IsNotEmpty()
  readonly dataDir: string;

  @Matches(WORKSPACE_NAME)
  readonly workspace: string;

  @IsIn(LOG_LEVELS)
  readonly logLevel: LogLevel;

  @IsInt()
  @Min(1)
  @Max(200)
  readonly poolSize: number;

  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly statementTimeoutMs: number;

  @IsInt()
  @Min(0)
  @Max(600_000)
  readonly connectTimeoutMs: number;

  @IsInt()
  @Min(1024)
  @Max(67_108_864)
  readonly bodyLimitBytes: number;

  @IsInt()
  @Min(1)
  @Max(10_000_000)
  readonly maxArticleCharacters: number;
}

/** Reads the settings from environment variables; an empty value counts as not set. Throws `ConfigurationError`. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = SETTINGS.map((setting) => [setting.field, parse(setting, rawValue(setting, env))] as const);
  const config = Object.assign(new Config(), Object.fromEntries(values));
  const wrongFields = new Set(validateSync(config).map(({ property }) => property));
  const wrong = SETTINGS.filter(({ field }) => wrongFields.has(field));
  if (wrong.length > 0) {
    throw new ConfigurationError(wrong.map((setting) => explain(setting, rawValue(setting, env))));
  }
  return Object.assign(config, { dataDir: resolve(config.dataDir) });
}

function isPostgresUrl(value: unknown): boolean {
  return typeof value === 'string' && /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value);
}

function rawValue(setting: Setting, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const value = env[setting.variable]?.trim();
  return value ? value : setting.default;
}

function parse(setting: Setting, value: string | undefined): string | number | undefined {
  if (value === undefined || setting.kind === 'text') return value;
  return /^\d+$/.test(value) ? Number(value) : Number.NaN;
}

function explain(setting: Setting, value: string | undefined): InvalidSetting {
  const shown = setting.secret ? 'its value (not shown, it may hold a password)' : JSON.stringify(value);
  const problem = `${setting.variable}: ${shown} cannot be used. Allowed: ${setting.allowed}.`;
  return { variable: setting.variable, problem };
}
