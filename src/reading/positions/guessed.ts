/**
 * What nobody has said that a party wants. In: a tree and a trigger. Out: whether others only guess it, or it may or
 * might have come to be. Example: "the perception that the union wants a strike", "could press for it", "would have
 * rejected it" and "perhaps members want it" tell no stand.
 */
import { readList } from '../../data/lists.ts';
import { sourceNouns } from '../cues.ts';
import { childrenOf, formOf, isDenied, leadOf, type Tree } from './tree.ts';
import type { Trigger } from './trigger.ts';
import { standsForParty } from './words.ts';

export function isGuessed(tree: Tree, trigger: Trigger): boolean {
  return isBelieved(tree, trigger) || isOpen(tree, trigger) || isUnreal(tree, trigger) || isMaybe(tree, trigger.at);
}

const documentNouns: ReadonlySet<string> = new Set(
  readList('en/document-nouns.txt').flatMap((line) => line.split(' ')),
);

const GUESSING =
  /^(?:assume|suspect|believe|think|guess|imagine|suppose|fear|expect|predict|speculate|doubt|wonder|worry|rumor|rumour|presume|allege|insinuate)$/;
const GUESSES =
  /^(?:sense|perception|impression|belief|notion|idea|suspicion|fear|rumor|rumour|speculation|expectation|assumption|theory|myth|prediction|worry|feeling|possibility|chance|likelihood|prospect)$/;
const TELLING = /^(?:suggest|imply|indicate|mean|show|hint|reveal|prove|signal)$/;
const SEEMING = /^(?:look|seem|appear|sound|feel)$/;
const LIKELY = /^(?:likely|unlikely|poised|tempted|free)$/;

/** "many assumed that the union wants", "a sense that it rejects", "her choice suggests that she wants", "it looks like it wants". */
function isBelieved(tree: Tree, { at, subject, kind }: Trigger): boolean {
  const { tokens } = tree;
  for (let i = at, steps = 0; steps < 5; steps++) {
    const { deprel, head } = tokens[i]!;
    if (head < 0 || !/^(?:xcomp|ccomp|advcl|obj|conj|acl)/.test(deprel)) return false;
    const { lemma, upos } = tokens[head]!;
    if (deprel.startsWith('acl')) {
      // "the belief that the quota must go", held by whoever says so, is a stand.
      const that = leadOf(tree, i) === 'that' || formOf(tokens[head + 1]!) === 'that';
      if (upos !== 'NOUN' || !GUESSES.test(lemma) || !that) return false;
      return kind !== 'duty' || /^(?:notion|idea|myth)$/.test(lemma);
    }
    if (upos === 'NOUN' && GUESSES.test(lemma) && leadOf(tree, i) === 'that' && kind !== 'duty') return true;
    if (TELLING.test(lemma) && /^ccomp/.test(deprel) && kind !== 'duty') return isThing(tree, head);
    if (SEEMING.test(lemma) && /^(?:ccomp|advcl)/.test(deprel) && /^(?:like|that)$/.test(leadOf(tree, i))) return true;
    if (LIKELY.test(lemma) && deprel.startsWith('xcomp')) return true;
    if (GUESSING.test(lemma)) {
      if (childrenOf(tree, head, /^(?:nsubj:pass|aux:pass)/).length > 0) return true;
      // "we believe that the union must": one's own.
      return (
        /^ccomp/.test(deprel) &&
        subject !== null &&
        childrenOf(tree, i, /^nsubj/).includes(subject) &&
        !isSame(tree, head, subject)
      );
    }
    i = head;
  }
  return false;
}

/** "the union thinks it needs": both are one. */
const isSame = (tree: Tree, governor: number, subject: number): boolean =>
  tree.tokens[subject]!.upos === 'PRON' && childrenOf(tree, governor, /^nsubj/).some((i) => i < subject);

/** "her appointment suggests": neither somebody who speaks nor a document does. */
function isThing(tree: Tree, verb: number): boolean {
  const subject = childrenOf(tree, verb, /^nsubj/)[0];
  if (subject === undefined) return false;
  const token = tree.tokens[subject]!;
  if (/^(?:this|that|which)$/.test(formOf(token))) return true;
  const form = formOf(token);
  const speaks = sourceNouns.has(form) || standsForParty(token) || documentNouns.has(form) || PEOPLE.test(form);
  return token.upos === 'NOUN' && !speaks && !/^(?:sign|signal)s?$/.test(form);
}

