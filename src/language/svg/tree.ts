/** A sentence's tree as SVG: words in a row, an arc from each head to its dependent with the relation above it. */

/** What the drawing needs of a word. */
export interface DrawnWord {
  form: string;
  upos: string;
  head: number;
  deprel: string;
}

const FONT = 15;
const SMALL = 11;
const GAP = 18;
const LEVEL = 26;

const markup = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\P{C}\t]/gu, '\ufffd');

/** Width in pixels, by a rough count: the true one depends on the reader's fonts. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, c) =>
      sum + (/[mwMW@%]/.test(c) ? 0.86 : /[iljtf.,:;'’‘“”|I ]/.test(c) ? 0.36 : /[A-Z]/.test(c) ? 0.68 : 0.56),
    0,
  ) * size;

/**
 * The drawing, as text. Colours are `currentColor`, so that it is read on light and on dark paper; `title` and `desc` tell it to
 * those who cannot see it. `id` has to differ between drawings on one page.
 */
export function drawTree(words: readonly DrawnWord[], id = 'tree'): string {
  const widths = words.map((w) => Math.max(widthOf(w.form, FONT), widthOf(w.upos, SMALL), 14));
  const centers: number[] = [];
  let x = GAP;
  for (const width of widths) {
    centers.push(x + width / 2);
    x += width + GAP;
  }
  const levels = arcLevels(words);
  const highest = Math.max(1, ...levels);
  const base = highest * LEVEL + 34;
  const width = Math.ceil(x);
  const height = base + 48;
  const arcs = words.map((word, d) =>
    word.head < 0 ? drawRoot(centers[d]!, base) : drawArc(words, centers, levels, d, base),
  );
  const texts = words.map((word, i) =>
    [
      `<text x="${round(centers[i]!)}" y="${base + 20}" font-size="${FONT}" text-anchor="middle">${markup(word.form)}</text>`,
      `<text x="${round(centers[i]!)}" y="${base + 38}" font-size="${SMALL}" text-anchor="middle" opacity="0.65">${markup(word.upos)}</text>`,
    ].join('\n'),
  );
  const sentence = markup(words.map((w) => w.form).join(' '));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" fill="currentColor" font-family="'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif">
<title id="${id}-title">Grammar of: ${sentence}</title>
<desc id="${id}-desc">${markup(describe(words))}</desc>
<g fill="none" stroke="currentColor" stroke-width="1.1">
${arcs.map((a) => a.path).join('\n')}
</g>
${arcs.map((a) => a.label).join('\n')}
${texts.join('\n')}
</svg>
`;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** How high each word's arc runs: above all arcs that it spans. Shorter arcs are placed first. */
function arcLevels(words: readonly DrawnWord[]): number[] {
  const levels = words.map(() => 0);
  const reach = (i: number): number => Math.abs(words[i]!.head - i);
  const order = words.map((_, i) => i).filter((i) => words[i]!.head >= 0);
  order.sort((a, b) => reach(a) - reach(b) || a - b);
  const top = new Array<number>(words.length).fill(0);
  for (const i of order) {
    const [from, to] = [Math.min(i, words[i]!.head), Math.max(i, words[i]!.head)];
    let level = 0;
    for (let k = from; k < to; k++) level = Math.max(level, top[k]!);
    levels[i] = level + 1;
    for (let k = from; k < to; k++) top[k] = level + 1;
  }
  return levels;
}

function drawArc(
  words: readonly DrawnWord[],
  centers: readonly number[],
  levels: readonly number[],
  d: number,
  base: number,
): { path: string; label: string } {
  const head = words[d]!.head;
  const side = d > head ? 1 : -1;
  // Arcs leave a head a little to the side, so that they do not lie upon the one that ends there.
  const from = round(centers[head]! + 5 * side);
  const to = round(centers[d]! - 2 * side);
  const y = base - levels[d]! * LEVEL;
  const bend = round(Math.min(14, Math.abs(to - from) / 2) * side);
  const path = `<path d="M${from} ${base}V${y + 10}Q${from} ${y} ${round(from + bend)} ${y}H${round(to - bend)}Q${to} ${y} ${to} ${y + 10}V${base - 1}m-3 -6l3 6l3 -6"/>`;
  const label = `<text x="${round((from + to) / 2)}" y="${y - 4}" font-size="${SMALL}" text-anchor="middle">${markup(words[d]!.deprel)}</text>`;
  return { path, label };
}

function drawRoot(x: number, base: number): { path: string; label: string } {
  return {
    path: `<path d="M${round(x)} 18V${base - 1}m-3 -6l3 6l3 -6"/>`,
    label: `<text x="${round(x)}" y="14" font-size="${SMALL}" text-anchor="middle">root</text>`,
  };
}

function describe(words: readonly DrawnWord[]): string {
  return words
    .map((w) => (w.head < 0 ? `${w.form} is the root` : `${w.form} is ${w.deprel} of ${words[w.head]!.form}`))
    .join('; ');
}
