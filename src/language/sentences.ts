/**
 * Text to paragraphs, sentences and tokens, by rule. A closing quotation mark stays with its sentence, '…,” the official said.'
 * is one sentence, and a quote over several sentences is split inside. Linear in the text.
 */
import { charClass, classAt, DIGIT, isLetter, LOWER, SPACE, UPPER } from './chars.ts';
import type { Rules } from './rules.ts';
import { type Range, tokenize } from './tokens.ts';

export interface Segment extends Range {
  /** Number of the paragraph, from 0. */
  paragraph: number;
  tokens: Range[];
}

/** Words that begin a sentence after an abbreviation more often than they go on with a name. */
const STARTERS = new Set(
  'the a an he she it they we you i this that these those there his her its their our my in on at by for from with after before but and or so if when while as since although however meanwhile who what why how where not no yes one some many most all both each also then now under during among despite last next to of about please thanks let here just is are was were do does did have has can could will would'.split(
    ' ',
  ),
);
const SAYING =
  /^(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|shouted|cried|replied|answered|exclaimed|insisted|tweeted|warned|declared|joked|responded|quipped|recalled)$/;
const OPENERS = new Set(['“', '‘', '"', "'", '``', '(', '[', '«', '„', '¿', '¡', '{']);
const CLOSERS = new Set(['”', '’', '"', "'", "''", ')', ']', '»', '}', '*']);

/** The sentences of a text, each with its tokens; together they cover all that is no white space. */
export function segment(text: string, rules: Rules): Segment[] {
  const segments: Segment[] = [];
  let paragraph = 0;
  for (const block of paragraphs(text)) {
    const tokens = tokenize(text, rules, block.start, block.end);
    if (tokens.length === 0) continue;
    let first = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i + 1 < tokens.length && !endsSentence(text, tokens, first, i, rules)) continue;
      const part = tokens.slice(first, i + 1);
      segments.push({ start: part[0]!.start, end: tokens[i]!.end, paragraph, tokens: part });
      first = i + 1;
    }
    paragraph++;
  }
  return segments;
}

interface Line extends Range {
  blank: boolean;
}

