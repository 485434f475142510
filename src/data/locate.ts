import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The compiled files stand one folder deeper than the sources, so the package's root is found, not counted.
function findRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'package.json'))) {
    const up = dirname(dir);
    if (up === dir) throw new Error('the package root (package.json) is not above the program files');
    dir = up;
  }
  return dir;
}

/** The folder that holds package.json, data/ and examples/. */
export const packageRoot = findRoot();

/** The path of a file under data/, e.g. dataFile('en/clues.txt'). */
export function dataFile(name: string): string {
  return join(packageRoot, 'data', name);
}

/** The version in package.json. */
export const packageVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
