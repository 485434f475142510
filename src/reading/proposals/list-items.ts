/** The items of a list in a sentence. Example: "crews released, ships freed and ports opened" are three. */
import type { Range } from '../reading.ts';
import { rangeOfWords, type Scene } from '../scene.ts';

/** The items of a list: cut at its commas where what follows can stand alone, and at the "and" of three or more. */
export function listItems(scene: Scene, words: number[]): Range[] {
  const { tokens } = scene.sentence;
  const items: number[][] = [[]];
  const commas = words.filter((i) => tokens[i]!.form === ',').length;
  for (const i of words) {
    const { form } = tokens[i]!;
    const next = tokens[i + 1];
    const opens =
      form === ',' &&
      next !== undefined &&
      !/^(?:which|who|whose|where|when|but|each|a|an)$/i.test(next.form) &&
      !/^(?:ADJ|ADV)$/.test(next.upos);
    const listed = form === ',' && commas > 1 && next !== undefined && /^(?:a|an)$/i.test(next.form);
    // "crews released, ships freed and ports opened": the last "and" of a list.
    const closes = items.length > 1 && /^and$/i.test(form) && items.at(-1)!.length > 0 && isListEnd(scene, i, items);
    if (closes) items.push([]);
    else if (opens || listed || (commas > 0 && /^and$/i.test(form) && items.at(-1)!.length === 0)) {
      if (items.at(-1)!.length > 0) items.push([]);
    } else items.at(-1)!.push(i);
  }
  return items.filter((item) => item.some((i) => tokens[i]!.upos !== 'PUNCT')).map((item) => rangeOfWords(scene, item));
}

/** True where an "and" joins what follows to the first word of a list, or to the head of its last item. */
function isListEnd(scene: Scene, and: number, items: number[][]): boolean {
  const { tokens } = scene.sentence;
  const next = tokens[and]!.head;
  if (next <= and || !/^conj/.test(tokens[next]!.deprel)) return false;
  const to = tokens[next]!.head;
  const last = items.at(-1)!;
  return !last.includes(to) || !last.some((i) => i < to && /^(?:ADP|VERB)$/.test(tokens[i]!.upos));
}
