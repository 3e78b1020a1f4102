import type { Command } from 'commander';

/** Verbs that bring articles in from files. */
export function addIntakeVerbs(program: Command): void {
  program
    .command('ingest')
    .description(
      'read articles from files and record them: text, HTML, RSS, Atom and JSON feeds, JSON, JSONL, WARC, answers of ReliefWeb; gzip or not',
    )
    .argument('<files...>', 'files of any of these, mixed; "-" is standard input')
    .option(
      '--format <format>',
      'text, html, feed, json, jsonl, warc or reliefweb, where the files do not tell',
    )
    .option(
      '--title-first',
      'put the title before text and JSON that do not begin with it, so that it is read',
    )
    .option('--outlet <name>', 'who published it')
    .option('--title <title>')
    .option('--url <url>')
    .option('--byline <names>')
    .option('--language <tag>', 'BCP 47 tag; only English is extracted')
    .option('--published-at <date>', 'YYYY-MM-DD or an RFC 3339 time')
    .option('--allow-erased', 'record also what was erased before, and comes in again')
    .option('--id <id>', 'your own name for the article (one file only)')
    .option('--json', 'print NDJSON: an article a line, with what was refused')
    .action(async (files: string[], options: object) =>
      (await import('../ingest.js')).ingest(files, options),
    );

  program
    .command('revise')
    .description('record another text of an article, and say which figures and quotations it changed')
    .argument('<article>', 'the id of the article')
    .argument('<file>', 'one article in any format; "-" is standard input')
    .option('--title <title>', 'its title, where that changed')
    .option('--published-at <date>', 'YYYY-MM-DD or an RFC 3339 time, where that changed')
    .option(
      '--title-first',
      'put the title before text and JSON that do not begin with it, so that it is read',
    )
    .option('--json', 'print JSON instead of lines')
    .action(async (article: string, file: string, options: object) =>
      (await import('../revise.js')).revise(article, file, options, process.stdout),
    );
}
