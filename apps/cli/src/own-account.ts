import { userInfo } from 'node:os';

/** Who acts where no name is given: the account that the program runs under. */
export const ownAccount = (): string => `cli:${userInfo().username}`;
