import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { LOG_LEVELS, type LogLevel } from './logger.js';

const READERS = ['rules', 'llm'] as const;
const HOST_NAME = /^[A-Za-z0-9.:_-]+$/;
const HOST_NAMES = /^[a-z0-9.:[\]_-]+(?:,[a-z0-9.:[\]_-]+)*$/;
const WORKSPACE_NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const LOG_ORIGIN = /^[^\s+]{1,200}$/;
const IsWebUrl = () => ValidateBy({ name: 'isWebUrl', validator: { validate: isWebUrl } });
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
  @Max(3_600_000)
  readonly appendTimeoutMs: number;

  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly lockTimeoutMs: number;

  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly idleInTransactionTimeoutMs: number;

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

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(64)
  readonly readerThreads?: number;

  @IsInt()
  @Min(100)
  @Max(600_000)
  readonly readingBudgetMs: number;

  /** PEM or a path; read by whoever signs. */
  @IsOptional()
  @IsString()
  readonly signingKey?: string;

  @IsOptional()
  @Matches(LOG_ORIGIN)
  readonly logOrigin?: string;

  @IsOptional()
  @IsString()
  readonly checkpointDir?: string;

  @IsInt()
  @Min(1)
  @Max(86_400)
  readonly checkpointSeconds: number;

  @IsOptional()
  @IsWebUrl()
  readonly checkpointWebhook?: string;

  @IsIn(READERS)
  readonly reader: (typeof READERS)[number];

  @IsOptional()
  @IsWebUrl()
  readonly llmUrl?: string;

  @IsOptional()
  @MaxLength(200)
  readonly llmModel?: string;

  @IsOptional()
  @IsString()
  readonly llmApiKey?: string;

  @IsInt()
  @Min(100)
  @Max(3_600_000)
  readonly llmTimeoutMs: number;

  @IsInt()
  @Min(1)
  @Max(10)
  readonly llmAttempts: number;

  @IsInt()
  @Min(100)
  @Max(100_000)
  readonly llmMaxAnswerTokens: number;

  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  readonly llmTokenBudget: number;

  @IsInt()
  @Min(500)
  @Max(200_000)
  readonly llmPartCharacters: number;

  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly feedSeconds: number;

  @IsOptional()
  @Matches(HOST_NAMES)
  readonly feedHosts?: string;
}

function isWebUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

function isPostgresUrl(value: unknown): boolean {
  return typeof value === 'string' && /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value);
}
