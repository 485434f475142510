/** What the network sees of a word taken alone: itself, its ends, its shape. Words with the same features get the same vector. */

/** Features that tell the very word; in training they are at times held back, so that the others learn to do without. */
export const WORD_FEATURES = 2;

const shapeOf = (unit: number): string => {
  const c = String.fromCharCode(unit);
  if (c >= '0' && c <= '9') return 'd';
  if (c !== c.toLowerCase()) return 'X';
  if (c !== c.toUpperCase() || unit > 0x2ff) return 'x';
  return c;
};

/** "Xx", "d.d", "X.X.": character classes with repetitions left out, of the first twelve classes. */
function shape(form: string): string {
  let out = '';
  for (let i = 0; i < form.length && i < 40 && out.length < 12; i++) {
    const s = shapeOf(form.charCodeAt(i));
    if (out.at(-1) !== s) out += s;
  }
  return out + (form.length < 4 ? form.length : form.length > 7 ? '+' : '');
}

/** The features of a form, as keys of the vocabulary; the first WORD_FEATURES name the word itself. Bounded for any length of form. */
export function wordFeatures(form: string): string[] {
  const word = form.length > 64 ? `${form.slice(0, 32)}${form.slice(-32)}` : form;
  const low = word.toLowerCase().replace(/[’`]/g, "'").replace(/\d/g, '0');
  const exact = word === low ? '' : word;
  const keys = [`w ${low}`, `W ${exact}`, `s ${shape(form)}`];
  for (let n = 1; n <= 4; n++) if (low.length > n) keys.push(`-${low.slice(-n)}`);
  for (let n = 1; n <= 3; n++) if (low.length > n) keys.push(`${low.slice(0, n)}-`);
  if (low.includes('-')) keys.push(`h ${low.slice(low.lastIndexOf('-') + 1)}`);
  return keys;
}
