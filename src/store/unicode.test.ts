import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromJson, fromKey, fromStorable, toJson, toKey, toStorable } from './unicode.ts';

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x10, 0x5c, 0x75, 0xd83d, 0xde00, 0xfffd)))
  .map((units) => String.fromCharCode(...units));

it.each([
  ['Talks “resume” — 😀 e\u0301\r\n', null],
  ['\ufffd\u0010', null],
  ['a\0b', [[1, 0]]],
  ['😀\ud83d', [[2, 0xd83d]]],
  [
    '\ude00\ud83d!',
    [
      [0, 0xde00],
      [1, 0xd83d],
    ],
  ],
])('replaces in %j only what Postgres refuses, in place', (text, replaced) => {
  const kept = toStorable(text);
  expect(kept.replaced).toEqual(replaced);
  expect(kept.text).toHaveLength(text.length);
  expect(kept.text).not.toMatch(/[\0\p{Surrogate}]/u);
  if (replaced === null) expect(kept.text).toBe(text);
});

it.each([
  ['plain', '"plain"'],
  ['a\0b', '"a\\u00100000b"'],
  ['\u0010', '"\\u00100010"'],
  ['\ud83d', '"\\u0010d83d"'],
  ['\\u0000', '"\\\\u0000"'],
  ['\\\0', '"\\\\\\u00100000"'],
  ['😀', '"😀"'],
])('writes %j as the JSON %s', (value, json) => {
  expect(toJson(value)).toBe(json);
  expect(fromJson(json)).toBe(value);
});

it('gives any text back, at the same offsets', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const kept = toStorable(text);
      expect(kept.text).toHaveLength(text.length);
      expect(kept.text).not.toMatch(/[\0\p{Surrogate}]/u);
      expect(fromStorable(kept)).toBe(text);
      expect(fromJson(toJson({ [text]: [text] }))).toEqual({ [text]: [text] });
      expect(toKey(text)).not.toMatch(/[\0\p{Surrogate}]/u);
      expect(fromKey(toKey(text))).toBe(text);
    }),
  );
});
