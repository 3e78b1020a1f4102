/** What the comparison of figures goes by. */
export interface RelationSettings {
  /** How far "about 30,000" may be off, on both sides: 0.1 is 10 %. */
  readonly approximation: number;
  /** A number so many times another of its claim is worth a look. */
  readonly jumpFactor: number;
  /** So many reports are listed that one bears out or is at odds with beside the one it is held against. */
  readonly mostOtherRelations: number;
}

export const RELATION_SETTINGS: RelationSettings = {
  approximation: 0.1,
  jumpFactor: 10,
  mostOtherRelations: 20,
};
