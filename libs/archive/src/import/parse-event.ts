import { checkJsonText, checkText, REQUEST_LIMITS } from '#event-store';
import { ERASED_DATA } from '../export/export-format.js';

/** An event on its way into the log: the characters that stood in the log it comes from. */
export interface ArrivingEvent {
  readonly workspace: string;
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** RFC 3339 in UTC with six decimals. */
  readonly recordedAt: string;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly data: string;
  readonly meta: string;
  /** Hexadecimal SHA-256 of what stood where `data` was erased. */
  readonly dataDigest: string | null;
}

/** The members of a line before its data, which is the last. */
export type Envelope = Readonly<Record<string, string | number | undefined>>;

const DATA = ',"data":';
const BASE64_DATA = ',"data_base64":"';
const SEQ = /^[1-9]\d{0,14}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;
/** As an append takes it: a year, a month, a day, or a time of a day. */
const ISO_TIME = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
const MAX_INTEGER = 2 ** 31 - 1;

/**
 * Cuts a line before its data, whose very characters count. The members before it are texts and numbers, and a quote within
 * a text is written \", so the first `,"data":` is the member.
 */
export function parseEnvelope(line: string): { envelope: Envelope; data: string } {
  const end = line.lastIndexOf('}');
  const [at, from] = findData(line);
  if (at === -1 || end < from || line.slice(end + 1).trim() !== '')
    throw new Error('it is no record of an export');
  const envelope = JSON.parse(`${line.slice(0, at)}}`) as Envelope;
  if (envelope['specversion'] !== '1.0') throw new Error('it is no CloudEvent 1.0');
  const written = line.slice(from, end);
  return { envelope, data: line.startsWith(BASE64_DATA, at) ? decode(written) : written };
}

function findData(line: string): [at: number, from: number] {
  const plain = line.indexOf(DATA);
  const encoded = line.indexOf(BASE64_DATA);
  const isPlain = encoded === -1 || (plain !== -1 && plain < encoded);
  return isPlain ? [plain, plain + DATA.length] : [encoded, encoded + BASE64_DATA.length];
}

function decode(written: string): string {
  const bytes = Buffer.from(written.slice(0, -1), 'base64');
  if (!written.endsWith('"') || `${bytes.toString('base64')}"` !== written)
    throw new Error('its data is no Base64');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Reads what stands where it should, and no more. @throws {Error} naming the member */
export function parseEvent(envelope: Envelope, data: string): ArrivingEvent {
  return {
    workspace: text(envelope, 'workspace'),
    seq: Number(match(envelope, 'seq', SEQ)),
    stream: text(envelope, 'subject'),
    version: integer(envelope, 'streamversion'),
    eventId: match(envelope, 'id', UUID),
    type: text(envelope, 'type'),
    schemaVersion: integer(envelope, 'schemaversion'),
    recordedAt: match(envelope, 'time', TIME),
    occurredAt: optional(envelope, 'occurredat'),
    actor: text(envelope, 'actor'),
    causationId: optional(envelope, 'causationid'),
    correlationId: optional(envelope, 'correlationid'),
    data,
    meta: text(envelope, 'meta'),
    dataDigest: envelope['datadigest'] === undefined ? null : match(envelope, 'datadigest', SHA256),
  };
}

/** What an append asks of an event. @throws {Error} */
export function checkEvent(event: ArrivingEvent): void {
  checkName(event.workspace, 'workspace', REQUEST_LIMITS.workspace);
  for (const name of ['stream', 'type', 'actor', 'causationId', 'correlationId'] as const) {
    const value = event[name];
    if (value !== null) checkName(value, name, REQUEST_LIMITS.name);
  }
  if (event.occurredAt !== null && !ISO_TIME.test(event.occurredAt))
    throw new Error('occurredat is not an ISO 8601 date or time');
  if (Number.isNaN(Date.parse(event.recordedAt))) throw new Error('time is no time');
  if (event.dataDigest !== null && event.data !== ERASED_DATA)
    throw new Error('it has the digest of erased data, and data');
  checkJsonText(event.data, 'data');
  if (!event.meta.startsWith('{')) throw new Error('meta is not a JSON object');
  if (event.meta !== '{}') checkJsonText(event.meta, 'meta');
}

function checkName(value: string, name: string, longest: number): void {
  if (value === '') throw new Error(`${name} is empty`);
  if (value.length > longest) throw new Error(`${name} is longer than ${longest} characters`);
  checkText(value, name);
}

function text(envelope: Envelope, name: string): string {
  const value = envelope[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing or no text`);
  return value;
}

const optional = (envelope: Envelope, name: string): string | null =>
  envelope[name] === undefined ? null : text(envelope, name);

function match(envelope: Envelope, name: string, pattern: RegExp): string {
  const value = text(envelope, name);
  if (!pattern.test(value)) throw new Error(`${name} "${value.slice(0, 80)}" is not as an export writes it`);
  return value;
}

function integer(envelope: Envelope, name: string): number {
  const value = envelope[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > MAX_INTEGER) {
    throw new Error(`${name} is not a whole number, 1 or more`);
  }
  return value;
}
