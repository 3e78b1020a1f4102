import type { MarkupLimits } from './markup/guard-markup.js';

/** The largest document that is looked at, unpacked: a page, a feed, an answer of an API, a payload of a WARC record. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Text packs 3 to 20 times; more than this is no text. Small inputs may, for they cannot become large. */
export const MAX_UNPACKING_RATIO = 100;

/**
 * News pages stay far below these. At them linkedom and Readability together took up to 0.8 s; 10,000 nested elements, 50 KB, took
 * 5 s and then the stack.
 */
export const PAGE_LIMITS: MarkupLimits = {
  depth: 128,
  elements: 50_000,
  attributesOfElement: 256,
  attributeLength: 2_000_000,
  entities: 100_000,
  comments: 20_000,
};

export const FEED_LIMITS: MarkupLimits = { ...PAGE_LIMITS, depth: 64, entities: 200_000 };

export const MAX_FEED_ITEMS = 1_000;

/** Structured data of a page: scripts, characters of one, levels, objects looked at. */
export const JSON_LD_LIMITS = { scripts: 30, characters: 500_000, depth: 40, nodes: 5_000 } as const;
