/**
 * Patterns of words, written as text: `'the? last|past n=<NUM> unit=<UNIT>'`.
 *
 * An element is a word or several (`last|past`), a class in angle brackets (`<MONTH>`, see words.ts) or both; `?` makes it optional;
 * `name=` keeps the word that it met. There is no repetition, so that a match costs no more than the pattern is long.
 */
import { CLASS, type ClassName, type Word } from './words.ts';

interface Element {
  label: string | null;
  words: ReadonlySet<string>;
  classes: number;
  optional: boolean;
}

export interface Pattern {
  elements: Element[];
}

/** The words that a pattern met, by label. */
export type Captures = Readonly<Record<string, Word | undefined>>;

/** @throws SyntaxError where a class is unknown. */
export function compilePattern(source: string): Pattern {
  const elements = source.split(' ').map((part): Element => {
    const optional = part.length > 1 && part.endsWith('?');
    let body = optional ? part.slice(0, -1) : part;
    const equals = body.indexOf('=');
    const label = equals > 0 ? body.slice(0, equals) : null;
    if (label !== null) body = body.slice(equals + 1);
    const words = new Set<string>();
    let classes = 0;
    for (const option of body.split('|')) {
      if (!option.startsWith('<')) words.add(option);
      else {
        const name = option.slice(1, -1) as ClassName;
        if (!(name in CLASS)) throw new SyntaxError(`pattern "${source}": no class ${option}`);
        classes |= CLASS[name];
      }
    }
    return { label, words, classes, optional };
  });
  return { elements };
}

/** Index after the last word met, or -1. Optional elements are taken where they fit and given back where the rest then fails. */
export function matchPattern(
  pattern: Pattern,
  words: readonly Word[],
  from: number,
  captures: Record<string, Word | undefined>,
): number {
  return step(pattern.elements, 0, words, from, captures);
}

function step(
  elements: Element[],
  e: number,
  words: readonly Word[],
  at: number,
  captures: Record<string, Word | undefined>,
): number {
  if (e === elements.length) return at;
  const element = elements[e]!;
  const word = words[at];
  if (word && ((word.classes & element.classes) !== 0 || element.words.has(word.low))) {
    if (element.label) captures[element.label] = word;
    const end = step(elements, e + 1, words, at + 1, captures);
    if (end >= 0) return end;
    if (element.label) captures[element.label] = undefined;
  }
  return element.optional ? step(elements, e + 1, words, at, captures) : -1;
}

/** What the first word of a match can be. */
export function firstOf(pattern: Pattern): { words: string[]; classes: number } {
  const words: string[] = [];
  let classes = 0;
  for (const element of pattern.elements) {
    words.push(...element.words);
    classes |= element.classes;
    if (!element.optional) break;
  }
  return { words, classes };
}
