// `npm test`: sets up, then checks types and style and runs all tests, those in a browser and on Postgres, too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packageBin, prepare, root, run } from './setup.mjs';

/** What the tests use of the system, by Debian's package. Tests that lack it say so and are skipped. */
const WANTED = [
  {
    package: 'chromium',
    isThere: () => process.env.CHROMIUM || existsSync('/usr/bin/chromium') || existsSync('/usr/bin/chromium-browser'),
  },
  { package: 'postgresql', isThere: () => process.env.READOUT_TEST_DATABASE_URL || existsSync('/usr/lib/postgresql') },
];

const step = (name) => console.log(`\n== ${name}`);

installMissing();
step('Setting up');
prepare();
step('Types');
run(process.execPath, [packageBin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']);
step('Style');
run(process.execPath, [packageBin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.']);
step('Tests');
run(process.execPath, [packageBin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);

function installMissing() {
  const missing = WANTED.filter((wanted) => !wanted.isThere()).map((wanted) => wanted.package);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    console.log(
      `Not installed: ${missing.join(', ')}. The tests that need it are skipped; install it by your system's packages.`,
    );
    return;
  }
  step(`Installing ${missing.join(', ')} (apt-get)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  if (!(apt('update') && apt('install', '-y', '--no-install-recommends', ...missing)))
    console.log(`${missing.join(', ')} could not be installed: the tests that need it are skipped.`);
}
