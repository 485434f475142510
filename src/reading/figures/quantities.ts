/**
 * Quantities: numbers with their bound and unit, before anything is said of what they count. In: a sentence. Out: the
 * numbers that may be figures, in order. Example: "between 30 and 40 ships" gives 30 to 40; "nearly €5bn" gives
 * 5,000,000,000, nearly, EUR.
 *
 * Days, times of day, ages, labels ("Terminal 4") and numbers that stand in a name are left out here.
 */
import type { Figure } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import { firstFrom } from '../search.ts';
import { type ParsedNumber, parseNumber, parseShare } from './numbers.ts';
import type { Scene } from './scene.ts';
import { boundsAfter, boundsBefore, currencies, type UnitOf, units, verbClass } from './words.ts';

export interface Quantity {
  /** Tokens: with the words of its bound; its number; after its unit. */
  from: number;
  at: number;
  to: number;
  value: number;
  /** The upper end of a range. */
  high: number | null;
  bound: Figure['bound'];
  unit: UnitOf | null;
  /** "a day", "per passage": what it is told for. */
  per: string | null;
  /** True for "half", "a third", "one in five". */
  share: boolean;
  /** True where a hyphen ties it to the noun after it: "90-day". */
  tied: boolean;
  /** "from 10 to 25": where a change began. */
  before: number | null;
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
const CLOCK = new Set(['a.m.', 'p.m.', 'am', 'pm', 'gmt', 'et', 'bst', 'cet', 'o’clock', "o'clock"]);
const PERCENT: UnitOf = { name: 'percent', dimension: 'percent', factor: 1 };
const SHARE: UnitOf = { name: 'share', dimension: 'share', factor: 1 };
const TIMES = new Set(['time']);

export function findQuantities(scene: Scene): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < scene.forms.length; ) {
    const next = readAt(scene, i);
    if (!next) i++;
    else {
      if (next.quantity) found.push(next.quantity);
      i = next.to;
    }
  }
  return found;
}

interface Numbers {
  value: number;
  high: number | null;
  before: number | null;
  to: number;
  vague: boolean;
  share: boolean;
  /** A unit told with the first number too: "10 percent to 25 percent". */
  sign: string | null;
}

/** The quantity whose number begins at this token; without one where the number is none. */
function readAt(scene: Scene, at: number): { quantity: Quantity | null; to: number } | null {
  const sign = currencies.get(scene.forms[at]!);
  const isSign = sign !== undefined && !/^\p{L}+$/u.test(scene.forms[at]!) && at + 1 < scene.forms.length;
  const numbers = readNumbers(scene, isSign ? at + 1 : at, isSign);
  if (!numbers) return null;
  const start = isSign ? at + 1 : at;
  const { unit, to, tied } = numbers.share
    ? { unit: SHARE, to: numbers.to, tied: false }
    : isSign
      ? { unit: { name: sign, dimension: 'money', factor: 1 }, to: numbers.to, tied: false }
      : readUnit(scene, numbers.vague && scene.lower[numbers.to] === 'of' ? numbers.to + 1 : numbers.to, numbers.value);
  if (isOut(scene, start, numbers, unit, to)) return { quantity: null, to: Math.max(to, numbers.to) };
  const before = readBoundBefore(scene, at);
  const after = readBoundAfter(scene, to);
  let bound = after?.bound ?? before.bound;
  // "within three areas" is a place.
  if (scene.lower[at - 1] === 'within' && unit?.dimension !== 'time' && unit?.dimension !== 'length') bound = 'exactly';
  if (numbers.vague || numbers.high !== null) bound = 'at least';
  const ends = joinTime(scene, numbers, unit, after?.to ?? to);
  const per = unit ? readPer(scene, ends.to, unit) : null;
  return {
    quantity: {
      // "between" belongs to a range.
      from: numbers.high !== null && scene.lower[at - 1] === 'between' ? at - 1 : before.from,
      at: start,
      to: per?.to ?? ends.to,
      value: ends.value,
      high: numbers.high,
      bound,
      unit: ends.unit,
      per: per?.words ?? null,
      share: numbers.share,
      tied,
      before: numbers.before,
    },
    to: per?.to ?? ends.to,
  };
}

