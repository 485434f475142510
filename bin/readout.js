#!/usr/bin/env node
// Runs the compiled command; in a checkout that was never built, sets it up first.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiled = new URL('../dist/src/cli/main.js', import.meta.url);
const setup = new URL('../tools/run/setup.mjs', import.meta.url);
if (!existsSync(fileURLToPath(compiled))) {
  const { prepare } = await import(setup.href);
  prepare({ output: 'stderr' });
}
// A reader that closes the pipe early (head, less) has seen enough.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
const { main } = await import(compiled.href);
process.exitCode = await main(process.argv.slice(2), process);
