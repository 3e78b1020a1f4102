import type { Command } from 'commander';

/** Verbs that link reports, and answer about claims. */
export function addClaimVerbs(program: Command): void {
  addLink(program);
  addClaimLists(program);
  addTimeline(program);
}

function addLink(program: Command): void {
  program
    .command('link')
    .description(
      'decide which reports speak of the same, bring linkers, wire clusters and entities level with the log',
    )
    .option('--dry-run', 'show what a new version of a linker would decide otherwise, and record nothing')
    .action(async (options: { dryRun?: boolean }) =>
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
      .command('conflicts')
      .description('figures of one claim and day that cannot both be right, and what somebody denies'),
  )
    .option('--json', 'print NDJSON')
    .action(async (options: object) => (await import('../conflicts.js')).conflicts(options, process.stdout));

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
