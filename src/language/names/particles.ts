/**
 * Particles in names of people: "Omar el-Sarraf", "Ida van der Holm", "Yusuf bin Talal". The labeller often ends a
 * name at such a word, or begins it after one. In: its stretches. Out: stretches with their particles, in order.
 */
import type { Sentence, Token } from '../doc.ts';
import { isUpper } from './features.ts';
import type { Labelled } from './label.ts';

/** Written on to the name with a hyphen, in either case. */
const PREFIXES = new Set(['al', 'el', 'an', 'ar', 'as', 'at', 'az', 'ed', 'ez', 'ul', 'abd', 'ben', 'bin', 'abu']);
/** Words of their own between the parts of a name, in lower case. */
const BETWEEN = new Set(
  'van von der den de la le du da do dos das del della di ter ten zu bin bint ibn ben al el ould'.split(' '),
);
/** No name has more of them in a row. */
const MOST = 3;

export function joinParticles(sentences: readonly Sentence[], labelled: readonly Labelled[]): Labelled[] {
  const out: Labelled[] = [];
  for (const name of labelled) {
    const { tokens } = sentences[name.sentence]!;
    const taken = out.at(-1)?.sentence === name.sentence ? out.at(-1)!.to : 0;
    const whole = isNameKind(name) ? { ...name, from: prefixStart(tokens, name.from, taken) } : name;
    const before = out.at(-1);
    if (before?.sentence === whole.sentence && isJoined(tokens, before, whole))
      out[out.length - 1] = { ...before, to: whole.to, kind: 'person' };
    else out.push(whole);
  }
  return asPeople(sentences, withTold(sentences, out));
}

const isNameKind = ({ kind }: Labelled): boolean => kind === 'person' || kind === 'place';

/**
 * Where the name at `from` begins with its prefix: "el-Sarraf" for "Sarraf".
 * @param taken index of the first token that may belong to it.
 */
export function prefixStart(tokens: readonly Token[], from: number, taken: number): number {
  const [prefix, hyphen, name] = [tokens[from - 2], tokens[from - 1], tokens[from]!];
  if (!prefix || from - 2 < taken || hyphen!.form !== '-' || !PREFIXES.has(prefix.form.toLowerCase())) return from;
  return prefix.end === hyphen!.start && hyphen!.end === name.start ? from - 2 : from;
}

/** Parts of one person's name with nothing but particles between them, or at the end of the first. */
function isJoined(tokens: readonly Token[], a: Labelled, b: Labelled): boolean {
  if (!isNameKind(a) || !isNameKind(b) || (a.kind !== 'person' && b.kind !== 'person')) return false;
  const gap = tokens.slice(a.to, b.from).map(({ form }) => form);
  if (gap.length > MOST || !gap.every((form) => BETWEEN.has(form))) return false;
  if (gap.length > 0) return true;
  const last = tokens[a.to - 1]!.form;
  // "Omar" and "el-Sarraf" side by side, or "Ida van" and "Holm".
  return BETWEEN.has(last) || (b.to - b.from > 2 && tokens[b.from + 1]!.form === '-' && isUpper(tokens[a.from]!.form));
}

/** "de la Cruz" and "Van der Holm" alone, where the text names them in full. */
function withTold(sentences: readonly Sentence[], names: Labelled[]): Labelled[] {
  const tails = new Set<string>();
  for (const name of names) {
    const words = wordsOf(sentences, name);
    for (let i = 1; i < words.length - 1; i++)
      if (BETWEEN.has(words[i]!)) {
        tails.add(words.slice(i).join(' '));
        break;
      }
  }
  if (tails.size === 0) return names;
  return names.map((name, i) => {
    const { tokens } = sentences[name.sentence]!;
    const floor = i > 0 && names[i - 1]!.sentence === name.sentence ? names[i - 1]!.to : 0;
    for (let from = name.from - 1; from >= floor && name.from - from <= MOST; from--) {
      const tail = tokens.slice(from, name.to).map(({ form }) => form);
      if (!BETWEEN.has(tail[0]!.toLowerCase())) break;
      tail[0] = tail[0]!.toLowerCase();
      if (tails.has(tail.join(' '))) return { ...name, from, kind: 'person' };
    }
    return name;
  });
}

/** A name with a prefix is a person's where its end is named as a person's elsewhere: the labeller takes it for a place at times. */
function asPeople(sentences: readonly Sentence[], names: Labelled[]): Labelled[] {
  const votes = new Map<string, number>();
  const endOf = (name: Labelled): string | null => {
    const words = wordsOf(sentences, name);
    return words.length >= 3 && words.at(-2) === '-' && PREFIXES.has(words.at(-3)!.toLowerCase())
      ? words.at(-1)!
      : null;
  };
  for (const name of names) {
    const end = endOf(name);
    if (end !== null && isNameKind(name)) votes.set(end, (votes.get(end) ?? 0) + (name.kind === 'person' ? 1 : -1));
  }
  return names.map((name) => {
    const end = endOf(name);
    const isPerson = end !== null && name.kind === 'place' && (votes.get(end) ?? 0) > 0;
    return isPerson ? { ...name, kind: 'person' } : name;
  });
}

function wordsOf(sentences: readonly Sentence[], { sentence, from, to }: Labelled): string[] {
  return sentences[sentence]!.tokens.slice(from, to).map(({ form }) => form);
}
