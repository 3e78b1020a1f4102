import type { Command } from 'commander';

/** Verbs that read articles, and say how they were read. */
export function addReadingVerbs(program: Command): void {
  program
    .command('extract')
    .description(
      'read articles without recording them, and print what is in them as JSONL: files of any format, or JSONL {id, text, publishedAt?, outlet?, title?} on standard input',
    )
    .argument('[files...]', 'in the formats that ingest takes; JSONL on standard input where none is given')
    .option(
      '--threads <n>',
      'read on this many threads; 0 is the main one (default: one less than there are cores)',
    )
    .option(
      '--explain',
      'add to each item how it was read: its rules and their words, its sentence, chain, places and dates',
    )
    .option(
      '--title-first',
      'put the title before text and JSON in files that do not begin with it, so that it is read',
    )
    .option('--reader <reader>', 'rules, llm (a language model), or both side by side', 'rules')
    .action(async (files: string[], options: object) =>
      (await import('../extract.js')).extract(files, options, process.stdin, process.stdout),
    );

  program
    .command('explain')
    .description(
      'how a recorded fact was read: its sentence with the words it went by, the rule, the reader, the chain',
    )
    .argument('<id>', 'of a figure, statement or claim, or the id or seq of its event')
    .option('--json', 'print JSON instead of lines')
    .action(async (id: string, options: { json?: boolean }) =>
      (await import('../explain.js')).explain(id, options, process.stdout),
    );

  program
    .command('reextract')
    .description(
      'read stored articles once more with this version of the reader, and record what it reads otherwise',
    )
    .argument('[articles...]', 'ids of articles; all where none is given')
    .option('--dry-run', 'show the difference and record nothing')
    .option('--json', 'print NDJSON, an article a line')
    .action(async (articles: string[], options: { dryRun?: boolean; json?: boolean }) =>
      (await import('../reextract.js')).reextract(articles, options, process.stdout),
    );

  addPlaceVerbs(program);
}

function addPlaceVerbs(program: Command): void {
  const places = program
    .command('places')
    .description('the gazetteer: which place do the words of an article stand for?');
  places
    .command('import')
    .description("take in the places of a file in the format of GeoNames' country files")
    .argument('<file>')
    .action(async (file: string) => (await import('../places.js')).importPlacesFrom(file, process.stdout));
  places
    .command('show')
    .description('the place that words are linked to')
    .argument('<words>')
    .action(async (words: string) => (await import('../places.js')).showPlace(words, process.stdout));
}