const PEOPLE = /^(?:ally|allies|friend|insider|supporter|critic|opponent|rival|colleague|counterpart)s?$/;

const WEIGHING = /^(?:consider|weigh|mull|contemplate|explore|debate|discuss|ponder)$/;

/** "might demand", "could turn up the heat by urging", "is considering asking", "the faster we can offer it". */
function isOpen(tree: Tree, { at, stance, kind }: Trigger): boolean {
  const { tokens } = tree;
  if (!/^(?:verb|noun|adjective)$/.test(kind)) return false;
  for (let i = at, steps = 0; steps < 4; steps++) {
    const modal = /^(?:may|might|could|can)$/.exec(helperOf(tree, i))?.[0];
    // "could not support it" declines, "may not support it" leaves it open; "could live with it" gives way.
    const isDeclined = isDenied(tree, i);
    const isStand = isDeclined ? !/^m/.test(modal ?? '') : i === at && /^(?:accepts|supports)$/.test(stance);
    if (modal && !isStand) return true;
    const { deprel, head } = tokens[i]!;
    if (head < 0 || !/^(?:xcomp|advcl|conj|obj|ccomp)/.test(deprel)) return false;
    if (childrenOf(tree, i, /^nsubj/).length > 0 || tokens[head]!.upos !== 'VERB') return false;
    // "it might alter the plan but reject the fee": a verb in its own tense.
    if (deprel.startsWith('conj') && (!/^VBG?$/.test(tokens[i]!.xpos) || isTurn(tree, i))) return false;
    if (WEIGHING.test(tokens[head]!.lemma) && /ing$/.test(formOf(tokens[i]!)) && !deprel.startsWith('conj'))
      return true;
    i = head;
  }
  return false;
}

const isTurn = (tree: Tree, at: number): boolean =>
  childrenOf(tree, at, /^cc/).some((i) => formOf(tree.tokens[i]!) === 'but');

const helperOf = (tree: Tree, at: number): string => {
  const helper = childrenOf(tree, at, /^aux/).find((i) => tree.tokens[i]!.xpos === 'MD');
  return helper === undefined ? '' : formOf(tree.tokens[helper]!).replace(/^ca$/, 'can');
};

/** "would have rejected it": what was not so; but "I would not have signed it" tells where the speaker stands. */
function isUnreal(tree: Tree, { at, subject }: Trigger): boolean {
  for (let i = at, steps = 0; i >= 0 && steps < 3; steps++) {
    const helpers = childrenOf(tree, i, /^aux/).map((k) => formOf(tree.tokens[k]!));
    if (helpers.includes('have') && /^(?:would|could|might|may|[’']d)$/.test(helperOf(tree, i)))
      return subject === null || !/^(?:i|we)$/.test(formOf(tree.tokens[subject]!));
    if (!/^(?:xcomp|conj)/.test(tree.tokens[i]!.deprel)) return false;
    i = tree.tokens[i]!.head;
  }
  return false;
}

const MAYBE =
  /^(?:perhaps|maybe|possibly|probably|presumably|supposedly|conceivably|apparently|potentially|seemingly)$/;

/** "perhaps members prefer its call for a strike", "apparently encouraging it". */
function isMaybe(tree: Tree, at: number): boolean {
  for (let i = at, steps = 0; i >= 0 && steps < 4; steps++) {
    if (tree.tokens[i]!.upos !== 'NOUN' && tree.children[i]!.some((k) => MAYBE.test(formOf(tree.tokens[k]!))))
      return true;
    // The parser may hang "perhaps" on the first noun.
    if (/^(?:nsubj|obj|obl|nmod|xcomp|conj)/.test(tree.tokens[i]!.deprel)) i = tree.tokens[i]!.head;
    else return startsMaybe(tree, i);
  }
  return false;
}

/** "Perhaps …" at the start of the clause's sentence. */
const startsMaybe = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]!.head === -1 && /^(?:perhaps|maybe)$/.test(formOf(tree.tokens[0]!));
