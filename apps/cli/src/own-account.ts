import { userInfo } from 'node:os';

/** The name of the account that the program runs under; of one that has none, as in a container under any number, its number. */
export function accountName(read: () => string = () => userInfo().username): string {
  try {
    return read();
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'} without a name`;
  }
}

/** Who acts where no name is given: the account that the program runs under. */
export const ownAccount = (): string => `cli:${accountName()}`;
