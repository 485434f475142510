/**
 * Threats: what somebody wants who tells what comes otherwise. In: a tree. Out: triggers, as for words of stance.
 * Example: "The party will quit the coalition unless the levy goes" gives demands, "the party", "the levy goes";
 * "threatened to strike if the mine closes" gives opposes, "the mine closes".
 */
import { childrenOf, isDenied, leadOf, modalOf, phraseAt, subjectOf, type Tree, trim } from './tree.ts';
import type { Trigger } from './trigger.ts';

const HARM =
  /^(?:abandon|attack|block|boycott|break|close|cut|end|halt|impose|leave|pull|quit|resign|resume|retaliate|shut|stop|strike|sue|suspend|topple|veto|vote|walk|withdraw)$/;
const THREATENING = /^(?:threaten|warn|vow|promise|pledge|swear)$/;

export function findThreats(tree: Tree): Trigger[] {
  return tree.tokens.flatMap(({ upos, lemma }, at): Trigger[] => {
    if (upos !== 'VERB' || !HARM.test(lemma) || isDenied(tree, at)) return [];
    const { deprel, head } = tree.tokens[at]!;
    const outer = /^[cx]comp/.test(deprel) && head >= 0 && THREATENING.test(tree.tokens[head]!.lemma) ? head : null;
    if (outer === null && !/^wi?ll|would$/.test(modalOf(tree, at) ?? '')) return [];
    const places = outer === null ? [at] : [at, outer];
    const clause = places
      .flatMap((place) => childrenOf(tree, place, /^advcl/))
      .find((i) => i > at && (leadOf(tree, i) === 'unless' || (outer !== null && leadOf(tree, i) === 'if')));
    const subject = subjectOf(tree, at) ?? (outer === null ? null : subjectOf(tree, outer));
    if (clause === undefined || subject === null) return [];
    const words = phraseAt(tree, clause);
    if (words.to - words.from < 3) return [];
    const matter = trim(tree, { from: words.from + 1, to: words.to });
    const stance = leadOf(tree, clause) === 'unless' ? 'demands' : 'opposes';
    return [{ at, stance, weak: false, subject, matter, head: clause, redLine: false, kind: 'threat' }];
  });
}
