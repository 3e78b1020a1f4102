export * from './relations/index.js';
