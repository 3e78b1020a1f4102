export { createApi } from './create-api.js';
export type { ApiResources } from './resources.js';
