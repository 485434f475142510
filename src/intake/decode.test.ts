import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)));

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes('“Nein”, said Zoë — twice 🛶'), '“Nein”, said Zoë — twice 🛶', 'utf-8'],
    ['UTF-8 with its mark, which stays', bytes([0xef, 0xbb, 0xbf], 'Talks'), '\ufeffTalks', 'utf-8'],
    ['UTF-16LE', bytes([0xff, 0xfe, 0x54, 0, 0x1c, 0x20]), 'T“', 'utf-16le'],
    ['UTF-16BE', bytes([0xfe, 0xff, 0, 0x54, 0x20, 0x1c]), 'T“', 'utf-16be'],
    [
      'Windows-1252',
      bytes('He said ', [0x93], 'no', [0x94], ' to Ren', [0xe9]),
      'He said “no” to René',
      'windows-1252',
    ],
  ])('reads %s', (_, input, text, encoding) => {
    expect(decodeText(input, 'a.txt')).toEqual({ text, encoding });
  });

  it.each([
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
    ['Cyrillic in KOI8-R', Uint8Array.from([...'ðÅÒÅÇÏ×ÏÒÙ ÏÔÌÏÖÅÎÙ'].map((c) => c.charCodeAt(0))), 'encoding'],
    ['a byte that Windows-1252 lacks', bytes('The talks went on ', [0x81], ' and on, for days'), 'encoding'],
  ])('refuses %s', (_, input, code) => {
    expect(() => decodeText(input, 'a.txt')).toThrowError(
      expect.objectContaining({ code, message: expect.stringContaining('a.txt') }),
    );
  });
});
