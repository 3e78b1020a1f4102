export { adoptCheckpoints, type CheckpointsToAdopt } from './adopt-checkpoints.js';
export type { Checkpoint } from './checkpoints.js';
export type { LeafFields } from './read-leaves.js';
export { ProofReader, type ConsistencyProof, type InclusionProof } from './proof-reader.js';
export { CheckpointPublisher, type PublisherOptions } from './publish-checkpoints.js';
export { Sealer, type SealerOptions } from './sealer.js';
export { noteSigner, type NoteSigner } from './signed-note.js';
export { keepVerifierKey, loadSigningKey, SIGNING_KEY_FILE, verifierKeyFile } from './signing-key.js';
