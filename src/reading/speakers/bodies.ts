/**
 * Bodies that speak without a name of their own: "the prime minister’s office", "the foreign ministry of Norland",
 * "the Norlandish government", "Number 10", "the union". In: the words. Out: the entity, made where it is new; each
 * way of naming one body leads to one entity.
 */
import { readList } from '../../data/lists.ts';
import type { Sentence, Token } from '../../language/doc.ts';
import { bodyKey, fold } from '../../model/names.ts';
import type { Entity, Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { sideOfBody } from '../sides.ts';
import { type Cast, mentionsIn, nationalitiesIn } from './cast.ts';
import { isPlain, namedBefore, stateMeant } from './generic.ts';
import { describeSource, holderOf } from './roles.ts';
import { phraseOf, tokensIn } from './tree.ts';

/** Nouns of bodies that speak in their own name. */
export const BODIES =
  /^(?:office|ministry|government|cabinet|department|administration|embassy|army|military|parliament|union|association|company|firm|council|commission|committee|party|court|police|agency|authority|group|bloc|federation|chamber|bank|navy|caucus|faction|coalition|alliance|ombudsman|regulator)$/;
const STATE = /^(?:government|administration|regime)$/;
/** What an outlet or a company is called beside its name: "Norland’s public broadcaster Tella", "the Tella news agency". */
const KIND_OF_BODY =
  /^(?:agency|broadcaster|newspaper|newswire|daily|weekly|channel|network|station|website|group|company|firm|movement|giant|maker|carrier|operator|party|faction|league)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|this|that|our)$/i;
// Codes of the world's lists that are bodies of states.
const UNIONS = new Set(['EU', 'UN']);

const seats = new Map(
  readList('en/world/same-seats.tsv').flatMap((line) => {
    const [name, others] = line.split('\t') as [string, string];
    return others.split('|').map((other) => [other, name] as const);
  }),
);

/** The one of several names of a house of government that is shown. */
export const seatName = (words: string): string => seats.get(words) ?? words;

/** A place that news names for who governs there: "Selm said" is its state, where Selm is a capital. */
export function stateOf(cast: Cast, entity: number, range: Range): number {
  const { kind, name } = cast.entities[entity]!;
  if (kind !== 'place') return entity;
  const entry = cast.scene.world?.lookUp(name).find((known) => known.kind === 'seat' || known.kind === 'capital');
  return entry?.code ? (countryOf(cast, entry.code, range) ?? entity) : entity;
}

/** What the world's lists know of the words: a house of government or a state. */
export function bodyOfWorld(cast: Cast, words: string, range: Range): number | null {
  const { world } = cast.scene;
  if (seats.has(words)) return addBody(cast, seatName(words), 'organization', range);
  const entry = world?.lookUp(words)[0];
  if (!entry?.code) return null;
  if (entry.kind === 'seat' && entry.stands !== 'government') return addBody(cast, words, 'organization', range);
  if (entry.kind === 'seat') {
    const capital = world!.lookUp(words).some((known) => known.kind === 'capital') || words === 'Brussels';
    return capital ? countryOf(cast, entry.code, range) : addBody(cast, words, 'organization', range);
  }
  return entry.kind === 'country' || entry.kind === 'capital' ? countryOf(cast, entry.code, range) : null;
}

