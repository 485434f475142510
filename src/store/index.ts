/**
 * The store. In: where the data lives. Out: a `Store` (store.ts), the same on both engines: PGlite in a data folder,
 * or a Postgres server. Example: `const store = await openStore({ dataDir: './data', holder: 'readout add' })`.
 */
import { migrate } from './migrate.ts';
import type { Engine } from './sql.ts';
import type { Store, StoreOptions } from './store.ts';
import { SqlStore } from './stories.ts';

export type { Store, StoredArticle, StoreOptions, StorySummary, TextPrints } from './store.ts';

/**
 * Opens the store, making the folder, the database and its tables where they do not exist.
 *
 * @throws ReadoutError 'data-locked' where another process has the folder open, 'data-damaged' where it cannot be
 * read, 'database' where a server cannot be reached or the data are of a newer Readout.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return new SqlStore(engine);
}

// Each engine is loaded where it is used: PGlite's program alone takes 15 MB.
async function openEngine({ databaseUrl, dataDir, holder }: StoreOptions): Promise<Engine> {
  if (databaseUrl === undefined || databaseUrl === '') {
    const { openPglite } = await import('./pglite.ts');
    return await openPglite(dataDir, holder);
  }
  const { openServer } = await import('./server.ts');
  return await openServer(databaseUrl);
}
