/**
 * Threats: what somebody wants who tells what comes otherwise. In: a tree. Out: triggers, as for words of stance.
 * Example: "The party will quit the coalition unless the levy goes" gives demands, "the party", "the levy goes";
 * "threatened to strike if the mine closes" gives opposes, "the mine closes".
 */
import { formOf, isDenied, modalOf, phraseAt, subjectOf, type Tree, trim } from './tree.ts';
import type { Trigger } from './trigger.ts';

/** What hurts the other side; "the ship will turn unless" is no threat. */
const HARM =
  /^(?:abandon|attack|block|boycott|break|close|cut|end|halt|impose|leave|pull|quit|resign|resume|retaliate|shut|stop|strike|sue|suspend|topple|veto|vote|walk|withdraw)$/;
// Words from a threat to what averts it.
const FAR = 25;

export function findThreats(tree: Tree): Trigger[] {
  const { tokens } = tree;
  return tokens.flatMap(({ upos, lemma }, at): Trigger[] => {
    const isOpen = lemma === 'threaten';
    const isHidden = HARM.test(lemma) && /^(?:will|would|’ll|'ll)$/.test(modalOf(tree, at) ?? '');
    if (upos !== 'VERB' || !(isOpen || isHidden) || isDenied(tree, at)) return [];
    const subject = subjectOf(tree, at);
    const averting = isOpen ? /^(?:unless|until|if)$/ : /^unless$/;
    const lead = tokens.findIndex((token, i) => i > at && i < at + FAR && averting.test(formOf(token)));
    const head = lead < 0 ? -1 : tokens[lead]!.head;
    if (subject === null || head <= lead || !/^(?:VERB|ADJ|NOUN)$/.test(tokens[head]!.upos)) return [];
    const matter = trim(tree, { from: lead + 1, to: phraseAt(tree, head).to });
    if (matter.to <= matter.from) return [];
    const stance = formOf(tokens[lead]!) === 'if' ? 'opposes' : 'demands';
    return [{ at, stance, weak: false, subject, matter, head, until: matter.to, redLine: false, kind: 'threat' }];
  });
}