/** The body that the words around its noun mean. */
export function resolveBody(cast: Cast, sentence: Sentence, tokens: Token[], head: Token): number {
  const noun = head.form.toLowerCase();
  const at = sentence.tokens.indexOf(head);
  const phrase = cut(tokens, head);
  const range: Range = { start: phrase[0]!.start, end: phrase.at(-1)!.end };
  if (STATE.test(noun)) {
    const state = stateNamed(cast, range);
    if (state !== null) return state;
    const meant = isBare(phrase, tokens) && noun === 'government' ? stateMeant(cast, range.start) : null;
    if (meant !== null) return addBody(cast, meant, 'government', range);
  }
  if (noun === 'office') {
    const told = officeBefore(cast, sentence, at);
    if (told !== null) return addMention(cast, told, range);
    const holder = holderBefore(cast, sentence, at) ?? holderBehind(cast, tokens, head);
    if (holder !== null) return officeOf(cast, holder, range);
  }
  if (KIND_OF_BODY.test(noun)) {
    const named = mentionsIn(cast, range).findLast(({ entity }) => cast.entities[entity]!.kind === 'organization');
    if (named && named.end <= head.start) return named.entity;
    // "the militant group [Harbor Front]"
    const next = cast.mentions[firstFrom(cast.mentions, head.end)];
    if (next && next.start - head.end < 2 && cast.entities[next.entity]!.kind === 'organization') return next.entity;
  }
  const short =
    (isBare(phrase, tokens) ? fullOf(cast, noun, range.start) : null) ??
    (isPlain(tokens, head) ? namedBefore(cast, noun, range.start) : null);
  if (short !== null) return addMention(cast, short, range);
  // "Lind’s ministry" stands for whom Lind stands for, and is called by her office.
  const holder = OWNED.test(noun) ? holderBefore(cast, sentence, at) : null;
  const text = textOf(cast, sentence, phrase);
  const field = holder !== null && MINISTRY.test(noun) ? fieldOf(cast, holder) : null;
  const name = field === null ? text : ministryOf(cast, holder!, `${field} ${noun}`);
  const body = addBody(cast, name, 'organization', range);
  const entity = cast.entities[body]!;
  if (name !== text) addAlias(entity, text);
  // Of a minister whose state only another article tells: it is no other state's ministry.
  if (name === `${field} ${noun}` && entity.mentions.length === 1)
    entity.key = `${bodyKey(name)} of ${fold(cast.entities[holder!]!.name)}`;
  if (holder !== null) entity.sides ??= [{ name: cast.entities[holder]!.name, evidence: range }];
  return body;
}

/** "the union", and no more. */
const isBare = (phrase: Token[], tokens: Token[]): boolean => phrase.length === 1 && /^the$/i.test(tokens[0]!.form);

const MINISTRY = /^(?:ministry|department)$/;
const PORTFOLIO = /^(?:.*\s)?([\p{L}-]+) (?:minister|secretary)$/iu;

/** "foreign", of a foreign minister; null where no role has such a word. */
const fieldOf = ({ entities }: Cast, holder: number): string | null =>
  entities[holder]!.roles.map((role) => PORTFOLIO.exec(role)?.[1]?.toLowerCase()).find(
    (word) => word !== undefined && !NO_FIELD.test(word),
  ) ?? null;

/** "Norlandish foreign ministry" for that of a foreign minister of Norland; of one without a state, "foreign ministry". */
function ministryOf(cast: Cast, holder: number, ministry: string): string {
  const { side } = cast.entities[holder]!;
  const adjective = cast.nationalities.find(({ country }) => country === side);
  const state = adjective ? cast.scene.doc.text.slice(adjective.start, adjective.end) : null;
  if (state && !/s$/.test(state)) return `${state} ${ministry}`;
  return side === null ? ministry : `${ministry} of ${side}`;
}

const NO_FIELD = /^(?:prime|first|deputy|junior|senior|cabinet|former|the|press|general|its|his|her|their)$/;

const OWNED = /^(?:ministry|department|government|cabinet|administration)$/;

/** The state of "the Norlandish government"; of "the Lind administration", that of Lind. */
function stateNamed(cast: Cast, range: Range): number | null {
  const [adjective] = nationalitiesIn(cast, range);
  const country =
    adjective?.country ??
    mentionsIn(cast, range)
      .map(({ entity }) => cast.entities[entity]!)
      .map(({ kind, name, side }) => (kind === 'person' ? side : kind === 'government' ? name : null))
      .find((name) => name !== null);
  if (!country) return null;
  return addBody(cast, country, 'government', range);
}

