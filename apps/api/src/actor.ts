/** Who acts where the API does: it knows of no users yet. */
export const ACTOR = 'api';
