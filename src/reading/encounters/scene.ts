/** A sentence under study: its tree, read downwards and upwards, and the expressions of time and names that stand in it. */
import type { Doc, Name, Sentence, Timex, Token } from '../../language/doc.ts';
import { firstFrom } from '../search.ts';
import { lemmaOf } from './words.ts';

export interface Scene {
  doc: Doc;
  sentence: Sentence;
  /** Index in `doc.sentences`. */
  index: number;
  tokens: Token[];
  children: number[][];
  lemmas: string[];
  timexes: Timex[];
  /** Names of nationalities, which are no entities of their own. */
  nationalities: Name[];
}

export function makeScene(doc: Doc, index: number): Scene {
  const sentence = doc.sentences[index]!;
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]!.push(i);
  });
  return {
    doc,
    sentence,
    index,
    tokens,
    children,
    lemmas: tokens.map(lemmaOf),
    timexes: inside(doc.timexes, sentence),
    nationalities: inside(doc.names, sentence).filter((name) => name.kind === 'nationality' || name.kind === 'country'),
  };
}

function inside<T extends { start: number; end: number }>(ranges: T[], sentence: Sentence): T[] {
  const found: T[] = [];
  for (let i = firstFrom(ranges, sentence.start); i < ranges.length && ranges[i]!.start < sentence.end; i++)
    if (ranges[i]!.end <= sentence.end) found.push(ranges[i]!);
  return found;
}

/** First and last token below a word, itself included; relative clauses and clauses beside it are left out. */
export function reachOf(scene: Scene, at: number): { first: number; last: number } {
  let first = at;
  let last = at;
  const open = [at];
  while (open.length > 0) {
    const i = open.pop()!;
    first = Math.min(first, i);
    last = Math.max(last, i);
    for (const child of scene.children[i]!)
      if (!/^(?:acl|advcl|parataxis|ccomp|punct)/.test(scene.tokens[child]!.deprel)) open.push(child);
  }
  return { first, last };
}

/** The nearest verb above a word, with the way that leads there: the words passed, the word itself first. */
export function verbAbove(scene: Scene, at: number): { verb: number; path: number[] } | null {
  const path = [at];
  for (let i = scene.tokens[at]!.head, steps = 0; i >= 0 && steps < 12; i = scene.tokens[i]!.head, steps++) {
    if (isVerb(scene.tokens[i]!)) return { verb: i, path };
    path.push(i);
  }
  return null;
}

export const isVerb = (token: Token): boolean => token.upos === 'VERB' || token.upos === 'AUX';

/** The preposition that begins the phrase of a word, in lower case: by the tree, else by the words right before it. */
export function caseOf(scene: Scene, at: number): string | null {
  const cased = scene.children[at]!.find((i) => scene.tokens[i]!.deprel === 'case' && i < at);
  if (cased !== undefined) return scene.tokens[cased]!.form.toLowerCase();
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const { upos, form } = scene.tokens[i]!;
    if (upos === 'ADP' || upos === 'SCONJ') return form.toLowerCase();
    if (!PHRASE_TAGS.has(upos)) return null;
  }
  return null;
}

const PHRASE_TAGS = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PRON', 'PART']);

/** True where the text right before a word ends with one of the phrases. */
export function followsAny(scene: Scene, at: number, phrase: RegExp): boolean {
  const { doc, sentence, tokens } = scene;
  return phrase.test(doc.text.slice(Math.max(sentence.start, tokens[at]!.start - 40), tokens[at]!.start));
}
