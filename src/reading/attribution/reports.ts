/** What is no report of speech, though the annotators of the training data mark much of it. */
import type { Token } from '../../language/doc.ts';
import type { Draft } from './draft.ts';
import type { View } from './view.ts';

const TALKING = /^(?:speak|talk|meet|confer|chat)$/;
const NEGOTIATING = /^(?:discuss|negotiate)$/;
const SAYING_WHAT = /^(?:about|of|against|for|out|up)$/;
const FORESEEING = /^(?:expect|suppose|schedule|plan|set)$/;

/**
 * False where two parties meet ("spoke with the minister", "discussed the port": an encounter and its topic), where
 * something "is expected" by nobody, and where a purpose is told ("to agree to a truce") that nobody is said to have.
 */
export function isReport({ sentence }: View, draft: Draft): boolean {
  const { tokens } = sentence;
  const head = tokens[draft.head]!;
  const under = (test: (token: Token) => boolean): boolean =>
    tokens.some((token) => token.head === draft.head && test(token));
  if (head.upos === 'VERB' && !under((token) => token.deprel === 'ccomp')) {
    if (NEGOTIATING.test(head.lemma)) return false;
    if (TALKING.test(head.lemma) && !tellsWhat(tokens, draft.head)) return false;
  }
  if (draft.source !== null) return true;
  if (under((token) => /:pass$/.test(token.deprel))) return !FORESEEING.test(head.lemma);
  return !(head.xpos === 'VB' && under((token) => token.xpos === 'TO'));
}

/** "spoke about the port", but not "spoke with the minister about the port". */
function tellsWhat(tokens: readonly Token[], head: number): boolean {
  let about = false;
  for (const token of tokens) {
    const governor = tokens[token.head];
    if (token.head === head && SAYING_WHAT.test(token.form)) about = true;
    if (token.deprel !== 'case' || governor?.head !== head) continue;
    if (/^(?:with|to|by)$/i.test(token.form)) return false;
    // "for the first time" tells when.
    if (SAYING_WHAT.test(token.form.toLowerCase()) && !/^(?:time|hour|minute|day)s?$/.test(governor.lemma))
      about = true;
  }
  return about;
}
