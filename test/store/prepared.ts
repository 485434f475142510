/** An empty database to copy: making one takes seconds and most of a gigabyte, a copy a moment. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/data/locate.ts';
import { openStore } from '../../src/store/index.ts';

/** Fills `dataDir`, which may not exist yet, as `openStore` would have on its first start. */
export async function copyPreparedData(dataDir: string): Promise<void> {
  cpSync(await prepareData(), dataDir, { recursive: true });
}

/** The folder to copy from, made once for each PGlite and each schema, under node_modules/.cache. */
async function prepareData(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['node_modules/@electric-sql/pglite/package.json', 'src/store/migrations.ts']) {
    hash.update(readFileSync(join(packageRoot, file)));
  }
  const cache = join(packageRoot, 'node_modules/.cache/readout');
  const prepared = join(cache, `data-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(prepared)) return prepared;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  const store = await openStore({ dataDir: draft, holder: 'a test' });
  await store.close();
  try {
    renameSync(draft, prepared);
  } catch (error) {
    // Another test was quicker.
    if (!existsSync(prepared)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return prepared;
}
