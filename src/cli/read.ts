import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { givenOf, readLine, readPaths } from '../app/read.ts';
import { createReader } from '../app/reader.ts';
import { ReadoutError } from '../model/errors.ts';
import { EXIT, type Io, progress, styler, write } from './io.ts';
import { reporter } from './report.ts';
import { summarize } from './summary.ts';

interface ReadFlags {
  json?: boolean;
  meta?: string;
  published?: string;
  outlet?: string;
  ndjson?: boolean;
  output?: string;
}

export function addReadCommand(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('read')
    .description('read articles and print what they say, without a database')
    .argument(
      '[paths...]',
      'files (.txt, .html), folders or URLs; with --ndjson one file of lines, or none for standard input',
    )
    .option('--json', 'print one StoryRecord as JSON')
    .option('--meta <file>', 'CSV or TSV with a header: file, and any of published, outlet, title, url')
    .option('--published <date>', 'day of publishing of a single file (YYYY-MM-DD)')
    .option('--outlet <name>', 'outlet of a single file')
    .option('--ndjson', 'read lines {id, text, title?, outlet?, published?, url?}; print a record a line')
    .option('-o, --output <file>', 'write there instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  readout read examples/port-strike --meta examples/port-strike/published.tsv
  readout read story.txt --published 2031-03-04 --json > record.json
  readout read --ndjson articles.ndjson -o records.ndjson`,
    )
    .action(async (paths: string[], flags: ReadFlags) => {
      exit(flags.ndjson ? await runLines(paths, flags, io) : await runRead(paths, flags, io));
    });
}

async function runRead(paths: string[], flags: ReadFlags, io: Io): Promise<number> {
  if (paths.length === 0)
    throw new ReadoutError('bad-option', 'read needs a file or a folder', 'try: readout read examples/port-strike');
  if ((flags.published || flags.outlet) && paths.length > 1)
    throw new ReadoutError(
      'bad-option',
      '--published and --outlet serve for a single file',
      'give a table with --meta',
    );
  const given = await givenOf(flags);
  const report = reporter(io);
  const line = progress(io);
  const record = await readPaths(createReader(), paths, given, {
    ...report.hooks,
    onArticle: (done, path) => line.tell(`read ${done}: ${path}`),
  });
  line.end();
  const text = flags.json ? JSON.stringify(record) : summarize(record, styler(io)).join('\n');
  await toOutput(flags.output, io, (out) => write(out, `${text}\n`));
  return report.problems() > 0 ? EXIT.some : EXIT.done;
}

async function runLines(paths: string[], flags: ReadFlags, io: Io): Promise<number> {
  if (paths.length > 1) throw new ReadoutError('bad-option', '--ndjson reads one file', 'join the files first');
  const path = paths[0];
  const input = path === undefined || path === '-' ? io.stdin : createReadStream(path);
  const opened = path === undefined || path === '-' ? null : once(input as NodeJS.ReadableStream, path);
  await opened;
  const reader = createReader();
  const line = progress(io);
  let number = 0;
  let failed = 0;
  await toOutput(flags.output, io, async (out) => {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (text.trim() === '') continue;
      const result = readLine(reader, text, number);
      if ('error' in result) failed++;
      line.tell(`read ${number} lines`);
      await write(out, `${JSON.stringify(result)}\n`);
    }
  });
  line.end();
  if (failed > 0) io.stderr.write(`${failed} of ${number} lines could not be read: see "error" in the output\n`);
  return failed > 0 ? EXIT.some : EXIT.done;
}

/** Waits until a file is open. */
function once(input: NodeJS.ReadableStream, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    input.once('open', () => resolve());
    input.once('error', (cause) =>
      reject(new ReadoutError('missing-path', `${path} cannot be read`, 'check the path', { cause })),
    );
  });
}

async function toOutput(
  path: string | undefined,
  io: Io,
  use: (out: NodeJS.WritableStream) => Promise<void>,
): Promise<void> {
  if (path === undefined || path === '-') return use(io.stdout);
  const out = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => {
    out.once('error', (cause) =>
      reject(new ReadoutError('unreadable', `${path} cannot be written`, 'check the folder given to -o', { cause })),
    );
  });
  await Promise.race([use(out), failed]);
  out.end();
  await Promise.race([finished(out), failed]);
}
