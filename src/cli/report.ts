import type { ReadHooks } from '../app/read.ts';
import type { Io } from './io.ts';

export interface Reporter {
  hooks: ReadHooks;
  /** How many inputs could not be read. */
  problems(): number;
}

/** Tells notes and problems on stderr, a line each. */
export function reporter(io: Io): Reporter {
  let problems = 0;
  return {
    hooks: {
      onNote: (path, note) => io.stderr.write(`note: ${path}: ${note}\n`),
      onProblem: (error) => {
        problems++;
        io.stderr.write(`readout: ${error.line}\n`);
      },
    },
    problems: () => problems,
  };
}
