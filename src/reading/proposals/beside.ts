/**
 * Terms that stand right beside the noun of a proposal. In: the noun in its tree. Out: ranges of the text. Example: "a 3
 * percent offer", "raised its offer to 5 percent", "a compromise: cuts by 2035".
 */
import type { Range } from '../reading.ts';
import { kids, lemmaOf, rangeOfWords, type Scene, under } from '../scene.ts';
import { listItems } from './list-items.ts';
import { hasCase, REVISED } from './mentions.ts';

/** Terms right beside the noun: "a 3 percent offer", "the offer, 4 percent and a bonus,", "a compromise: cuts by 2035", "raised its offer to 5 percent", "the plan is to keep the ferries". */
export function besides(scene: Scene, at: number): Range[] {
  const { tokens } = scene.sentence;
  const found: Range[] = [];
  const isSum = (i: number): boolean =>
    under(scene, i).some((k) => tokens[k]!.upos === 'NUM') && /^(?:NOUN|SYM|NUM)$/.test(tokens[i]!.upos);
  // "a 3 percent offer": the tree may hang the number on the offer itself.
  const parts = kids(scene, at, /^(?:compound|nummod|amod|nmod)/).filter((i) => i < at);
  if (parts.some((i) => SUM.test(tokens[i]!.form)) && parts.some(isSum)) {
    const words = parts
      .filter((i) => isSum(i) || SUM.test(tokens[i]!.form))
      .flatMap((i) => under(scene, i))
      .sort((x, y) => x - y);
    const sign = tokens[words[0]! - 1]?.upos === 'SYM' ? [words[0]! - 1] : [];
    found.push(rangeOfWords(scene, [...sign, ...words]));
  }
  // "the offer, 4 percent and a bonus, was …"
  if (tokens[at + 1]?.form === ',' && /^(?:NUM|SYM)$/.test(tokens[at + 2]?.upos ?? '')) {
    const end = tokens.findIndex((token, i) => i > at + 2 && /^[,.;]$/.test(token.form));
    if (end > at + 3)
      found.push(
        rangeOfWords(
          scene,
          Array.from({ length: end - at - 2 }, (_, k) => at + 2 + k),
        ),
      );
  }
  if (tokens[at + 1]?.form === ':') {
    const rest = Array.from({ length: tokens.length - at - 2 }, (_, k) => at + 2 + k).filter((i) => i < tokens.length);
    while (rest.length > 0 && tokens[rest.at(-1)!]!.upos === 'PUNCT') rest.pop();
    if (rest.length > 0) found.push(...listItems(scene, rest));
  }
  const { head, deprel } = tokens[at]!;
  if (head < 0) return found;
  if (/^obj/.test(deprel) && REVISED.test(lemmaOf(tokens[head]!)))
    for (const i of kids(scene, head, /^obl/))
      if (i > at && isSum(i) && hasCase(scene, i, /^to$/))
        found.push(rangeOfWords(scene, under(scene, i, /^(?:case|acl)/)));
  if (
    /^nsubj/.test(deprel) &&
    kids(scene, head, /^cop/).length > 0 &&
    kids(scene, head, /^mark/).some((i) => tokens[i]!.form === 'to')
  )
    found.push(rangeOfWords(scene, under(scene, head, /^(?:nsubj|cop|mark|parataxis)/)));
  if (/^nsubj/.test(deprel) && /^(?:begin|start|open|end)$/.test(lemmaOf(tokens[head]!)))
    for (const i of kids(scene, head, /^obl/))
      if (i > head && hasCase(scene, i, /^with$/)) found.push(rangeOfWords(scene, under(scene, i, /^case/)));
  return found;
}

const SUM = /^(?:percent|cent|%|\p{Sc}|crowns?|dollars?|euros?|pounds?|share|million|billion)$/iu;
