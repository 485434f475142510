/**
 * Lemmas by rule: for each Penn tag a list of endings and what becomes of them, learned from the treebanks (tools/train/lemmas.ts).
 * The longest ending that fits decides; "^" marks a whole word.
 */

/** Looks up lemmas. `tag` is the Penn tag. */
export type Lemmatizer = (form: string, tag: string) => string;

export const LONGEST_ENDING = 6;
/** Forms kept for a tag at most. */
const REMEMBERED = 5000;

/** The form that the lists speak of: in lower case save for names, with a straight apostrophe. */
export function lemmaBase(form: string, tag: string): string {
  const plain = form.replace(/[’`]/g, "'");
  if (tag === 'NNP' || tag === 'NNPS') return plain;
  // TV, DNA: capitals that are the word's own.
  if (tag.startsWith('NN') && /^\p{Lu}{2,}/u.test(plain)) return plain;
  return plain === 'I' ? plain : plain.toLowerCase();
}

/** The key of a list entry. */
export const lemmaKey = (tag: string, ending: string): string => `${tag} ${ending}`;

/** What an entry does: takes letters off the end, then adds some. */
export interface Edit {
  cut: number;
  add: string;
}

export function applyEdit(base: string, edit: Edit): string {
  return edit.cut >= base.length ? edit.add || base : base.slice(0, base.length - edit.cut) + edit.add;
}

/** @param lines 'tag ending<TAB>cut<TAB>add', from the weights file. */
export function makeLemmatizer(lines: readonly string[]): Lemmatizer {
  const rules = new Map<string, Edit>();
  for (const line of lines) {
    const [key, cut, add] = line.split('\t');
    rules.set(key!, { cut: Number(cut), add: add ?? '' });
  }
  // Texts repeat their words: what was worked out is kept, up to a bound.
  const known = new Map<string, Map<string, string>>();
  return (form, tag) => {
    let ofTag = known.get(tag);
    if (!ofTag) known.set(tag, (ofTag = new Map()));
    let lemma = ofTag.get(form);
    if (lemma === undefined) {
      lemma = lookUp(form, tag);
      if (ofTag.size >= REMEMBERED) ofTag.clear();
      if (form.length < 40) ofTag.set(form, lemma);
    }
    return lemma;
  };

  function lookUp(form: string, tag: string): string {
    const base = lemmaBase(form.length > 200 ? form.slice(0, 200) : form, tag);
    const whole = rules.get(lemmaKey(tag, `^${base}`));
    if (whole) return applyEdit(base, whole);
    for (let n = Math.min(LONGEST_ENDING, base.length); n >= 0; n--) {
      const edit = rules.get(lemmaKey(tag, n === 0 ? '' : base.slice(-n)));
      if (edit) return applyEdit(base, edit);
    }
    return base;
  }
}
