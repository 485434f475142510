/**
 * What stands before and around the story in a plain text: title, byline, dateline, outlet, credits, captions,
 * notices. In: the text. Out: spans. Example: "(Northwire) — Talks resumed …" has a dateline of 14 characters
 * and the outlet "Northwire".
 */

import { readList } from '../../data/lists.ts';
import { type Line, splitLines } from './lines.ts';
import { countWords, noticeKind } from './notices.ts';

export interface Range {
  start: number;
  end: number;
}

export interface FrontMatter {
  title: Range | null;
  outlet: string | null;
  authors: string[];
  /** A line that gives nothing but the day of publishing. */
  timestamp: Range | null;
  /** All that is not the story, in order, without overlaps. The title is neither story nor boilerplate. */
  boilerplate: Range[];
}

// A line of this many words that ends like a sentence is the story; a shorter one may be a standfirst or a caption.
const BODY_WORDS = 16;
const MAX_TITLE_WORDS = 30;
const MAX_CAPTION_WORDS = 7;
const MAX_LABEL_WORDS = 3;
// Before the story begins there are at most this many lines of headings.
const MAX_HEAD_LINES = 14;

// A caption may also stand between a standfirst and the story.
const LATE_CAPTION_LINES = 2;

const SENTENCE_END = /[.!?…]["'”’)\]]*$/u;

export function findFrontMatter(text: string): FrontMatter {
  const lines = splitLines(text);
  const bodyAt = findBody(lines);
  const head = readHead(lines.slice(0, bodyAt));
  const boilerplate: Range[] = [...head.boilerplate];
  let outlet = head.outlet;
  let first = true;
  for (const [i, line] of lines.slice(bodyAt).entries()) {
    const kind = noticeKind(line.text);
    if (kind !== null && kind !== 'byline' && kind !== 'timestamp') {
      boilerplate.push(line);
      outlet ??= kind === 'contributors' ? outletOfContributors(line.text) : null;
      continue;
    }
    if (first) {
      const dateline = findDateline(line);
      if (dateline) {
        boilerplate.push(dateline.range);
        outlet ??= dateline.outlet;
      }
    }
    first = false;
    if (head.title && i > 0 && i <= LATE_CAPTION_LINES && isCaption(line.text)) boilerplate.push(line);
  }
  const { title, authors, timestamp } = head;
  return { title, outlet, authors, timestamp, boilerplate: boilerplate.map(({ start, end }) => ({ start, end })) };
}

// "The ministry denied it.", "But nobody came.": what points back or tells an answer goes on with the story.
const GOES_ON =
  /^(?:and|but|nor|not|so|then|yet)\b|\b(?:he|her|him|it|she|that|them|they|this|agreed|declined|denied|disagreed|objected|refused|rejected|replied|said|told)\b/iu;

/** 'Ana Lind speaks.': a short sentence of its own line without quotation marks. */
function isCaption(line: string): boolean {
  return (
    !GOES_ON.test(line) &&
    SENTENCE_END.test(line) &&
    !/["“”‘]/u.test(line) &&
    countWords(line, MAX_CAPTION_WORDS + 1) < MAX_CAPTION_WORDS - 1
  );
}

/** The index of the first line of the story. */
function findBody(lines: Line[]): number {
  for (let i = 0; i < Math.min(lines.length, MAX_HEAD_LINES); i++) {
    const line = lines[i]!;
    if (noticeKind(line.text) !== null) continue;
    const words = countWords(line.text, BODY_WORDS + 1);
    const isSentence = SENTENCE_END.test(line.text);
    if (words >= BODY_WORDS && isSentence && !isHeading(lines, i)) return i;
    if (findDateline(line) && words >= 6 && isSentence) return i;
  }
  // No long sentence: what follows the first line that looks like a title is the story.
  const at = lines.findIndex((line) => noticeKind(line.text) === null && SENTENCE_END.test(line.text));
  return at < 0 ? Math.min(1, lines.length) : at;
}

/** A long line may still be a heading: it ends in no full stop, or it is set apart above a byline. */
function isHeading(lines: Line[], i: number): boolean {
  const next = lines[i + 1];
  return next !== undefined && noticeKind(next.text) === 'byline';
}

interface Head {
  title: Range | null;
  outlet: string | null;
  authors: string[];
  timestamp: Range | null;
  boilerplate: Line[];
}

function readHead(lines: Line[]): Head {
  const head: Head = { title: null, outlet: null, authors: [], timestamp: null, boilerplate: [] };
  const candidates: Line[] = [];
  let credited = false;
  for (const line of lines) {
    const wasCredited = credited;
    credited = false;
    const kind = noticeKind(line.text);
    if (kind !== null) {
      head.boilerplate.push(line);
      if (kind === 'byline') head.authors.push(...readByline(line.text));
      if (kind === 'byline') head.outlet ??= outletOfByline(line.text);
      if (kind === 'timestamp') head.timestamp ??= { start: line.start, end: line.end };
      credited = kind === 'credit';
      continue;
    }
    const masthead = bareDateline(line.text) ?? readMasthead(line.text);
    if (masthead) {
      head.boilerplate.push(line);
      head.outlet ??= masthead;
      continue;
    }
    const words = countWords(line.text, MAX_TITLE_WORDS + 1);
    const isSentence = SENTENCE_END.test(line.text) && !/[?!]["'”’]*$/u.test(line.text);
    if (isSentence && (wasCredited || words <= MAX_CAPTION_WORDS)) head.boilerplate.push(line);
    else if (!isSentence && words <= MAX_TITLE_WORDS && !/^[-–•*]/.test(line.text)) candidates.push(line);
  }
  const title = chooseTitle(candidates);
  if (title) head.title = { start: title.start, end: title.end };
  // Short lines above the title are labels of a section; what stands between title and story may be a standfirst.
  for (const line of candidates)
    if (title && line.start < title.start && countWords(line.text, MAX_LABEL_WORDS + 1) <= MAX_LABEL_WORDS)
      head.boilerplate.push(line);
  head.boilerplate.sort((a, b) => a.start - b.start);
  return head;
}

/** The first line that is more than a section's label; where all are short, the longest. */
function chooseTitle(candidates: Line[]): Line | null {
  const long = candidates.find((line) => countWords(line.text, MAX_LABEL_WORDS + 1) > MAX_LABEL_WORDS);
  return (
    long ??
    candidates.reduce<Line | null>((best, line) => (best && best.text.length >= line.text.length ? best : line), null)
  );
}

/** 'By Ana Lind and Tomas Reyes in Port Maren' gives both names. */
function readByline(line: string): string[] {
  return line
    .replace(/^(?:words |story )?(?:by|from)\s+/iu, '')
    .replace(/\s+(?:in|at|for(?: the)?)\s+\p{Lu}.*$/u, '')
    .split(/\s*(?:,|\||\band\b|&)\s*/u)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}[\p{L}.'’-]*(?: (?:de|van|von|al|bin|da|di|la|le)?\s*\p{Lu}[\p{L}.'’-]*)+$/u.test(name));
}

