/** The record that a command asks about: of files named, or of a story in the store. */
import type { Command } from 'commander';
import { type AsOfRecord, dayOption, recordAsOf } from '../app/as-of.ts';
import { givenOf, readEntries } from '../app/read.ts';
import { createReader } from '../app/reader.ts';
import { openStory } from '../app/story.ts';
import { ReadoutError } from '../model/errors.ts';
import { type DataFlags, withData, withStore } from './data.ts';
import { EXIT, type Io, progress } from './io.ts';
import { reporter } from './report.ts';

export interface RecordFlags extends DataFlags {
  story?: string;
  meta?: string;
  asOf?: string;
  json?: boolean;
}

/** The argument and options that every command about a record has. */
export function withRecordOptions(command: Command): Command {
  return withData(command)
    .argument('[paths...]', 'files (.txt, .html), folders or URLs; or none with --story')
    .option('--story <name>', 'a story of the store, in place of paths')
    .option('--meta <file>', 'CSV or TSV with a header: file, and any of published, outlet, title, url')
    .option('--as-of <day>', 'what was known on that day (YYYY-MM-DD): only articles published by then')
    .option('--json', 'print JSON');
}

export interface Asked extends AsOfRecord {
  /** The story's name, or the last parts of the paths. */
  name: string;
  asOf: string | null;
}

/** Makes the record, gives it to `use`, and answers the exit code. */
export async function askRecord(
  paths: string[],
  flags: RecordFlags,
  io: Io,
  use: (asked: Asked) => Promise<void>,
): Promise<number> {
  const asOf = dayOption('--as-of', flags.asOf);
  if (paths.length > 0 === (flags.story !== undefined))
    throw new ReadoutError(
      'bad-option',
      paths.length > 0 ? 'both paths and --story are given' : 'nothing to read is named',
      'give paths, or --story NAME',
    );
  if (flags.story !== undefined) {
    const { story } = flags;
    const recorder = await withStore(flags, io, 'readout', (store) => openStory(store, story));
    await use({ name: story, asOf, ...recorder.recordAsOf(asOf) });
    return EXIT.done;
  }
  const given = await givenOf(flags);
  const report = reporter(io);
  const line = progress(io);
  const reader = createReader();
  const entries = await readEntries(reader, paths, given, {
    ...report.hooks,
    onArticle: (done, path) => line.tell(`read ${done}: ${path}`),
  });
  line.end();
  await use({ name: paths.map(lastPart).join(', '), asOf, ...recordAsOf(entries, asOf, () => reader) });
  return report.problems() > 0 ? EXIT.some : EXIT.done;
}

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
