/** One sentence as its figures are looked for: tokens, words in lower case, the tree downwards. */
import type { Doc, Sentence, Token } from '../../language/doc.ts';
import { overlaps } from '../../model/span.ts';
import type { Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { sameNouns } from './words.ts';

export interface Scene {
  doc: Doc;
  sentence: Sentence;
  tokens: Token[];
  /** Forms as they stand, and in lower case. */
  forms: string[];
  lower: string[];
  children: number[][];
}

export function makeScene(doc: Doc, sentence: Sentence): Scene {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, i) => {
    children[token.head]?.push(i);
  });
  const forms = tokens.map((token) => token.form);
  return { doc, sentence, tokens, forms, lower: forms.map((form) => form.toLowerCase()), children };
}

/** The words from one token to before another, as the text has them, on one line. */
export function textOf({ doc, tokens }: Scene, from: number, to: number): string {
  if (from >= to) return '';
  return doc.text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');
}

export function rangeOf({ tokens }: Scene, from: number, to: number): Range {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** The word among [from, to) that hangs on one outside, which stands for them in the tree. */
export function anchorOf({ tokens }: Scene, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const { head, deprel } = tokens[i]!;
    if ((head < from || head >= to) && !/^(?:punct|case|advmod|det)/.test(deprel)) return i;
  }
  return to - 1;
}

/** True for a word of an expression of time. */
export function isTimeWord({ doc, tokens }: Scene, at: number): boolean {
  const token = tokens[at]!;
  const next = firstFrom(doc.timexes, token.end);
  return next > 0 && overlaps(doc.timexes[next - 1]!, token);
}

/** The verb that a word hangs on, itself included; null where there is none. */
export function verbAbove({ tokens }: Scene, at: number): number | null {
  for (let i = at, steps = 0; i >= 0 && steps < MAX_STEPS; i = tokens[i]!.head, steps++)
    if (/^(?:VERB|AUX)$/.test(tokens[i]!.upos)) return i;
  return null;
}

const MAX_STEPS = 8;

/** First and last token below a word, itself included; `to` is after the last. */
export function spanBelow(scene: Scene, at: number): { from: number; to: number } {
  let from = at;
  let to = at + 1;
  const stack = [at];
  // Each word is below one head only, so this ends after as many steps as there are words.
  while (stack.length > 0)
    for (const child of scene.children[stack.pop()!]!) {
      from = Math.min(from, child);
      to = Math.max(to, child + 1);
      stack.push(child);
    }
  return { from, to };
}

/** The copula that makes a word of [from, to) the predicate: "was" of "the number was 19"; undefined where there is none. */
export function copulaOf({ tokens }: Scene, from: number, to: number): number | undefined {
  const i = tokens.findIndex(({ deprel, head }) => deprel === 'cop' && head >= from && head < to);
  return i < 0 ? undefined : i;
}

/** "the Harbour Office’s tally": where the owner's words begin and end, before `limit`; null where nobody's count is told. */
export function tallyOwner({ tokens, lower }: Scene, limit: number): { from: number; to: number } | null {
  for (let i = limit - 1; i > 1; i--) {
    if (sameNouns.get(lower[i]!) !== 'tally' || !/^[’']s?$/.test(lower[i - 1]!)) continue;
    let from = i - 1;
    while (from > 0 && /^(?:PROPN|NOUN|ADJ)$/.test(tokens[from - 1]!.upos)) from--;
    return { from, to: i - 1 };
  }
  return null;
}
