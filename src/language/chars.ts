/** Classes of UTF-16 code units, as the tokenizer needs them. */
export const SPACE = 1;
export const DIGIT = 2;
export const UPPER = 3;
export const LOWER = 4;
export const PUNCT = 5;
export const SYMBOL = 6;
/** Letters without case and whatever else, lone surrogates among it. */
export const OTHER = 7;
/** Belongs to the character before it: combining marks, variation selectors, zero-width joiners. */
export const EXTEND = 8;

const tests: [RegExp, number][] = [
  [/\s/u, SPACE],
  [/\p{Nd}/u, DIGIT],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/[\p{M}\u200b-\u200d\u2060]/u, EXTEND],
  [/\p{P}/u, PUNCT],
  [/\p{S}/u, SYMBOL],
];

function classOf(unit: number): number {
  const c = String.fromCharCode(unit);
  for (const [test, k] of tests) if (test.test(c)) return k;
  return OTHER;
}

// 64 KB, filled as units turn up: most texts touch a hundred of them.
const cache = new Uint8Array(65536);

/** The class of one UTF-16 code unit. */
export function charClass(unit: number): number {
  return cache[unit] || (cache[unit] = classOf(unit));
}

/** The class of the code unit at `i`; SPACE outside the text. */
export function classAt(text: string, i: number): number {
  return i >= 0 && i < text.length ? charClass(text.charCodeAt(i)) : SPACE;
}

export function isLetter(k: number): boolean {
  return k === UPPER || k === LOWER || k === OTHER;
}

/** Length (1 or 2) of the symbol at `i` written with a surrogate pair (emoji, flags), or 0 where there is none. */
export function pairedSymbol(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdbff) return 0;
  const point = text.codePointAt(i)!;
  return point > 0xffff && /[\p{S}\p{P}\p{Extended_Pictographic}]/u.test(String.fromCodePoint(point)) ? 2 : 0;
}
