export type * from './extraction.js';
export { EXTRACTOR, EXTRACTOR_VERSION, extractArticle } from './extract-article.js';
export { readingText, type ReadingText } from './text/reading-text.js';
export { noExtraction } from './no-extraction.js';
export { toScorerRecord, type ScorerRecord } from './scorer-record.js';
export { describeRule } from './rules/rule-catalogue.js';
export { acceptProposals } from './proposals/accept-proposals.js';
export {
  REFUSALS,
  type AcceptedProposals,
  type Proposal,
  type ProposedClaim,
  type ProposedFigure,
  type ProposedSpeaker,
  type ProposedStatement,
  type Refusal,
  type RefusedProposal,
} from './proposals/proposal.js';
