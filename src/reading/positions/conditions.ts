/**
 * Conditions of a stance. In: the clause that tells it. Out: the clauses and phrases that bind it. Example: "will not
 * sign unless the quota is raised" gives "unless the quota is raised".
 */
import { childrenOf, formOf, phraseAt, type Tree, type Words } from './tree.ts';

const CLAUSE = /^(?:if|unless|until|till|once|provided|providing)$/;
const PHRASE = /^(?:without|until|unless|pending|barring)$/;

/** @param positive whether the stance is for the matter: "will do it without a vote" asks for none then. */
export function findConditions(tree: Tree, at: number, positive: boolean): Words[] {
  const found: Words[] = [];
  const seen = new Set<number>();
  // A condition may hang on the verb, on what it depends on, or on the matter.
  const near = [at, ...childrenOf(tree, at, /^(?:obj|obl|xcomp|ccomp|nsubj|advcl)/)];
  if (/^(?:xcomp|ccomp)/.test(tree.tokens[at]!.deprel)) near.push(tree.tokens[at]!.head);
  for (const place of near)
    for (const i of tree.children[place]!) {
      if (seen.has(i) || i === at) continue;
      seen.add(i);
      if (!isCondition(tree, i)) continue;
      const words = readable(tree, phraseAt(tree, i));
      const lead = formOf(tree.tokens[words.from]!);
      if (lead === 'without' && positive) continue;
      // "until Monday it had refused": up to then, and no longer.
      if (/^(?:until|till)$/.test(lead) && words.to - words.from < 3) continue;
      found.push(words);
    }
  return found.sort((a, b) => a.from - b.from);
}

/** Without "that" in front and marks at the end. */
function readable(tree: Tree, { from, to }: Words): Words {
  const isMark = (i: number): boolean => /^[.,;:“”"‘’'()–—-]$/.test(tree.tokens[i]!.form);
  let start = from;
  let end = to;
  while (end - start > 1 && (isMark(start) || formOf(tree.tokens[start]!) === 'that')) start++;
  while (end - start > 1 && isMark(end - 1)) end--;
  return { from: start, to: end };
}

export function isCondition(tree: Tree, i: number): boolean {
  const { deprel } = tree.tokens[i]!;
  const leads = childrenOf(tree, i, /^(?:mark|case|advmod)/).map((k) => formOf(tree.tokens[k]!));
  if (/^advcl/.test(deprel)) {
    if (leads.some((lead) => CLAUSE.test(lead) || lead === 'without')) return true;
    // "only when", "as long as".
    return (
      (leads.includes('only') && leads.some((lead) => /^(?:when|after|if|once)$/.test(lead))) || leads.includes('long')
    );
  }
  if (!/^(?:obl|nmod)/.test(deprel) || !leads.some((lead) => PHRASE.test(lead))) return false;
  // "an order barring the union": right behind a noun it is a verb.
  const barring = childrenOf(tree, i, /^case/).find((k) => formOf(tree.tokens[k]!) === 'barring');
  return barring === undefined || !/^(?:NOUN|PROPN)$/.test(tree.tokens[barring - 1]?.upos ?? '');
}
