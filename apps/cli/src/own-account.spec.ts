import { accountName, ownAccount } from './own-account.js';

describe('who acts where no name is given', () => {
  it('is the account, or its number where nothing names it', () => {
    expect(accountName(() => 'ada')).toBe('ada');
    const unnamed = accountName(() => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    });
    expect(unnamed).toMatch(/^uid \d+ without a name$/);
    expect(ownAccount()).toBe(`cli:${accountName()}`);
  });
});
