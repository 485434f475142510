/** Numbers written in digits or words. In: word forms. Out: the value and how many words it takes. */

const UNITS: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const SCALES: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

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
  else if (first in UNITS) value = UNITS[first]!;
  else if (first in TENS) value = TENS[first]!;
  else if (first.includes('-')) {
    const [ten = '', unit = ''] = first.split('-');
    if (!(ten in TENS) || !(unit in UNITS)) return null;
    value = TENS[ten]! + UNITS[unit]!;
  } else if ((first === 'a' || first === 'an') && words[at + 1]?.toLowerCase() in SCALES) value = 1;
  else return null;
  // 'twenty' '-' 'nine', where the tokenizer parts the hyphen.
  if (first in TENS && words[at + 1] === '-' && (words[at + 2]?.toLowerCase() ?? '') in UNITS) {
    value += UNITS[words[at + 2]!.toLowerCase()]!;
    length = 3;
  }
  for (
    let scale = words[at + length]?.toLowerCase();
    scale && scale in SCALES;
    scale = words[at + length]?.toLowerCase()
  ) {
    value *= SCALES[scale]!;
    length++;
  }
  return { value: Number(value.toPrecision(12)), length };
}
