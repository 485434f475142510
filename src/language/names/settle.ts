/**
 * Kinds settled over a text: the labeller takes "Selm Energy" for a person in one sentence and for a body in the next.
 * In: its stretches. Out: stretches, each name of one kind where the words around all its places tell which. Example:
 * "Shares in Halden fell. Halden, which runs the port, declined to comment" names a body, "Mr. Halden, 54," a person.
 *
 * Only clear words change a kind, and only among persons, bodies and places.
 */
import { readList } from '../../data/lists.ts';
import type { Sentence, Token } from '../doc.ts';
import type { World } from '../world/index.ts';
import { isUpper } from './features.ts';
import { type Gazetteer, LIST } from './gazetteer.ts';
import { phraseOf } from './kinds.ts';
import type { Labelled } from './label.ts';
import { roleAfter, roleBefore } from './roles.ts';

const classes = new Map(
  readList('en/names/kind-words.tsv').map((line) => {
    const [name, words] = line.split('\t') as [string, string];
    return [name, new Set(words.split(' '))] as const;
  }),
);
const isIn = (name: string, token: Token | undefined): boolean =>
  token !== undefined && classes.get(name)!.has(token.form.toLowerCase());

/** What speaks for each kind; `thing` for any but a person. */
interface Evidence {
  person: number;
  body: number;
  place: number;
  thing: number;
  /** How often the labeller said which. */
  labels: Map<Labelled['kind'], number>;
}

export function settleKinds(
  sentences: readonly Sentence[],
  labelled: readonly Labelled[],
  world: World,
  gazetteer: Gazetteer,
): Labelled[] {
  const names = withPlaced(sentences, withAddressed(sentences, withWholeNames(sentences, labelled)), gazetteer);
  const phrases = names.map(({ sentence, from, to }) => phraseOf(sentences[sentence]!.tokens, from, to));
  const owners = ownersOf(names, phrases);
  const all = new Map<string, Evidence>();
  names.forEach((name, i) => {
    const key = owners.get(phrases[i]!) ?? phrases[i]!;
    const known = all.get(key) ?? { person: 0, body: 0, place: 0, thing: 0, labels: new Map() };
    weigh(known, sentences[name.sentence]!.tokens, name, world, gazetteer);
    all.set(key, known);
  });
  return names.map((name, i) => {
    const phrase = phrases[i]!;
    // What the lists of the world know is told apart there.
    if (name.kind === 'event' || world.lookUp(phrase).length > 0) return name;
    const owner = owners.get(phrase);
    const kind = decide(all.get(owner ?? phrase)!, name.kind, /\s/.test(owner ?? phrase));
    return kind === name.kind ? name : { ...name, kind };
  });
}

/** The full name of a short one: "Halden" of "Halden Energy", "Lind" of "Ana Lind"; none where two could be meant. */
function ownersOf(names: readonly Labelled[], phrases: readonly string[]): Map<string, string> {
  const owners = new Map<string, string | null>();
  names.forEach(({ kind, from, to }, i) => {
    if (kind === 'event' || to - from < 2) return;
    const words = phrases[i]!.split(' ');
    if (words.length < 2) return;
    const tail = words.findIndex((word, k) => k > 0 && /^\p{Ll}/u.test(word));
    for (const short of new Set([words[0]!, words.at(-1)!, ...(tail > 0 ? [words.slice(tail).join(' ')] : [])])) {
      const known = owners.get(short);
      owners.set(short, known === undefined || known === phrases[i] ? phrases[i]! : null);
    }
  });
  return new Map([...owners].flatMap(([short, full]) => (full === null ? [] : [[short, full] as const])));
}

const CLEAR = 3;
const LIKELY = 2;