function readNumbers(scene: Scene, at: number, isMoney: boolean): Numbers | null {
  const { forms, lower } = scene;
  const share = isMoney ? null : readShare(scene, at);
  if (share)
    return {
      value: share.value,
      high: null,
      before: null,
      to: at + share.length,
      vague: false,
      share: true,
      sign: null,
    };
  const first = parseNumber(forms, at) ?? hourAt(scene, at);
  if (!first) return null;
  const one: Numbers = {
    value: first.value,
    high: null,
    before: null,
    to: at + first.length,
    vague: first.vague === true,
    share: false,
    sign: null,
  };
  if (one.vague) return one;
  // "four- to six-week", "10 percent to 25 percent", "$3 to $5": a sign or unit may stand with the first as well.
  let joint = one.to;
  const unitFirst = readUnit(scene, joint, one.value);
  if (unitFirst.unit && unitFirst.unit.dimension !== 'time') joint = unitFirst.to;
  if (lower[joint] === '-' && /^(?:to|or)$/.test(lower[joint + 1] ?? '')) joint++;
  const link = lower[joint] ?? '';
  const opening = lower[at - (isMoney ? 2 : 1)] ?? '';
  const links = opening === 'between' ? link === 'and' : /^(?:to|or|-|–|—)$/.test(link);
  if (!links || joint + 1 >= forms.length) return one;
  let second = joint + 1;
  if (currencies.has(forms[second]!) && !/^\p{L}+$/u.test(forms[second]!)) second++;
  const other = second < forms.length ? parseNumber(forms, second) : null;
  if (!other || other.vague) return one;
  // "three or four ships" is a range, "30 or 4,000" is not; nor is a pair of years.
  const low = first.length === 1 && other.length > 1 ? one.value * scaleOf(other, forms, second) : one.value;
  const isYear = (value: number): boolean => value >= 1900 && value <= 2100;
  if (
    low === other.value ||
    (isYear(low) && isYear(other.value)) ||
    /^[a-z]/.test(forms[second]!) !== /^[a-z]/i.test(forms[at]!)
  )
    return one;
  const changes = opening === 'from' || changesNear(scene, at);
  if (changes && link === 'to') return { ...one, value: other.value, before: low, to: second + other.length };
  if (low > other.value || (link !== 'to' && opening !== 'between' && other.value > 3 * low)) return one;
  return { ...one, value: low, high: other.value, to: second + other.length };
}

/** "10 to 15 million": the scale counts for both. */
function scaleOf(number: ParsedNumber, forms: string[], at: number): number {
  const plain = parseNumber([forms[at]!], 0);
  return plain && plain.value !== 0 ? number.value / plain.value : 1;
}

/** True where a verb of change stands close before: "raise tariffs 10 to 25 percent". */
function changesNear({ tokens }: Scene, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const kind = verbClass(tokens[i]!);
    if (tokens[i]!.upos === 'VERB' && (kind === 'up' || kind === 'down')) return true;
  }
  return false;
}

/** A share counts where it says of what: "half of the fleet", "a third of it", "one in five voters". */
function readShare(scene: Scene, at: number): ParsedNumber | null {
  const { forms, lower } = scene;
  const share = parseShare(forms, at);
  if (!share) return null;
  const after = lower[at + share.length] ?? '';
  const isRatio =
    lower.slice(at, at + share.length).includes('in') || lower.slice(at, at + share.length).includes('out');
  if (lower[at] === 'half')
    return /^(?:of|the|its|their|his|her|our|all)$/.test(after) && !isHalfTime(scene, at) ? share : null;
  if (isRatio) return /^\p{L}/u.test(after) && !MONTH.test(after) ? share : null;
  return after === 'of' ? share : null;
}

const isHalfTime = ({ lower }: Scene, at: number): boolean => /^(?:first|second|other)$/.test(lower[at - 1] ?? '');

/** "an hour", "half an hour": a number where something lasted that long. */
function hourAt({ lower }: Scene, at: number): ParsedNumber | null {
  if (lower[at] === 'half' && lower[at + 1] === 'an' && lower[at + 2] === 'hour') return { value: 0.5, length: 2 };
  return lower[at] === 'an' && lower[at + 1] === 'hour' ? { value: 1, length: 1 } : null;
}

