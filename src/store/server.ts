/** A Postgres server as an engine, through a pool of connections. */
import pg, { type Pool, type PoolClient } from 'pg';
import { ReadoutError } from '../model/errors.ts';
import { begin, type Engine, type Sql } from './sql.ts';

const connectTimeoutMs = 10_000;

/** Opens the database behind the URL, or throws a ReadoutError that names host and database but never the password. */
export async function openServer(databaseUrl: string): Promise<Engine> {
  const name = describeServer(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'readout',
  });
  // An idle connection that the server ends must not end this process; the next query opens another or says why not.
  pool.on('error', () => {});
  const engine = new ServerEngine(pool, name);
  try {
    const [row] = await engine.query<{ encoding: string }>("select current_setting('server_encoding') as encoding");
    if (row?.encoding !== 'UTF8') {
      throw new ReadoutError('database', `${name} keeps its text as ${row?.encoding}`, 'use a database in UTF8');
    }
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

class ServerEngine implements Engine {
  readonly name: string;
  readonly #pool: Pool;

  constructor(pool: Pool, name: string) {
    this.name = name;
    this.#pool = pool;
  }

  query<Row>(text: string, params: readonly (string | number | null)[] = []): Promise<Row[]> {
    return this.#explain(() => run<Row>(this.#pool, text, params));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>, mode: keyof typeof begin = 'write'): Promise<T> {
    return this.#explain(async () => {
      const client = await this.#pool.connect();
      let broken = true;
      try {
        await client.query('begin');
        await client.query(begin[mode]);
        const answer = await work({ query: (text, params = []) => run(client, text, params) });
        await client.query('commit');
        broken = false;
        return answer;
      } finally {
        // A connection whose transaction did not end well is closed, which rolls it back whatever went wrong.
        client.release(broken);
      }
    });
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  async #explain<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explainError(error, this.name);
    }
  }
}

async function run<Row>(
  client: Pool | PoolClient,
  text: string,
  params: readonly (string | number | null)[],
): Promise<Row[]> {
  return (await client.query(text, [...params])).rows as Row[];
}

/** 'the database news on db.example:5432' from its URL. Throws a ReadoutError where it is none. */
function describeServer(databaseUrl: string): string {
  const way = 'give it as postgres://USER:PASSWORD@HOST:PORT/DATABASE';
  // The reason of a failed parse holds the whole address, password and all, so it is not passed on.
  if (!URL.canParse(databaseUrl) || !canDecode(new URL(databaseUrl).pathname)) {
    throw new ReadoutError('database', 'DATABASE_URL is not an address', way);
  }
  const { protocol, host, username, pathname, searchParams } = new URL(databaseUrl);
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new ReadoutError('database', 'DATABASE_URL is not the address of a Postgres server', way);
  }
  // As the driver reads it: a host among the parameters wins, and is the folder of a socket where it begins with "/".
  return `the database ${pathname.slice(1) || username} on ${searchParams.get('host') ?? (host || 'localhost')}`;
}

/** Whether the driver will be able to undo the percent signs. */
function canDecode(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** What a user can mend, as a ReadoutError; anything else is a fault of the program and stays as it is. */
function explainError(error: unknown, name: string): unknown {
  if (error instanceof ReadoutError || !(error instanceof Error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  // SQLSTATE classes (Postgres manual, appendix A): 08 connection, 28 authorization, 3D no such database, 53 out of
  // room, 57P server going down, 42501 no right, 25006 read-only. Codes with letters first are the system's.
  const mendable =
    code === undefined
      ? /connect|timeout|terminated|SSL/i.test(message)
      : /^(08|28|3D|53|57P|42501|25006|E[A-Z])/.test(code);
  if (!mendable) return error;
  return new ReadoutError(
    'database',
    `${name} cannot be used (${message || code})`,
    'check DATABASE_URL and the server',
    {
      cause: error,
    },
  );
}
