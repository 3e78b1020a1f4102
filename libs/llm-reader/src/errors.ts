/** A model that could not be used; each message says what to do. */
export abstract class LlmError extends Error {
  abstract readonly code: string;
}

export class LlmUnavailable extends LlmError {
  readonly code = 'LLM.UNAVAILABLE';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The model's server did not answer: ${reason}. Check CLAIMTRAIL_LLM_URL, or try again later.`,
      options,
    );
  }
}

export class LlmRequestRefused extends LlmError {
  readonly code = 'LLM.REQUEST_REFUSED';

  constructor(status: number, message: string) {
    super(
      `The model's server refused the request (${status}): ${message}. Check CLAIMTRAIL_LLM_MODEL and CLAIMTRAIL_LLM_API_KEY.`,
    );
  }
}

export class LlmAnswerUnreadable extends LlmError {
  readonly code = 'LLM.ANSWER_UNREADABLE';

  constructor(reason: string) {
    super(`The model's answer cannot be read: ${reason}. Nothing of it was used.`);
  }
}

export class LlmBudgetSpent extends LlmError {
  readonly code = 'LLM.BUDGET_SPENT';

  constructor(spent: number, budget: number) {
    super(
      `The model was given its ${budget} tokens (${spent} used). Raise CLAIMTRAIL_LLM_TOKEN_BUDGET or read with the rules.`,
    );
  }
}

export class LlmNotConfigured extends LlmError {
  readonly code = 'LLM.NOT_CONFIGURED';

  constructor() {
    super('No model is configured. Set CLAIMTRAIL_LLM_URL and CLAIMTRAIL_LLM_MODEL, or read with the rules.');
  }
}
