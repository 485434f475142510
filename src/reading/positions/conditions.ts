/**
 * Conditions of a stance. In: the clause that tells it. Out: the clauses and phrases that bind it. Example: "will not
 * sign unless the quota is raised" gives "unless the quota is raised".
 */
import { childrenOf, formOf, phraseAt, type Tree, type Words } from './tree.ts';

const CLAUSE = /^(?:if|unless|until|till|once|provided|providing)$/;
const PHRASE = /^(?:without|until|unless|pending|barring)$/;

/**
 * @param positive whether the stance is for the matter: "will do it without a vote" asks for none then.
 * @param end where the matter ends: a condition may stand right behind it, wherever the parser hangs it.
 */
export function findConditions(tree: Tree, at: number, positive: boolean, end = 0): Words[] {
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
      // "once he had seen it": a time that has been.
      if (lead === 'once' && tree.tokens[i]!.xpos === 'VBD') continue;
      found.push(words);
    }
  const behind = conditionAt(tree, end);
  if (behind !== null && found.every(({ from, to }) => to <= behind.from || from >= behind.to)) found.push(behind);
  return found.sort((a, b) => a.from - b.from);
}

/** "ready to leave | provided the border is safe", "will sell it | , if the bid succeeds". */
function conditionAt(tree: Tree, end: number): Words | null {
  const { tokens } = tree;
  const at = tokens[end]?.form === ',' ? end + 1 : end;
  if (end === 0 || !/^(?:if|unless|provided|providing)$/.test(tokens[at] ? formOf(tokens[at]) : '')) return null;
  // "asked if", "know if": what is asked.
  if (/^(?:ask|know|see|doubt|decide|wonder|question|tell|learn)$/.test(tokens[at - 1]!.lemma)) return null;
  const verb = /^mark/.test(tokens[at]!.deprel) ? tokens[at]!.head : at;
  const { to } = phraseAt(tree, verb);
  return to - at > 2 ? readable(tree, { from: at, to }) : null;
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
  // "provided the border is safe", which the parser takes for a verb with a clause.
  if (/^provid(?:ed|ing)$/.test(formOf(tree.tokens[i]!)) && /^(?:xcomp|ccomp|advcl|acl)/.test(deprel))
    return childrenOf(tree, i, /^ccomp/).some((k) => k > i && childrenOf(tree, k, /^nsubj/).length > 0);
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