/** A unit after the number: "%", "per cent", "-day", "nautical miles", "Hong Kong dollars". */
function readUnit(scene: Scene, at: number, value: number): { unit: UnitOf | null; to: number; tied: boolean } {
  const { lower, tokens } = scene;
  // "billions of dollars": without a unit the "of" is no part of the number.
  const none = { unit: null, to: lower[at - 1] === 'of' ? at - 1 : at, tied: false };
  const word = lower[at] ?? '';
  if (word === '%' || /^per-?cent$/.test(word)) return { unit: PERCENT, to: at + 1, tied: false };
  if (/^percentage$/.test(word) && /^points?$/.test(lower[at + 1] ?? ''))
    return { unit: { ...PERCENT, name: 'percentage points' }, to: at + 2, tied: false };
  if (word === 'per' && lower[at + 1] === 'cent') return { unit: PERCENT, to: at + 2, tied: false };
  if (word === '-' || word === '–') {
    const unit = unitAt(lower, at + 1);
    return unit ? { unit: unit.unit, to: unit.to, tied: true } : none;
  }
  const plain = unitAt(lower, at);
  if (plain && !(plain.unit.dimension === 'degree' && value > 360)) return { ...plain, tied: false };
  // At most two words tell which dollars or crowns.
  for (let i = at; i <= at + 2 && i < tokens.length; i++) {
    const code = currencies.get(lower[i]!);
    if (code && /^\p{L}+$/u.test(lower[i]!) && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i]!.upos))
      return { unit: { name: i === at ? code : lower[i]!, dimension: 'money', factor: 1 }, to: i + 1, tied: false };
    if (!/^(?:PROPN|ADJ)$/.test(tokens[i]!.upos)) break;
  }
  return none;
}

function unitAt(lower: string[], at: number): { unit: UnitOf; to: number } | null {
  const word = lower[at] ?? '';
  if (/^(?:nautical|square|cubic|metric)$/.test(word)) {
    const unit = units.get(lower[at + 1] ?? '');
    if (!unit) return null;
    const factor = word === 'nautical' ? 1.852 : 1;
    return {
      unit: { name: `${word} ${unit.name}`, dimension: word === 'nautical' ? 'length' : word, factor },
      to: at + 2,
    };
  }
  const unit = units.get(word);
  return unit ? { unit, to: at + 1 } : null;
}

/** "an hour and ten minutes" is 70 minutes, "half an hour" 30. */
function joinTime(
  { forms, lower }: Scene,
  numbers: Numbers,
  unit: UnitOf | null,
  to: number,
): { value: number; unit: UnitOf | null; to: number } {
  const minutes = units.get('minutes')!;
  if (unit?.dimension !== 'time' || unit.name !== 'hours') return { value: numbers.value, unit, to };
  const at = lower[to] === 'and' ? to + 1 : to;
  const further = at < forms.length ? parseNumber(forms, at) : null;
  if (further && /^min(?:ute)?s$/.test(lower[at + further.length] ?? ''))
    return { value: numbers.value * 60 + further.value, unit: minutes, to: at + further.length + 1 };
  if (lower[to] === 'and' && lower[to + 1] === 'a' && lower[to + 2] === 'half')
    return { value: numbers.value * 60 + 30, unit: minutes, to: to + 3 };
  return numbers.value === 0.5 ? { value: 30, unit: minutes, to } : { value: numbers.value, unit, to };
}

/** "a day", "per tonne", "each week" right after the unit. */
export function readPer(
  { lower, tokens, forms }: Scene,
  at: number,
  unit: UnitOf | null,
): { words: string; to: number } | null {
  const word = lower[at] ?? '';
  const next = lower[at + 1] ?? '';
  if (!/^(?:a|an|per|each|every)$/.test(word) || tokens[at + 1]?.upos !== 'NOUN') return null;
  const time = units.get(next)?.dimension === 'time';
  if (/^(?:earlier|later|ago|before|after)$/.test(lower[at + 2] ?? '')) return null;
  if (!time && word !== 'per' && unit?.dimension !== 'money') return null;
  return { words: `${forms[at]} ${forms[at + 1]}`, to: at + 2 };
}

function readBoundBefore({ lower }: Scene, at: number): { bound: Figure['bound']; from: number } {
  let bound: Figure['bound'] | null = null;
  let from = at;
  // "more than an estimated 300": two may stand in a row, and the one that sets a limit says more.
  for (let turns = 0; turns < 2; turns++) {
    const known = boundsBefore
      .get(lower[from - 1] ?? '')
      ?.find(({ words }) => from >= words.length && words.every((word, k) => lower[from - words.length + k] === word));
    if (!known) break;
    from -= known.words.length;
    if (bound === null || bound === 'about' || bound === 'exactly') bound = known.bound;
  }
  return { bound: bound ?? 'exactly', from };
}

