export { COUNTED_SINCE, fillClaims, townOf } from './fill-claims.js';
