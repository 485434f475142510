/**
 * The store. In: where the data lives. Out: a `Store` (store.ts), the same on both engines: PGlite in a data folder,
 * or a Postgres server. Example: `const store = await openStore({ dataDir: './data', holder: 'readout add' })`.
 */
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { describeServer, openServer } from './server.ts';
import type { Store, StoreOptions } from './store.ts';
import { SqlStore } from './stories.ts';

export type { Store, StoredArticle, StoreOptions, StorySummary } from './store.ts';

/**
 * Opens the store, making the folder, the database and its tables where they do not exist.
 *
 * @throws ReadoutError 'data-locked' where another process has the folder open, 'data-damaged' where it cannot be
 * read, 'database' where a server cannot be reached or the data are of a newer Readout.
 */
export async function openStore({ databaseUrl, dataDir, holder }: StoreOptions): Promise<Store> {
  const onServer = databaseUrl !== undefined && databaseUrl !== '';
  const engine = onServer ? await openServer(databaseUrl) : await openPglite(dataDir, holder);
  try {
    await migrate(engine, onServer ? describeServer(databaseUrl) : `the data in ${dataDir}`);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return new SqlStore(engine);
}
