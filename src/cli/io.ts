/** Where a command reads and writes, so that it can be tried without a terminal. */
import { styleText } from 'node:util';

export interface Io {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  env: NodeJS.ProcessEnv;
}

/** Exit codes, told in `readout --help`. */
export const EXIT = {
  done: 0,
  /** Some input could not be read, or the thing asked for does not exist; the rest was done. */
  some: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** The data folder or the database cannot be used. */
  data: 3,
  /** A fault of Readout itself. */
  fault: 70,
} as const;

type Style = 'bold' | 'dim' | 'italic';

export type Styled = (style: Style, text: string) => string;

/** Styles text on a terminal; leaves it alone elsewhere and where NO_COLOR is set. */
export function styler(io: Io): Styled {
  const on = io.stdout.isTTY === true && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  return (style, text) => (on ? styleText(style, text) : text);
}

/** Writes and waits where the reader is slower, so that memory stays flat. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
}

export interface Progress {
  tell(text: string): void;
  /** Takes the line away. */
  end(): void;
}

// Redrawing at every article would cost more than reading a short one.
const REDRAW_MS = 100;

/** One line on stderr that is rewritten as work goes on; silent where stderr is no terminal. */
export function progress(io: Io): Progress {
  if (io.stderr.isTTY !== true) return { tell: () => undefined, end: () => undefined };
  let last = 0;
  let drawn = false;
  return {
    tell: (text) => {
      const now = performance.now();
      if (now - last < REDRAW_MS) return;
      last = now;
      drawn = true;
      io.stderr.write(`\r\u001b[K${text.slice(0, 78)}`);
    },
    end: () => {
      if (drawn) io.stderr.write('\r\u001b[K');
    },
  };
}
