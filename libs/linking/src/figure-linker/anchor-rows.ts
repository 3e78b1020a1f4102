import { dayOf, placeKeys, timeKindOf, type ClaimedAnchor, type FigureAnchor } from '#tracking';
import { Interned } from './interned.js';

/** As the server sends its columns, all of them as text. */
export type AnchorRow = readonly [
  key: string,
  block: string,
  founded: string,
  claimId: string,
  place: string,
  facts: string,
  apart: string,
];

export const ANCHOR_COLUMNS =
  'stored.anchor_id, stored.block, stored.founded, stored.claim_id, stored.place, stored.anchor, stored.apart';

/** Left as text: pg would make each anchor's place and facts anew, where `Interned` knows nearly all. */
export const ANCHOR_TYPES = { getTypeParser: () => (value: string) => value };

/** One text a block: texts that are the same object are compared at once. */
export const blocks = new Interned((text) => text);
const places = new Interned((text) => JSON.parse(text) as FigureAnchor['place']);
const facts = new Interned((text) => JSON.parse(text) as Omit<FigureAnchor, 'key' | 'block' | 'place'>);

export function toAnchor([key, block, founded, claimId, place, others, apart]: AnchorRow): ClaimedAnchor {
  return {
    anchor: { key, block: blocks.of(block), place: places.of(place), ...facts.of(others) },
    founded: BigInt(founded),
    claimId,
    apart: new Set(apart === '{}' ? [] : apart.slice(1, -1).split(',')),
  };
}

/** An anchor as it stands now, for `json_to_recordset`. */
export type SavedAnchor = ReturnType<typeof toRow>;

export function toRow({ anchor, founded, claimId, apart }: ClaimedAnchor) {
  const { key, block, place, ...others } = anchor;
  const { own, around } = place ? placeKeys(place) : { own: [], around: [] };
  return {
    ...{ id: key, block, kind: timeKindOf(anchor.time), day: dayOf(anchor), founded: founded.toString() },
    ...{ claim: claimId, place, anchor: others, apart: [...apart], own, around },
  };
}
