// `npm start`: sets up, reads the sample stories on the first run, serves the desk.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './setup.mjs';

prepare();
const args = [join(root, 'bin/readout.js'), 'serve', '--with-examples', ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: root });
// The terminal sends Ctrl-C to both; the server closes its database before it ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
