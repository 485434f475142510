/**
 * Gold names out of GUM's entity layer, and silver ones out of CoreNLP's.
 *
 * GUM marks every noun phrase that refers, names or not, with its determiners, titles and clauses. A NAME here is:
 *
 *   - a mention of type person, organization, place, event, object or abstract whose head is a proper noun (PROPN, xpos NNP or NNPS),
 *   - cut down to the name: from the head outward over what the tree ties to it as part of the name (flat, compound, and proper nouns under
 *     amod, nmod, nummod, det, conj …), stopping at the mention's edges, at determiners and possessors before it, titles (nmod:desc) and
 *     lower-case words, save links such as "of", "the", "and" between two capitalized words of the name,
 *   - outermost only ("Oslo" inside "University of Oslo" does not count),
 *   - no bare title ("Madam Speaker", "the President"), no day or month.
 *
 * Demonyms ("Germans"), which GUM calls persons, are the kind `nationality`, and are left out of both sides of the score.
 */
import type { Sentence, Token } from '../../src/language/doc.ts';

/** What the labeller tells apart; works, laws and the like are `misc` until words say more. */
export type GoldKind = 'person' | 'organization' | 'place' | 'event' | 'misc';

export interface GoldName {
  /** Tokens [from, to) of the sentence. */
  from: number;
  to: number;
  kind: GoldKind;
}

export interface GoldSentence {
  sentence: Sentence;
  names: GoldName[];
}

export interface GoldText {
  id: string;
  genre: string;
  licence: string;
  text: string;
  sentences: GoldSentence[];
}

const KINDS: Record<string, GoldKind> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  event: 'event',
  abstract: 'misc',
  object: 'misc',
};

interface Mention {
  kind: GoldKind | null;
  from: number;
  to: number;
  /** Head, as an index into the sentence's tokens. */
  head: number;
  /** Words of the title of the encyclopaedia's page that GUM links it to; empty where it links none. */
  page: string[];
}

/** The mentions that MISC columns open and close. A mention over several sentences is cut at the end of the first. */
function readMentions(misc: readonly string[]): Mention[] {
  const open = new Map<string, Omit<Mention, 'to'>[]>();
  const mentions: Mention[] = [];
  misc.forEach((column, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(column)?.[1];
    if (!entity) return;
    for (const part of entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (part[1] !== undefined) {
        const fields = part[1].split('-');
        const head = Number((fields[5] ?? '1').split(',')[0]);
        const page = fields
          .slice(7)
          .join('-')
          .replaceAll('%2C', ',')
          .split('_')
          .filter((word) => word !== '');
        const mention = {
          page,
          kind: KINDS[fields[1] ?? ''] ?? null,
          from: i,
          head: i + (Number.isFinite(head) ? head : 1) - 1,
        };
        if (part[2]) mentions.push({ ...mention, to: i + 1 });
        else {
          const stack = open.get(fields[0]!) ?? [];
          stack.push(mention);
          open.set(fields[0]!, stack);
        }
      } else {
        const mention = open.get(part[3]!)?.pop();
        if (mention) mentions.push({ ...mention, to: i + 1 });
      }
    }
  });
  return mentions.map((m) => ({ ...m, head: headOf(m) }));
}

/** GUM lists the words of the minimal span; the head is the first of them unless the tree says otherwise (see shrink). */
function headOf(mention: Mention): number {
  return Math.min(mention.head, mention.to - 1);
}

const LINKS = new Set([
  'of',
  'the',
  'and',
  '&',
  'for',
  'de',
  'la',
  'le',
  'du',
  'des',
  'del',
  'von',
  'van',
  'der',
  'al',
  'bin',
  'ibn',
  'in',
  'on',
  'to',
  "'s",
  '’s',
  '-',
  '–',
  '/',
  '.',
  'y',
  'e',
  'di',
  'da',
  'dos',
  'el',
  'den',
  'ul',
  'a',
]);
const TITLES = new Set(
  'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president vice speaker madam sir lord lady king queen prince princess pope senator senators sen sen. rep rep. representative congressman congresswoman governor gov gov. mayor minister prime chancellor secretary ambassador general gen gen. colonel col col. captain capt capt. major maj lieutenant lt lt. sergeant sgt sgt. admiral chief justice judge attorney chairman chairwoman chair director god lord emperor saint st st. father sister brother mother mom dad mum reverend rev rev. rabbi imam ayatollah sheikh chairperson leader counsel your honor honour excellency majesty deputy foreign defense defence'.split(
    ' ',
  ),
);

