/**
 * Lines that are not the story, known by their own words wherever they stand: update notices, contributor lines,
 * newsletter calls, copyright, credits. One rule a kind; the first that fits wins.
 */
import { readList } from '../../data/lists.ts';

export type NoticeKind = 'update' | 'contributors' | 'copyright' | 'promotion' | 'credit' | 'byline' | 'timestamp';

interface NoticeRule {
  kind: NoticeKind;
  pattern: RegExp;
  /** A longer line that fits is prose that happens to use the words. */
  maxWords: number;
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?';
const NAME = "\\p{Lu}[\\p{L}.'’-]*";

const RULES: NoticeRule[] = [
  {
    kind: 'update',
    pattern:
      /^\W*(?:this|the|an earlier version of this) (?:breaking )?(?:story|article|headline|report|post|page|piece|item)\b.{0,40}\b(?:has|have|had|was|were|is|will be)\b.{0,20}\b(?:updated|corrected|amended|clarified|revised|developing|changed)\b/iu,
    maxWords: 60,
  },
  {
    kind: 'update',
    pattern: /^\W*(?:an earlier version of|this is a developing|this is a breaking)\b/iu,
    maxWords: 60,
  },
  {
    kind: 'update',
    pattern: /^\W*(?:corrections?|clarification|editor[’']s note|update[ds]?)\s*(?:\([^)]{0,40}\)\s*)?[:—–]/iu,
    maxWords: 90,
  },
  {
    kind: 'contributors',
    pattern:
      /\bcontribut(?:ed|ing|ions?)\b.{0,20}\b(?:reporting|report|story|article|this|by)\b|\bcontributed reporting\b/iu,
    maxWords: 60,
  },
  {
    kind: 'contributors',
    pattern:
      /^\W*(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written|produced)(?: and (?:writing|editing))? (?:by|for [^.]{1,40} by)(?::\s*|\s)/iu,
    maxWords: 60,
  },
  {
    kind: 'contributors',
    pattern: /^\W*with (?:additional )?(?:reporting|files|material|inputs?) (?:by|from)\s/iu,
    maxWords: 40,
  },
  { kind: 'copyright', pattern: /©|^\W*copyright\b|\(c\)\s*\d{4}|\ball rights reserved\b/iu, maxWords: 60 },
  {
    kind: 'promotion',
    pattern:
      /^\W*(?:sign up|subscribe|follow us|follow @|for more (?:news|[\p{L}\p{N}]+ news)|read more|read also|also read|see also|more on this|more from|click here|tap here|download (?:the|our)|join our|listen to|watch(?: live| more|:)|related(?: articles| stories| links)?:?|get (?:the|our|breaking) .{0,40}(?:newsletter|alerts?|inbox)|share this|support our|advertisement\b|email our|what do you think|media (?:enquiries|inquiries|contact)|most (?:read|popular)|recommended|skip to|create an account|our (?:morning|evening|daily|weekly) newsletter)\b/iu,
    maxWords: 35,
  },
  {
    kind: 'promotion',
    pattern: /\b(?:newsletters?|your inbox|create an account|follow us on|download our app)\b/iu,
    maxWords: 22,
  },
  {
    kind: 'credit',
    pattern:
      /^\W*(?:photo(?:graph)?|picture|image|video|graphic|illustration|photo credit|image credit|credit|image source|image caption|caption)s?\s*(?:by\b|:|\/)/iu,
    maxWords: 40,
  },
  { kind: 'credit', pattern: /\((?:photo|picture|image|file photo|ap photo)\b[^)]{0,80}\)\s*$/iu, maxWords: 70 },
  {
    kind: 'timestamp',
    pattern: new RegExp(
      `^\\W*(?:(?:first )?(?:published|posted|updated|last updated|last modified)\\b.{0,60}\\d|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?(?:,? .{0,30}\\d{1,2}[:.]\\d{2}.{0,20})?$)`,
      'iu',
    ),
    maxWords: 16,
  },
  // A place or a name beside a full date: 'Port Maren, 4 March 2031', 'Tuesday 4 March 2031 | Ana Lind'.
  {
    kind: 'timestamp',
    pattern: new RegExp(
      `^(?:[\\p{Lu}][\\p{L}.'’-]*[ ,|–—-]+){0,5}(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}),? \\d{4}(?:[ ,|–—-]+[\\p{Lu}][\\p{L}.'’-]*){0,5}$`,
      'iu',
    ),
    maxWords: 12,
  },
  {
    kind: 'byline',
    pattern: new RegExp(
      `^(?:by|from|words by|story by)\\s+(?:the )?${NAME}(?:[ ,|]+(?:and |in |for |of |the |at |de |van |von |al-)*[\\p{L}@\\d.'’-]+)*$`,
      'iu',
    ),
    maxWords: 18,
  },
];

const credits = new Set(readList('en/credits.txt'));

/** What kind of notice a line is, or null where it may be the story. `line` is trimmed. */
export function noticeKind(line: string): NoticeKind | null {
  const words = countWords(line, 100);
  if (words <= 12 && isCredit(line)) return 'credit';
  for (const rule of RULES) if (words <= rule.maxWords && rule.pattern.test(line)) return rule.kind;
  return null;
}

/** A line that is nothing but the signatures of agencies, with or without a photographer's name before the last. */
function isCredit(line: string): boolean {
  const parts = line
    .toLowerCase()
    .replace(/[()©]/g, '')
    .split(/\s*(?:[/|•·]|\bvia\b|,)\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1);
  return last !== undefined && credits.has(last) && (parts.length === 1 || !/[.!?]$/.test(line));
}

/** Words in `text`, counted up to `limit`. */
export function countWords(text: string, limit: number): number {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) if (++count >= limit) break;
  return count;
}
