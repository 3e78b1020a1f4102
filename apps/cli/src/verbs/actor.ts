/** Of `--as`, which every verb takes by which a person decides. */
export const ACTOR = 'who decides, as it stands in the record; else the name of your account';
