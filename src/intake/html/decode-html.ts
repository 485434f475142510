import { ReadoutError } from '../../model/errors.ts';
import { type Decoded, decode1252, decodeText } from '../decode.ts';

// The web reads all of these labels as Windows-1252 (WHATWG Encoding Standard).
const AS_1252 = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii']);

/**
 * Bytes of a page to text: by byte order mark, else by the encoding that the page declares in its first 2,048 bytes,
 * else as plain text is decoded.
 * @throws ReadoutError 'binary' or 'encoding', naming `name`.
 */
export function decodeHtml(bytes: Uint8Array, name: string): Decoded {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)?.[1]?.toLowerCase();
  if (
    !declared ||
    declared === 'utf-8' ||
    declared === 'utf8' ||
    head.startsWith('\xff\xfe') ||
    head.startsWith('\xfe\xff')
  )
    return decodeText(bytes, name);
  if (AS_1252.has(declared)) {
    // Many pages that declare it are UTF-8; valid UTF-8 with characters beyond ASCII is no accident.
    try {
      return decodeText(bytes, name);
    } catch {
      return { text: decode1252(bytes), encoding: 'windows-1252' };
    }
  }
  try {
    return { text: new TextDecoder(declared, { fatal: true }).decode(bytes), encoding: declared };
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof TypeError)) throw cause;
    try {
      // The declaration is wrong often enough; the bytes decide.
      return decodeText(bytes, name);
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      throw new ReadoutError(error.code, `${error.message} (it declares ${declared})`, error.next, { cause });
    }
  }
}