function lines(text: string): Line[] {
  const found: Line[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (c !== 10 && c !== 13 && c !== 0x2028 && c !== 0x2029 && c !== 0x0b && c !== 0x0c) continue;
    let blank = true;
    for (let j = start; j < i && blank; j++) blank = charClass(text.charCodeAt(j)) === SPACE;
    found.push({ start, end: i, blank });
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  return found;
}

/**
 * The paragraphs: a blank line ends one, and so does a line break, save in text wrapped at a fixed width, where most lines
 * are so long that the next word would not have fitted, and before a line that goes on in lower case.
 */
export function paragraphs(text: string): Range[] {
  const all = lines(text);
  const width = wrapWidth(text, all);
  const blocks: Range[] = [];
  let open: Range | null = null;
  for (let i = 0; i < all.length; i++) {
    const line = all[i]!;
    if (line.blank) {
      open = null;
      continue;
    }
    const before = i > 0 ? all[i - 1]! : null;
    if (open && before && !before.blank && goesOn(text, before, line, width)) open.end = line.end;
    else blocks.push((open = { start: line.start, end: line.end }));
  }
  return blocks;
}

const firstWord = (text: string, line: Range): number => {
  let i = line.start;
  while (i < line.end && charClass(text.charCodeAt(i)) === SPACE) i++;
  let j = i;
  while (j < line.end && j < i + 60 && charClass(text.charCodeAt(j)) !== SPACE) j++;
  return j - i;
};

const full = (text: string, line: Range, next: Range, width: number): boolean =>
  line.end - line.start + 1 + firstWord(text, next) > width;

/** The width at which the text was wrapped, or 0 where it was not. */
function wrapWidth(text: string, all: readonly Line[]): number {
  const pairs: [Line, Line][] = [];
  let longest = 0;
  for (let i = 0; i + 1 < all.length; i++) {
    if (all[i]!.blank || all[i + 1]!.blank) continue;
    pairs.push([all[i]!, all[i + 1]!]);
    longest = Math.max(longest, all[i]!.end - all[i]!.start);
  }
  if (pairs.length < 2 || longest < 30 || longest > 140) return 0;
  const wrapped = pairs.filter(([line, next]) => full(text, line, next, longest)).length;
  return wrapped >= pairs.length * 0.6 ? longest : 0;
}

function goesOn(text: string, line: Range, next: Range, width: number): boolean {
  let last = line.end - 1;
  while (last > line.start && charClass(text.charCodeAt(last)) === SPACE) last--;
  let first = next.start;
  while (first < next.end && charClass(text.charCodeAt(first)) === SPACE) first++;
  if (width > 0 && full(text, line, next, width)) return true;
  const low = charClass(text.charCodeAt(first)) === LOWER;
  return low && (isLetter(charClass(text.charCodeAt(last))) || text[last] === ',');
}

/** Whether a sentence ends with token `i`; another token follows it in the same paragraph. */
function endsSentence(text: string, tokens: readonly Range[], first: number, i: number, rules: Rules): boolean {
  // The last token that is no closing mark decides. Nobody writes eight of them, and looking on would be quadratic.
  let t = i;
  while (t > first && t > i - 8 && isCloser(text, tokens, t)) t--;
  t = beforeNote(text, tokens, first, t);
  const token = tokens[t]!;
  const final = text[token.end - 1]!;
  if (!'.?!…'.includes(final)) return false;
  const next = tokens[i + 1]!;
  // Closing marks and note numbers that stand at once after the stop come with it.
  const gap = next.start > tokens[i]!.end;
  if ((!gap && isCloser(text, tokens, i + 1)) || opensNote(text, tokens, i + 1)) return false;
  let n = i + 1;
  while (n + 1 < tokens.length && n < i + 4 && OPENERS.has(text.slice(tokens[n]!.start, tokens[n]!.end))) n++;
  const word = tokens[n]!;
  const k = charClass(text.charCodeAt(word.start));
  const capital = k === UPPER;
  const form = text.slice(word.start, Math.min(word.end, word.start + 30)).toLowerCase();
  if (final === '.' && token.end - token.start > 1) {
    if (text[token.end - 2] === '.' && text[token.start] === '.') return capital && gap;
    if (!isLetter(charClass(text.charCodeAt(token.start)))) return capital && gap;
    return capital && (t < i ? STARTERS.has(form) : endsAbbreviation(text, tokens, first, t, form, rules));
  }
  if (final === '…') return capital;
  const before = classAt(text, token.start - 1);
  if (!gap)
    return capital && classAt(text, word.start + 1) === LOWER && (t < i || before === LOWER || before === DIGIT);
  if (final === '.') {
    // "1." at the head of a line numbers what follows.
    if (t === first + 1 && t === i && before === DIGIT && token.start - tokens[first]!.start < 3) return false;
    if (k !== LOWER || n > i + 1) return true;
    // Lower case after a full stop: careless writing, save after what may be an abbreviation.
    return t === i && t > first && before === LOWER && token.start - tokens[t - 1]!.start > 2;
  }
  // “Are we ready?” the official asked. “Never!” Vance shouted.
  if (t === i) return true;
  return k !== LOWER && !saysNext(text, tokens, i + 1);
}

/** Whether a verb of saying follows before any punctuation, within a few words. */
function saysNext(text: string, tokens: readonly Range[], from: number): boolean {
  for (let j = from; j < tokens.length && j < from + 5; j++) {
    const word = text.slice(tokens[j]!.start, Math.min(tokens[j]!.end, tokens[j]!.start + 20)).toLowerCase();
    if (SAYING.test(word)) return true;
    if (!isLetter(charClass(word.charCodeAt(0))) && word !== '.') return false;
  }
  return false;
}

/** Whether a note number such as "[12]" begins at token `i`, at most a space after what it belongs to. */
function opensNote(text: string, tokens: readonly Range[], i: number): boolean {
  if (i + 2 >= tokens.length || text[tokens[i]!.start] !== '[' || tokens[i]!.start > tokens[i - 1]!.end + 1)
    return false;
  return classAt(text, tokens[i + 1]!.start) === DIGIT && text[tokens[i + 2]!.start] === ']';
}

/** The token before a note number such as "[12]" or "[12" that ends with token `t`; else `t`. */
function beforeNote(text: string, tokens: readonly Range[], first: number, t: number): number {
  for (let back = 0; back < 2; back++) if (t - back > first && opensNote(text, tokens, t - back)) return t - back - 1;
  return t;
}

/** A mark that closes what came before it: it stands at once after a token and not at once before a word. */
function isCloser(text: string, tokens: readonly Range[], i: number): boolean {
  const token = tokens[i]!;
  if (token.end - token.start > 2) return false;
  const form = text.slice(token.start, token.end);
  if (!CLOSERS.has(form)) return false;
  if (i === 0 || tokens[i - 1]!.end !== token.start) return false;
  if (form === '"' || form === "'" || form === '’' || form === "''") {
    const after = classAt(text, token.end);
    // A straight mark between a stop and a word without any space: it closes where a capital comes after it ("…end."He").
    return !(isLetter(after) || after === DIGIT) || (after === UPPER && '.?!'.includes(text[token.start - 1] ?? ' '));
  }
  return true;
}

function endsAbbreviation(
  text: string,
  tokens: readonly Range[],
  first: number,
  t: number,
  form: string,
  rules: Rules,
): boolean {
  const token = tokens[t]!;
  const word = text.slice(token.start, token.end - 1).toLowerCase();
  if (word.length === 1) return STARTERS.has(form) && form.length > 1 && t > first;
  const known = rules.abbreviations.get(word);
  if (known?.kind === 'name') return false;
  if (STARTERS.has(form)) return true;
  const next = tokens[t + 1]!;
  // "… at 5 p.m. Sen. Holm …", "… at 5 p.m. Vance …", but "5 p.m. EST", "5 p.m. Friday".
  if (text[next.end - 1] === '.' && rules.abbreviations.get(form.slice(0, -1))?.kind === 'name') return true;
  return (
    /^[ap]\.m$/.test(word) &&
    classAt(text, next.start + 1) === LOWER &&
    !/day$|^(?:eastern|central|pacific|local|greenwich)$/.test(form)
  );
}
