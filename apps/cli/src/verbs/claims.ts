import type { Command } from 'commander';
import type { Queue } from '#query';

/** Verbs that link reports, and answer about claims. */
export function addClaimVerbs(program: Command): void {
  addLink(program);
  addClaimLists(program);
  addTimeline(program);
  addQueues(program);
  addOverviews(program);
  addEntities(program);
}

const QUEUES: readonly (readonly [name: string, queue: Queue, description: string])[] = [
  [
    'conflicts',
    'conflicts',
    'figures of one claim and day that cannot both be right, and what somebody denies',
  ],
  ['anomalies', 'anomalies', 'totals that fall, numbers that jump, parts that exceed their total'],
  [
    'proposals',
    'proposals',
    'links and mergers that no process was sure of: somebody is to accept or decline them',
  ],
  ['reviews', 'review', 'claims that somebody asked a look at, and those that changed after their sign-off'],
];

/** What is left to look at. */
function addQueues(program: Command): void {
  for (const [name, queue, description] of QUEUES) {
    const command = withClocks(program.command(name).description(description));
    if (queue === 'anomalies') command.option('--include-settled', 'also those that somebody let stand');
    command
      .option('--json', 'print NDJSON')
      .action(async (options: object) =>
        (await import('../queue.js')).showQueue(queue, options, process.stdout),
      );
  }
}

function addOverviews(program: Command): void {
  withClocks(
    program
      .command('dossier')
      .description('what one source said over time, in all articles and under all spellings of its name')
      .argument('<speaker>', 'a name, or the id of a speaker or entity')
      .option('--subject <words>', 'words of what was said, or of the sentence around it'),
  )
    .option('--json', 'print NDJSON')
    .action(async (speaker: string, options: object) =>
      (await import('../dossier.js')).dossier(speaker, options, process.stdout),
    );

  withClocks(
    program
      .command('place')
      .description('the latest figures of each metric for a place and what lies in it')
      .argument('<name>', 'words of the place'),
  )
    .option('--json', 'print JSON')
    .action(async (name: string, options: object) =>
      (await import('../overviews.js')).place(name, options, process.stdout),
    );

  withClocks(
    program
      .command('outlet')
      .description('how often an outlet was first, repeated others, and was corrected')
      .argument('<name>', 'as articles name it'),
  )
    .option('--json', 'print JSON')
    .action(async (name: string, options: object) =>
      (await import('../overviews.js')).outlet(name, options, process.stdout),
    );
}

function addEntities(program: Command): void {
  withClocks(
    program
      .command('entities')
      .description('people, bodies and places by words of a name: the ids to merge and split by')
      .argument('<words>', 'words of a name'),
  )
    .option('--json', 'print NDJSON')
    .action(async (words: string, options: object) =>
      (await import('../entities.js')).entities(words, options, process.stdout),
    );
}

function addLink(program: Command): void {
  program
    .command('link')
    .description(
      'decide which reports speak of the same, bring linkers, wire clusters and entities level with the log',
    )
    .option('--dry-run', 'show what a new version of a linker would decide otherwise, and record nothing')
    .option('--json', 'print NDJSON: a linker a line')
    .action(async (options: { dryRun?: boolean; json?: boolean }) =>
      (await import('../link.js')).link(options, process.stdout),
    );
}

function addClaimLists(program: Command): void {
  withClocks(
    program
      .command('claims')
      .description('which claims are there, and what does each come to: figures, reports, origins, state')
      .option('--kind <kind>', 'figure, statement or claim')
      .option('--metric <metric>', 'what is counted')
      .option('--place <place>', 'words of a place, or one it lies in')
      .option('--subject <words>', 'words of what is said or claimed')
      .option('--status <status>', 'such as disputed')
      .option('--queue <queue>', 'what is left to do: conflicts, anomalies, proposals, review'),
  )
    .option('--json', 'print NDJSON instead of a table')
    .action(async (options: object) => (await import('../claims.js')).claims(options, process.stdout));

  withClocks(
    program
      .command('changes')
      .description('what happened to claims, in the order of the log')
      .option('--since <when>', 'behind this seq or time, or from this day on (UTC; today, yesterday)')
      .option('--claim <id>', 'of this claim alone'),
  )
    .option('--json', 'print NDJSON')
    .action(async (options: object) => (await import('../changes.js')).changes(options, process.stdout));
}

function addTimeline(program: Command): void {
  withClocks(
    program
      .command('timeline')
      .description(
        'print the figures of displacement and death by claim; of one claim, what each report adds',
      )
      .argument('[claim]', 'id of a claim: npx claimtrail claims')
      .option(
        '--place <place>',
        'words of a place, or one it lies in: "Aleppo" and "Syria" find "eastern Aleppo"',
      )
      .option('--metric <metric...>', 'what is counted'),
  )
    .option('--json', 'print NDJSON instead of a table')
    .action(
      async (claim: string | undefined, options: { place?: string; metric?: string[]; json?: boolean }) =>
        claim === undefined
          ? (await import('../timeline.js')).timeline(options, process.stdout)
          : (await import('../claim-timeline.js')).claimTimeline(claim, options, process.stdout),
    );
}

const withClocks = (command: Command): Command =>
  command
    .option('--as-of <when>', 'as the record stood: a day, a time or the seq of an event')
    .option('--asserted-by <when>', 'what had been published or uttered by then')
    .option('--valid-on <day>', 'what speaks of this day');