function weigh(
  found: Evidence,
  tokens: readonly Token[],
  { from, to, kind }: Labelled,
  world: World,
  gazetteer: Gazetteer,
): void {
  found.labels.set(kind, (found.labels.get(kind) ?? 0) + 1);
  const before = tokens[from - 1];
  const next = tokens[to];
  const after = tokens[to + 1];
  const lists = (token: Token): number => gazetteer.listsOf(token.form, token.form.toLowerCase());
  const first = tokens[from]!;
  const isTitled = (lists(first) & (LIST.TITLE | LIST.GIVEN)) === LIST.TITLE && to - from > 1;
  if (isIn('address', before) || isIn('address', first) || isTitled) found.person += CLEAR;
  else if (before && isUpper(before.form) && roleBefore(tokens, from, world, gazetteer)) found.person += CLEAR;
  // "the union's negotiator Ana Lind": nobody but a person bears that word.
  else if (before && BEARER.test(before.form)) found.person += CLEAR;
  // "an official in Selm, who spoke": not Selm did.
  const isPlaced = before?.upos === 'ADP' && /^(?:in|at|from|of|near)$/.test(before.form);
  if (next?.form === ',' || next?.form === '(') {
    if (after?.form === 'who' && !isPlaced) found.person += CLEAR;
    if (/^[1-9]\d$/.test(after?.form ?? '') && /^[,).]$/.test(tokens[to + 2]?.form ?? '')) found.person += CLEAR;
    if (after?.form === 'which') found.thing += CLEAR;
    if (isBodyApposed(tokens, to + 1)) found.body += CLEAR;
    else if (roleAfter(tokens, to, gazetteer)) found.person += LIKELY;
  }
  if (next?.form === 'who' && !isPlaced) found.person += CLEAR;
  if (to - from > 1 && (lists(first) & LIST.GIVEN) !== 0) found.person += LIKELY;
  const last = tokens[to - 1]!;
  if (to - from > 1 && (isIn('body-tail', last) || (lists(last) & LIST.ORG_WORD) !== 0)) found.body += LIKELY;
  if (before && /^\p{Ll}/u.test(before.form) && isIn('body-noun', before)) found.body += CLEAR;
  if (/^[’']s?$/.test(next?.form ?? '') && isIn('body-thing', after) && after!.form !== 'spokesman') found.body += 1;
  if (/^\p{Ll}/u.test(next?.form ?? '') && isIn('body-thing', next)) found.body += LIKELY;
  if (/^[’']s?$/.test(next?.form ?? '') && isIn('body-thing', after) && /^(?:shares|shareholders)$/.test(after!.form))
    found.body += LIKELY;
  const beyond = tokens[from - 2];
  if (/^(?:of|at|in)$/.test(before?.form ?? '')) {
    if (/^(?:shares|stake|shareholders|stock)$/i.test(beyond?.form ?? '')) found.body += CLEAR;
    else if (before!.form !== 'in' && isIn('leads', beyond)) found.body += LIKELY;
  }
  if (saysOfItself(tokens, to)) found.body += LIKELY;
  if (isIn('placing', before) && !isIn('no-place', beyond)) found.place += LIKELY;
  if (before?.form === 'to' && isIn('travel', beyond)) found.place += LIKELY;
  if (next?.form === '-' && after?.form === 'based') found.place += CLEAR;
  // "SELM (Coast Press) —": where it was written.
  if (from === 0 && next?.form === '(' && after && isUpper(after.form)) found.place += LIKELY;
}

const BEARER =
  /^(?:negotiator|spokes(?:man|woman|person)|chair(?:man|woman)|ambassador|envoy|minister|secretary|mediator|commissioner|lawmaker|senator|mayor|governor|premier|chancellor|professor|economist|analyst|lawyer|attorney|colonel|general|captain|lieutenant|brigadier|chief)$/;

/** "Halden, an insurer from Selm,": the noun of the words behind a comma is one of bodies. */
function isBodyApposed(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:an?|the|one|another)$/i.test(tokens[from]?.form ?? '')) return false;
  let noun: Token | null = null;
  for (let i = from + 1; i < tokens.length && i < from + 8; i++) {
    const { upos } = tokens[i]!;
    if (!/^(?:NOUN|PROPN|ADJ|NUM)$/.test(upos) && tokens[i]!.form !== '-') break;
    if (upos === 'NOUN') noun = tokens[i]!;
  }
  return noun !== null && isIn('body-noun', noun);
}

/** "Halden said it would wait": nobody else is named in between. */
function saysOfItself(tokens: readonly Token[], to: number): boolean {
  if (!/^VB[DPZ]$/.test(tokens[to]?.xpos ?? '')) return false;
  const that = tokens[to + 1]?.form === 'that' ? to + 2 : to + 1;
  const it = tokens[that];
  const next = tokens[that + 1];
  return (
    it?.form === 'it' && next !== undefined && /^(?:AUX|VERB)$/.test(next.upos) && !/^(?:was|is|’s|'s)$/.test(next.form)
  );
}

function decide(found: Evidence, kind: Labelled['kind'], isLong: boolean): Labelled['kind'] {
  const { person, body, place, thing, labels } = found;
  if (kind === 'misc') return person >= CLEAR && body + place + thing === 0 ? 'person' : kind;
  if (person > 0) {
    const isClear = person >= CLEAR && person > body + place + thing;
    return isClear && kind !== 'person' && (kind === 'place' || isLong) ? 'person' : kind;
  }
  if (kind === 'place') return body >= CLEAR && place === 0 ? 'organization' : kind;
  if (kind !== 'person') return kind;
  if (body >= LIKELY && body >= place) return 'organization';
  if (place >= LIKELY && !isLong) return 'place';
  if (thing > 0) return 'organization';
  // Nothing tells: a lone word is what else the labeller took it for.
  if (isLong) return kind;
  const [other] = [...labels].filter(([label]) => /^(?:place|organization)$/.test(label)).sort((a, b) => b[1] - a[1]);
  return other ? other[0] : kind;
}

/**
 * Names cut where they end: "Ana Lind Calls Carlos Reyes" of a headline is two, where both are named so elsewhere;
 * "Democrat Ana Lind" is one without the party; "Karim Osei" goes on over the hyphen of "Karim Osei-Vale", "Omar" over
 * "el-Sarraf".
 */
function withWholeNames(sentences: readonly Sentence[], labelled: readonly Labelled[]): Labelled[] {
  const people = new Set<string>();
  for (const { kind, sentence, from, to } of labelled)
    if (kind === 'person' && to - from > 1 && to - from < 4)
      people.add(phraseOf(sentences[sentence]!.tokens, from, to));
  const whole = labelled.flatMap((name): Labelled[] => {
    const { tokens } = sentences[name.sentence]!;
    if (name.kind !== 'person') return [name];
    const from = name.to - name.from > 2 && isIn('party', tokens[name.from]) ? name.from + 1 : name.from;
    // "Lind on Climate Change" of a headline.
    const topic = tokens.findIndex(
      ({ form }, i) => i > from && i < name.to - 1 && /^(?:on|in|for|to|at|with|says)$/.test(form),
    );
    if (topic > 0) return [{ ...name, from, to: topic }];
    // A hyphen holds the parts of one name together.
    const isKnown = (start: number, end: number): boolean =>
      end - start > 1 &&
      people.has(phraseOf(tokens, start, end)) &&
      ![tokens[start - 1], tokens[start], tokens[end - 1], tokens[end]].some((token) => token?.form === '-');
    for (let length = name.to - from - 2; length >= 2; length--) {
      const [head, tail] = [from + length, name.to - length];
      const pieces = [
        ...(isKnown(from, head) ? [{ ...name, from, to: head }] : []),
        ...(isKnown(tail, name.to) && (tail >= head || !isKnown(from, head)) ? [{ ...name, from: tail }] : []),
      ];
      if (pieces.length === 0) continue;
      const [first] = pieces;
      // "Ana Lind Calls Carlos Reyes": the second is the shorter or the longer one.
      if (pieces.length === 1 && first!.to < name.to)
        for (let start = first!.to + 1; start <= name.to - 2; start++)
          if (isKnown(start, name.to)) return [first!, { ...name, from: start }];
      return pieces;
    }
    return [{ ...name, from }];
  });
  return joinHyphens(sentences, whole);
}

function joinHyphens(sentences: readonly Sentence[], names: readonly Labelled[]): Labelled[] {
  const out: Labelled[] = [];
  for (const name of names) {
    const last = out.at(-1);
    if (last?.sentence === name.sentence && name.from < last.to) continue;
    const { tokens } = sentences[name.sentence]!;
    const [hyphen, part, after] = [tokens[name.to], tokens[name.to + 1], tokens[name.to + 2]];
    // "Omar el", whatever the labeller takes it for.
    const isCut = name.to - name.from > 1 && /^(?:al|el)$/.test(tokens[name.to - 1]!.form);
    const goesOn =
      (name.kind === 'person' || isCut) &&
      name.to - name.from > 1 &&
      hyphen?.form === '-' &&
      hyphen.start === tokens[name.to - 1]!.end &&
      part?.start === hyphen.end &&
      /^\p{Lu}\p{Ll}/u.test(part.form) &&
      !(after && isUpper(after.form) && after.upos === 'PROPN');
    const prefixed =
      name.kind === 'person' &&
      /^(?:al|el)$/i.test(hyphen?.form ?? '') &&
      part?.form === '-' &&
      after !== undefined &&
      after.start === part.end &&
      isUpper(after.form);
    const kind = isCut && goesOn ? 'person' : name.kind;
    out.push(goesOn || prefixed ? { ...name, kind, to: name.to + (goesOn ? 2 : 3) } : name);
  }
  return out;
}

/** "In Selm, …" at the head of a sentence: a place where the labeller sees no name. */
function withPlaced(sentences: readonly Sentence[], names: readonly Labelled[], gazetteer: Gazetteer): Labelled[] {
  const out: Labelled[] = [];
  let next = 0;
  sentences.forEach(({ tokens }, sentence) => {
    const first = names[next]?.sentence === sentence ? names[next]! : null;
    const isOpen = first === null || first.from > 1 || (first.kind === 'misc' && first.from === 1 && first.to === 2);
    const [lead, name, comma] = tokens;
    const isPlaced =
      lead?.form === 'In' && comma?.form === ',' && name?.upos === 'PROPN' && /^\p{Lu}\p{Ll}{3,}$/u.test(name.form);
    if (isPlaced && isOpen && gazetteer.listsOf(name.form, name.form.toLowerCase()) === 0) {
      out.push({ sentence, from: 1, to: 2, kind: 'place' });
      if (first?.from === 1) next++;
    }
    for (; next < names.length && names[next]!.sentence === sentence; next++) out.push(names[next]!);
  });
  return out;
}

const OFFICE = /^(?:President|Speaker|Chairman|Chairwoman|Secretary|Minister|Justice|Ambassador|Mayor|Vice|Prime)$/;

/** "Mr. Holm": a person wherever the labeller sees none. */
function withAddressed(sentences: readonly Sentence[], names: readonly Labelled[]): Labelled[] {
  const out: Labelled[] = [];
  let next = 0;
  sentences.forEach(({ tokens }, sentence) => {
    const start = out.length;
    for (; next < names.length && names[next]!.sentence === sentence; next++) out.push(names[next]!);
    const inside = (i: number): boolean => out.slice(start).some(({ from, to }) => from <= i && i < to);
    for (let i = 0; i + 1 < tokens.length; i++) {
      if (!/^(?:Mr|Mrs|Ms)\.?$/.test(tokens[i]!.form)) continue;
      let at = i + 1;
      if (tokens[at]!.form === '.') at++;
      const name = tokens[at];
      if (!name || !/^\p{Lu}[\p{L}’'-]+$/u.test(name.form) || OFFICE.test(name.form) || inside(at)) continue;
      let to = at + 1;
      while (to < at + 3 && tokens[to]?.upos === 'PROPN' && isUpper(tokens[to]!.form) && !inside(to)) to++;
      out.push({ sentence, from: at, to, kind: 'person' });
    }
    if (out.length - start > 1) out.push(...out.splice(start).sort((a, b) => a.from - b.from));
  });
  return out;
}
