import { readFileSync } from 'node:fs';
import { dataFile } from './locate.ts';

/** The lines of a word list under data/, comments and blank lines left out. */
export function readList(name: string): string[] {
  return readFileSync(dataFile(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
