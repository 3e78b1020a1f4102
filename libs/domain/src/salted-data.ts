import { IsOptional, Matches } from 'class-validator';

/** 16 bytes in hexadecimal. */
const SALT = /^[0-9a-f]{32}$/;

/**
 * Data that holds words of an article. When it is erased its SHA-256 stays, for the log must prove on: without the salt, which goes
 * with the words, whoever knows all of it but a name could try names until the hash fits.
 */
export abstract class SaltedData {
  /** Chance, new for each event; absent in events that were recorded before there were salts. */
  @IsOptional() @Matches(SALT) salt?: string;
}
