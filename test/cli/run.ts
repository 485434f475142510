import { PassThrough, Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process, with streams in place of a terminal. */
export async function readout(args: string[], { input = '', env = {} as NodeJS.ProcessEnv } = {}): Promise<Ran> {
  const collect = (): { stream: PassThrough; text: () => string } => {
    const stream = new PassThrough();
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
  };
  const out = collect();
  const err = collect();
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input, 'utf8')]);
  const code = await main(args, { stdin, stdout: out.stream, stderr: err.stream, env: { ...env } });
  await new Promise((resolve) => setImmediate(resolve));
  return { code, out: out.text(), err: err.text() };
}
