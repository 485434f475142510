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
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
// "hundreds of thousands": more than one of them, so at least two.
const PLURALS = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);
const PARTS = new Map([
  ['half', 2],
  ['halves', 2],
  ...'third quarter fifth sixth seventh eighth ninth tenth'.split(' ').flatMap((word, i): [string, number][] => [
    [word, i + 3],
    [`${word}s`, i + 3],
  ]),
]);

export interface ParsedNumber {
  value: number;
  /** How many words it takes. */
  length: number;
  /** True for "thousands", "tens of thousands", "several hundred": a least number in no exact words. */
  vague?: boolean;
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
  else if (first === 'half' && /^an?$/i.test(words[at + 1] ?? '') && SCALES.has(words[at + 2]?.toLowerCase() ?? '')) {
    value = 0.5;
    length = 2;
  } else return parseVague(words, at);
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

/** "tens of thousands", "hundreds", "several thousand": at least two of them. */
function parseVague(words: string[], at: number): ParsedNumber | null {
  const first = words[at]!.toLowerCase();
  const next = words[at + 1]?.toLowerCase() ?? '';
  if (first === 'several' && SCALES.has(next)) return { value: 2 * SCALES.get(next)!, length: 2, vague: true };
  if (!PLURALS.has(first)) return null;
  const further = PLURALS.get(words[at + 2]?.toLowerCase() ?? '');
  if (next === 'of' && further) return { value: 2 * PLURALS.get(first)! * further, length: 3, vague: true };
  return first === 'tens' ? null : { value: 2 * PLURALS.get(first)!, length: 1, vague: true };
}

/**
 * The share that begins at `words[at]`, or null: "two-thirds", "a quarter", "half", "one in five", "nine out of ten".
 * What it is a share of follows; whether something does is for the caller to see.
 */
export function parseShare(words: string[], at: number): ParsedNumber | null {
  const lower = (i: number): string => words[i]?.toLowerCase() ?? '';
  const first = lower(at);
  if (first === 'half') return { value: 0.5, length: 1 };
  const joined = /^(\w+)-(\w+)$/.exec(first);
  if (joined) return shareOf(UNITS.get(joined[1]!), PARTS.get(joined[2]!), 1);
  const count = first === 'a' ? 1 : UNITS.get(first);
  const plain = PARTS.get(lower(at + 1));
  if (plain) return shareOf(count, plain, 2);
  if (lower(at + 1) === '-' && PARTS.has(lower(at + 2))) return shareOf(count, PARTS.get(lower(at + 2)), 3);
  const outOf = lower(at + 1) === 'out' && lower(at + 2) === 'of';
  if (!outOf && lower(at + 1) !== 'in') return null;
  const of = parseNumber(words, at + (outOf ? 3 : 2) < words.length ? at + (outOf ? 3 : 2) : at);
  const many = parseNumber(words, at);
  // A hundred at most: "three in 2030" is no share.
  if (!of || !many || many.length !== 1 || of.value > 100) return null;
  return shareOf(many.value, of.value, (outOf ? 3 : 2) + of.length);
}

function shareOf(count: number | undefined, of: number | undefined, length: number): ParsedNumber | null {
  if (!count || !of || count >= of) return null;
  return { value: Number((count / of).toPrecision(4)), length };
}
