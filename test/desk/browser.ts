/** A real browser for tests and tools: Debian's chromium, or the one that CHROMIUM names. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The path of the browser, or null where there is none. */
export const browserPath: string | null = CANDIDATES.find((path) => path && existsSync(path)) ?? null;

/** What to put after a test's name, so that a run without a browser shows what it did not test. */
export const browserNote: string =
  browserPath === null ? ' (skipped: no chromium; install it, or set CHROMIUM to its path)' : '';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** @throws where there is no browser; see `browserPath`. */
export async function openBrowser(): Promise<Browser> {
  if (browserPath === null) throw new Error('no chromium found; install it, or set CHROMIUM to its path');
  // Chromium's sandbox refuses to run as root, as in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: browserPath, args: [...QUIET, ...sandbox] });
}
