/**
 * A repair of trees: "officials said the talks had failed". A verb of saying or thinking that has no content clause, but after it
 * a clause with a subject of its own that the parser hangs on it as something else, has that clause as its content (ccomp).
 */
import type { Token } from './doc.ts';

type Word = Pick<Token, 'form' | 'lemma' | 'upos' | 'xpos' | 'head' | 'deprel'>;

/** Verbs whose object may be a clause without "that". Written for this project. */
const VERBS = new Set(
  'acknowledge add admit allege announce argue ask assert assume believe claim confess confirm declare deny estimate expect explain fear feel guess hear hope imagine insist know learn maintain mention note predict promise realize recall reply report reveal say see show state stress suggest suspect swear tell think understand warn wish worry write'.split(
    ' ',
  ),
);
const MISTAKEN = new Set(['advcl', 'parataxis', 'conj', 'acl']);

/** Indices of words whose relation to their head should be ccomp. */
export function findContentClauses(words: readonly Word[]): number[] {
  const found: number[] = [];
  const settled = new Set<number>();
  for (const w of words) if (w.deprel === 'ccomp') settled.add(w.head);
  for (const [i, word] of words.entries()) {
    const verb = words[word.head];
    if (!verb || word.head > i || settled.has(word.head) || !MISTAKEN.has(word.deprel)) continue;
    if (verb.upos !== 'VERB' || !VERBS.has(verb.lemma) || !isClause(words, i)) continue;
    found.push(i);
    settled.add(word.head);
  }
  return found;
}

/** Whether the word heads a clause that "that" or "whether" begins, or a finite one with a subject and no other beginning. */
function isClause(words: readonly Word[], i: number): boolean {
  let opened = false;
  let subject = false;
  let finite = /^VB[DPZ]$/.test(words[i]!.xpos);
  let other = false;
  for (const w of words) {
    if (w.head !== i) continue;
    const form = w.form.toLowerCase();
    if (/^(?:nsubj|csubj|expl)/.test(w.deprel)) subject = true;
    else if (w.deprel.startsWith('aux') || w.deprel === 'cop') finite = true;
    else if (w.deprel === 'mark' && (form === 'that' || form === 'whether')) opened = true;
    else if (w.deprel === 'cc' || w.deprel === 'mark' || (w.deprel === 'advmod' && w.xpos.startsWith('W')))
      other = true;
  }
  return opened || (subject && finite && !other);
}
