/** Installs what is missing and compiles. Plain JavaScript: it runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command in the project's folder; ends this process where it fails. `output` is where it may write. */
export function run(command, args, { output = 'stdout', env = process.env } = {}) {
  const sink = output === 'stderr' ? 2 : 'inherit';
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', sink, 'inherit'], env });
  if (result.error) {
    console.error(`readout: ${command} cannot be run (${result.error.message}): install Node.js 20 or newer, with npm`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The path of a program that a package brings. */
export function packageBin(path) {
  return join(root, 'node_modules', path);
}

export function prepare({ output = 'stdout' } = {}) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`readout: this is Node.js ${process.versions.node}: install Node.js 20 or newer`);
    process.exit(1);
  }
  if (isStale()) {
    console.error('readout: installing packages (npm install)');
    // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms which the registry it was written
    // with does not carry. The versions are those of the lock file all the same, and nothing is written to it.
    run('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], { output });
  }
  run(process.execPath, [packageBin('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { output });
}

/** True where the packages are not those of the lock file. npm writes the inner lock file when it is done. */
function isStale() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs;
}