function readBoundAfter({ lower }: Scene, at: number): { bound: Figure['bound']; to: number } | null {
  if (lower[at] === '+' || lower[at] === 'plus') return { bound: 'at least', to: at + 1 };
  const known = boundsAfter.get(lower[at] ?? '')?.find(({ words }) => words.every((word, k) => lower[at + k] === word));
  return known ? { bound: known.bound, to: at + known.words.length } : null;
}

/** True for what is a number and no figure. */
function isOut(scene: Scene, at: number, numbers: Numbers, unit: UnitOf | null, to: number): boolean {
  const { lower, forms, tokens } = scene;
  const { value } = numbers;
  const before = lower[at - 1] ?? '';
  const after = lower[to] ?? '';
  const token = tokens[at]!;
  if (unit?.dimension === 'money' || unit?.dimension === 'percent') return false;
  if (MONTH.test(before) && value <= 31) return true;
  if (MONTH.test(after) && value <= 31 && !unit) return true;
  if (/^(?:1[89]|20)\d\d$/.test(forms[at]!) && !unit) return true;
  if (
    CLOCK.has(after) ||
    /^(?:aged|age|no|no\.|number|#|article|section|chapter|phase|stage|level|page|top)$/.test(before)
  )
    return true;
  // "41-year-old", "41 years old".
  if (/^years?$/.test(lower[to - 1] ?? '') && (after === 'old' || (after === '-' && lower[to + 1] === 'old')))
    return true;
  if (!unit && isInName(scene, at)) return true;
  // "Terminal 4", "Channel 12": the number hangs on the name before it.
  if (token.head === at - 1 && /^(?:PROPN|NOUN)$/.test(tokens[at - 1]?.upos ?? '')) return true;
  return TIMES.has(unit?.dimension ?? '') ? isIdleTime(scene, at, numbers, to) : inTime(scene, at);
}

/** "10 Downing Street": the number is part of a name. */
function isInName({ doc, tokens }: Scene, at: number): boolean {
  const token = tokens[at]!;
  const next = firstFrom(doc.names, token.end);
  // A name that holds the number began before it ended; names do not overlap.
  return next > 0 && overlaps(doc.names[next - 1]!, token);
}

/** Inside the words of a day or an hour of the clock. */
function inTime({ doc, tokens }: Scene, at: number): boolean {
  const { start, end } = tokens[at]!;
  for (let i = Math.max(0, firstFrom(doc.timexes, start) - 1); i < doc.timexes.length; i++) {
    const timex = doc.timexes[i]!;
    if (timex.start >= end) return false;
    if (timex.end > start && timex.type !== 'DURATION') return true;
  }
  return false;
}

/** A length of time is a figure where it tells how long something lasts or may last, not when it was. */
function isIdleTime(scene: Scene, at: number, { value }: Numbers, to: number): boolean {
  const { lower, tokens } = scene;
  const { from, bound } = readBoundBefore(scene, at);
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  if (/^(?:ago|later|earlier|before|after|since|old|away|apart|longer)$/.test(after)) return true;
  if (
    /^(?:last|past|next|coming|recent|previous|first|these|those|the|over|in|after|every|this|same|until)$/.test(before)
  ) {
    // "the 90-day truce" lasts; in "which would last 15 days" the word is a verb.
    if (tokens[to - 2]?.form !== '-' && tokens[from - 1]!.upos !== 'VERB') return true;
  }
  // How long a meeting took stands with the meeting; a war or a truce lasts longer.
  const isShort = /^days?$/.test(lower[to - 1]!) && value < 7;
  if (lower[to - 2] === '-') return isShort;
  const over = lower[at - 1] === 'over';
  const verb = verbNear(scene, at);
  if (verb) return false;
  if (over || (value === 1 && bound === 'exactly') || /^years?|decades?$/.test(lower[to - 1]!)) return true;
  // "within 48 hours", "of 45 days", "for 90 days", "60 days to settle"
  if (before === 'for' && isShort) return true;
  return !(bound === 'at most' || /^(?:for|of|within)$/.test(before) || after === 'to');
}

/** A verb of lasting close before it, or that it hangs on. */
function verbNear({ tokens }: Scene, at: number): boolean {
  const isLast = (i: number): boolean =>
    (tokens[i]?.upos === 'VERB' || tokens[i]?.upos === 'AUX') &&
    /^(?:last|take|run|continue|spend|drag|go|extend|give)$/.test(tokens[i]!.lemma);
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (isLast(i)) return true;
  let i = tokens[at]!.head;
  for (let steps = 0; i >= 0 && steps < 2; i = tokens[i]!.head, steps++) if (isLast(i)) return true;
  return false;
}
