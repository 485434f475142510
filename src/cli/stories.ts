import type { Command } from 'commander';
import { explainIn } from '../app/explain.ts';
import { givenOf } from '../app/read.ts';
import { createReader } from '../app/reader.ts';
import { addPaths, exportStory } from '../app/story.ts';
import { ReadoutError } from '../model/errors.ts';
import type { Store } from '../store/index.ts';
import { type DataFlags, withData, withStore } from './data.ts';
import { EXIT, type Io, progress, write } from './io.ts';
import { reporter } from './report.ts';

interface AddFlags extends DataFlags {
  story: string;
  meta?: string;
  published?: string;
  outlet?: string;
}

export function addStoryCommands(program: Command, io: Io, exit: (code: number) => void): void {
  withData(program.command('add'))
    .description('read articles into a story; an article that it has already changes nothing')
    .argument('<paths...>', 'files (.txt, .html), folders or URLs')
    .requiredOption('--story <name>', 'the story, made where it does not exist')
    .option('--meta <file>', 'CSV or TSV with a header: file, and any of published, outlet, title, url')
    .option('--published <date>', 'day of publishing of a single file (YYYY-MM-DD)')
    .option('--outlet <name>', 'outlet of a single file')
    .action(async (paths: string[], flags: AddFlags) => exit(await runAdd(paths, flags, io)));

  withData(program.command('stories'))
    .description('list the stories')
    .action(async (flags: DataFlags) => exit(await runStories(flags, io)));

  withData(program.command('export'))
    .description('print the record of a story')
    .requiredOption('--story <name>', 'the story')
    .option('--format <format>', 'json', 'json')
    .action(async (flags: DataFlags & { story: string; format: string }) => exit(await runExport(flags, io)));

  withData(program.command('explain'))
    .description('show the rule and the words behind an entry')
    .argument('<entry-id>', 'as `readout export` and the desk give it')
    .option('--story <name>', 'look in this story only')
    .action(async (id: string, flags: DataFlags & { story?: string }) => exit(await runExplain(id, flags, io)));
}

async function runAdd(paths: string[], flags: AddFlags, io: Io): Promise<number> {
  const given = await givenOf(flags);
  const report = reporter(io);
  const line = progress(io);
  const counts = await withStore(flags, io, 'readout add', (store) =>
    addPaths(store, createReader(), flags.story, paths, given, {
      ...report.hooks,
      onStored: (id, outcome, versionOf) => {
        io.stdout.write(`${outcome} ${id}${versionOf === null ? '' : `, a version of ${versionOf}`}\n`);
      },
      onRenewed: (done) => line.tell(`read again ${done}, on the days that the story tells`),
    }),
  );
  line.end();
  io.stdout.write(`${counts.story}: ${counts.added} added, ${counts.unchanged} already there\n`);
  return report.problems() > 0 ? EXIT.some : EXIT.done;
}

async function runStories(flags: DataFlags, io: Io): Promise<number> {
  const stories = await withStore(flags, io, 'readout stories', (store) => store.stories());
  if (stories.length === 0) io.stdout.write('no stories yet: add one with readout add PATH --story NAME\n');
  for (const { name, articles } of stories)
    io.stdout.write(`${name}\t${articles} article${articles === 1 ? '' : 's'}\n`);
  return EXIT.done;
}

async function runExport(flags: DataFlags & { story: string; format: string }, io: Io): Promise<number> {
  if (flags.format !== 'json')
    throw new ReadoutError('bad-option', `there is no format ${flags.format}`, 'the formats are: json');
  const record = await withStore(flags, io, 'readout export', (store) => exportStory(store, flags.story));
  await write(io.stdout, `${JSON.stringify(record)}\n`);
  return EXIT.done;
}

async function runExplain(id: string, flags: DataFlags & { story?: string }, io: Io): Promise<number> {
  const found = await withStore(flags, io, 'readout explain', (store) => explainIn(records(store, flags.story), id));
  const lines = [
    `${found.kind} ${found.id}`,
    `rule: ${found.rule ?? 'none'}`,
    ...found.why.map((sentence) => `  ${sentence}`),
    ...(found.confidence === null ? [] : [`confidence: ${found.confidence}`]),
    ...(found.runnerUp
      ? [
          `runner-up: "${found.runnerUp.cue}" with ${found.runnerUp.source ? `source "${found.runnerUp.source}"` : 'no source'} (${found.runnerUp.confidence})`,
        ]
      : []),
  ];
  for (const { part, span, text, source } of found.words)
    lines.push(`${part}: ${text}`, `  ${source} ${span.start}–${span.end}`);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.done;
}

async function* records(
  store: Store,
  story: string | undefined,
): AsyncGenerator<Awaited<ReturnType<typeof exportStory>>> {
  if (story !== undefined) yield await exportStory(store, story);
  else for (const { id } of await store.stories()) yield await exportStory(store, id);
}
