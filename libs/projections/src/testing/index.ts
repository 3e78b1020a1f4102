export { MemoryWriter } from './memory-writer.js';
export { inSealedWorld, ReachedOutside } from './sealed-world.js';