function isProper(token: Token): boolean {
  return token.upos === 'PROPN' || token.xpos === 'NNP' || token.xpos === 'NNPS';
}
function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.form) || /^\d/.test(token.form);
}

/** Relations by which a word is part of the name of its head; of a person's name, less ("Ida and Bo of Westmark" are three names). */
const INSIDE =
  /^(?:flat|compound|amod|nmod(?!:poss|:desc)|nummod|goeswith|det|case|cc|conj|punct|advmod|fixed|dep|obl|nmod:unmarked)/;
const INSIDE_PERSON = /^(?:flat|compound|amod|nummod|goeswith|punct|fixed|nmod:unmarked|det$|case)/;

/** The name inside a mention, or null where it names nothing. */
function shrink(tokens: readonly Token[], mention: Mention): GoldName | null {
  // The head by the tree: the word of the mention that hangs outside of it.
  let head = mention.head;
  for (let hops = 0; hops < 20; hops++) {
    const above = tokens[head]!.head;
    if (above < mention.from || above >= mention.to) break;
    head = above;
  }
  if (mention.kind === null) return null;
  const isTitle = (token: Token): boolean => TITLES.has(token.form.toLowerCase());
  // "creator Ida Holm", "President Bo Marr": the noun or title is the head, and the name hangs on it.
  if (!isProper(tokens[head]!) || (mention.kind === 'person' && isTitle(tokens[head]!))) {
    const named = tokens.findIndex(
      (token, i) =>
        i > head &&
        i < mention.to &&
        token.head === head &&
        /^(?:flat|appos)/.test(token.deprel) &&
        isProper(token) &&
        isCapital(token) &&
        !isTitle(token),
    );
    if (named < 0 && mention.page.length > 0) return wordsOfPage(tokens, mention);
    if (named < 0 || mention.kind !== 'person') return null;
    let to = named + 1;
    while (to < mention.to && isProper(tokens[to]!) && (tokens[to]!.head === head || tokens[to]!.head >= named)) to++;
    return { from: named, to, kind: 'person' };
  }
  const inside = mention.kind === 'person' ? INSIDE_PERSON : INSIDE;
  // The first word of a name can be its head ("University of Oslo"), or the last ("Oslo Accords").
  const member = (i: number): boolean => {
    let at = i;
    for (let hops = 0; hops < 12; hops++) {
      if (at === head) return true;
      const token = tokens[at]!;
      if (token.head < 0 || token.head < mention.from || token.head >= mention.to) return false;
      if (!inside.test(token.deprel) || token.deprel.startsWith('appos')) return false;
      if (token.deprel.startsWith('conj') && token.head !== head) return false;
      at = token.head;
    }
    return false;
  };
  const grow = (step: 1 | -1): number => {
    let edge = head;
    for (let i = head + step; i >= mention.from && i < mention.to; i += step) {
      const token = tokens[i]!;
      const low = token.form.toLowerCase();
      if (isCapital(token) && member(i) && !(token.upos === 'DET' && step < 0)) {
        edge = i;
        continue;
      }
      // A number before the name counts things ("two Boeings"); digits after it are part of it.
      if (!LINKS.has(low)) break;
      if ((low === "'s" || low === '’s') && step > 0 && !member(i + 1)) break;
    }
    return edge;
  };
  let from = grow(-1);
  const to = grow(1) + 1;
  while (from < head && (/^\d/.test(tokens[from]!.form) || tokens[from]!.form === 'The')) from++;
  // Titles that GUM ties into the name: "US President Ida Holm".
  if (mention.kind === 'person')
    for (let i = to - 2; i >= from; i--)
      if (isTitle(tokens[i]!)) {
        from = i + 1;
        break;
      }
  const words = tokens.slice(from, to);
  if (words.every((token) => TITLES.has(token.form.toLowerCase()) || LINKS.has(token.form.toLowerCase()))) return null;
  if (!words.some((token) => /\p{L}/u.test(token.form))) return null;
  return { from, to, kind: mention.kind };
}

/** "the city of Vesby", linked to the page "Vesby": the words of the page inside the mention. */
function wordsOfPage(tokens: readonly Token[], { from, to, page, kind }: Mention): GoldName | null {
  for (let i = from; i < to; i++) {
    let end = i;
    while (end < to && page.includes(tokens[end]!.form) && isProper(tokens[end]!)) end++;
    if (end > i && end - i === page.length && kind) return { from: i, to: end, kind };
  }
  return null;
}

