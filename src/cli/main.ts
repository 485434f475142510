/** The command. Parses the command line, calls src/app, prints. */
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../data/locate.ts';
import { ReadoutError } from '../model/errors.ts';
import { addAnalyzeCommand } from './analyze.ts';
import { addAskCommands } from './ask.ts';
import { addDiffCommand } from './diff.ts';
import { EXIT, type Io } from './io.ts';
import { addReadCommand } from './read.ts';
import { addServeCommand } from './serve.ts';
import { addStoryCommands } from './stories.ts';

const DATA_CODES = new Set(['data-locked', 'data-damaged', 'database', 'port-taken']);

/** Runs the command line and answers the exit code. */
export async function main(argv: string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const exit = (value: number): void => {
    code = value;
  };
  const program = new Command('readout')
    .description('Reads the news coverage of a negotiation and keeps the record.')
    .version(packageVersion)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(readout --help tells the commands)')
    .addHelpText(
      'after',
      `
Exit codes:
  0  done
  1  some input could not be read, or what was asked for does not exist; the rest was done
  2  the command line is wrong; nothing was done
  3  the data folder, the database or the port cannot be used
  70 a fault of Readout itself`,
    );
  addReadCommand(program, io, exit);
  addStoryCommands(program, io, exit);
  addAskCommands(program, io, exit);
  addDiffCommand(program, io, exit);
  addServeCommand(program, io, exit);
  addAnalyzeCommand(program, io, exit);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    return report(error, io);
  }
  return code;
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ReadoutError) {
    io.stderr.write(`readout: ${error.line}\n`);
    if (DATA_CODES.has(error.code)) return EXIT.data;
    return error.code === 'bad-option' || error.code === 'bad-meta' ? EXIT.usage : EXIT.some;
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  io.stderr.write(
    `readout: a fault of Readout itself (${fault.message}): please report it; READOUT_DEBUG=1 shows where\n`,
  );
  if (io.env.READOUT_DEBUG) io.stderr.write(`${fault.stack}\n`);
  return EXIT.fault;
}
