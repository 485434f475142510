/** The style sheet, the script and the fonts, all served by the desk itself. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../data/locate.ts';

const require = createRequire(import.meta.url);

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const FONTS = ['latin', 'latin-ext'].flatMap((script) =>
  ['normal', 'italic'].flatMap((style) => [
    { package: 'source-serif-4', file: `source-serif-4-${script}-opsz-${style}.woff2` },
    { package: 'source-sans-3', file: `source-sans-3-${script}-wght-${style}.woff2` },
  ]),
);

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

export interface Assets {
  /** By file name. */
  files: Map<string, Asset>;
  /** Changes with any of the files; part of their addresses, so that they may be kept for ever. */
  digest: string;
}

/** Reads the files once; they are small and few. */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>();
  for (const name of ['desk.css', 'state.css', 'chronicle.css', 'desk.js', 'mark.svg'])
    files.set(name, read(name, join(packageRoot, 'src/desk/static', name)));
  for (const font of FONTS) {
    files.set(font.file, read(font.file, require.resolve(`@fontsource-variable/${font.package}/files/${font.file}`)));
  }
  const hash = createHash('sha256');
  for (const [name, { body }] of files) hash.update(name).update(body);
  return { files, digest: hash.digest('hex').slice(0, 12) };
}

function read(name: string, path: string): Asset {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
  return { body: new Uint8Array(readFileSync(path)), type: TYPES[ending] };
}
