import { resolve } from 'node:path';
import { validateSync } from 'class-validator';
import { Config } from './config.js';
import { ConfigurationError, type InvalidSetting } from './errors.js';
import { SETTINGS, type Setting } from './settings.js';

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
