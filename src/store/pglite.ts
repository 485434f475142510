/** The embedded engine: PGlite on a folder that one process holds at a time. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { ReadoutError } from '../model/errors.ts';
import { DurableFiles, durableStartParams, syncFolder } from './durable-files.ts';
import { type Lock, takeLock } from './lock.ts';
import { begin, type Engine, type Sql } from './sql.ts';

/** Postgres' own version, as PGlite writes it into each database; another one cannot be opened. */
const postgresVersion = '18';

/**
 * Opens the database in `dataDir`, making both where they do not exist. A new database is made under another name
 * and renamed when it is whole, so that a process killed at it leaves nothing that looks like a database.
 */
export async function openPglite(dataDir: string, holder: string): Promise<Engine> {
  const lock = await lockFolder(dataDir, holder);
  try {
    const home = join(dataDir, 'postgres');
    if (!existsSync(home)) await makeDatabase(dataDir, home);
    return new PgliteEngine(await openDatabase(dataDir, home), lock, dataDir);
  } catch (error) {
    lock.release();
    throw error;
  }
}

class PgliteEngine implements Engine {
  readonly name: string;
  readonly #db: PGlite;
  readonly #lock: Lock;
  readonly #dataDir: string;

  constructor(db: PGlite, lock: Lock, dataDir: string) {
    this.name = `the data in ${dataDir}`;
    this.#db = db;
    this.#lock = lock;
    this.#dataDir = dataDir;
  }

  query<Row>(text: string, params: readonly (string | number | null)[] = []): Promise<Row[]> {
    return this.#explain(() => run<Row>(this.#db, text, params));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>, mode: keyof typeof begin = 'write'): Promise<T> {
    return this.#explain(() =>
      this.#db.transaction(async (tx) => {
        await tx.query(begin[mode]);
        return await work({ query: (text, params = []) => run(tx, text, params) });
      }),
    );
  }

  async close(): Promise<void> {
    try {
      if (!this.#db.closed) await this.#db.close();
    } finally {
      this.#lock.release();
    }
  }

  async #explain<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error ? ((error as { code?: unknown }).code ?? '') : '';
      // SQLSTATE (Postgres manual, appendix A): XX data corrupted, 58 a file missing or unreadable, 53 out of room.
      if (/^(XX|58)/.test(String(code)) || error instanceof WebAssembly.RuntimeError)
        throw damaged(this.#dataDir, error);
      if (/^53/.test(String(code))) throw unusable(this.#dataDir, error);
      throw error;
    }
  }
}

async function run<Row>(
  db: PGlite | Transaction,
  text: string,
  params: readonly (string | number | null)[],
): Promise<Row[]> {
  return (await db.query<Row>(text, [...params])).rows;
}

async function lockFolder(dataDir: string, holder: string): Promise<Lock> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await takeLock(dataDir, holder);
  } catch (error) {
    throw error instanceof ReadoutError ? error : unusable(dataDir, error);
  }
}

async function makeDatabase(dataDir: string, home: string): Promise<void> {
  const draft = `${home}.new`;
  try {
    rmSync(draft, { recursive: true, force: true });
    const db = await start(draft);
    await db.close();
    syncFolder(draft);
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw unusable(dataDir, error);
  }
}

async function openDatabase(dataDir: string, home: string): Promise<PGlite> {
  try {
    // PGlite would make a new database over one that has lost this file.
    const version = readFileSync(join(home, 'PG_VERSION'), 'utf8').trim();
    if (version !== postgresVersion) throw new Error(`of Postgres ${version}, not ${postgresVersion}`);
    return await start(home);
  } catch (error) {
    // A full disk or missing rights can stop the recovery after a crash; the data are whole then.
    const lacking = /No space left|ENOSPC|Permission denied|EACCES|EPERM|Read-only|EROFS/.test(reason(error));
    throw lacking ? unusable(dataDir, error) : damaged(dataDir, error);
  }
}

async function start(home: string): Promise<PGlite> {
  let fatal: string | undefined;
  const onStderr = (line: string): boolean => {
    fatal ??= /(?:FATAL|PANIC): *(.+)/.exec(line)?.[1];
    return false;
  };
  try {
    return await PGlite.create({ fs: new DurableFiles(home), startParams: [...durableStartParams], onStderr });
  } catch (error) {
    // What Postgres says of it is worth more than that its program stopped.
    throw fatal === undefined ? error : new Error(fatal, { cause: error });
  }
}

function unusable(dataDir: string, error: unknown): ReadoutError {
  return new ReadoutError(
    'database',
    `the data folder ${dataDir} cannot be used (${reason(error)})`,
    'make room or give rights there, or use another --data folder',
    { cause: error },
  );
}

function damaged(dataDir: string, error: unknown): ReadoutError {
  return new ReadoutError(
    'data-damaged',
    `the data in ${dataDir} cannot be read (${reason(error)})`,
    'restore the folder from a copy, or move it away and add the articles again',
    { cause: error },
  );
}

// The file system's errors come from Emscripten as bare objects with WASI's numbers.
const systemErrors: Readonly<Record<number, string>> = {
  2: 'Permission denied',
  29: 'Input/output error',
  51: 'No space left on device',
  63: 'Operation not permitted',
  69: 'Read-only file system',
};

/** Why, in one line. */
function reason(error: unknown): string {
  if (error instanceof Error) return error.message.split('\n', 1)[0]!;
  const { errno } = error as { errno?: number };
  return errno === undefined ? String(error) : (systemErrors[errno] ?? `system error ${errno}`);
}
