/**
 * Text to tokens, by rule, in the conventions of the UD English treebanks: clitics are tokens of their own ("do" + "n’t",
 * "Halvar" + "’s", "can" + "not"), hyphens between words too ("15" "-" "year"), save after a prefix ("non-fatal").
 * Every code unit that is no white space lies in exactly one token. One pass; all looking ahead is bounded.
 */
import {
  charClass,
  classAt,
  DIGIT,
  EXTEND,
  isLetter,
  LOWER,
  PUNCT,
  pairedSymbol,
  SPACE,
  SYMBOL,
  UPPER,
} from './chars.ts';
import type { Rules } from './rules.ts';

export interface Range {
  start: number;
  end: number;
}

const PREFIXES = new Set(
  'anti bi co counter cross de e ex extra hyper inter intra mega meta micro mid mini multi neo non over pan para post pre pro pseudo psycho quasi re semi sub super supra trans tri ultra un under uni vice'.split(
    ' ',
  ),
);
const DOMAINS = new Set(
  'com org net gov edu mil int info biz co uk us eu de fr ru cn il ir ua io tv me ca au ch doc docx pdf xls xlsx ppt txt html htm php jpg jpeg png gif zip exe mp3 mp4'.split(
    ' ',
  ),
);
/** Words written as one that are two, ending in t, a or e: how many letters the first has. */
const JOINED = new Map<string, number>([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
]);
for (const w of 'ai are ca could did do does had has have is must should was were wo would'.split(' '))
  JOINED.set(`${w}nt`, w.length);
