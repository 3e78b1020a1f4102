import {
  acceptProposals,
  type Extraction,
  type Proposal,
  type ReadableArticle,
  type RefusedProposal,
} from '#extraction';
import { ANSWER_SCHEMA } from './answer-schema.js';
import { articleParts } from './article-parts.js';
import type { ChatClient } from './chat-client.js';
import { decodeAnswer } from './decode-answer.js';
import { LlmAnswerUnreadable, LlmBudgetSpent } from './errors.js';
import { PROMPT_VERSION, promptFor } from './prompt.js';

export interface LlmReaderOptions {
  readonly model: string;
  /** Longest part of an article in one question, in UTF-16 units. */
  readonly partCharacters: number;
  /** Tokens this reader may spend in its life; 0 is no limit. */
  readonly tokenBudget: number;
}

export interface LlmReading {
  readonly extraction: Extraction;
  readonly refused: readonly RefusedProposal[];
  readonly tokens: number;
}

/** Below this a part that cannot be answered is not cut again. */
const SMALLEST_PART = 500;

/** Reads articles with a language model. What it says is only proposed: `acceptProposals` decides. */
export class LlmReader {
  private spent = 0;

  constructor(
    private readonly client: ChatClient,
    private readonly options: LlmReaderOptions,
  ) {}

  get name(): string {
    return `llm:${this.options.model}`;
  }

  /** @throws {LlmError} the model could not be used; nothing of the article is read by halves */
  async read(article: ReadableArticle): Promise<LlmReading> {
    const before = this.spent;
    const proposals: Proposal[] = [];
    const refused: RefusedProposal[] = [];
    for (const part of articleParts(article.text, this.options.partCharacters)) {
      const answer = await this.ask(article, part);
      proposals.push(...answer.proposals);
      refused.push(...answer.refused);
    }
    const accepted = acceptProposals(article, proposals, this.name);
    return {
      extraction: {
        extractor: this.name,
        extractorVersion: PROMPT_VERSION,
        publishedOn: accepted.publishedOn,
        figures: accepted.figures,
        statements: accepted.statements,
        claims: accepted.claims,
      },
      refused: [...refused, ...accepted.refused],
      tokens: this.spent - before,
    };
  }

  /** An answer that was cut by its limit is asked for again in two halves. */
  private async ask(
    article: ReadableArticle,
    part: string,
  ): Promise<{ readonly proposals: readonly Proposal[]; readonly refused: readonly RefusedProposal[] }> {
    const { tokenBudget } = this.options;
    if (tokenBudget > 0 && this.spent >= tokenBudget) throw new LlmBudgetSpent(this.spent, tokenBudget);
    const { content, tokens, cut } = await this.client.complete(promptFor(article, part), ANSWER_SCHEMA);
    this.spent += tokens;
    if (!cut) return decodeAnswer(content);
    if (part.length < SMALLEST_PART) {
      throw new LlmAnswerUnreadable('it is longer than CLAIMTRAIL_LLM_MAX_ANSWER_TOKENS');
    }
    const proposals: Proposal[] = [];
    const refused: RefusedProposal[] = [];
    for (const half of articleParts(part, Math.ceil(part.length / 2))) {
      const answer = await this.ask(article, half);
      proposals.push(...answer.proposals);
      refused.push(...answer.refused);
    }
    return { proposals, refused };
  }
}
