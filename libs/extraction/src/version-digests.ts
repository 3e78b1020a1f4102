/**
 * What each version of the rules gives for the invented articles and the seeds, as a SHA-256: stored mentions carry the version, so
 * rules that read anything differently must not go by a version that read it otherwise.
 */
export const VERSION_DIGESTS: Readonly<Record<string, string>> = {
  '1.1.0': '0a56075e417d5b4a3842caaed70e8170b7d335b58c7a489f9dd9013b73e67f02',
  '1.2.0': '1e5e949a9f398c58d33c9b33f8973c82f945405a7c24cd86c5c5b2a747a0190c',
  '1.3.0': '9f4415cec5d379b6d016e0b17d688e193708dc79e098dde5f71897e8b74624c8',
  '1.4.0': 'e39dcfcfed9ada1253e4875360a8ba026e100dbef825fef85fc7274c4e21ffc8',
  '1.5.0': '86c5c4317d6e26c502609d8249dbce20775547d42a9fe90acabb1158d45ac188',
};
