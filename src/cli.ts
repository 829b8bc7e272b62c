import { Command, CommanderError, Option } from 'commander'
import type { Options, Status } from './cli/options.ts'
import { complain } from './cli/speech.ts'
import { misuse } from './cli/usage.ts'
import { version } from './cli/version.ts'

// A failed write comes to the callback of that write; without a listener Node would also print a stack trace.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const program = new Command('disclose')
  .description('Turns Chinese government fiscal disclosure documents into structured, validated, traceable data.')
  .version(version())
  .option('--password <password>', 'open encrypted PDF files with this password')
  .addOption(new Option('--lang <language>', 'language of messages (default: the locale)').choices(['zh', 'en']))
  .option('--no-color', 'write no colour')
  .option('-q, --quiet', 'write no summary and no notes to standard error')
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: () => {} })
  .exitOverride()

program
  .command('parse')
  .description('read documents and write what they disclose')
  .argument('<input...>', 'files, globs, or - for standard input')
  .option('-f, --format <format>', 'json, ndjson or csv', 'json')
  .option('-o, --output <path>', 'write to this file; to this folder for csv')
  .option('--table <name>', 'write one csv table')
  .option('--excel', 'write csv for spreadsheets: with a byte order mark, and no value that runs as a formula')
  .addOption(failOn('never'))
  .action(lazily(() => import('./cli/parse.ts')))

program
  .command('validate')
  .description('check documents, or the JSON that parse wrote')
  .argument('<input...>', 'files, globs, or - for standard input')
  .option(
    '-f, --format <format>',
    'text, json, sarif, junit, github, gitlab, markdown or html; format=file writes to a file; several times for several reports (default: "text")',
    (format, formats: string[] = []) => [...formats, format],
  )
  .option('-o, --output <path>', 'write to this file')
  .option('--config <path>', 'read this configuration (default: disclose.config.json here or in a folder above)')
  .option('--baseline <path>', 'report only findings that are not in this file, which is written when it is not there')
  .option('--max-warnings <number>', 'exit with status 1 when there are more warnings')
  .addOption(failOn('error'))
  .action(lazily(() => import('./cli/validate.ts')))

program
  .command('batch')
  .description('read folders and ZIP archives into one dataset')
  .argument('[input...]', 'folders, ZIP archives, files or globs')
  .requiredOption(
    '-o, --output <folder>',
    'write the dataset into this folder: archive.duckdb, summary.json, index.html',
  )
  .option(
    '-f, --format <format>',
    'also write csv, ndjson, parquet, xlsx or datapackage; several times for several formats',
    (format, formats: string[] = []) => [...formats, format],
  )
  .option('--files-from <path>', 'read the names of inputs from this file, one a line; - for standard input')
  .option('--jobs <number>', 'read so many documents at a time (default: the cores that are free to use)')
  .option('--timeout <seconds>', 'give up a document after this time', '120')
  .option('--max-memory <MiB>', 'give up a document that takes more memory', '2048')
  .option(
    '--resume',
    'go on with the dataset in the folder: read only what is new, changed, or read by an older version',
  )
  .option('--excel', 'write csv for spreadsheets: with a byte order mark, and no value that runs as a formula')
  .addOption(new Option('--progress <form>', 'how to show the progress').choices(['text', 'json']))
  .addOption(failOn('never'))
  .action(lazily(() => import('./cli/batch.ts')))

program
  .command('query')
  .description('answer a question in SQL from what batch wrote; docs/data.md has the tables')
  .argument('<archive>', 'the folder that batch wrote, or the archive.duckdb in it')
  .argument('<sql>', 'the question, or - for standard input')
  .option('-f, --format <format>', 'text, csv, json or ndjson', 'text')
  .option('-o, --output <path>', 'write to this file')
  .option('--excel', 'write csv for spreadsheets: with a byte order mark, and no value that runs as a formula')
  .action(lazily(() => import('./cli/query.ts')))

program
  .command('diff')
  .description('say what reports state otherwise than those of the year before')
  .argument('<before>', 'what parse or batch wrote, a document, a glob, or - for standard input')
  .argument('<after...>', 'the same of the next year; of several, each is compared with the one before')
  .option('-f, --format <format>', 'text, json or csv', 'text')
  .option('-o, --output <path>', 'write to this file')
  .option('--excel', 'write csv for spreadsheets: with a byte order mark, and no value that runs as a formula')
  .option('--exit-code', 'exit with status 1 when something differs')
  .action(lazily(() => import('./cli/diff.ts')))

program
  .command('layout')
  .description('show what the reader sees: paragraphs, tables and cells with their places')
  .argument('<input>', 'a file, or - for standard input')
  .option('-f, --format <format>', 'text or json, or svg with --page', 'text')
  .option('-o, --output <path>', 'write to this file')
  .option('--page <number>', 'only this page')
  .action(lazily(() => import('./cli/layout.ts')))

program
  .command('rules')
  .description('list the rules')
  .addOption(new Option('-f, --format <format>').choices(['text', 'json']).default('text'))
  .action(lazily(() => import('./cli/rules.ts')))

program
  .command('explain')
  .description('say what a rule checks, why, and with an example')
  .argument('<rule>', 'the name of the rule')
  .action(lazily(() => import('./cli/explain.ts')))

program
  .command('schema')
  .description('write the JSON Schema of a report')
  .action(lazily(() => import('./cli/schema.ts')))

try {
  await program.parseAsync(process.argv.map(unlikeOption))
} catch (error) {
  process.exitCode = failed(error)
}

// A question may begin with an SQL comment; no option has a space in its name.
function unlikeOption(argument: string): string {
  return /^--[^=\s]*\s/u.test(argument) ? ` ${argument}` : argument
}

function failOn(severity: string): Option {
  return new Option('--fail-on <severity>', 'exit with status 1 from this severity on')
    .choices(['error', 'warning', 'never'])
    .default(severity)
}

/** Loads a command when it is called, so that --version and --help load no reader. */
function lazily(load: () => Promise<{ run(inputs: string[], options: Options): Promise<Status> }>) {
  return async (...given: unknown[]) => {
    const command = given.at(-1)
    if (!(command instanceof Command)) return
    const { run } = await load()
    process.exitCode = await run(command.args, command.optsWithGlobals())
  }
}

function failed(error: unknown): Status {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const isHelp = error instanceof CommanderError && error.code === 'commander.help'
  if (!isHelp) complain('disclose', error instanceof CommanderError ? misuse(error) : error, program.opts())
  return 2
}
