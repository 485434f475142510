/**
 * Who holds a position. In: the word that does the demanding or refusing, and the statement it stands in. Out: an
 * entity, and the group inside it where the words tell one. Example: "Norlandish officials" hold it for Norland.
 */
import type { Doc, Sentence, Token } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import { sourceNouns } from '../cues.ts';
import type { LocalStatement, Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { type Cast, resolveSource } from '../sources.ts';
import { childrenOf, formOf, leadOf, phraseAt, type Tree, trim } from './tree.ts';
import { standsForParty } from './words.ts';

export interface HolderScene {
  cast: Cast;
  world: World;
  doc: Doc;
}

export interface Holder {
  entity: number;
  /** Words for a group inside it ("hard-line ministers"), or null. */
  within: Range | null;
}

const FIRST = /^(?:i|we|us|our|ours|my)$/;
const IT = /^(?:it|its|itself)$/;
const THEY = /^(?:they|their|them)$/;
const PERSON = /^(?:he|she|his|her|him)$/;

/** True where the word means whoever speaks. */
export const isFirstPerson = (form: string): boolean => FIRST.test(form);

/**
 * @param inside the statement in whose words the subject stands, or null in the reporter's own.
 */
export function holderAt(
  scene: HolderScene,
  tree: Tree,
  subject: number,
  inside: LocalStatement | null,
  apposed = false,
): Holder | null {
  if (!apposed && /^(?:flat|compound|appos)/.test(tree.tokens[subject]!.deprel) && tree.tokens[subject]!.head >= 0)
    return holderAt(scene, tree, tree.tokens[subject]!.head, inside);
  const token = tree.tokens[subject]!;
  const form = formOf(token);
  if (FIRST.test(form)) return inside && speakerOf(scene, inside);
  if (token.upos === 'PRON' || token.upos === 'DET') return pronounAt(scene, tree, subject, inside);
  // "one of its allies, Ana Lind": the name.
  for (const i of childrenOf(tree, subject, /^appos/)) {
    if (tree.tokens[i]!.upos !== 'PROPN') continue;
    const named = holderAt(scene, tree, i, inside, true);
    if (named) return named;
  }
  const own = inside && ownBody(tree, subject) ? speakerOf(scene, inside) : null;
  if (own) return own;
  const words = phraseAt(
    tree,
    subject,
    (child) =>
      /^(?:acl|conj|cc|parataxis|advcl|punct|advmod)/.test(tree.tokens[child]!.deprel) ||
      (tree.tokens[child]!.deprel === 'appos' && child > subject + 6),
  );
  const { from, to } = trim(tree, words);
  const range = { start: tree.tokens[from]!.start, end: tree.tokens[to - 1]!.end };
  return partyIn(scene, tree, range) ?? stateNamed(scene, token);
}

/** "her country", "our members", "his government": whoever speaks, speaks for them. */
function ownBody(tree: Tree, subject: number): boolean {
  if (!OWN_BODY.test(tree.tokens[subject]!.lemma)) return false;
  return childrenOf(tree, subject, /^nmod:poss/).some((i) =>
    /^(?:his|her|its|their|our|my)$/.test(formOf(tree.tokens[i]!)),
  );
}

const OWN_BODY =
  /^(?:country|nation|state|government|administration|cabinet|ministry|party|union|company|firm|group|movement|organization|organisation|federation|side|team|delegation|member|people|man|fighter|force|troop|army|ally)$/;

/** "Tallinn is demanding": a state's name that no name was made of. */
function stateNamed({ cast, world }: HolderScene, token: Range & { form: string }): Holder | null {
  const known = world.lookUp(token.form).find(({ kind, code }) => code && /^(?:country|capital|seat)$/.test(kind));
  return known ? { entity: stateEntity(cast, nameOf(world, known.code!), token), within: null } : null;
}

/** Whose words a statement is: the speaker, or for one without a name the party that the words for it tell. */
export function speakerOf(scene: HolderScene, statement: LocalStatement): Holder | null {
  if (statement.speaker !== null) return { entity: statement.speaker, within: null };
  const { source } = statement;
  const { sentences } = scene.doc;
  const sentence = source && sentences[firstFrom(sentences, source.start + 1) - 1];
  return sentence ? stateIn(scene, sentence, source) : null;
}

/** Whom "he", "it" or "they" means; null where the words leave that open. */
function pronounAt(scene: HolderScene, tree: Tree, at: number, inside: LocalStatement | null): Holder | null {
  const token = tree.tokens[at]!;
  const form = formOf(token);
  if (!PERSON.test(form) && !IT.test(form) && !THEY.test(form)) return null;
  const { entities, mentions } = scene.cast;
  if (PERSON.test(form)) {
    const owner = ownerBefore(scene, tree, at);
    if (owner !== null) return { entity: owner, within: null };
    const person = personAt(scene, tree, at, inside);
    return person === null ? null : { entity: person, within: null };
  }
  const fits = (entity: number): boolean => /^(?:organization|government|group)$/.test(entities[entity]!.kind);
  const quoted = inside !== null && isQuoted(scene, inside);
  if (inside && !quoted) {
    if (inside.speaker !== null && fits(inside.speaker)) return { entity: inside.speaker, within: null };
    // "officials said they": those who speak, whoever they are.
    if (inside.speaker === null && THEY.test(form)) return speakerOf(scene, inside);
    // "the spokesman said it accepted": the body that he speaks for, and so he himself.
    if (IT.test(form) && inside.speaker !== null)
      return isEnvoy(entities[inside.speaker]!) && form === 'it' ? { entity: inside.speaker, within: null } : null;
    // "a unit of the bank said it would": the unit.
    if (IT.test(form) && inside.source && UNNAMED.test(headIn(tree, inside.source)?.lemma ?? ''))
      return speakerOf(scene, inside);
  }
  // The subject of the same sentence, else whoever was named last.
  for (let i = at - 1; i >= 0; i--) {
    const { deprel, upos } = tree.tokens[i]!;
    if (!/^nsubj/.test(deprel) || upos === 'PRON' || upos === 'DET') continue;
    const holder = holderAt(scene, tree, i, null);
    if (holder && fits(holder.entity)) return holder;
  }
  // "They" in somebody's words are others than who speaks; which, the words around do not tell.
  if (quoted || (inside && THEY.test(form))) return null;
  // Two bodies near by leave it open.
  let found: number | null = null;
  for (let k = firstFrom(mentions, token.start) - 1; k >= 0 && token.start - mentions[k]!.end < NEAR; k--) {
    const { entity } = mentions[k]!;
    if (!fits(entity)) continue;
    if (found !== null && found !== entity) return THEY.test(form) ? null : { entity: found, within: null };
    found = entity;
  }
  return found === null ? null : { entity: found, within: null };
}

/** One whose office is to speak for a body: "spokesman", "negotiator", "minister". */
const isEnvoy = ({ roles }: { roles: string[] }): boolean => roles.some((role) => ENVOY.test(role));
const ENVOY = /\b(?:spokes\w+|negotiator|minister|delegate|envoy|ambassador)\b/i;

/** Whose "his" or "her" is where the words tell: "some of Lind's proposals, above all her proposal"; else null. */
export function ownerBefore({ cast }: HolderScene, tree: Tree, at: number): number | null {
  const { deprel, head } = tree.tokens[at]!;
  if (!deprel.startsWith('nmod:poss') || head < 0) return null;
  const { lemma, deprel: role, head: outer } = tree.tokens[head]!;
  const joined = role.startsWith('conj') ? outer : -1;
  const owner =
    tree.tokens.findLast(
      (token, i) =>
        i < at &&
        token.upos === 'PROPN' &&
        token.deprel === 'nmod:poss' &&
        (token.head === joined || tree.tokens[token.head]?.lemma === lemma),
    ) ?? blamedFor(tree, head);
  const mention = owner && cast.mentions[firstFrom(cast.mentions, owner.start + 1) - 1];
  return mention && mention.end >= owner.end && cast.entities[mention.entity]!.kind === 'person'
    ? mention.entity
    : null;
}

/** "criticised Reyes over his call": the call is his who is criticised. */
function blamedFor(tree: Tree, noun: number): Token | undefined {
  if (!/^(?:over|for|about|on)$/.test(leadOf(tree, noun))) return undefined;
  for (let verb = tree.tokens[noun]!.head, steps = 0; verb >= 0 && steps < 4; steps++) {
    const { lemma, head } = tree.tokens[verb]!;
    if (BLAMING.test(lemma)) return tree.tokens.find(({ upos }, i) => upos === 'PROPN' && isObjectOf(tree, i, verb));
    verb = head;
  }
  return undefined;
}

const isObjectOf = (tree: Tree, i: number, verb: number): boolean =>
  tree.tokens[i]!.head === verb && /^obj/.test(tree.tokens[i]!.deprel);

const BLAMING =
  /^(?:criticise|criticize|attack|blast|slam|blame|mock|rebuke|condemn|denounce|praise|thank|hail|assail|fault|lambast|ridicule|rip|chide|question|press|challenge|confront)$/;

const isSomebody = (noun: string): boolean =>
  (sourceNouns.has(noun) && !noun.endsWith('s')) ||
  /^(?:candidate|nominee|man|woman|president|rival|opponent)$/.test(noun);

/** Words said outright: not those that stand in somebody else's quotation together with their verb. */
const isQuoted = ({ doc }: HolderScene, { form, content }: LocalStatement): boolean =>
  form === 'direct' && /["“”'‘’]/.test(doc.text[content[0]!.start] ?? '');

/** Whom "he" and "she" mean: who speaks, in what is reported of him; in what is quoted outright somebody else. */
function personAt(scene: HolderScene, tree: Tree, at: number, inside: LocalStatement | null): number | null {
  const token = tree.tokens[at]!;
  const { cast } = scene;
  const meant = cast.pronouns.get(token.start) ?? null;
  const speaker = inside?.speaker ?? null;
  if (inside && isQuoted(scene, inside)) return meant === speaker ? null : meant;
  if (!inside) return meant;
  // "A member who voted says he will not": the member, whoever that is.
  if (speaker === null) return inside.source && isOne(tree, inside.source) ? null : meant;
  if (cast.entities[speaker]!.kind !== 'person') return meant;
  // "Lind said the trouble with Reyes was his plan": whoever is named in between.
  const between = cast.mentions.findLast(
    ({ start, entity }) =>
      start >= inside.content[0]!.start && start < token.start && cast.entities[entity]!.kind === 'person',
  );
  if (between && between.entity !== speaker && /^(?:his|her)$/.test(formOf(token))) return between.entity;
  // "said the candidate promised that he would": whoever is nearer.
  const first = inside.content[0]!.start;
  const subjects = tree.tokens.filter(
    ({ start, deprel, upos }) => start >= first && start < token.start && /^nsubj/.test(deprel) && upos !== 'PRON',
  );
  if (subjects.some(({ form: noun }) => isSomebody(noun.toLowerCase()))) return null;
  return subjects.length === 0 || meant === null || meant === speaker ? speaker : null;
}

/** "a member", "the lifelong farmer": one who is not named. */
function isOne(tree: Tree, source: Range): boolean {
  const head = headIn(tree, source);
  return head !== undefined && head.upos !== 'PRON' && /^NNP?$/.test(head.xpos);
}

const UNNAMED = /^(?:unit|subsidiary|arm|affiliate|partnership|company|firm|bank|fund)$/;

function headIn({ tokens }: Tree, { start, end }: Range): Token | undefined {
  const words = tokens.filter((token) => token.start >= start && token.end <= end);
  return words.find((token) => !words.includes(tokens[token.head]!)) ?? words.at(-1);
}

// Code units over which a pronoun may reach back: about two sentences.
const NEAR = 260;

/** The party that a phrase names: itself, or the state or body whose people it speaks of. */
function partyIn(scene: HolderScene, tree: Tree, range: Range): Holder | null {
  const { cast, world } = scene;
  const { entity } = resolveSource(cast, tree.sentence, range, null);
  if (entity === null || !isProven(scene, tree, range, entity)) return stateIn(scene, tree.sentence, range);
  const { kind, name } = cast.entities[entity]!;
  // "Tallinn wants": a capital or seat stands for the government.
  const seat =
    kind === 'place'
      ? world.lookUp(name).find((entry) => entry.kind === 'capital' || entry.kind === 'seat')
      : undefined;
  return { entity: seat?.code ? stateEntity(cast, nameOf(world, seat.code), range) : entity, within: null };
}

// "coordinator at the Harbor Institute": they comment on what others settle.
const INSTITUTES =
  /\b(?:Institute|Institution|Think Tank|Policy Center|Policy Centre|Research Center|Research Centre)\b/;
const WIRES = /^(?:AP|AFP|UPI|dpa|Reuters|Bloomberg|Associated Press|Xinhua|Interfax|Tass|Kyodo)$/;

/** True for a body that comments and for its people, and for who reports: none of them is a party. */
export function isBystander({ cast, doc }: HolderScene, entity: number): boolean {
  const { name, kind, mentions } = cast.entities[entity]!;
  if (kind !== 'person') return INSTITUTES.test(name) || WIRES.test(name);
  return mentions.some(({ end }) => {
    const about = /^, [^.;:!?“”"]{0,120}/.exec(doc.text.slice(end, end + LONGEST))?.[0];
    return about !== undefined && INSTITUTES.test(about.split(/ (?:said|says|who|which|told|and) /)[0]!);
  });
}

// Code units after a name in which an apposition tells where somebody works.
const LONGEST = 125;

const OFFICES = /(?:minister|president|premier|chancellor|leader|chief|head|chair|chairman|secretary|director)/i;

/** "The former minister", "the leadership": somebody named elsewhere is meant only where that is his office. */
export function isProven({ cast }: HolderScene, tree: Tree, range: Range, entity: number): boolean {
  const { kind, roles, mentions } = cast.entities[entity]!;
  const head = headIn(tree, range);
  if (kind !== 'person' || head?.xpos !== 'NN' || !(standsForParty(head) || sourceNouns.has(head.lemma))) return true;
  const k = firstFrom(mentions, range.start);
  if (mentions[k] && mentions[k]!.start < range.end) return true;
  const noun = head.lemma.toLowerCase();
  return roles.some((role) => role.toLowerCase().includes(noun) || (noun === 'leader' && OFFICES.test(role)));
}

/** "Norlandish officials", "the government of Norland", "officials at the Harbor Union". */
function stateIn(scene: HolderScene, sentence: Sentence, range: Range): Holder | null {
  const { cast, world, doc } = scene;
  const { names } = doc;
  const words = sentence.tokens.filter((token) => token.start >= range.start && token.end <= range.end);
  const head = words.find((token) => !words.includes(sentence.tokens[token.head]!)) ?? words.at(-1);
  if (!head || !standsForParty(head)) return null;
  for (let k = firstFrom(names, range.start); k < names.length && names[k]!.start < range.end; k++) {
    const name = names[k]!;
    if (name.kind === 'country' || name.kind === 'nationality') {
      const codes = world.countriesOf(name.text.replace(/\s+/g, ' '));
      if (codes.length !== 1) continue;
      return { entity: stateEntity(cast, nameOf(world, codes[0]!), name), within: range };
    }
    if (name.kind !== 'organization') continue;
    const known = cast.mentions[firstFrom(cast.mentions, name.start)];
    if (known && known.start === name.start) return { entity: known.entity, within: range };
  }
  return null;
}

// Unions that the list of countries has by code alone.
const UNIONS: Record<string, string> = { EU: 'European Union', UN: 'United Nations' };

const nameOf = (world: World, code: string): string => world.nameOf(code) ?? UNIONS[code] ?? code;

/** The entity of a country; it joins those of the article where only its adjective stands there. */
function stateEntity(cast: Cast, name: string, mention: Range): number {
  const key = name.toLowerCase();
  const known = cast.bodies.get(key);
  if (known !== undefined) return known;
  const index = cast.entities.length;
  cast.bodies.set(key, index);
  const mentions = [{ start: mention.start, end: mention.end }];
  cast.entities.push({ name, kind: 'government', roles: [], side: null, aliases: [], mentions });
  return index;
}
