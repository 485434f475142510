/** Word for word: how one sentence became another. In: two texts. Out: pieces, in the order of reading. */

export interface Piece {
  kind: 'same' | 'gone' | 'came';
  text: string;
}

/**
 * The pieces with their white space; 'same' and 'came' together are `after`. Where a run of words was replaced, what is
 * gone stands before what came. Quadratic in the words of a sentence.
 */
export function diffWords(before: string, after: string): Piece[] {
  const a: string[] = before.match(/\s*\S+/g) ?? [];
  const b: string[] = after.match(/\s*\S+/g) ?? [];
  const words = [a, b].map((list) => list.map((word) => word.trim())) as [string[], string[]];
  const lengths = commonLengths(words[0], words[1]);
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && words[0][i] === words[1][j]) {
      put('same', b[j]!);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) put('gone', a[i++]!);
    else put('came', b[j++]!);
  }
  return pieces;
}

/** [i][j]: how many words the ends of `a` from i and of `b` from j have in common, in order. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}