function outermost(names: GoldName[]): GoldName[] {
  const sorted = [...names].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: GoldName[] = [];
  for (const name of sorted) {
    const last = kept.at(-1);
    if (last && name.from < last.to) continue;
    kept.push(name);
  }
  return kept;
}

/** The texts of a GUM file, with their names. The text is put together from the tokens and SpaceAfter. */
export function readGum(conllu: string): GoldText[] {
  const texts: GoldText[] = [];
  let genre = '';
  let licence = '';
  let current: GoldText | undefined;
  let paragraph = -1;
  for (const block of conllu.split('\n\n')) {
    const tokens: Token[] = [];
    const misc: string[] = [];
    let start = current?.text.length ?? 0;
    let newParagraph = false;
    let spaceLater = false;
    for (const line of block.split('\n')) {
      if (line.startsWith('# genre = ')) genre = line.slice(10);
      else if (line.startsWith('# text_licence = ')) licence = line.slice(17);
      else if (line.startsWith('# newdoc id = ')) {
        current = { id: line.slice(14), genre, licence, text: '', sentences: [] };
        texts.push(current);
        start = 0;
        paragraph = -1;
      } else if (line.startsWith('# newpar')) newParagraph = true;
      if (line === '' || line.startsWith('#') || !current) continue;
      const columns = line.split('\t');
      if (/[-.]/.test(columns[0]!)) {
        // A multi-word token says whether a space follows its last word.
        if (columns[0]!.includes('-')) spaceLater = true;
        continue;
      }
      if (tokens.length === 0) {
        if (newParagraph) paragraph++;
        const gap = current.sentences.length === 0 ? '' : newParagraph ? '\n\n' : ' ';
        current.text += gap;
        start = current.text.length;
      }
      const form = columns[1]!;
      const at = current.text.length;
      current.text += form;
      tokens.push({
        start: at,
        end: at + form.length,
        form,
        lemma: columns[2]!,
        upos: columns[3] as Token['upos'],
        xpos: columns[4]!,
        feats: {},
        head: Number(columns[6]) - 1,
        deprel: columns[7]!,
        confidence: 1,
      });
      misc.push(columns[9] ?? '_');
      const clitic = spaceLater;
      spaceLater = false;
      if (!clitic && !/SpaceAfter=No/.test(columns[9] ?? '')) current.text += ' ';
    }
    if (!current || tokens.length === 0) continue;
    current.text = current.text.trimEnd();
    const names = outermost(readMentions(misc).flatMap((mention) => shrink(tokens, mention) ?? []));
    current.sentences.push({
      sentence: { start, end: current.text.length, paragraph: Math.max(0, paragraph), tokens },
      names,
    });
  }
  return texts;
}

const SILVER: Record<string, GoldKind> = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  LOCATION: 'place',
  MISC: 'misc',
};

/** The texts of CoreNLP's parses of PolNeAR, with the names that it found. */
export function readSilver(conllu: string): GoldText[] {
  const texts: GoldText[] = [];
  let current: GoldText | undefined;
  for (const block of conllu.split('\n\n')) {
    const tokens: Token[] = [];
    const labels: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('# doc_id = ')) {
        current = { id: line.slice(11), genre: 'silver', licence: 'none stated', text: '', sentences: [] };
        texts.push(current);
      }
      if (line === '' || line.startsWith('#') || !current) continue;
      const columns = line.split('\t');
      const form = columns[1]!;
      const at = current.text.length;
      current.text += `${form} `;
      tokens.push({
        start: at,
        end: at + form.length,
        form,
        lemma: columns[2]!,
        upos: 'X',
        xpos: columns[4]!,
        feats: {},
        head: Number(columns[6]) - 1,
        deprel: columns[7]!,
        confidence: 1,
      });
      labels.push(/NER=([A-Z]+)/.exec(columns[9] ?? '')?.[1] ?? 'O');
    }
    if (!current || tokens.length === 0) continue;
    const names: GoldName[] = [];
    for (let i = 0; i < labels.length; i++) {
      const kind = SILVER[labels[i]!];
      if (!kind) continue;
      let to = i + 1;
      while (to < labels.length && labels[to] === labels[i]) to++;
      names.push({ from: i, to, kind });
      i = to - 1;
    }
    const start = tokens[0]!.start;
    current.sentences.push({ sentence: { start, end: tokens.at(-1)!.end, paragraph: 0, tokens }, names });
  }
  return texts;
}
