import type { Command } from 'commander';
import { openStore, type Store } from '../store/index.ts';
import type { Io } from './io.ts';

export interface DataFlags {
  data?: string;
}

const DEFAULT_DATA = '.readout';

/** The option that every command with a database has. */
export function withData(command: Command): Command {
  return command.option(
    '--data <folder>',
    `folder of the embedded database (else READOUT_DATA, else ${DEFAULT_DATA}); DATABASE_URL names a Postgres server instead`,
  );
}

/** Opens the store, gives it to `use`, and closes it whatever happens. */
export async function withStore<T>(
  flags: DataFlags,
  io: Io,
  holder: string,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({
    databaseUrl: flags.data === undefined ? io.env.DATABASE_URL : undefined,
    dataDir: flags.data ?? (io.env.READOUT_DATA || DEFAULT_DATA),
    holder,
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
