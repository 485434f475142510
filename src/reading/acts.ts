import type { Token } from '../language/doc.ts';
import type { Statement } from '../model/record.ts';
import { cueActs } from './cues.ts';

const DECLINING = /^(?:declin|refus)/;
const SPEAKING =
  /^(?:comment|say|detail|answer|discuss|respond|elaborate|confirm|specify|name|disclose|speak|identify|give)/;

/** What was done by saying it: from the verb that heads the cue and the words around it. `tokens` are those of the cue. */
export function actOf(head: Token, tokens: Token[], next: Token | undefined): Statement['act'] {
  const words = tokens.map((token) => token.form.toLowerCase());
  const declines = words.findIndex((word) => DECLINING.test(word));
  // "declined to comment", "refused to say": what is kept back is information, not consent.
  if (declines >= 0) {
    const what = words.slice(declines + 1).find((word) => word !== 'to') ?? next?.form.toLowerCase() ?? '';
    if (words[declines]!.startsWith('declin') || SPEAKING.test(what)) return 'decline';
    return 'reject';
  }
  const act = cueActs.get(head.form.toLowerCase()) ?? (head.lemma ? cueActs.get(head.lemma) : undefined);
  if (words.includes('pushed') && words.includes('back')) return 'reject';
  if (words.includes('called') && words.includes('for')) return 'demand';
  return act ?? 'say';
}
