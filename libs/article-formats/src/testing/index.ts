export { HOSTILE_DOCUMENTS, type HostileDocument } from './hostile-documents.js';
