import { ReadoutError } from '../model/errors.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | (string & {});

export interface Decoded {
  text: string;
  encoding: Encoding;
}

// Windows-1252 gives these bytes no character: a file that has them is something else.
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
// English prose in Windows-1252 has a few per cent of bytes above 0x7f (quotes, dashes, accents). Text in another
// single- or double-byte alphabet has far more, and in runs.
const MAX_HIGH_SHARE = 0.15;
const MAX_HIGH_RUN = 4;
// A line or two may hold nothing but a quotation; so few bytes prove nothing.
const FREE_HIGH = 4;
const MAX_CONTROL_SHARE = 0.02;

/**
 * Bytes to text: UTF-16 by its byte order mark, UTF-8 where the bytes are valid, else Windows-1252 where they look
 * like it. A UTF-8 byte order mark stays in the text, so that offsets hold in the file.
 * @throws ReadoutError 'binary' or 'encoding', naming `name`.
 */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (looksBinary(bytes))
    throw new ReadoutError('binary', `${name} is not text`, 'give the article as .txt or .html (UTF-8)');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (!looksLike1252(bytes))
      throw new ReadoutError('encoding', `${name} is in an encoding that is not recognized`, 'save it as UTF-8');
    return { text: decode1252(bytes), encoding: 'windows-1252' };
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) control++;
  }
  return control > bytes.length * MAX_CONTROL_SHARE;
}

function looksLike1252(bytes: Uint8Array): boolean {
  let high = 0;
  let run = 0;
  let ink = 0;
  for (const byte of bytes) {
    if (byte > 0x20) ink++;
    if (byte < 0x80) {
      run = 0;
      continue;
    }
    if (UNDEFINED_1252.has(byte)) return false;
    high++;
    if (++run > MAX_HIGH_RUN) return false;
  }
  return high <= FREE_HIGH + ink * MAX_HIGH_SHARE;
}

// The characters of bytes 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252). Node 20's own decoder takes
// windows-1252 for Latin-1 and turns the curly quotes of news into control characters.
const HIGH_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Windows-1252 bytes to text; never throws. */
export function decode1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => HIGH_1252[char.charCodeAt(0) - 0x80]!);
}
