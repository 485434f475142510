/**
 * Stances on a person and on nothing else. In: a tree and a trigger. Out: whether no matter is at issue. Example: "did
 * not support Lind", "criticized the reporters" and "welcomed the leaders to dinner" tell no stand.
 */
import type { Doc, Name } from '../../language/doc.ts';
import { firstFrom } from '../search.ts';
import { childrenOf, formOf, type Tree } from './tree.ts';
import type { Trigger } from './trigger.ts';

/** A stance on a person, and on nothing else: "did not support Lind", "criticized Lind for waiting". */
export function isPerson(tree: Tree, { names }: Doc, { at, head, matter, stance }: Trigger): boolean {
  const token = tree.tokens[head]!;
  if (token.upos === 'VERB' || head < matter.from || head >= matter.to) return false;
  if (/^(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.)$/i.test(token.form) || token.form.startsWith('@')) return true;
  if (
    token.upos === 'PRON' &&
    /^(?:he|him|she|her|them|us|me|you|himself|herself|themselves|itself)$/.test(formOf(token))
  )
    return !hasClause(tree, matter);
  if (hasClause(tree, matter)) return false;
  if (token.upos === 'PROPN' && nameAt(names, token)?.kind === 'person') return true;
  if (
    PEOPLE.test(token.lemma.toLowerCase()) &&
    tree.tokens[at]!.upos === 'VERB' &&
    /^(?:supports|opposes|offers|rejects)$/.test(stance)
  )
    return !forWhat(tree, head, at);
  // "praised the editor Carlos Reyes": the name says who is meant.
  return childrenOf(tree, head, /^(?:flat|appos)/).some(
    (i) => tree.tokens[i]!.upos === 'PROPN' && nameAt(names, tree.tokens[i]!)?.kind === 'person',
  );
}

const PEOPLE =
  /^(?:leader|voter|supporter|checker|reporter|editor|journalist|critic|opponent|rival|lawmaker|senator|candidate|nominee|guest|visitor|colleague|friend|ally|president|minister|governor|mayor|author|host|moderator|fan|crowd|audience|viewer|reader|student|player|coach|winner|heckler|protester)$/;

/** "criticized its rivals for seeking a fee": a deed is at issue. */
const forWhat = (tree: Tree, head: number, at: number): boolean =>
  [...tree.children[head]!, ...tree.children[at]!].some(
    (i) =>
      i > head &&
      /ing$/.test(formOf(tree.tokens[i]!)) &&
      tree.children[i]!.some((k) => formOf(tree.tokens[k]!) === 'for' && k < i),
  );

const hasClause = (tree: Tree, { from, to }: Trigger['matter']): boolean =>
  tree.tokens.slice(from, to).some(({ xpos }) => xpos === 'TO');

function nameAt(names: Name[], token: { start: number; end: number }): Name | undefined {
  for (let k = firstFrom(names, token.start - LONGEST); k < names.length && names[k]!.start <= token.start; k++)
    if (names[k]!.end >= token.end) return names[k]!;
  return undefined;
}

// Code units: longer than names are.
const LONGEST = 60;