/** Whose office it is: "his", "Lind’s", "the prime minister’s". */
function holderBefore(cast: Cast, sentence: Sentence, at: number): number | null {
  const k = sentence.tokens.findIndex(
    (token, i) =>
      i < at &&
      (token.head === at || token.head === sentence.tokens[at]!.head) &&
      /^(?:nmod:poss|compound|nmod)$/.test(token.deprel),
  );
  const owner = sentence.tokens[k];
  // The name right before its "’s", whatever the tree makes of it.
  const mark = sentence.tokens[at - 1];
  const named =
    mark && /^[’']s?$/.test(mark.form) ? mentionsIn(cast, { start: mark.start - 1, end: mark.start })[0] : null;
  if (named && cast.entities[named.entity]!.kind === 'person') return named.entity;
  if (!owner) return null;
  const pronoun = cast.pronouns.get(owner.start);
  if (pronoun !== undefined) return pronoun;
  const range = phraseOf(sentence, k);
  const person = mentionsIn(cast, range).find(({ entity }) => cast.entities[entity]!.kind === 'person');
  if (person) return person.entity;
  const words = sentence.tokens.filter((token) => token.start >= range.start && token.end <= range.end);
  if (words.at(-1) && /^[’']s?$/.test(words.at(-1)!.form)) words.pop();
  if (words.length === 0) return null;
  const told = describeSource(cast, words, owner) ?? describeSource(cast, sentence.tokens.slice(at - 1, at), owner);
  return told && holderOf(cast, told, range.start);
}

/** "his office", where an office was told of since whoever "he" is was named: that one. */
function officeBefore(cast: Cast, sentence: Sentence, at: number): number | null {
  const owner = sentence.tokens.find((token) => token.head === at && /^(?:his|her)$/i.test(token.form));
  if (!owner) return null;
  const { sentences } = cast.scene.doc;
  const here = firstFrom(sentences, sentence.start);
  for (let k = here - 1; k >= 0 && here - k <= OFFICE_REACH; k--) {
    const { tokens } = sentences[k]!;
    const office = tokens.findLast(({ form }) => form.toLowerCase() === 'office');
    if (!office) continue;
    const place = tokens.indexOf(office);
    const whose = tokens.find((token) => token.head === place && token.deprel === 'nmod:poss');
    if (!whose || whose.upos === 'PRON') return null;
    const person = cast.pronouns.get(owner.start);
    const named = person === undefined ? undefined : cast.entities[person]!.mentions;
    if (named && (named[firstFrom(named, owner.start) - 1]?.start ?? -1) >= sentences[k]!.start) return null;
    const phrase = phraseOf(sentences[k]!, place);
    return resolveBody(cast, sentences[k]!, tokensIn(sentences[k]!, phrase), office);
  }
  return null;
}

// Sentences.
const OFFICE_REACH = 3;

/** "the office of Prime Minister Ana Lind". */
function holderBehind(cast: Cast, tokens: Token[], head: Token): number | null {
  const of = tokens[tokens.indexOf(head) + 1];
  if (of?.form !== 'of') return null;
  const range = { start: of.end, end: tokens.at(-1)!.end };
  const person = mentionsIn(cast, range).find(({ entity }) => cast.entities[entity]!.kind === 'person');
  if (person) return person.entity;
  const words = tokens.slice(tokens.indexOf(of) + 1);
  const owner = words.findLast(({ upos }) => /^(?:NOUN|PROPN)$/.test(upos));
  const told = owner && describeSource(cast, words, owner);
  return told ? holderOf(cast, told, range.start) : null;
}

function officeOf(cast: Cast, holder: number, range: Range): number {
  const key = `office of ${holder}`;
  const known = cast.bodies.get(key);
  const text = cast.scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  const person = cast.entities[holder]!;
  if (known === undefined) {
    const name = /^(?:\p{Lu}\S* )+Office$/u.test(text) || cast.scene.doc.text === '' ? text : `${person.name}’s office`;
    const index = addBody(cast, name, 'organization', range);
    cast.bodies.set(key, index);
    const office = cast.entities[index]!;
    office.side = person.side;
    office.holder = holder;
    if (text !== name) addAlias(office, text);
    return index;
  }
  const office = cast.entities[known]!;
  if (text !== office.name) addAlias(office, text);
  return addMention(cast, known, range);
}

/** "the union": the body whose name has the word, named last before; else the only one there is. */
export function fullOf(cast: Cast, noun: string, offset: number): number | null {
  const bodies = cast.words.get(noun) ?? [];
  let best: number | null = null;
  let latest = -1;
  for (const body of bodies.slice(0, MANY)) {
    const { mentions } = cast.entities[body]!;
    const before = mentions[firstFrom(mentions, offset) - 1];
    if (!before || before.start <= latest) continue;
    latest = before.start;
    best = body;
  }
  return best ?? (bodies.length === 1 ? bodies[0]! : null);
}

// So many bodies of one noun are never told apart by it.
const MANY = 50;

/** The state of a code, as an entity; null where the lists have no name for it. */
function countryOf(cast: Cast, code: string, range: Range): number | null {
  const name = cast.scene.world?.nameOf(code);
  if (!name) return null;
  const index = addBody(cast, name, UNIONS.has(code) ? 'organization' : 'government', range);
  const text = cast.scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  if (text !== name && !/^the /i.test(text)) addAlias(cast.entities[index]!, text);
  return index;
}

/** The state of that name, as an entity. */
export const addBodyNamed = (cast: Cast, name: string, range: Range): number =>
  addBody(cast, name, 'government', range);

/** The entity of that name with one more mention; it is made where there is none. */
function addBody(cast: Cast, name: string, kind: Entity['kind'], range: Range): number {
  const key = name.toLowerCase();
  let index = cast.bodies.get(key);
  if (index === undefined) {
    index = cast.entities.length;
    cast.bodies.set(key, index);
    const [adjective] = nationalitiesIn(cast, range);
    const sides = sideOfBody(name, adjective?.country ?? null, range, cast.scene.world);
    const side = sides?.[0]?.adjective ? null : (sides?.[0]?.name ?? null);
    cast.entities.push({
      name,
      kind,
      roles: [],
      side,
      aliases: [],
      mentions: [],
      key: keyOfBody(cast, name, kind),
      ...(sides && { sides }),
    });
  }
  return addMention(cast, index, range);
}

/** @throws RangeError where the range is empty: what no words name is no mention. */
function addMention(cast: Cast, index: number, { start, end }: Range): number {
  if (end <= start) throw new RangeError(`a mention from ${start} to ${end} has no words`);
  const range: Range = { start, end };
  const { mentions } = cast.entities[index]!;
  const at = firstFrom(mentions, range.start);
  if (
    mentions[at]?.start !== range.start &&
    !(mentions[at - 1] && mentions[at - 1]!.end > range.start) &&
    !(mentions[at] && mentions[at]!.start < range.end)
  )
    mentions.splice(at, 0, range);
  return index;
}

/** States keep the key that their other names have. */
function keyOfBody({ scene }: Cast, name: string, kind: Entity['kind']): string {
  const codes =
    kind === 'government' || scene.world?.lookUp(name)[0]?.kind === 'country'
      ? (scene.world?.countriesOf(name) ?? [])
      : [];
  return codes.length === 1 ? `country:${codes[0]}` : bodyKey(name);
}

function addAlias(entity: Entity, text: string): void {
  if (!entity.aliases.includes(text)) entity.aliases.push(text);
}

/** The words of the body itself: without article, and without what follows a comma, a bracket or an "and". */
function cut(tokens: Token[], head: Token): Token[] {
  const at = tokens.indexOf(head);
  // "and the government": what leads to the phrase is no part of it.
  const lead = at > 1 && /^(?:CCONJ|ADP)$/.test(tokens[0]!.upos) && DETERMINER.test(tokens[1]!.form) ? 1 : 0;
  const from = DETERMINER.test(tokens[lead]!.form) && at > lead ? lead + 1 : lead;
  const end = /^[’']s?$/.test(tokens.at(-1)!.form) && tokens.length > 1 ? tokens.length - 1 : tokens.length;
  const stop = tokens.findIndex(
    (token, i) => i > at && /^(?:,|\(|–|—|and|who|which|that|today|yesterday|last)$/.test(token.form),
  );
  return tokens.slice(from, stop < 0 ? end : Math.min(stop, end));
}

function textOf(cast: Cast, sentence: Sentence, phrase: Token[]): string {
  if (cast.scene.doc.text !== '')
    return cast.scene.doc.text.slice(phrase[0]!.start, phrase.at(-1)!.end).replace(/\s+/g, ' ');
  return sentence.tokens
    .filter((token) => token.start >= phrase[0]!.start && token.end <= phrase.at(-1)!.end)
    .map((token, i, all) => (i > 0 && all[i - 1]!.end < token.start ? ' ' : '') + token.form)
    .join('');
}