const LONGEST_JOINED = Math.max(...Array.from(JOINED.keys(), (w) => w.length));
const SLASHED = /(?:w\/o|s\/he|n\/a|c\/o|a\/c|l\/c|i\/o)(?![\p{L}\p{N}])/iuy;
const PHONE = /\+?\d{1,4}(?:-\d{2,5}){2,4}(?!\d)|\d{3}-\d{4}(?!\d)/y;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/y;
/** Host and newsgroup names: three parts or more, in lower case. */
const HOST = /[a-z][\w-]{0,40}(?:\.[a-z][\w-]{1,40}){2,6}(?![\w])/y;
const ELIDED = /['’](?:\d\ds?|em|til|cause|cuz|tis|twas|n)(?![\p{L}\p{N}])/iuy;
const CLITIC = /['’`](?:s|m|d|re|ve|ll)(?![\p{L}\p{N}])/iuy;
const SMILEY = /(?:[:;=8][-o^]?[)(\][dDpP|/\\*]|\^_+\^|<3)(?![\p{L}\p{N}])/uy;
const DOLLAR = /[A-Z]{1,3}\$/y;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const isApostrophe = (c: number): boolean => c === 0x27 || c === 0x2019;
const isMark = (c: number): boolean => isApostrophe(c) || c === 0x60;

/** Code units that stand together when repeated: . - ! ? * = _ ~ ' ` + < > – — •, and quotes written as two. */
const REPEATED = new Set([
  0x2e, 0x2d, 0x21, 0x3f, 0x2a, 0x3d, 0x5f, 0x7e, 0x60, 0x27, 0x2b, 0x3c, 0x3e, 0x2013, 0x2014, 0x2022,
]);

/** The tokens of `text` between `from` and `to`, in order. */
export function tokenize(text: string, rules: Rules, from = 0, to: number = text.length): Range[] {
  const tokens: Range[] = [];
  let i = from;
  while (i < to) {
    if (charClass(text.charCodeAt(i)) === SPACE) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && charClass(text.charCodeAt(end)) !== SPACE) end++;
    tokenizeChunk(text, i, end, rules, tokens);
    i = end;
  }
  return tokens;
}

/** The tokens of [start, end), which holds no white space. */
function tokenizeChunk(text: string, start: number, end: number, rules: Rules, tokens: Range[]): void {
  let i = start;
  while (i < end) {
    const stop = Math.min(end, Math.max(i + 1, nextEnd(text, i, start, end, rules)));
    let last = stop;
    while (last < end && charClass(text.charCodeAt(last)) === EXTEND) last++;
    // Marks after a word's last letter may be followed by more letters of the same word only inside scanWord.
    if (last === stop) splitClitics(text, i, stop, tokens);
    else tokens.push({ start: i, end: last });
    i = last;
  }
}

function nextEnd(text: string, i: number, start: number, end: number, rules: Rules): number {
  const c = text.charCodeAt(i);
  const k = charClass(c);
  const pair = pairedSymbol(text, i);
  if (pair) return scanSymbol(text, i + pair, end);
  if (k === DIGIT || isLetter(k) || k === EXTEND) return scanWord(text, i, end, rules);
  if (isApostrophe(c)) {
    const clitic = matchEnd(CLITIC, text, i);
    if (clitic > 0) return clitic;
    const elided = i === start || charClass(text.charCodeAt(i - 1)) === PUNCT ? matchEnd(ELIDED, text, i) : -1;
    if (elided > 0) return elided;
  }
  const next = classAt(text, i + 1);
  if ((c === 0x23 || c === 0x40) && i + 1 < end && (isLetter(next) || next === DIGIT))
    return scanHandle(text, i + 1, end);
  if (c === 0x2b && next === DIGIT) {
    const phone = matchEnd(PHONE, text, i);
    return phone > 0 ? phone : scanWord(text, i + 1, end, rules);
  }
  // A decimal without its zero.
  if (c === 0x2e && next === DIGIT && (i === start || charClass(text.charCodeAt(i - 1)) !== DIGIT))
    return scanWord(text, i + 1, end, rules);
  if (i === start || charClass(text.charCodeAt(i - 1)) === PUNCT) {
    const smiley = matchEnd(SMILEY, text, i);
    if (smiley > 0) return smiley;
  }
  if (REPEATED.has(c)) {
    let j = i + 1;
    while (j < end && (text.charCodeAt(j) === c || ((c === 0x21 || c === 0x3f) && /[!?]/.test(text[j]!)))) j++;
    return j;
  }
  return i + 1;
}

/** Emoji with their joiners and modifiers, flags of two letters. */
function scanSymbol(text: string, from: number, end: number): number {
  let j = from;
  for (;;) {
    while (j < end && charClass(text.charCodeAt(j)) === EXTEND) j++;
    const joined = j > from && text.charCodeAt(j - 1) === 0x200d;
    const point = j < end ? (text.codePointAt(j) ?? 0) : 0;
    const modifier = point >= 0x1f3fb && point <= 0x1f3ff;
    const flag = j === from && point >= 0x1f1e6 && point <= 0x1f1ff;
    if (!joined && !modifier && !flag) return j;
    const pair = j < end ? pairedSymbol(text, j) : 0;
    if (!pair) return j;
    j += pair;
    if (flag) return j;
  }
}

/** A hashtag or a handle: letters, digits and low lines. */
function scanHandle(text: string, from: number, end: number): number {
  let j = from;
  while (j < end) {
    const k = charClass(text.charCodeAt(j));
    if (!isLetter(k) && k !== DIGIT && k !== EXTEND && text.charCodeAt(j) !== 0x5f) break;
    j++;
  }
  return j;
}

/** The end of the word or number that begins at `i`, with the full stop of an abbreviation. */
function scanWord(text: string, i: number, end: number, rules: Rules): number {
  const c = text.charCodeAt(i) | 32;
  if (c === 0x68 && (text.startsWith('http://', i) || text.startsWith('https://', i))) return trimAddress(text, i, end);
  if (c === 0x77 && text.startsWith('www.', i)) return trimAddress(text, i, end);
  let segment = i; // where the part since the last joiner begins
  let dots = 0;
  let j = i;
  while (j < end) {
    const unit = text.charCodeAt(j);
    const k = charClass(unit);
    if (k === UPPER || k === LOWER || k === DIGIT || k === EXTEND || unit === 0x5f) j++;
    else if (k === 7) {
      if (pairedSymbol(text, j)) break;
      j++;
    } else {
      if (j + 1 >= end) break;
      const before = charClass(text.charCodeAt(j - 1));
      const after = charClass(text.charCodeAt(j + 1));
      if (isApostrophe(unit) || unit === 0x60) {
        if (
          !isLetter(after) ||
          !(isLetter(before) || before === DIGIT) ||
          (unit === 0x60 && text.charCodeAt(j + 1) !== 0x73)
        )
          break;
      } else if (unit === 0x2e) {
        if (!joinsDot(text, segment, j, end)) {
          if (!isLetter(after) && after !== DIGIT) break;
          const address = Math.max(matchEnd(MAIL, text, i), matchEnd(HOST, text, i));
          return address > j && address <= end ? address : stopEnd(text, i, j, dots, rules);
        }
        if (isLetter(before)) dots++;
        const word = wordEnd(text, j + 1, end);
        const known =
          !(before === DIGIT && after === DIGIT) && word - j > 2 && DOMAINS.has(text.slice(j + 1, word).toLowerCase());
        if (known && text[word] === '/') return trimAddress(text, i, end);
        segment = j + 1;
      } else if (unit === 0x2c) {
        if (before !== DIGIT || !thousands(text, j + 1)) break;
      } else if (unit === 0x3a) {
        if (before !== DIGIT || after !== DIGIT) break;
      } else if (unit === 0x2f) {
        if (before === DIGIT && after === DIGIT) {
          j++;
          continue;
        }
        const slashed = j - i <= 2 ? matchEnd(SLASHED, text, i) : -1;
        return slashed > 0 ? slashed : j;
      } else if (unit === 0x2d) {
        if (before === DIGIT && after === DIGIT) {
          const phone = matchEnd(PHONE, text, i);
          return Math.max(phone, j);
        }
        if (j - segment > 6 || !isLetter(after) || !PREFIXES.has(text.slice(segment, j).toLowerCase())) break;
        segment = j + 1;
      } else if (unit === 0x26) {
        if (before !== UPPER || after !== UPPER || j - segment > 3) break;
        segment = j + 1;
      } else if (unit === 0x40) {
        const mail = matchEnd(MAIL, text, i);
        return Math.max(mail, j);
      } else if (unit === 0x24) {
        const dollar = matchEnd(DOLLAR, text, i);
        return dollar === j + 1 ? dollar : j;
      } else break;
      j++;
    }
  }
  if (j < end && text.charCodeAt(j) === 0x40 && j > i) {
    const mail = matchEnd(MAIL, text, i);
    if (mail > j) return mail;
  }
  return j < end && text.charCodeAt(j) === 0x2e ? stopEnd(text, i, j, dots, rules) : j;
}

/** The end of the word [i, stop), which a full stop follows. */
function stopEnd(text: string, i: number, stop: number, dots: number, rules: Rules): number {
  return text.charCodeAt(stop + 1) !== 0x2e && keepsStop(text, i, stop, dots, rules) ? stop + 1 : stop;
}

function wordEnd(text: string, from: number, end: number): number {
  let j = from;
  const limit = Math.min(end, from + 12);
  while (j < limit && (isLetter(charClass(text.charCodeAt(j))) || charClass(text.charCodeAt(j)) === DIGIT)) j++;
  return j;
}

/** Whether the full stop at `dot` is inside a word: 3.5, U.S, a.m, Ph.D, example.org. */
function joinsDot(text: string, segment: number, dot: number, end: number): boolean {
  const before = charClass(text.charCodeAt(dot - 1));
  const after = classAt(text, dot + 1);
  if (before === DIGIT && after === DIGIT) return true;
  if (!isLetter(after)) return false;
  const word = wordEnd(text, dot + 1, end);
  if (word - dot === 2 && isLetter(before)) {
    // One letter after: an acronym where one or two stand before ("U.S", "Ph.D").
    return (
      dot - segment === 1 || (dot - segment === 2 && charClass(text.charCodeAt(segment)) === UPPER && after === UPPER)
    );
  }
  if (dot - segment === 1 && charClass(text.charCodeAt(segment)) === UPPER && word - dot === 3 && after === UPPER)
    return false;
  const last = charClass(text.charCodeAt(word));
  if (word < end && (isLetter(last) || last === DIGIT)) return false;
  return (
    word - dot > 2 &&
    DOMAINS.has(text.slice(dot + 1, word).toLowerCase()) &&
    (after !== UPPER || classAt(text, dot + 2) === UPPER)
  );
}

/** Three digits and then none: the rest of 12,000. */
function thousands(text: string, at: number): boolean {
  for (let d = 0; d < 3; d++) if (classAt(text, at + d) !== DIGIT) return false;
  return classAt(text, at + 3) !== DIGIT;
}

/** Whether the full stop at `stop`, after the word [i, stop), is part of it. */
function keepsStop(text: string, i: number, stop: number, dots: number, rules: Rules): boolean {
  if (dots > 0) return stop - i <= 12;
  const first = charClass(text.charCodeAt(i));
  if (!isLetter(first)) return false;
  const next = nextOnLine(text, stop + 1);
  if (stop - i === 1) {
    if (text[i] === 'c') return next === DIGIT;
    return first === UPPER && text[i] !== 'I' && next !== SPACE && next !== SYMBOL;
  }
  if (stop - i > 7) return false;
  const known = rules.abbreviations.get(text.slice(i, stop).toLowerCase());
  if (!known) return false;
  if (!known.word) return true;
  const low = text.slice(i, stop).toLowerCase();
  if (low === 'no') return next === DIGIT;
  return first === UPPER && (next === DIGIT || next === PUNCT || (next === UPPER && known.kind === 'name'));
}

/** The class of the next character on the same line, SPACE at its end. Spaces in a row are few; no more than 8 are looked at. */
function nextOnLine(text: string, from: number): number {
  for (let j = from; j < text.length && j < from + 8; j++) {
    const c = text.charCodeAt(j);
    if (c === 10 || c === 13) return SPACE;
    const k = charClass(c);
    if (k !== SPACE) return k;
  }
  return SPACE;
}

/** A web address without the punctuation that follows it. */
function trimAddress(text: string, i: number, end: number): number {
  const bracketed = text.slice(i, Math.min(end, i + 2000)).includes('(');
  let j = end;
  while (j > i + 1 && '.,;:!?\'"”’)]>»'.includes(text[j - 1]!) && !(bracketed && text[j - 1] === ')')) j--;
  return j;
}

function splitClitics(text: string, start: number, end: number, tokens: Range[]): void {
  const length = end - start;
  const first = charClass(text.charCodeAt(start));
  if (length < 2 || length > 40 || first === PUNCT || first === SYMBOL) {
    tokens.push({ start, end });
    return;
  }
  const cuts: number[] = [];
  let to = end;
  for (let turn = 0; turn < 3; turn++) {
    const cut = cliticAt(text, start, to);
    if (cut <= start) break;
    cuts.push(cut);
    to = cut;
  }
  let at = start;
  for (const cut of cuts.reverse()) {
    tokens.push({ start: at, end: cut });
    at = cut;
  }
  // "5pm" is two tokens, "5th" and "1990s" are one.
  if (first === DIGIT && cuts.length === 0) {
    const unit = /^[\d.,:]+(?=(?:[ap]\.?m\.?|km|kg|cm|mm|mph|lbs?|bn|ft|hrs?|mg|ml|k|m|b)$)/i.exec(
      text.slice(start, end),
    );
    if (unit) {
      tokens.push({ start, end: start + unit[0].length });
      at = start + unit[0].length;
    }
  }
  tokens.push({ start: at, end });
}

/** Where the last clitic of [start, end) begins, or -1. */
function cliticAt(text: string, start: number, end: number): number {
  // Most words are done with by their last letters.
  const last = text.charCodeAt(end - 1) | 32;
  const joins = end - start <= LONGEST_JOINED && (last === 0x74 || last === 0x61 || last === 0x65);
  if (!joins && !isMark(text.charCodeAt(end - 2)) && !isMark(text.charCodeAt(end - 3))) return -1;
  const word = text.slice(start, end);
  const low = word.toLowerCase();
  if (/n['’`]t$/.test(low) && low.length > 3) return end - 3;
  const clitic = /['’`](?:s|m|d|re|ve|ll)$/.exec(low);
  if (clitic && clitic.index > 0) return start + clitic.index;
  const joined = JOINED.get(low);
  return joined ? start + joined : -1;
}
