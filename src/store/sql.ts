/** What the queries ask of an engine: PGlite and a Postgres server both take the same statements. */

/** Runs one statement. Parameters are `$1`, `$2` …; JSON travels as text, so that no driver's own parsing enters. */
export interface Sql {
  query<Row>(text: string, params?: readonly (string | number | null)[]): Promise<Row[]>;
}

export interface Engine extends Sql {
  /** What errors call it: 'the data in ./data', 'the database news on db.example'. Never with a password. */
  readonly name: string;
  /** All or nothing, as if alone: work on what one moment held. Rejects with what `work` rejects with, rolled back. */
  transaction<T>(work: (sql: Sql) => Promise<T>, mode?: 'write' | 'snapshot'): Promise<T>;
  /** Releases the database and its lock. Closing twice is closing once. */
  close(): Promise<void>;
}

/** How a transaction of each mode begins; a snapshot sees one state of the database from its first statement on. */
export const begin = {
  write: 'set transaction isolation level read committed',
  snapshot: 'set transaction isolation level repeatable read, read only',
} as const;
