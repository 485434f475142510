/** A version: what one article tells, as sentences of words to compare with those of other articles. */
import type { Article } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import type { Range, Reading } from '../../reading/index.ts';

export interface VersionSentence extends Range {
  /** In lower case, without marks: what two sentences must share to be the same. */
  words: string[];
  /** Per word a number that stands for it: comparing them is far cheaper. */
  hashes: number[];
  /** Per word, whether it stands in a quotation. */
  quoted: boolean[];
  /** The words as one string. */
  key: string;
  /** Whether it is the headline. */
  isTitle: boolean;
}

export interface Version {
  id: string;
  sentences: VersionSentence[];
}

// Signs of money and per cent are words: five of one is not five of the other.
const WORD = /[\p{L}\p{N}]+(?:[.,:'’][\p{L}\p{N}]+)*|[\p{Sc}%]/gu;

/** The story of an article; sentences without a word are left out. */
export function makeVersion(
  article: Pick<Article, 'id' | 'text' | 'title'>,
  reading: Pick<Reading, 'sentences' | 'quotes'>,
): Version {
  const title = article.title === null ? null : wordsOf(article.title).join(' ');
  const sentences: VersionSentence[] = [];
  let q = 0;
  for (const range of reading.sentences) {
    const words: string[] = [];
    const quoted: boolean[] = [];
    while (q < reading.quotes.length && reading.quotes[q]!.end <= range.start) q++;
    let at = q;
    for (const { 0: word, index } of article.text.slice(range.start, range.end).matchAll(WORD)) {
      const place = { start: range.start + index, end: range.start + index + word.length };
      while (at < reading.quotes.length && reading.quotes[at]!.end <= place.start) at++;
      words.push(plain(word));
      quoted.push(at < reading.quotes.length && overlaps(reading.quotes[at]!, place));
    }
    if (words.length === 0) continue;
    const key = words.join(' ');
    sentences.push({
      start: range.start,
      end: range.end,
      words,
      hashes: words.map(hashWord),
      quoted,
      key,
      isTitle: key === title,
    });
  }
  return { id: article.id, sentences };
}

/** The words of a text, in lower case, without marks. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => plain(word));
}

const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** FNV-1a over UTF-16 code units, 32 bits: two words of one article hardly ever share a number. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
