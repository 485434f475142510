import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { deskSource } from '../app/desk-source.ts';
import { givenOf } from '../app/read.ts';
import { createReader } from '../app/reader.ts';
import { addPaths } from '../app/story.ts';
import { packageRoot } from '../data/locate.ts';
import { ReadoutError } from '../model/errors.ts';
import type { Store } from '../store/index.ts';
import { type DataFlags, withData, withStore } from './data.ts';
import { EXIT, type Io } from './io.ts';
import { reporter } from './report.ts';

const DEFAULT_PORT = 4750;

/** The sample stories, folder and name. */
const EXAMPLES = [
  { folder: 'port-strike', name: 'Port strike' },
  { folder: 'strait-talks', name: 'Strait talks' },
];

interface ServeFlags extends DataFlags {
  port?: string;
  withExamples?: boolean;
}

export function addServeCommand(program: Command, io: Io, exit: (code: number) => void): void {
  withData(program.command('serve'))
    .description('serve the desk on 127.0.0.1')
    .option('--port <number>', `port (else PORT, else ${DEFAULT_PORT})`)
    .option('--with-examples', 'read the sample stories into an empty database first')
    .action(async (flags: ServeFlags) => exit(await runServe(flags, io)));
}

async function runServe(flags: ServeFlags, io: Io): Promise<number> {
  const port = readPort(flags.port ?? io.env.PORT);
  await withStore(flags, io, 'readout serve', async (store) => {
    if (flags.withExamples) await addExamples(store, io);
    // Loaded here, so that the other commands start without a server's weight.
    const { serveDesk } = await import('../api/server.ts');
    const server = await serveDesk({ source: deskSource(store), port });
    io.stdout.write(`Readout is at ${server.url} (Ctrl-C ends it)\n`);
    await untilStopped();
    await server.close();
  });
  return EXIT.done;
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new ReadoutError('bad-option', `${value} is not a port`, 'give a number from 0 to 65535, such as PORT=4751');
}

async function addExamples(store: Store, io: Io): Promise<void> {
  if ((await store.stories()).length > 0) return;
  io.stdout.write('Reading the sample stories under examples/ …\n');
  const reader = createReader();
  for (const { folder, name } of EXAMPLES) {
    // As a user in this folder would name it; it is shown as where the article was read from.
    const path = relative(process.cwd(), join(packageRoot, 'examples', folder));
    const { hooks } = reporter(io);
    // What lies beside the articles, such as the table of days, is known here and worth no note.
    await addPaths(store, reader, name, [path], await givenOf({ meta: join(path, 'published.tsv') }), {
      ...hooks,
      onNote: () => undefined,
    });
  }
}

/** Resolves with the first signal to end. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
