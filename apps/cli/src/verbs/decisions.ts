import type { Command } from 'commander';
import { DECISION_VERBS, type DecisionVerb } from '../decide/decision-verbs.js';
import { ACTOR } from './actor.js';

/** Verbs by which people decide: each is recorded with who and why, and each can be undone. */
export function addDecisionVerbs(program: Command): void {
  addDecided(program);
  const decide = program
    .command('decide')
    .description(
      'correct, confirm, link, merge, split, review, sign off, or undo: recorded with who and why',
    );
  for (const verb of DECISION_VERBS) addVerb(decide, verb);
  decide
    .command('many')
    .description('decide many things at once: {"type", ...} a line, as POST /v1/decisions/bulk takes them')
    .argument('<file>', 'NDJSON; "-" is standard input')
    .option('--as <name>', ACTOR)
    .option('--json', 'print NDJSON instead of lines')
    .action(async (file: string, options: object) =>
      (await import('../decide/decide-many.js')).decideMany(file, options, process.stdin, process.stdout),
    );
}

/** What was decided, by whom, and whether it stands. */
function addDecided(program: Command): void {
  program
    .command('decisions')
    .description('what was decided on a report, claim, entity or article, and the version to expect next')
    .argument('<subject>', 'report, claim, entity or article')
    .argument('<id>')
    .option('--json', 'print NDJSON')
    .action(async (subject: string, id: string, options: object) =>
      (await import('../decisions.js')).decisions(subject, id, options, process.stdout),
    );
}

function addVerb(decide: Command, verb: DecisionVerb): void {
  const command = decide.command(verb.name).description(verb.description);
  for (const { name, description } of verb.arguments) command.argument(name, description);
  for (const { flags, description, required } of verb.options ?? [])
    if (required) command.requiredOption(flags, description);
    else command.option(flags, description);
  // A remark is its own reason.
  if (verb.type !== 'comment_field')
    command.requiredOption('--reason <words>', 'why; it stays in the record, so name nobody');
  command
    .option('--expect <version>', 'the version that you saw: refused where somebody decided since')
    .option('--key <words>', 'a retry with the same key records nothing new')
    .option('--as <name>', ACTOR)
    .option('--json', 'print JSON')
    .action(async (...given: unknown[]) =>
      (await import('../decide/decide.js')).decide(verb, given, command.opts(), process.stdout),
    );
}
