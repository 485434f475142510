/**
 * Sources: the words that name who spoke, to the one they mean. In: a range of words. Out: an entity of the article,
 * or that nobody is named. Example: "the minister" is Ana Lind where she was introduced as a minister before.
 *
 * Asked in this order: pronouns, names, houses of government, makers of documents, bodies, roles.
 */
import { readList } from '../data/lists.ts';
import type { Sentence, Token } from '../language/doc.ts';
import { sourceNouns } from './cues.ts';
import type { Range } from './reading.ts';
import { firstFrom } from './search.ts';
import { BODIES, bodyOfWorld, fullOf, resolveBody, stateOf } from './speakers/bodies.ts';
import { type Cast, type Mention, mentionsIn, type Reference, sentenceAt, tokenAt } from './speakers/cast.ts';
import { genderOfPronoun } from './speakers/gender.ts';
import { isBodyNoun, isPlain, namedBefore } from './speakers/generic.ts';
import { describeSource, holderOf } from './speakers/roles.ts';
import { headOf, phraseOf, subjectOf, tokensIn } from './speakers/tree.ts';

export { type Cast, type Mention, makeCast, type Scene } from './speakers/cast.ts';

export interface Speaker {
  /** Index of the entity, or null where it is not known who. */
  entity: number | null;
  /** False for "an official", "sources": nobody is named. */
  named: boolean;
  /** All of them, where several speak together. */
  all?: number[];
}

const NOBODY: Speaker = { entity: null, named: false };
const documentNouns: ReadonlySet<string> = new Set(
  readList('en/document-nouns.txt').flatMap((line) => line.split(' ')),
);

/**
 * Who the words in `source` mean.
 * @param before the speaker of the statement before, for "it".
 * @param adjacent whether that statement stands in the same sentence or the one before.
 */
export function resolveSource(
  cast: Cast,
  sentence: Sentence,
  source: Range,
  before: number | null,
  adjacent = true,
): Speaker {
  const tokens = tokensIn(sentence, source);
  const head = ownedBy(tokens) ?? headOf(sentence, tokens);
  if (!head) return NOBODY;
  const form = head.form.toLowerCase();
  if (form === 'it') return sourceOfIt(cast, source.start, before, adjacent);
  if (genderOfPronoun(form)) return speaker(cast.pronouns.get(head.start) ?? null);
  if (/^(?:who|which|that)$/.test(form)) return resolveRelative(cast, sentence, head, before);
  const pair = pairOf(cast, tokens, head, source.start);
  if (pair) return pair;
  if (isNearby(cast, source) || (SOME.test(tokens[0]!.form) && head.feats.Number === 'Plur')) return NOBODY;
  const list = resolveList(cast, sentence, tokens, before);
  if (list) return list;
  const named = resolveNames(cast, sentence, source, tokens, head);
  if (named) return named;
  const words = tokens.filter((token, i) => i > 0 || !/^the$/i.test(token.form));
  const range = { start: words[0]?.start ?? source.start, end: (words.at(-1) ?? head).end };
  const known = bodyOfWorld(cast, cast.scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' '), range);
  if (known !== null) return speaker(known);
  if (documentNouns.has(form)) {
    const maker = makerOf(cast, sentence, head, before);
    return maker.named || !isBare(tokens, head) ? maker : speaker(makerBefore(cast, head, before));
  }
  if (BODIES.test(form) && INDEFINITE.test(tokens[0]!.form)) return NOBODY;
  if (BODIES.test(form)) return speaker(resolveBody(cast, sentence, tokens, head));
  const body = isPlain(tokens, head)
    ? (fullOf(cast, form, source.start) ?? namedBefore(cast, form, source.start))
    : null;
  if (body !== null) return speaker(body);
  const told = describeSource(cast, tokens, head);
  const personal = isPersonal(form) || AGED.test(cast.scene.doc.text.slice(source.start, head.start));
  if (!told || !(sourceNouns.has(form) || cast.roles.has(told.head) || personal)) return NOBODY;
  // "The farmer who wrote the letter": somebody new.
  const isNew = personal && /^who$/.test(tokens[tokens.indexOf(head) + 1]?.form ?? '');
  if (isNew) return speaker(holderOf(cast, told, source.start));
  return speaker(
    holderOf(cast, told, source.start) ??
      (isBodyNoun(form) ? null : subjectBefore(cast, tokens, head, told.sides, source.start)) ??
      (personal ? personBefore(cast, source.start) : null),
  );
}

