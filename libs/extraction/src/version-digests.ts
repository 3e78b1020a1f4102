/**
 * What each version of the rules gives for the invented articles (news, speech and disputes) and the seeds, as a SHA-256: stored
 * mentions carry the version, so rules that read anything differently must not go by a version that read it otherwise. Up to 1.4.0 the
 * digests cover the invented news and the seeds alone.
 */
export const VERSION_DIGESTS: Readonly<Record<string, string>> = {
  '1.1.0': '0a56075e417d5b4a3842caaed70e8170b7d335b58c7a489f9dd9013b73e67f02',
  '1.2.0': '1e5e949a9f398c58d33c9b33f8973c82f945405a7c24cd86c5c5b2a747a0190c',
  '1.3.0': '9f4415cec5d379b6d016e0b17d688e193708dc79e098dde5f71897e8b74624c8',
  '1.4.0': 'e39dcfcfed9ada1253e4875360a8ba026e100dbef825fef85fc7274c4e21ffc8',
  '1.5.0': '07377906af3de7fec4022a07fd64e5812b9ec74be12730e464db8177ac7c540a',
};

/**
 * Versions that stores may hold: their digests stay as they are for ever. The seal is the SHA-256 of their lines, so that none is
 * replaced by the way; a release adds its version and seals anew.
 */
export const RELEASED = {
  versions: ['1.1.0', '1.2.0', '1.3.0', '1.4.0'],
  seal: 'a170e33c0d242367ae2d2106589fbcdc90347d151314f8e1630fab2fecf92138',
} as const;
