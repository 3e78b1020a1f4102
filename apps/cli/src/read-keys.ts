import { readFile } from 'node:fs/promises';
import { KeyUnreadable, parseVerifierKeys, type VerifierKey } from '#verifier';

/** @throws {KeyUnreadable} */
export async function readKeys(path: string): Promise<VerifierKey[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KeyUnreadable(
      `${path} cannot be read: ${(error as Error).message}. Give the file of the verifier key with --key; the worker writes it to its data folder at its first start.`,
      { cause: error },
    );
  });
  return parseVerifierKeys(text);
}