/** "the 45-year-old welder" */
const AGED = /^the\s+\d+-year-old\s/i;

/** "Reyes’s office": what somebody has speaks, whatever the tree takes for the head. */
function ownedBy(tokens: Token[]): Token | null {
  const last = tokens.at(-1);
  const mark = tokens.findLastIndex(({ upos, form }) => upos === 'PART' && /^[’']s?$/.test(form));
  // "Ana Lind, the union’s leader": behind a comma it says who she is.
  // "officials in Lind’s government", "two who sat in Lind’s cabinet" are others.
  const isOwned =
    !tokens.some(({ form, upos }, i) => form === ',' || (i < mark && upos === 'ADP' && form !== 'of')) &&
    !tokens.some(({ form }, i) => i < mark && /^(?:who|that|which)$/i.test(form)) &&
    mark > 0 &&
    mark >= tokens.length - 3 &&
    mark < tokens.length - 1;
  return isOwned && last!.upos === 'NOUN' ? last! : null;
}

/** "the union and the association", "Norland, Selm and Ostavia": all of them, where each is one that the article knows. */
function resolveList(cast: Cast, sentence: Sentence, tokens: Token[], before: number | null): Speaker | null {
  const inside = mentionsIn(cast, { start: tokens[0]!.start, end: tokens.at(-1)!.end });
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    // "United Dock and Terminal Workers" is one name.
    const isName = inside.some(({ start, end }) => start < token.start && token.end < end);
    if (!isName && /^(?:and|,)$/i.test(token.form)) parts.push([]);
    else if (!isName && token.upos === 'ADP' && token.form !== 'of') return null;
    else parts.at(-1)!.push(token);
  }
  const full = parts.filter((part) => part.length > 0);
  if (full.length < 2 || full.length > MOST || !tokens.some(({ form }) => /^and$/i.test(form))) return null;
  // "Ana Lind, a lawyer and mother": an indefinite says what she is.
  if (full.some((part, i) => i > 0 && /^(?:an?|who|which|other|others|his|her|its|their)$/i.test(part[0]!.form)))
    return null;
  const all: number[] = [];
  for (const part of full) {
    const { entity } = resolveSource(cast, sentence, { start: part[0]!.start, end: part.at(-1)!.end }, before);
    if (entity === null) return null;
    if (!all.includes(entity)) all.push(entity);
  }
  return all.length > 1 ? { ...speaker(all[0]!), all } : null;
}

// Names in one list of speakers.
const MOST = 6;

/** The one who does what a verb tells where no words of the verb's own name a source. */
export function resolveSubject(cast: Cast, sentence: Sentence, verb: number, before: number | null): Speaker {
  const at = sentence.tokens[verb]!.upos === 'VERB' ? subjectOf(sentence, verb) : -1;
  return at < 0 ? NOBODY : resolveSource(cast, sentence, phraseOf(sentence, at), before);
}

/** "a source close to Selm Quays": who is near a body does not speak for it, unless a name follows a comma. */
function isNearby(cast: Cast, source: Range): boolean {
  const words = cast.scene.doc.text.slice(source.start, source.end);
  const match = NEARBY.exec(words);
  if (!match) return false;
  const comma = source.start + words.lastIndexOf(',');
  return !mentionsIn(cast, source).some(
    ({ entity, start }) => cast.entities[entity]!.kind === 'person' && start - comma <= 2 && comma > source.start,
  );
}

/** "a company", "neither party": which of them is not said. */
const INDEFINITE = /^(?:an?|any|another|neither|either|one|no|each|every|some)$/i;

/** "some Democrats": which of them is not said. */
const SOME = /^(?:some|many|several|most|few|other|certain|numerous|two|three|four|five)$/i;

const NEARBY =
  /^(?:(?:an?|one|another|two|three|several|some|the)\s+(?:[\p{L}-]+\s+){0,3})?(?:source|official|person|people|insider|aide|ally|figure|executive|diplomat)s?\s+(?:close|near|familiar|inside|within|briefed|with knowledge)\b/iu;

const speaker = (entity: number | null): Speaker => ({ entity, named: entity !== null });

/** The names in the words, where one of them is who speaks: a person goes before a body, "Lind and Reyes" are both. */
function resolveNames(cast: Cast, sentence: Sentence, source: Range, tokens: Token[], head: Token): Speaker | null {
  const inside = mentionsIn(cast, source);
  const named = inside.filter((mention) => isSpeaker(cast, sentence, tokens, head, mention));
  const best = named.find((mention) => cast.entities[mention.entity]!.kind === 'person') ?? named[0];
  const first = inside[0];
  // "Lind and other ministers": the first of them is named.
  const leads = first && tokens.find((token) => token.start >= first.end)?.form === 'and' && startsWith(tokens, first);
  const one = best ?? (leads ? first : undefined);
  if (!one) return null;
  const entity = stateOf(cast, one.entity, one);
  const all = [entity, ...joinedTo(cast, sentence, one, inside)];
  return all.length > 1 ? { ...speaker(entity), all: [...new Set(all)] } : speaker(entity);
}

const startsWith = (tokens: Token[], { start }: Range): boolean =>
  tokens.findIndex((token) => token.start >= start) <= 1;

/** Those named beside one in a row: "Ana Lind, Reyes and the Harbor Union". */
function joinedTo(cast: Cast, sentence: Sentence, one: Mention, inside: Mention[]): number[] {
  const { tokens } = sentence;
  return inside.flatMap((other) => {
    if (other.start <= one.start) return [];
    const at = tokens.findIndex((token) => token.start >= other.start);
    for (let k = at, steps = 0; k >= 0 && steps < 6; k = tokens[k]!.head, steps++) {
      if (tokens[k]!.deprel === 'conj') {
        const to = tokens[tokens[k]!.head];
        return to && to.start <= one.end && to.end >= one.start - TITLE ? [stateOf(cast, other.entity, other)] : [];
      }
      if (!/^(?:flat|nmod:desc|compound)/.test(tokens[k]!.deprel)) return [];
    }
    return [];
  });
}

// Characters: a row may hang on the title before its first name.
const TITLE = 40;

/** "who" means what its clause describes. */
function resolveRelative(cast: Cast, sentence: Sentence, head: Token, before: number | null): Speaker {
  for (let k = sentence.tokens.indexOf(head), steps = 0; k >= 0 && steps < 8; steps++) {
    const { deprel, head: up } = sentence.tokens[k]!;
    k = up;
    if (!deprel.startsWith('acl')) continue;
    const noun = sentence.tokens[k];
    if (!noun || noun === head) return NOBODY;
    return resolveSource(cast, sentence, phraseOf(sentence, k), before);
  }
  return NOBODY;
}

/** Who made a document: "Lind’s letter", "a statement from the Harbor Union". Who only obtained it did not. */
function makerOf(cast: Cast, sentence: Sentence, head: Token, before: number | null): Speaker {
  const { tokens } = sentence;
  const at = tokens.indexOf(head);
  const isMaker = (i: number): boolean => {
    const token = tokens[i]!;
    if (token.head === at) {
      if (/^(?:nmod:poss|compound|amod)$/.test(token.deprel)) return true;
      return token.deprel === 'nmod' && hasCase(tokens, i, /^(?:from|by)$/i);
    }
    // "a statement issued by Norland"
    const verb = tokens[token.head];
    return (
      verb?.head === at &&
      /^acl/.test(verb.deprel) &&
      /^(?:issue|release|publish|sign|post|write|send)/.test(verb.lemma) &&
      hasCase(tokens, i, /^by$/i)
    );
  };
  // "the prime minister’s office readout": where the words before the noun end with a body, it is the maker.
  const ahead = tokens[at - 1];
  if (ahead && BODIES.test(ahead.form.toLowerCase())) {
    const from = Math.min(
      at - 1,
      ...tokens.flatMap((_, i) => (i < at && isMaker(i) ? [tokenAt(sentence, phraseOf(sentence, i).start)] : [])),
    );
    return speaker(resolveBody(cast, sentence, tokens.slice(from, at), ahead));
  }
  for (let i = 0; i < tokens.length; i++) {
    if (!isMaker(i)) continue;
    const found = resolveSource(cast, sentence, listAt(sentence, i), before);
    if (found.named) return found;
  }
  return NOBODY;
}

/** A phrase and what is joined to it: "Belmar, Ostavia and the union". */
function listAt(sentence: Sentence, at: number): Range {
  const range = phraseOf(sentence, at);
  const joined = sentence.tokens.flatMap((token, i) => (token.head === at && token.deprel === 'conj' ? [i] : []));
  const last = joined.at(-1);
  return last !== undefined && last > at ? { start: range.start, end: phraseOf(sentence, last).end } : range;
}

/** "the statement", without a word on whose it is. */
const isBare = (tokens: Token[], head: Token): boolean =>
  tokens.length === 2 && tokens[1] === head && /^(?:the|this|that)$/i.test(tokens[0]!.form);

/**
 * Whose document was told of last: "the ministry’s statement", or of the subject that spoke or gave its account "in a
 * statement". Where none was, of whoever spoke right before.
 */
function makerBefore(cast: Cast, document: Token, before: number | null): number | null {
  const { sentences } = cast.scene.doc;
  const here = sentenceAt(cast.scene, document.start);
  for (let k = here; k >= 0 && here - k <= DOCUMENT_REACH; k--) {
    const sentence = sentences[k]!;
    for (let at = sentence.tokens.length - 1; at >= 0; at--) {
      const token = sentence.tokens[at]!;
      if (token.lemma !== document.lemma || token.start >= document.start) continue;
      const maker = makerOf(cast, sentence, token, null);
      if (maker.all) return null;
      if (maker.entity !== null) return maker.entity;
      const verb = /^(?:obl|obj)/.test(token.deprel) ? subjectOf(sentence, token.head) : -1;
      const subject = verb < 0 ? NOBODY : resolveSource(cast, sentence, phraseOf(sentence, verb), null);
      if (subject.all) return null;
      if (subject.entity !== null) return subject.entity;
    }
  }
  return before;
}

// Sentences: how far back "the statement" reaches.
const DOCUMENT_REACH = 8;

const hasCase = (tokens: readonly Token[], at: number, form: RegExp): boolean =>
  tokens.some((token) => token.head === at && token.deprel === 'case' && form.test(token.form));

/** True where the mention is the source itself, not a word that only describes it ("Norland's officials"). */
function isSpeaker(cast: Cast, sentence: Sentence, tokens: Token[], head: Token, mention: Mention): boolean {
  if (mention.start <= head.start && head.end <= mention.end) return true;
  const entity = cast.entities[mention.entity]!;
  const first = tokens.find((token) => token.start >= mention.start && token.end <= mention.end);
  if (!first) return false;
  // "neighbouring Egypt": a lone name is the source, whatever describes it.
  if (mention.end >= tokens.at(-1)!.end && !/^(?:NOUN|PROPN|PRON|NUM)$/.test(head.upos)) return true;
  // "the union's leader, Ana Lind": an apposition names the head.
  let token: Token | undefined = first;
  for (let steps = 0; token && steps < 6; steps++) {
    // A given name hangs on its own last name, which says nothing of where both stand.
    if (
      !within(mention, sentence.tokens[token.head]) &&
      (/^(?:appos|flat)/.test(token.deprel) || (entity.kind === 'person' && token.deprel === 'nmod:desc'))
    )
      return true;
    if (token === head || /^(?:nmod|obl|acl|amod|compound|conj)/.test(token.deprel)) break;
    token = sentence.tokens[token.head];
  }
  if (/[’']s?$/.test(head.form)) return false;
  // "Norland's public broadcaster Tella": the name ends what it is.
  if (entity.kind !== 'person')
    return (
      mention.end >= tokens.at(-1)!.end &&
      /^(?:compound|nsubj|flat|appos)/.test(first.deprel) &&
      !tokens.some(({ upos, start }) => upos === 'ADP' && start > head.start && start < mention.start) &&
      (OUTLETS.test(head.form) || isBodyNoun(head.form.toLowerCase()))
    );
  // "aides to Prime Minister Ana Lind" are not her; "Secretary of State Ana Lind" is, since that is her title.
  const isTitle = entity.roles.some((role) => role.toLowerCase().includes(head.form.toLowerCase()));
  // "the office of Prime Minister Ana Lind" is not her either.
  if (!isTitle && mention.start > head.end && tokens[tokens.indexOf(head) + 1]?.upos === 'ADP') return false;
  if (!isTitle && tokens.some((word) => word.deprel === 'case' && within(mention, sentence.tokens[word.head])))
    return false;
  // Without a telling tree: a person at the end of the words, as in "spokesperson Ana Lind".
  return mention.end >= (tokens.findLast((word) => word.upos !== 'PUNCT') ?? head).end;
}

const OUTLETS =
  /^(?:broadcaster|newspaper|newswire|agency|daily|weekly|channel|network|website|group|union|company|brokers?|state|states)$/i;

const within = (range: Range, token: Token | undefined): boolean =>
  token !== undefined && range.start <= token.start && token.end <= range.end;

// Mentions looked back over for whom "it", "the two leaders" or "the top diplomat" means; sentences for the last.
const LOOK_BACK = 60;
const NEAR = 2;

/** "it said": of the document that was the subject right before, its maker; else a body. */
function sourceOfIt(cast: Cast, offset: number, before: number | null, adjacent: boolean): Speaker {
  // The subject of the sentence, or another body that was told of since, goes before who spoke further back.
  const since = lastSubject(cast, offset, 0, isBody(cast)) ?? (adjacent ? null : bodyBefore(cast, offset, null));
  if (since !== null) return speaker(stateAt(cast, since, offset));
  if (before !== null && cast.entities[before]!.kind !== 'person') return speaker(before);
  const here = sentenceAt(cast.scene, offset);
  const sentence = cast.scene.doc.sentences[here - 1];
  const document = sentence?.tokens.find(
    ({ deprel, form }) => /^nsubj/.test(deprel) && documentNouns.has(form.toLowerCase()),
  );
  if (document && sentence) {
    const maker = resolveSource(cast, sentence, phraseOf(sentence, sentence.tokens.indexOf(document)), null);
    if (maker.entity !== null) return maker;
  }
  const body = bodyBefore(cast, offset, before);
  return speaker(body === null ? null : stateAt(cast, body, offset));
}

/** The state that a capital named before stands for; the words that name it are the capital's, not the pronoun. */
function stateAt(cast: Cast, entity: number, offset: number): number {
  const { mentions } = cast.entities[entity]!;
  return stateOf(cast, entity, mentions[firstFrom(mentions, offset) - 1] ?? mentions[0]!);
}

/** "it" goes on with a body: the one that spoke right before, else the subject of the sentence or of the one before. */
function bodyBefore(cast: Cast, offset: number, before: number | null): number | null {
  if (before !== null && cast.entities[before]!.kind !== 'person') return before;
  return lastSubject(cast, offset, 1, isBody(cast));
}

const isBody =
  (cast: Cast) =>
  ({ entity }: Reference): boolean => {
    const { kind, capital } = cast.entities[entity]!;
    // A town that is told to be a capital acts like a state, whichever it is.
    const isSeat = kind === 'place' && (isCapital(cast, entity) || capital !== undefined);
    return /^(?:organization|government|group)$/.test(kind) || isSeat;
  };

/** Words that say more of somebody named before: "the father of three", "the 45-year-old". */
const PERSONAL: ReadonlySet<string> = new Set(readList('en/person-nouns.txt').flatMap((line) => line.split(' ')));
const AGE = /^\d+-year-old$/;
const isPersonal = (noun: string): boolean => PERSONAL.has(noun) || AGE.test(noun);

/** The person named last in the two sentences before, outside of quotations. */
function personBefore(cast: Cast, offset: number): number | null {
  const here = sentenceAt(cast.scene, offset);
  for (let k = firstFrom(cast.references, offset) - 1, steps = 0; k >= 0 && steps < LOOK_BACK; k--, steps++) {
    const { entity, sentence, quote, aside, possessive } = cast.references[k]!;
    if (here - sentence > NEAR) return null;
    if (cast.entities[entity]!.kind === 'person' && quote < 0 && !aside && !possessive) return entity;
  }
  return null;
}

const isCapital = ({ scene, entities }: Cast, entity: number): boolean =>
  scene.world?.lookUp(entities[entity]!.name).some(({ kind }) => kind === 'capital') ?? false;

/** "the top diplomat", who holds no such role: whoever was the subject right before, unless "a diplomat" was. */
function subjectBefore(cast: Cast, tokens: Token[], head: Token, sides: string[], offset: number): number | null {
  if (tokens.length < 3) return null;
  const here = sentenceAt(cast.scene, offset);
  const { sentences } = cast.scene.doc;
  for (let k = Math.max(0, here - NEAR); k < here; k++)
    if (sentences[k]!.tokens.some(({ lemma, feats }) => lemma === head.lemma && feats.Number !== 'Plur')) return null;
  const fits = ({ entity }: Reference): boolean => {
    const { kind, side, roles } = cast.entities[entity]!;
    // "the Norland ambassador" is no president of Norland, "the former governor" no senator.
    if (OFFICES.test(head.form) && roles.length > 0) return false;
    return kind === 'person' && (side === null || sides.length === 0 || sides.includes(side));
  };
  return lastSubject(cast, offset, NEAR, fits) ?? lastSubject(cast, offset, NEAR, fits, 1);
}

/** Offices, which who has another one does not hold: "the top diplomat" may be a minister. */
const OFFICES =
  /^(?:ambassador|consul|president|minister|premier|chancellor|king|queen|governor|mayor|senator|secretary|general|judge|spokes(?:man|woman|person))$/i;

/** The last subject outside quotations, of so many sentences back, and at most so many clauses below the main one. */
function lastSubject(
  cast: Cast,
  offset: number,
  sentences: number,
  fits: (one: Reference) => boolean,
  depth = 0,
): number | null {
  const here = sentenceAt(cast.scene, offset);
  for (let k = firstFrom(cast.references, offset) - 1, steps = 0; k >= 0 && steps < LOOK_BACK; k--, steps++) {
    const one = cast.references[k]!;
    if (here - one.sentence > sentences) return null;
    if (one.subject && one.depth <= depth && one.quote < 0 && !one.aside && fits(one)) return one.entity;
  }
  return null;
}

/** "a [Norland] maker": a name that only says of what kind another is. */
function describes({ scene }: Cast, { sentence, start, end }: Reference): boolean {
  const { tokens } = scene.doc.sentences[sentence]!;
  const last = tokens[tokenAt(scene.doc.sentences[sentence]!, end - 1)]!;
  const head = tokens[last.head];
  return /^(?:compound|amod)/.test(last.deprel) && head !== undefined && (head.start >= end || head.end <= start);
}

const STATES = /^(?:countries|nations|governments|states|powers|capitals)$/i;

/** "the two leaders", "both sides": the last two of their kind who stand in one sentence. */
function pairOf(cast: Cast, tokens: Token[], head: Token, offset: number): Speaker | null {
  const words = tokens.map(({ form }) => form.toLowerCase());
  const isPair = /^(?:both|each)$/.test(words[0]!) || words.includes('two');
  // "both the United States and Norland" names them.
  if (mentionsIn(cast, head).length > 0) return null;
  const people = /^(?:leaders|men|women|presidents|ministers|negotiators|counterparts)$/.test(head.form.toLowerCase());
  const bodies = /^(?:sides|parties|countries|nations|governments|states|powers|companies|capitals)$/.test(
    head.form.toLowerCase(),
  );
  if (!(people || bodies) || !(isPair || (people && words[0] === 'the' && words.length === 2))) return null;
  const bySentence = new Map<number, number[]>();
  for (let k = firstFrom(cast.references, offset) - 1, steps = 0; k >= 0 && steps < LOOK_BACK; k--, steps++) {
    const reference = cast.references[k]!;
    const { sentence, quote, possessive } = reference;
    if (quote >= 0 || possessive || describes(cast, reference)) continue;
    const entity = people ? reference.entity : stateOf(cast, reference.entity, reference);
    const { kind } = cast.entities[entity]!;
    if (
      people
        ? kind !== 'person'
        : kind !== 'government' && (kind === 'person' || kind === 'place' || STATES.test(head.form))
    )
      continue;
    const found = bySentence.get(sentence) ?? [];
    if (!found.includes(entity)) found.unshift(entity);
    bySentence.set(sentence, found);
  }
  for (const found of bySentence.values())
    if (found.length === 2) return { entity: found[0]!, named: true, all: found };
  return NOBODY;
}
