/** Brings a database to the newest schema. In: an engine. Out: the same engine, ready, or a ReadoutError. */
import { ReadoutError } from '../model/errors.ts';
import { migrations as all, type Migration } from './migrations.ts';
import type { Engine, Sql } from './sql.ts';

// Any number that no other program is likely to lock: "readout" as letters' places in the alphabet, cut to 31 bits.
const advisoryLock = 1_805_010_421;

/**
 * Applies the steps that are missing, all in one transaction, one process at a time. A database at the newest step is
 * only read.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = all): Promise<void> {
  const newest = migrations.length;
  if ((await currentVersion(engine, newest, engine.name)) === newest) return;
  await engine.transaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(${advisoryLock})`);
    const current = await currentVersion(sql, newest, engine.name);
    if (current === 0) {
      await sql.query('create schema if not exists readout');
      await sql.query(
        `create table readout.migration (
          version integer primary key, name text not null, applied_at timestamptz not null default now()
        )`,
      );
    }
    for (const step of migrations.slice(current)) {
      for (const statement of step.sql) await sql.query(statement);
      await sql.query('insert into readout.migration (version, name) values ($1, $2)', [step.version, step.name]);
    }
  });
}

/** The last step applied; 0 in a database that has none. */
async function currentVersion(sql: Sql, newest: number, name: string): Promise<number> {
  // Not to_regclass: within a transaction that waited for the lock, it answers from what was so before the wait.
  const [table] = await sql.query<{ there: boolean }>(
    "select exists (select from pg_tables where schemaname = 'readout' and tablename = 'migration') as there",
  );
  if (!table?.there) return 0;
  const [row] = await sql.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from readout.migration',
  );
  const version = row?.version ?? 0;
  if (version > newest) {
    throw new ReadoutError(
      'database',
      `${name} was written by a newer Readout (schema ${version}, this one knows ${newest})`,
      'update Readout, or use other data',
    );
  }
  return version;
}
