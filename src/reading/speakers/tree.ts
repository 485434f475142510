/** Steps in the tree of one sentence that several questions about speakers need. Indexes are into its tokens. */
import type { Sentence, Token } from '../../language/doc.ts';
import type { Range } from '../reading.ts';

/** The word that governs the others; without a tree the last noun or name. */
export function headOf(sentence: Sentence, tokens: Token[]): Token | null {
  const inside = new Set(tokens);
  const root = tokens.find(
    (token) => token.deprel !== '' && token.deprel !== 'punct' && !inside.has(sentence.tokens[token.head]!),
  );
  return root ?? tokens.findLast((token) => /[\p{L}\p{N}]/u.test(token.form)) ?? null;
}

export const tokensIn = (sentence: Sentence, range: Range): Token[] =>
  sentence.tokens.filter((token) => token.start < range.end && range.start < token.end);

/** The unbroken run of words around a token that hang on it, relative clauses left out. */
export function phraseOf(sentence: Sentence, at: number): Range {
  const { tokens } = sentence;
  const inside = (i: number): boolean => {
    for (let k = i, steps = 0; k >= 0 && steps < 12; k = tokens[k]!.head, steps++) {
      if (k === at) return true;
      if (/^(?:acl|conj|cc|punct|parataxis|appos)/.test(tokens[k]!.deprel)) return false;
    }
    return false;
  };
  let from = at;
  let to = at + 1;
  while (from > 0 && inside(from - 1)) from--;
  while (to < tokens.length && inside(to)) to++;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** How many clauses lie between a word and the main clause of its sentence. */
export function depthOf({ tokens }: Sentence, at: number): number {
  let depth = 0;
  for (let k = at, steps = 0; k >= 0 && steps < 40; k = tokens[k]!.head, steps++)
    if (/^(?:ccomp|advcl|acl|csubj|xcomp)/.test(tokens[k]!.deprel)) depth++;
  return depth;
}

/**
 * Index of the subject of a verb, its own or the one it shares: "Lind nodded and [said] …", "…, Lind noted,
 * [adding] …". -1 where there is none; what is done to a passive subject it does not do itself.
 */
export function subjectOf({ tokens }: Sentence, verb: number): number {
  for (let k = verb, steps = 0; k >= 0 && steps < 8; steps++) {
    const passive = tokens.some((token) => token.head === k && token.deprel === 'aux:pass');
    const own = tokens.findIndex((token) => token.head === k && token.deprel === 'nsubj');
    if (own >= 0 && !passive) return own;
    if (passive) return -1;
    const { deprel, head } = tokens[k]!;
    // A noun with a participle: "the official, [speaking] …".
    if (deprel === 'acl') return head;
    if (!/^(?:conj|xcomp|advcl)$/.test(deprel)) return -1;
    if (deprel !== 'conj' && tokens.some((token) => token.head === k && /^(?:mark|nsubj)/.test(token.deprel)))
      return -1;
    k = head;
  }
  return -1;
}
