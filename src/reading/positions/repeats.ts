/** One position for the same words. In: candidates of a sentence. Out: those that say something of their own. */
import type { Candidate } from './candidate.ts';
import type { Tree } from './tree.ts';
/**
 * One position for the same words of one holder: "insisted it would not sign" is the refusal, not a demand of it;
 * "is ready to accept" is the acceptance.
 */
export function withoutRepeats(tree: Tree, candidates: Candidate[]): Candidate[] {
  return candidates.filter(
    (outer, k) =>
      candidates.every((inner, j) => {
        if (j === k || inner.holder.entity !== outer.holder.entity) return true;
        const { at } = inner.trigger;
        const within = at >= outer.trigger.matter.from && at < outer.trigger.matter.to;
        // "will reject it": the word of stance says more than the helping verb.
        if (inner.trigger.at === outer.trigger.at && isForce(outer) !== isForce(inner)) return !isForce(outer);
        if (inner.trigger.at === outer.trigger.at) return inner.trigger.head !== outer.trigger.head || k < j;
        if (!within) return true;
        // What is only intended adds nothing to the word of stance around it.
        if (inner.trigger.kind === 'intention' || inner.trigger.weak) return true;
        return !isWhole(tree, outer, inner);
      }) &&
      !candidates.some(
        (other, j) =>
          j !== k &&
          outer.trigger.kind === 'intention' &&
          other.holder.entity === outer.holder.entity &&
          outer.trigger.at >= other.trigger.matter.from &&
          outer.trigger.at < other.trigger.matter.to,
      ),
  );
}

const isForce = ({ trigger }: Candidate): boolean => /^(?:duty|refusal|intention)$/.test(trigger.kind);

/** True where the inner one is what the outer one is all about. */
function isWhole(tree: Tree, outer: Candidate, inner: Candidate): boolean {
  for (let at = inner.trigger.at, steps = 0; at >= 0 && steps < 6; steps++) {
    if (at === outer.trigger.head) return true;
    if (!/^(?:xcomp|conj|ccomp)/.test(tree.tokens[at]!.deprel)) return false;
    at = tree.tokens[at]!.head;
  }
  return false;
}
