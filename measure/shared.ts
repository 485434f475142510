import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data/locate.ts';

/** The folder of corpora, gold records and scorers, or null where it is absent. READOUT_SHARED names another. */
export function findShared(): string | null {
  const folder = process.env.READOUT_SHARED ?? join(packageRoot, '..', 'shared');
  return existsSync(join(folder, 'score')) ? folder : null;
}

/** Scores by name, each from 0 to 100. */
export type Scores = Record<string, number>;
