/** Makes and runs child.ts as a process: Node needs JavaScript, which tsc makes once per test file, in a folder of its own. */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/data/locate.ts';

export interface Child {
  process: ChildProcessWithoutNullStreams;
  /** The lines printed so far. */
  lines: string[];
  /** What was written to the error output so far. */
  errors(): string;
  /** The line of this number, from 0, once it is printed. Rejects where the process ends without it. */
  line(number: number): Promise<string>;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

export interface Children {
  start(task: 'add' | 'hold' | 'leave' | 'contend', dir: string): Child;
  /** Removes the compiled files and ends what still runs. */
  remove(): void;
}

export function compileChildren(): Children {
  const out = mkdtempSync(join(tmpdir(), 'readout-child-'));
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(packageRoot, 'node_modules'), join(out, 'node_modules'));
  const options = {
    extends: join(packageRoot, 'tsconfig.json'),
    files: [join(packageRoot, 'test/store/child.ts')],
    include: [],
  };
  mkdirSync(join(out, 'config'));
  const config = join(out, 'config', 'tsconfig.json');
  const compilerOptions = {
    rootDir: packageRoot,
    outDir: out,
    declaration: false,
    noCheck: true,
    typeRoots: [join(packageRoot, 'node_modules/@types')],
  };
  writeFileSync(config, JSON.stringify({ ...options, compilerOptions }));
  execFileSync(process.execPath, [join(packageRoot, 'node_modules/typescript/bin/tsc'), '-p', config], {
    stdio: 'inherit',
  });
  const running = new Set<Child>();
  return {
    start(task, dir) {
      const child = follow(spawn(process.execPath, [join(out, 'test/store/child.js'), task, dir]));
      running.add(child);
      void child.ended.then(() => running.delete(child));
      return child;
    },
    remove() {
      for (const child of running) child.process.kill('SIGKILL');
      rmSync(out, { recursive: true, force: true });
    },
  };
}

function follow(child: ChildProcessWithoutNullStreams): Child {
  const lines: string[] = [];
  let rest = '';
  let errors = '';
  let wake = (): void => {};
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop()!;
    lines.push(...pieces);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => {
      over = true;
      wake();
      resolve(code ?? signal!);
    });
  });
  const line = async (number: number): Promise<string> => {
    while (lines.length <= number) {
      if (over) throw new Error(`the process ended before line ${number}: ${errors}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return lines[number]!;
  };
  return { process: child, lines, errors: () => errors, line, ended };
}
