/**
 * Consistency over a text: a name met in full carries its kind to its short forms, and says what they stand for, where only one fits.
 *
 * "Ida Blackwood" makes "Blackwood" a person wherever it stands alone; with an "Otto Blackwood" in the same text it is still a person, but
 * stands for neither. A town or country of the same word keeps its own kind where it follows "in" or "to".
 */
import type { NameKind, Sentence, Token } from '../doc.ts';
import type { World } from '../world/index.ts';
import { isUpper } from './features.ts';
import { prefixStart } from './particles.ts';

export interface Found {
  sentence: number;
  from: number;
  to: number;
  kind: NameKind;
  /** The fuller name that this is short for. */
  full?: string;
}

const PLACING = new Set(['in', 'at', 'to', 'from', 'near', 'into', 'toward', 'towards', 'outside', 'across']);
const PARTICLES = new Set([
  ...'bin ibn ben bint al el an ar as at ed ez von van de der den la le du da do dos das del della di ter ten zu'.split(
    ' ',
  ),
  '-',
]);

/** Words of a full name by which it may be named in short: of a person the last (with its particles), and the first. */
function shortsOf(words: readonly string[]): string[] {
  const clean = words.filter((word) => !/^(?:Jr\.?|Sr\.?|II|III|IV)$/.test(word));
  if (clean.length < 2) return [];
  const shorts = [clean.at(-1)!];
  let start = clean.length - 1;
  while (start > 1 && PARTICLES.has(clean[start - 1]!.toLowerCase())) start--;
  if (start < clean.length - 1) shorts.push(clean.slice(start).join(' '));
  shorts.push(clean[0]!);
  return shorts;
}

/** The words of a name; a particle that begins it is in lower case, as it is within a full name. */
function wordsOf(tokens: readonly Token[], { from, to }: Found): string[] {
  const words = tokens.slice(from, to).map((token) => token.form);
  if (words.length > 1 && PARTICLES.has(words[0]!.toLowerCase())) words[0] = words[0]!.toLowerCase();
  return words;
}

/** The initials of an organization's name: "Northern Lakes Union" is NLU. */
function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => isUpper(word))
    .map((word) => word[0])
    .join('');
}

/** The names, with those of short forms corrected, completed and tied to the full ones. In order, without overlap. */
export function resolveShortForms(sentences: readonly Sentence[], names: readonly Found[], world: World): Found[] {
  const people = new Map<string, Set<string>>();
  const bodies = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, full: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(full));
  };
  const kinds = new Map<string, Map<NameKind, number>>();
  for (const name of names) {
    const words = wordsOf(sentences[name.sentence]!.tokens, name);
    const full = words.join(' ');
    // "el-Sarraf" alone is short itself.
    if (name.kind === 'person' && !PARTICLES.has(words[0]!))
      for (const short of shortsOf(words)) put(people, short, full);
    if (name.kind === 'organization' && words.length > 1) {
      const initials = initialsOf(words);
      if (initials.length > 1) put(bodies, initials, full);
    }
    const count = kinds.get(full) ?? new Map<NameKind, number>();
    count.set(name.kind, (count.get(name.kind) ?? 0) + 1);
    kinds.set(full, count);
  }
  const only = (map: Map<string, Set<string>>, key: string): string | undefined => {
    const found = map.get(key);
    // So many of one name are never one; and the text stays linear.
    if (!found || found.size > 40) return undefined;
    const fulls = [...found];
    // "Ida Blackwood" and "Ida M. Blackwood" are one; the longest stands for both.
    const longest = fulls.reduce((a, b) => (b.length > a.length ? b : a), '');
    const same = fulls.every(
      (full) => full.split(' ')[0] === longest.split(' ')[0] && full.split(' ').at(-1) === longest.split(' ').at(-1),
    );
    return same && longest !== '' ? longest : undefined;
  };
  const taken = new Map<number, Found[]>();
  const out: Found[] = [];
  for (const name of names) {
    const { tokens } = sentences[name.sentence]!;
    const words = wordsOf(tokens, name);
    // "E.N." is EN.
    const phrase = words.join(' ').replace(/^(?:\p{Lu}\.){2,}$/u, (initials) => initials.replaceAll('.', ''));
    const before = tokens[name.from - 1]?.form.toLowerCase() ?? '';
    let { kind } = name;
    const placed =
      world.lookUp(phrase).length > 0 && (PLACING.has(before) || kind === 'nationality' || kind === 'country');
    if (people.has(phrase) && kind !== 'person' && !placed) kind = 'person';
    else if (bodies.has(phrase) && kind !== 'organization' && world.lookUp(phrase).length === 0) kind = 'organization';
    else if (words.length > 1 || world.lookUp(phrase).length === 0) kind = majority(kinds.get(phrase), kind);
    const full = kind === 'person' ? only(people, phrase) : kind === 'organization' ? only(bodies, phrase) : undefined;
    const found: Found = { ...name, kind, ...(full !== undefined && full !== phrase && { full }) };
    out.push(found);
    const here = taken.get(name.sentence);
    if (here) here.push(found);
    else taken.set(name.sentence, [found]);
  }
  // "the Northern Lakes Union (NLU)": the abbreviation that a body is given, here and wherever it stands without a name.
  const given = new Set<string>();
  for (const name of names) {
    if (name.kind !== 'organization') continue;
    const { tokens } = sentences[name.sentence]!;
    const short = tokens[name.to]?.form === '(' && tokens[name.to + 2]?.form === ')' ? tokens[name.to + 1]!.form : '';
    if (short.length > 1 && bodies.has(short)) given.add(short);
  }
  // Short forms of people that the labeller passed over.
  const lastNames = new Set(
    names.flatMap((n) =>
      n.kind === 'person' && n.to - n.from > 1 ? [sentences[n.sentence]!.tokens[n.to - 1]!.form] : [],
    ),
  );
  if (lastNames.size === 0 && given.size === 0) return out;
  sentences.forEach(({ tokens }, sentence) => {
    const covered = new Set<number>();
    for (const n of taken.get(sentence) ?? []) for (let i = n.from; i < n.to; i++) covered.add(i);
    tokens.forEach((token, i) => {
      if (given.has(token.form) && !covered.has(i)) {
        const full = only(bodies, token.form);
        out.push({ sentence, from: i, to: i + 1, kind: 'organization', ...(full !== undefined && { full }) });
        return;
      }
      if (!lastNames.has(token.form) || !isUpper(token.form) || token.form.length < 3 || covered.has(i)) return;
      if (world.lookUp(token.form).length > 0 || token.upos !== 'PROPN') return;
      const next = tokens[i + 1];
      const previous = tokens[i - 1];
      if (
        (next && isUpper(next.form) && next.upos === 'PROPN') ||
        (previous && isUpper(previous.form) && previous.upos === 'PROPN')
      )
        return;
      const full = only(people, token.form);
      const from = prefixStart(tokens, i, covered.has(i - 2) ? i : 0);
      out.push({ sentence, from, to: i + 1, kind: 'person', ...(full !== undefined && { full }) });
    });
  });
  return out.sort((a, b) => a.sentence - b.sentence || a.from - b.from);
}

function majority(counts: Map<NameKind, number> | undefined, own: NameKind): NameKind {
  let best = own;
  for (const [kind, count] of counts ?? []) if (count > (counts!.get(best) ?? 0)) best = kind;
  return best;
}
