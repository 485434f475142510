/** Learns the lemmatizer's lists: the fewest endings that give the treebanks' lemmas back. */
import { applyEdit, type Edit, LONGEST_ENDING, lemmaBase, lemmaKey } from '../../src/language/lemmas.ts';
import type { GoldSentence } from './treebank.ts';

function editOf(base: string, lemma: string): Edit {
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  return { cut: base.length - same, add: lemma.slice(same) };
}

const spell = (e: Edit): string => `${e.cut}\t${e.add}`;

/** Lines for makeLemmatizer. */
export function learnLemmas(gold: readonly GoldSentence[]): string[] {
  // How often each tagged word has which edit; spelling mistakes, which the treebanks put right in the lemma, are left out.
  const words = new Map<string, { tag: string; base: string; edits: Map<string, number> }>();
  for (const s of gold)
    s.forms.forEach((form, i) => {
      const tag = s.xpos[i]!;
      const lemma = s.lemmas[i]!;
      if (lemma === '_' || s.feats[i]!.includes('Typo=Yes')) return;
      const base = lemmaBase(form, tag);
      const key = lemmaKey(tag, base);
      const word = words.get(key) ?? { tag, base, edits: new Map<string, number>() };
      words.set(key, word);
      const edit = spell(editOf(base, lemma.replace(/[’`]/g, "'")));
      word.edits.set(edit, (word.edits.get(edit) ?? 0) + 1);
    });
  const best = (counts: Map<string, number>): string => [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const endings = new Map<string, Map<string, number>>();
  for (const { tag, base, edits } of words.values()) {
    const edit = best(edits);
    for (let n = 0; n <= Math.min(LONGEST_ENDING, base.length - 1); n++) {
      const key = lemmaKey(tag, n === 0 ? '' : base.slice(-n));
      const counts = endings.get(key) ?? new Map<string, number>();
      endings.set(key, counts.set(edit, (counts.get(edit) ?? 0) + 1));
    }
  }
  const rules = new Map<string, string>();
  const inherited = (tag: string, ending: string): string | undefined => {
    for (let n = ending.length; n >= 0; n--) {
      const rule = rules.get(lemmaKey(tag, n === 0 ? '' : ending.slice(-n)));
      if (rule !== undefined) return rule;
    }
    return undefined;
  };
  const keys = [...endings.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [tag, ending] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
    const counts = endings.get(key)!;
    const edit = best(counts);
    const support = counts.get(edit)!;
    if (
      ending === '' ||
      (support >= 3 &&
        edit !== inherited(tag, ending.slice(1)) &&
        support * 2 > [...counts.values()].reduce((a, b) => a + b))
    )
      rules.set(key, edit);
  }
  const whole: string[] = [];
  for (const { tag, base, edits } of words.values()) {
    const edit = best(edits);
    const rule = inherited(tag, base.slice(-LONGEST_ENDING));
    const asEdit = (line: string): Edit => ({ cut: Number(line.split('\t')[0]), add: line.split('\t')[1] ?? '' });
    if (rule === undefined || applyEdit(base, asEdit(rule)) !== applyEdit(base, asEdit(edit)))
      whole.push(`${lemmaKey(tag, `^${base}`)}\t${edit}`);
  }
  return [...[...rules].map(([key, edit]) => `${key}\t${edit}`), ...whole].sort();
}