/** 'By Dara Moss for the Daily Harbour' names the outlet. */
function outletOfByline(line: string): string | null {
  return /\sfor (?:the )?(\p{Lu}[\p{L}&'’-]*(?: \p{Lu}[\p{L}&'’-]*)*)$/u.exec(line)?.[1] ?? null;
}

const outletWords = new Set(readList('en/outlet-words.txt'));

/** 'The Harbour Post', 'FREIGHT WEEKLY': a short line of capitals with a word that outlets are named by. */
function readMasthead(line: string): string | null {
  const words = line.split(/\s+/);
  if (words.length < 2 || words.length > 6 || !words.every((word) => /^(?:\p{Lu}|&|of$|the$|and$)/u.test(word)))
    return null;
  return words.some((word) => outletWords.has(word.toLowerCase())) ? line : null;
}

/** 'Northwire —' on a line of its own is a dateline; gives the outlet. */
function bareDateline(line: string): string | null {
  const match = /^\(?(\p{Lu}[\p{L}\p{N} .&'’]{0,40}?)\)?\s*[—–-]{1,2}$/u.exec(line);
  return match ? match[1]!.trim() : null;
}

const DATELINE_PART = "\\p{Lu}[\\p{Lu}\\p{L}.'’-]*";
const DATELINE = new RegExp(
  `^(?:(${DATELINE_PART}(?:[ ,/]+(?:${DATELINE_PART}|\\d{1,2}\\.?))*)\\s*)?(?:\\((\\p{Lu}[\\p{L}\\p{N} .&'’]{0,40})\\)\\s*)?(?:[—–]|--?)\\s+`,
  'u',
);

/**
 * A dateline within a line: '(Northwire) — ', 'PORT MAREN, March 3 (Northwire) - ', 'PORT MAREN — '. The span takes in
 * the dash and the space after it. A place without an agency counts only in capitals: "Talks – the third round –" is prose.
 */
function findDateline(line: Line): { range: Range; outlet: string | null } | null {
  const match = DATELINE.exec(line.text.slice(0, 120));
  if (!match || match[0].trim().length < 3) return null;
  const [whole, place, agency] = match;
  if (!agency && !(place && /^[^\p{Ll}]{3,}/u.test(place.replace(/,.*$/u, '')))) return null;
  return { range: { start: line.start, end: line.start + whole.length }, outlet: agency?.trim() ?? null };
}

/** "Northwire's Ana Lind contributed to this report" names the outlet. */
function outletOfContributors(line: string): string | null {
  const match = /^(?:The )?((?:\p{Lu}[\p{L}\p{N}.&-]*\s?){1,4})[’']s\s+\p{Lu}/u.exec(line);
  return match ? match[1]!.trim() : null;
}
