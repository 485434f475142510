/**
 * Titles and roles of a person, beside the name: "Trade Minister Ida Holm", "Ida Holm, the trade minister of Westmark,".
 *
 * Before the name: the run of words that ends with a title right before it. After it: an apposition between commas whose noun is a title.
 */
import type { Token } from '../doc.ts';
import type { World } from '../world/index.ts';
import { isUpper } from './features.ts';
import { type Gazetteer, LIST } from './gazetteer.ts';
import { phraseOf } from './kinds.ts';

/** Tokens [from, to) of the sentence. */
export interface Role {
  from: number;
  to: number;
}

const QUALIFIERS = new Set(
  'former acting deputy vice senior chief then interim outgoing incoming assistant associate foreign prime co lead top special general secretary-general retired late national first second'.split(
    ' ',
  ),
);
const JOINTS = new Set(['of', 'for', 'to', 'and', '-', '&', 'the', 'on']);
/** Forms of address that are no office. */
const ADDRESS = new Set([
  'mr',
  'mr.',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'miss',
  'st.',
  'father',
  'mother',
  'brother',
  'sister',
  'aunt',
  'uncle',
]);
const REACH = 12;

function isTitle(token: Token | undefined, gazetteer: Gazetteer): boolean {
  if (!token) return false;
  const low = token.form.toLowerCase();
  if ((gazetteer.listsOf(token.form, low) & LIST.TITLE) !== 0) return true;
  // Titles are many; most end alike.
  return /(?:minister|secretary|president|spokes(?:man|woman|person)|adviser|advisor|chairman|chairwoman|negotiator|ambassador)s?$/.test(
    low,
  );
}

/** The role before the name that begins at token `at`, or null. */
export function roleBefore(tokens: readonly Token[], at: number, world: World, gazetteer: Gazetteer): Role | null {
  const to = at;
  let from = to - 1;
  if (!isTitle(tokens[from], gazetteer)) {
    // "Secretary of State Ida Holm": the title, and what it is of, in capitals.
    while (from > 0 && from > to - 5 && isUpper(tokens[from]!.form)) from--;
    if (from === to - 1 || from < 1 || !/^(?:of|for)$/.test(tokens[from]?.form ?? '')) return null;
    from--;
    if (!isTitle(tokens[from], gazetteer) || !isUpper(tokens[from]!.form)) return null;
  }
  if (from < 0 || ADDRESS.has(tokens[from]!.form.toLowerCase())) return null;
  for (let i = from - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i]!;
    const low = token.form.toLowerCase();
    if ((gazetteer.listsOf(token.form, low) & LIST.DATE) !== 0) break;
    const noun = token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ' || token.upos === 'VERB';
    if (
      isUpper(token.form) &&
      (i > 0 || token.upos === 'PROPN' || isTitle(token, gazetteer)) &&
      token.upos !== 'DET' &&
      token.upos !== 'ADP' &&
      token.upos !== 'PRON' &&
      token.upos !== 'SCONJ' &&
      token.upos !== 'ADV' &&
      token.upos !== 'CCONJ'
    ) {
      from = i;
      continue;
    }
    if (QUALIFIERS.has(low) || (isTitle(token, gazetteer) && !JOINTS.has(low))) {
      from = i;
      continue;
    }
    // "Secretary of State", "secretary-general": a joint holds two words of the title together.
    if (
      JOINTS.has(low) &&
      i > 0 &&
      isTitle(tokens[i - 1], gazetteer) &&
      isUpper(tokens[i + 1]!.form) === isUpper(tokens[i - 1]!.form)
    ) {
      if (low === 'and' || low === 'the') break;
      continue;
    }
    // Common nouns of lower-case roles: "trade minister", "opposition leader"; "Trade minister" where a sentence begins.
    if (
      noun &&
      (i === 0 || !isUpper(token.form)) &&
      token.upos === 'NOUN' &&
      i === from - 1 &&
      !isUpper(tokens[from]!.form)
    ) {
      from = i;
      continue;
    }
    break;
  }
  from = skipCountry(tokens, from, to, world);
  return from < to ? { from, to } : null;
}

/** Leaves a country or nationality before the title out: it is a name of its own. */
function skipCountry(tokens: readonly Token[], from: number, to: number, world: World): number {
  for (let length = Math.min(3, to - from - 1); length >= 1; length--) {
    const known = world.lookUp(phraseOf(tokens, from, from + length));
    if (known.some((e) => e.kind === 'country' || e.kind === 'nationality')) {
      let next = from + length;
      while (next < to - 1 && /^(?:'s|’s|-)$/.test(tokens[next]!.form)) next++;
      return next;
    }
  }
  return from;
}

/** The role in an apposition after the name that ends before token `at`, or null. */
export function roleAfter(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Role | null {
  if (tokens[at]?.form !== ',') return null;
  let from = at + 1;
  if (/^(?:the|a|an|his|her|their|its|our)$/i.test(tokens[from]?.form ?? '')) from++;
  let to = from;
  let title = false;
  for (; to < Math.min(tokens.length, from + REACH + 4); to++) {
    const token = tokens[to]!;
    const low = token.form.toLowerCase();
    // "director of the Shippers’ Council"
    const isOwning =
      /^['’]$/.test(token.form) && /s$/.test(tokens[to - 1]!.form) && isUpper(tokens[to + 1]?.form ?? '');
    if (isOwning) continue;
    if (/^[,.;:()–—"“”'’]$/.test(token.form) || low === 'who' || low === 'which' || low === 'that' || low === 'whose')
      break;
    if (token.upos === 'VERB' && token.xpos !== 'VBG' && token.xpos !== 'VBN') return null;
    if (token.upos === 'AUX' || token.upos === 'PRON' || (token.upos === 'CCONJ' && !title)) return null;
    if (token.upos === 'ADP' && !title) return null;
    if (!title && isTitle(token, gazetteer)) title = true;
  }
  // A list of names ("Ida Holm, President Bo Marr and …") is no apposition.
  const last = tokens[to];
  if (!title || to === from || !last || !/^[,.;)'’]$|^(?:who|which|that|whose)$/i.test(last.form)) return null;
  if (
    from === at + 1 &&
    isUpper(tokens[from]!.form) &&
    isTitle(tokens[from], gazetteer) &&
    isUpper(tokens[from + 1]?.form ?? 'x')
  )
    return null;
  return { from, to };
}
