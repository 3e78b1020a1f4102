/**
 * What each version of each process decides on the fixed log of `version-digests.int.spec.ts`, as a SHA-256: decisions are signed with
 * the version, so a process that decides anything otherwise must not sign as one that decided so. A version that stores may hold keeps
 * its digest for ever.
 */
export const VERSION_DIGESTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wire-clusters': {
    '1.0.0': 'd235381098f72ac55dc67691608a1fd16a4c54dd79a57ee0979d133ddb13b079',
    '1.1.0': '9bb644b5bdc8f73d595df1f7dab91408d4de8a162e763fe673df3d34fa4ea696',
  },
  'entity-resolver': {
    '1.0.0': '48645e9db785f99266c7a1db7c258ecf4b7d1d7b77c4fdf978f17b0b767cead7',
    '1.1.0': '48645e9db785f99266c7a1db7c258ecf4b7d1d7b77c4fdf978f17b0b767cead7',
  },
  'figure-linker': { '1.2.0': 'a6dca7be6aa09b3a1b02ea588da4fd6d7145da157ce32cce31c9f2830b621f6a' },
  'proposition-linker': { '1.2.0': '58e95bdd9f50bf98ed24aec64ce538e1699c51dbcdfac091586b075fef81f7b3' },
};

/** Those that are released. The seal is the SHA-256 of their lines, so that none is replaced by the way; a release seals anew. */
export const RELEASED = {
  versions: ['wire-clusters/1.0.0', 'entity-resolver/1.0.0'],
  seal: '17c92cce7b3153c7ad6a983ee10cc06d79004e274bd0369e802d985f04f9557b',
} as const;
