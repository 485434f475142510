/** Numbers written in digits or words. In: word forms. Out: the value and how many words it takes. */

// Maps, not objects: an object would take the word "constructor" for a number.
const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);

export interface ParsedNumber {
  value: number;
  /** How many words it takes. */
  length: number;
}

/** The number that begins at `words[at]`, or null. '1.3 million', 'twenty-nine', 'two dozen', '1,200', 'a hundred'. */
export function parseNumber(words: string[], at: number): ParsedNumber | null {
  const first = words[at]!.toLowerCase();
  let value: number;
  let length = 1;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(first)) value = Number(first.replaceAll(',', ''));
  else if (UNITS.has(first)) value = UNITS.get(first)!;
  else if (TENS.has(first)) value = TENS.get(first)!;
  else if (first.includes('-')) {
    const [ten = '', unit = ''] = first.split('-');
    if (!TENS.has(ten) || !UNITS.has(unit)) return null;
    value = TENS.get(ten)! + UNITS.get(unit)!;
  } else if ((first === 'a' || first === 'an') && SCALES.has(words[at + 1]?.toLowerCase() ?? '')) value = 1;
  else return null;
  // 'twenty' '-' 'nine', where the tokenizer parts the hyphen.
  if (TENS.has(first) && words[at + 1] === '-' && UNITS.has(words[at + 2]?.toLowerCase() ?? '')) {
    value += UNITS.get(words[at + 2]!.toLowerCase())!;
    length = 3;
  }
  for (
    let scale = words[at + length]?.toLowerCase();
    scale && SCALES.has(scale);
    scale = words[at + length]?.toLowerCase()
  ) {
    value *= SCALES.get(scale)!;
    length++;
  }
  return { value: Number(value.toPrecision(12)), length };
}
