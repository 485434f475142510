/**
 * A proposition without the words that the stance tells already. In: the words of a matter and what gave its stance.
 * Out: the words of what is rejected, opposed or asked for. Example: "rejects | we will never pay the fee" gives "pay
 * the fee"; "opposes | the fee is unacceptable" gives "the fee".
 */
import { childrenOf, formOf, phraseAt, type Tree, trim, type Words } from './tree.ts';
import type { Trigger } from './trigger.ts';
import { isGeneral, standsForParty } from './words.ts';

export function plainly(tree: Tree, words: Words, trigger: Trigger): Words {
  const found = (trigger.kind === 'judgement' ? judged(tree, words, trigger) : null) ?? refused(tree, words, trigger);
  const plain = found === null ? words : trim(tree, found);
  return trigger.stance === 'rejects' ? withoutNo(tree, plain) : plain;
}

/** "“sharp words” | that are no help": with the noun that it tells of. */
function withNoun(tree: Tree, { from, to }: Words): Words | null {
  if (!/^(?:that|which|who)$/.test(formOf(tree.tokens[from]!))) return null;
  let noun = from - 1;
  while (noun > 0 && tree.tokens[noun]!.upos === 'PUNCT' && from - noun < 3) noun--;
  if (!/^(?:NOUN|PROPN)$/.test(tree.tokens[noun]?.upos ?? '')) return null;
  return { from: phraseAt(tree, noun, (child) => child > noun).from, to };
}

/** "the plan | is a mistake", "it is wrong | to close the plant": what is judged. */
function judged(tree: Tree, { from, to }: Words, { at, head, until, redLine }: Trigger): Words | null {
  const { tokens } = tree;
  if (until !== undefined || redLine || head < from || head >= to) return null;
  // "too high", "too long": how it is says what is wrong with it.
  if (tree.children[at]!.some((i) => formOf(tokens[i]!) === 'too')) return null;
  const related = withNoun(tree, { from, to });
  if (related !== null) return related;
  const near = [at, tokens[at]!.head].filter((i) => i >= 0);
  // "that is why | the road is vital": the one next to the judgement.
  const subject = near.map((i) => childrenOf(tree, i, /^nsubj/).findLast((k) => k < at)).find((i) => i !== undefined);
  // "the road is vital to reaching it": the road. "the union is right to strike": the strike.
  const isThing = subject !== undefined && tokens[subject]!.upos === 'NOUN' && !standsForParty(tokens[subject]!);
  if (head > at && !isThing) {
    const mark = childrenOf(tree, head, /^mark/)[0];
    return mark === undefined || mark <= at || tokens[head]!.xpos === 'VBG' ? null : { from: mark + 1, to };
  }
  const noun = isThing ? subject : head;
  // "the time is ripe": the noun says nothing by itself.
  if (!/^(?:NOUN|PROPN)$/.test(tokens[noun]!.upos) || isGeneral(tokens[noun]!.lemma)) return null;
  const copula = near
    .flatMap((i) => childrenOf(tree, i, /^(?:cop|aux)/))
    .filter((i) => i > noun)
    .sort((a, b) => a - b)[0];
  const whole = phraseAt(tree, noun);
  return copula === undefined ? null : { from: Math.max(from, whole.from), to: Math.min(whole.to, copula) };
}

/** "we will not | sell the yard", "isn't going to | sell the yard": what will not be done, where whoever does it stands before. */
function refused(tree: Tree, { from, to }: Words, { at, head, kind, stance }: Trigger): Words | null {
  const { tokens } = tree;
  const verb = /^(?:refusal|duty)$/.test(kind) ? at : head;
  if (stance === 'opposes' && kind === 'duty') {
    // "the ministry should not sell it" needs the ministry.
    const subject = childrenOf(tree, verb, /^(?:nsubj|expl)/).find((i) => i >= from && i < verb);
    // "the vote | must not happen"
    const isEvent = /^(?:happen|occur|proceed|stand)$/.test(tokens[verb]!.lemma);
    if (subject !== undefined && isEvent && tokens[subject]!.upos === 'NOUN')
      return { from, to: phraseAt(tree, subject).to };
    if (subject === undefined || tokens[subject]!.upos !== 'PRON') return null;
  } else if (stance !== 'rejects' || !/^(?:refusal|verb|noun|adjective)$/.test(kind)) return null;
  if (verb < from || verb >= to || !/^(?:VERB|AUX)$/.test(tokens[verb]!.upos)) return null;
  // "would not have sold it" tells of what was; "the yard will not be sold" needs the yard.
  if (tokens[verb]!.xpos === 'VBN' || childrenOf(tree, verb, /^(?:aux:pass|nsubj:pass)/).length > 0) return null;
  const outer = tokens[verb]!.deprel.startsWith('xcomp') ? tokens[verb]!.head : verb;
  const not = [verb, outer]
    .flatMap((i) => childrenOf(tree, i, /^advmod/))
    .filter((i) => i >= from && i < verb && /^(?:not|n['’]t|never)$/.test(formOf(tokens[i]!)));
  const helping = childrenOf(tree, outer, /^(?:aux|nsubj|expl)/).filter((i) => i >= from && i < verb);
  if (not.length === 0 || helping.length === 0) return null;
  // "there will not be | a vote"
  const isThere = helping.some((i) => formOf(tokens[i]!) === 'there') && tokens[verb]!.lemma === 'be';
  if (isThere) return verb + 1 < to ? { from: verb + 1, to } : null;
  const start = outer === verb ? Math.max(...not, ...helping) + 1 : lastTo(tree, verb) + 1;
  // "we will not | sell": one verb alone says too little.
  return start > from && start <= verb && to - start > 1 ? { from: start, to } : null;
}

const lastTo = (tree: Tree, verb: number): number =>
  childrenOf(tree, verb, /^mark/).findLast((i) => i < verb) ?? verb - 1;

/** "no | layoffs", "there can be no | layoffs". */
function withoutNo(tree: Tree, { from, to }: Words): Words {
  const { tokens } = tree;
  const isNo = (i: number): boolean => formOf(tokens[i]!) === 'no' && tokens[i]!.deprel.startsWith('det');
  // "no monitor will enter" is told by all of its words.
  const isClause = tokens.slice(from, to).some(({ xpos }, k) => xpos === 'MD' && k < 8);
  if (isNo(from) && to - from > 1 && !isClause) return { from: from + 1, to };
  if (formOf(tokens[from]!) !== 'there') return { from, to };
  const no = tokens.findIndex((_, i) => i > from && i < Math.min(to - 1, from + 5) && isNo(i));
  return no < 0 ? { from, to } : { from: no + 1, to };
}
