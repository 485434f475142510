/**
 * One process at a time in a data folder: two PGlite instances on one directory open without an error and corrupt it.
 *
 * Each process that wants the folder puts a claim of its own there, a file with a name that no other uses, and then
 * looks for others. Whoever finds another live claim withdraws its own. Of two that come at once, the one that looks
 * later sees the other's claim, so never do both stay; both may withdraw, and try again after a moment. A claim whose
 * process is gone counts for nothing and is removed by whoever finds it, which harms nobody, as its name never comes
 * again: there is no moment between "stale" and "mine" for a third to slip in.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadoutError } from '../model/errors.ts';
import { isRunning, ownMark, type ProcessMark } from './process.ts';

interface Claim extends ProcessMark {
  /** What the process is for: 'readout serve'. */
  holder: string;
  /** ISO instant. */
  since: string;
}

export interface Lock {
  /** Gives the folder free. Also done when the process exits. */
  release(): void;
}

// A claim younger than this may still be withdrawn by its process, so it is worth asking again for as long.
const settlingMs = 2_000;

/** Takes the folder, which must exist, or throws a ReadoutError that says who holds it. */
export async function takeLock(dir: string, holder: string): Promise<Lock> {
  const began = Date.now();
  for (;;) {
    const path = writeClaim(dir, { ...ownMark(), holder, since: new Date().toISOString() });
    const other = findOther(dir, path);
    if (other === null) return heldLock(path);
    rmSync(path, { force: true });
    if (other.modified < began - settlingMs || Date.now() > began + settlingMs) throw lockedError(dir, other);
    await sleep(20 + Math.random() * 80);
  }
}

function heldLock(path: string): Lock {
  const release = (): void => {
    rmSync(path, { force: true });
    process.removeListener('exit', release);
  };
  process.once('exit', release);
  return { release };
}

/** Writes the claim whole under its name: a claim is never seen half. */
function writeClaim(dir: string, claim: Claim): string {
  const path = join(dir, `lock-${claim.pid}-${randomBytes(6).toString('hex')}`);
  const draft = `${path}.draft`;
  writeFileSync(draft, `${JSON.stringify(claim)}\n`, { flag: 'wx' });
  renameSync(draft, path);
  return path;
}

interface FoundClaim {
  path: string;
  claim: Claim;
  /** Milliseconds since the epoch. */
  modified: number;
}

/** A live claim beside the own one; dead ones are removed on the way. */
function findOther(dir: string, own: string): FoundClaim | null {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (!/^lock-\d+-[0-9a-f]+$/.test(name) || path === own) continue;
    const found = readClaim(path);
    if (found !== null && isRunning(found.claim)) return found;
    rmSync(path, { force: true });
  }
  return null;
}

/** Null where it was withdrawn meanwhile, or is not whole: only a machine that went down leaves one so. */
function readClaim(path: string): FoundClaim | null {
  try {
    const claim = JSON.parse(readFileSync(path, 'utf8')) as Claim;
    return { path, claim, modified: statSync(path).mtimeMs };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function lockedError(dir: string, { path, claim }: FoundClaim): ReadoutError {
  const { holder, pid, host, since } = claim;
  const elsewhere = host !== ownMark().host;
  return new ReadoutError(
    'data-locked',
    `the data in ${dir} is in use by ${holder} (process ${pid} on ${host}, since ${since})`,
    elsewhere
      ? `stop that process, or delete ${path} if it no longer runs, or use another --data folder`
      : 'stop that process, or use another --data folder',
  );
}
