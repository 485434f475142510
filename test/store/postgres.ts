/** A Postgres server for the tests: the one that READOUT_TEST_DATABASE_URL names, or one of their own for a while. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface TestServer {
  /** The URL of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** A server, or the reason why there is none. A server that is named but does not answer is an error, not a reason. */
export async function startPostgres(): Promise<TestServer | string> {
  const given = process.env.READOUT_TEST_DATABASE_URL;
  if (given) return serverAt(given, async () => {});
  const bin = findBinaries();
  if (bin === null) return 'no READOUT_TEST_DATABASE_URL and no Postgres binaries (Debian: apt-get install postgresql)';
  const user = findUser();
  if (user === null) return 'root cannot run Postgres, and there is no user postgres or nobody to do so';
  return await startCluster(bin, user);
}

interface User {
  uid?: number;
  gid?: number;
}

async function startCluster(bin: string, user: User): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'readout-postgres-'));
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid!);
  const data = join(dir, 'data');
  // Only a socket in the folder of its own: no port that another program could want or reach.
  const options = { ...user, cwd: dir, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'readout', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, stdio: 'pipe' },
  );
  // The shell ends the server, and removes its folder, when this process lets go of it: also when it is killed, or
  // when a filter leaves no test of the file to run, so that nothing here is called any more.
  const keeper = spawn(
    'sh',
    ['-c', '"$@" & read -r _; kill -INT $!; wait; rm -rf "$0"', dir, join(bin, 'postgres')].concat([
      '-D',
      data,
      '-k',
      dir,
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
      '-c',
      'log_min_messages=fatal',
    ]),
    { ...options, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const url = `postgres://readout@localhost/postgres?host=${encodeURIComponent(dir)}`;
  await untilAnswering(url);
  return serverAt(url, async () => {
    const ended = new Promise((resolve) => keeper.once('exit', resolve));
    keeper.stdin.end();
    await ended;
  });
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 600; ; tries--) {
    try {
      return await runOnce(url, 'select 1');
    } catch (error) {
      if (tries === 0) throw error;
      await sleep(50);
    }
  }
}

function serverAt(url: string, stop: () => Promise<void>): TestServer {
  const made: string[] = [];
  return {
    async newDatabase() {
      const name = `readout_test_${randomBytes(6).toString('hex')}`;
      await runOnce(url, `create database ${name} encoding 'UTF8' template template0`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of made) await runOnce(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The folder with initdb and postgres: Debian's newest, else the first on the PATH. */
function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((dir) => existsSync(join(dir, 'initdb')) && existsSync(join(dir, 'postgres'))) ?? null;
}

/** Whom to run the server as; Postgres refuses to run as root. */
function findUser(): User | null {
  if (process.getuid?.() !== 0) return {};
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const match = /^postgres:[^:]*:(\d+):(\d+)/m.exec(passwd) ?? /^nobody:[^:]*:(\d+):(\d+)/m.exec(passwd);
  return match === null ? null : { uid: Number(match[1]), gid: Number(match[2]) };
}
