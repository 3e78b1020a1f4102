import type { Writable } from 'node:stream';
import { parseDecision, type DecisionType, type GivenDecision } from '#api';
import { InvalidFields } from '#domain';
import type { MakeDecisionResult } from '#ingestion';
import { asJson } from '../as-json.js';
import { withLog } from '../open-log.js';
import { actorOf } from '../actor-of.js';
import { Decider } from './decider.js';
import { decisionBody, nameOfField, type DecisionOptions } from './decision-body.js';
import type { DecisionVerb } from './decision-verbs.js';

/** `claimtrail decide VERB`: makes one decision, and says what to name where it is to be undone. */
export async function decide(
  verb: DecisionVerb,
  given: readonly unknown[],
  options: DecisionOptions,
  output: Writable,
): Promise<void> {
  const decision = parse(verb, given, options);
  const actor = actorOf('decide', options['as'] as string | undefined);
  await withLog(async (log) => {
    const result = await (await Decider.open(log, actor)).make(decision);
    output.write(`${options['json'] ? asJson(result) : describe(result)}\n`);
  });
}

/** Of what is wrong the person is told under the name that it has here. */
function parse(verb: DecisionVerb, given: readonly unknown[], options: DecisionOptions): GivenDecision {
  try {
    return parseDecision(verb.type as DecisionType, decisionBody(verb, given, options));
  } catch (error) {
    if (!(error instanceof InvalidFields) || error.subject !== 'request') throw error;
    const fields = Object.entries(error.fields).map(([field, problem]) => [
      nameOfField(verb, field),
      problem,
    ]);
    throw new InvalidFields(`decide ${verb.name}`, Object.fromEntries(fields) as Record<string, string>);
  }
}

export function describe({ outcome, decisionId, stream, version }: MakeDecisionResult): string {
  const where = `${stream} is at version ${version}`;
  if (outcome === 'unchanged')
    return `unchanged: it was so before${decisionId ? `, by ${decisionId}` : ''}; ${where}`;
  return `recorded ${decisionId}; ${where}. To undo it: npx claimtrail decide undo ${decisionId} --reason WHY`;
}
