/**
 * Makes PGlite's commits reach the disk. As it comes, PGlite starts Postgres with fsync off and its files ignore
 * fsync, so that what it reports as committed survives a killed process but not a machine that loses power.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];

/** The part of Emscripten's file system that is changed: what an open file does (its `nfd` is Node's descriptor). */
interface NodeFiles {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

// WASI's number for an input or output error; Postgres then stops rather than believe the commit.
const inputOutputError = 29;

/** PGlite's files in a folder, with an fsync that is one. */
export class DurableFiles extends NodeFS {
  override async init(...[db, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(db, options);
    const addFsync = (module: unknown): void => {
      (module as NodeFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          if (nfd !== undefined) fs.fsyncSync(nfd);
          return 0;
        } catch {
          return inputOutputError;
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/** How to start Postgres on them: without -F, which turns fsync off, and with the one method that calls fsync. */
export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** Puts a finished folder on the disk, with all that is in it. */
export function syncFolder(dir: string): void {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) syncFolder(path);
    else if (entry.isFile()) syncPath(path, 'r+');
  }
  // Windows does not open folders.
  if (process.platform !== 'win32') syncPath(dir, 'r');
}

function syncPath(path: string, flags: string): void {
  const descriptor = fs.openSync(path, flags);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
