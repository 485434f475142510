/** Reads one article of `examples/` the plain way, so that the planted key is checked without the intake that it shall test. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By byte order mark, else UTF-8 where the bytes are valid, else Windows-1252. The mark is no part of the text. */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = sniffEncoding(bytes);
  const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { text, encoding };
}

/** Windows-1252 for 0x80 to 0x9f, as in the Encoding Standard; the other bytes are Latin-1. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// By hand: Node 20's TextDecoder reads 'windows-1252' as Latin-1 and so turns its quotation marks into control characters.
function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : String.fromCharCode(byte);
  return text;
}

function sniffEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

export interface Example {
  encoding: Encoding;
  /** The file's text; of a page, the text of its `<article>`. */
  text: string;
  /** The day in `article:published_time` (YYYY-MM-DD); null for a .txt file. */
  metaPublished: string | null;
}

export function readExample(path: string): Example {
  const { text, encoding } = decodeBytes(readFileSync(path));
  if (!path.endsWith('.html')) return { encoding, text, metaPublished: null };
  const { document } = parseHTML(text);
  const body = document.querySelector('article') ?? document.body;
  const meta = document.querySelector('meta[property="article:published_time"]')?.getAttribute('content');
  return { encoding, text: body.textContent ?? '', metaPublished: meta?.slice(0, 10) ?? null };
}
