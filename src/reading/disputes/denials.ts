/**
 * Words that deny. In: a sentence with its tree. Out: who denies, and what the text says of the claim denied: its own
 * clause, or only that there is one ("it", "the report", "Lind's account"). Example: "The ministry rejected that account"
 * is a denial by the ministry of an account told before.
 */
import { hasCase } from '../proposals/mentions.ts';
import type { Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { type About, claimed, clausal, hasThat, isClaim, isContent, NOTHING, phrasal } from './targets.ts';
import { CALL, CLAIM, CLASH, DEED, DENY, FALSE, REJECT, SPEECH, WITHHELD } from './words.ts';

export interface Denial extends About {
  scene: Scene;
  /** Index of the word that denies. */
  at: number;
  kind: 'denial' | 'contradiction';
  /** The words and the entity that deny; both null where the clause alone says that it is false. */
  denier: number | null;
  denierAt: number | null;
  /** "the statement contradicts": a text that speaks for whoever made it. */
  isText: boolean;
  /** The sentence of an index, to look back. */
  before: (sentence: number) => Scene;
}

type Found = Omit<Denial, 'before'>;

export function denialsIn(scene: Scene, before: (sentence: number) => Scene): Denial[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    const found = token.upos === 'VERB' ? verbDenial(scene, at) : null;
    const denial = found ?? falsehood(scene, at) ?? clash(scene, at);
    return denial ? [{ ...denial, before }] : [];
  });
}

function verbDenial(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const verb = verbOf(scene, at);
  if (!DENY.has(verb) && !REJECT.has(verb) && !CALL.has(verb) && verb !== 'accuse') return null;
  if (isNegated(scene, at) || kids(scene, at, /^nsubj:pass/).length > 0 || !isDone(scene, at)) return null;
  const object = objectOf(scene, at);
  const clause = kids(scene, at, /^(?:ccomp|xcomp|advcl)/).find((i) => i > at && isContent(scene, i));
  const base = { scene, at, kind: 'denial' as const, isText: false, ...denierOf(scene, at) };
  if (DENY.has(verb)) {
    if (object !== undefined) {
      const noun = lemmaOf(tokens[object]!);
      if (WITHHELD.has(noun) || /^iobj/.test(tokens[object]!.deprel)) return null;
      if (isPointer(scene, object)) return { ...base, ...NOTHING };
      if (isClaim(scene, object) || SPEECH.has(noun) || (IDEA.test(noun) && hasThat(scene, object)))
        return { ...base, ...without(scene, at, claimed(scene, object)) };
      return deniedDeed(scene, at, object) ? { ...base, ...phrasal(scene, at, object) } : null;
    }
    if (clause !== undefined) return { ...base, ...clausal(scene, clause) };
    return null;
  }
  if (REJECT.has(verb)) {
    const about =
      object ??
      kids(scene, at, /^obl/).find((i) => i > at && hasCase(scene, i, /^(?:on|against|at|to)$/) && verb !== 'counter');
    if (about !== undefined) {
      if (isPointer(scene, about) && POINTED.test(verb)) return { ...base, ...NOTHING };
      // "contradicted comments by the mediator" is for `clash`; a challenge may be to a claim on land or money.
      const noun = lemmaOf(tokens[about]!);
      const isAssertion =
        (!DOUBTING.test(verb) && !(verb === 'dismiss' && /^(?:article|story)$/.test(noun))) ||
        ASSERTION.test(noun) ||
        hasThat(scene, about);
      if (isClaim(scene, about) && verb !== 'contradict' && isAssertion) return { ...base, ...claimed(scene, about) };
      // "rejected a statement by Lind that …": only what was stated is denied, so its words must stand beside.
      if (SPEECH.has(noun) && /^(?:dismiss|dispute|reject|repudiate)$/.test(verb)) {
        const stated = claimed(scene, about);
        if (stated.target && stated.isOwned) return { ...base, ...stated };
      }
    }
    if (clause !== undefined && /^(?:dispute|contest)$/.test(verb)) return { ...base, ...clausal(scene, clause) };
    // "disputed that, saying …": "that" may be read as opening the clause.
    const next = tokens[at + 1];
    if (
      POINTED.test(verb) &&
      next &&
      /^(?:it|that|this)$/i.test(next.form) &&
      /^[,.;]$/.test(tokens[at + 2]?.form ?? '')
    )
      return { ...base, ...NOTHING };
  }
  if (CALL.has(verb) && object !== undefined) {
    const after = under(scene, at, /^(?:parataxis|advcl|conj|acl)/).filter((i) => i > object);
    const isFalse = after.some((i) => FALSE.has(lemmaOf(tokens[i]!)) || FALSE.has(tokens[i]!.form.toLowerCase()));
    // "called it wrong" judges a deed.
    const isJudged = after.some((i) => /^(?:wrong|mistaken|mistake)$/i.test(tokens[i]!.form));
    if (isFalse && isPointer(scene, object) && !isJudged) return { ...base, ...NOTHING };
    if (isFalse && (isClaim(scene, object) || SPEECH.has(lemmaOf(tokens[object]!))))
      return { ...base, ...claimed(scene, object) };
  }
  // "accused him of a distortion of the offer"
  if (verb === 'accuse' && object !== undefined) {
    const isFalse = under(scene, at, /^(?:nsubj|parataxis)/).some((i) => i > object && FALSE.has(lemmaOf(tokens[i]!)));
    if (isFalse)
      return { ...base, target: null, owner: entityAt(scene, object), isOwned: true, ownerWord: null, noun: null };
  }
  return null;
}

// What is denied with a clause of its own: "denied the notion that it had paid".
const IDEA = /^(?:fact|idea|impression|notion|possibility|speculation|theory|view)$/;

// Verbs that deny a claim meant only by "it" or "that"; "challenged it", "dismissed it" are said of much else.
const POINTED = /^(?:contradict|dispute)$/;
const DOUBTING = /^(?:challenge|contest|counter|disavow|disown|repudiate)$/;
const ASSERTION =
  /^(?:accusation|allegation|assertion|depiction|description|insinuation|portrayal|report|rumou?r|suggestion|version)$/;

/** What is denied, also where it comes first: "allegations, which he has denied". */
function objectOf(scene: Scene, at: number): number | undefined {
  const { tokens } = scene.sentence;
  const objects = kids(scene, at, /^obj/);
  const after = objects.find((i) => i > at);
  if (after !== undefined) return after;
  const isRelative = objects.some((i) => /^(?:which|that)$/i.test(tokens[i]!.form));
  if (!isRelative || !/^acl/.test(tokens[at]!.deprel)) return undefined;
  // The tree may hang the clause on a later noun.
  for (let i = tokens[at]!.head, steps = 0; i >= 0 && steps < DEEPEST_NOUN; i = tokens[i]!.head, steps++)
    if (CLAIM.has(lemmaOf(tokens[i]!))) return i;
  return undefined;
}

const DEEPEST_NOUN = 4;

/** What is denied without the clause that denies it: "allegations that he left, which he denied". */
function without(scene: Scene, at: number, about: About): About {
  const { target } = about;
  if (!target || at < target.words[0]!) return about;
  const own = new Set(under(scene, at));
  const words = target.words.filter((i) => !own.has(i));
  return words.length > 0 ? { ...about, target: { ...target, words } } : about;
}

/**
 * True where somebody is told to have denied: not asked to, not able to, not on a condition. Trees hang helpers badly
 * at times, so the words right before the verb count too.
 */
export function isDone(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const { xpos, deprel, head } = tokens[at]!;
  const before = [at - 1, at - 2].flatMap((i) => (i >= 0 ? [tokens[i]!.form.toLowerCase()] : []));
  const helpers = kids(scene, at, /^aux/).map((i) => tokens[i]!.form.toLowerCase());
  if ([...helpers, before[0] ?? ''].some((form) => MODAL.test(form))) return false;
  if (inCondition(scene, at)) return false;
  if (xpos === 'VB') {
    if (helpers.some((form) => /^(?:do|does|did)$/.test(form))) return true;
    if (before[0] !== 'to' && before[1] !== 'to') return false;
    const above = head >= 0 ? tokens[head]! : undefined;
    // "went on television to deny it", "appeared to deny it"; "a move to deny it" and "asked to deny it" are none.
    if (/^advcl/.test(deprel)) return above?.xpos === 'VBD' && !ASKING.test(lemmaOf(above));
    return (
      above !== undefined && /^(?:appear|continue|go|hasten|hurry|move|quick|rush|seem|swift)$/.test(lemmaOf(above))
    );
  }
  if (xpos === 'VBG' && !helpers.some((form) => /^(?:is|are|was|were|been|’s|'s)$/.test(form)))
    return !/^(?:of|for|without|than|before|after|by|from|about|against|on|in|to|not)$/.test(before[0] ?? '');
  return true;
}

const MODAL = /^(?:may|might|could|would|should|must|can|ca|will|wo|shall|’ll|'ll|’d|'d)$/;
const ASKING = /^(?:ask|call|urge|press|want|need|invite|order|tell|challenge|expect)$/;

/** Under "if", "whether" or the like, or in a question. */
function inCondition(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  if (tokens.slice(at).find((token) => /^[.?!]$/.test(token.form))?.form === '?') return true;
  for (let i = at, steps = 0; i >= 0 && steps < DEEPEST_IF; i = tokens[i]!.head, steps++) {
    if (
      kids(scene, i, /^(?:mark|advmod)/).some(
        (k) => k < at && /^(?:if|whether|unless|when|until)$/i.test(tokens[k]!.form),
      )
    )
      return true;
    if (/^(?:ccomp|parataxis|root)/.test(tokens[i]!.deprel)) break;
  }
  return false;
}

const DEEPEST_IF = 3;

/** "denied any role in the attack", "denied wrongdoing": a deed, not a thing kept from somebody, nor a truth of nature. */
function deniedDeed(scene: Scene, verb: number, object: number): boolean {
  const { tokens } = scene.sentence;
  if (lemmaOf(tokens[verb]!) !== 'deny' || tokens[object]!.upos === 'PROPN') return false;
  if (kids(scene, verb, /^obl/).some((i) => i > object && hasCase(scene, i, /^to$/))) return false;
  const isAny = kids(scene, object, /^det/).some((i) => /^(?:any|all)$/i.test(tokens[i]!.form));
  return isAny || DEED.has(lemmaOf(tokens[object]!));
}

const isPointer = (scene: Scene, at: number): boolean =>
  /^(?:it|that|this|them|so)$/i.test(scene.sentence.tokens[at]!.form);

/** "The report is wrong", "that is not true", "no such promise was made": the clause itself says it. */
function falsehood(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  const form = token.form.toLowerCase();
  const base = { scene, at, kind: 'denial' as const, isText: false, denier: null, denierAt: null };
  if (form === 'such' && /^no$/i.test(tokens[at - 1]?.form ?? '') && tokens[at + 1]) {
    const noun = tokens[at]!.deprel.startsWith('det') || token.head > at ? token.head : at + 1;
    if (/^nsubj/.test(tokens[noun]?.deprel ?? '')) return { ...base, ...NOTHING };
  }
  if (form === 'nothing' && tokens[at + 1]?.form === 'of' && /^(?:kind|sort)$/.test(tokens[at + 3]?.form ?? '')) {
    // "The law says nothing of the kind" is said of a text.
    const verb = tokens[at]!.head;
    return verb >= 0 && /^(?:say|contain|read|state)$/.test(lemmaOf(tokens[verb]!)) ? null : { ...base, ...NOTHING };
  }
  const first = kids(scene, at, /^(?:nsubj|expl)/)[0];
  if (first === undefined || !kids(scene, at, /^cop/).length || inCondition(scene, at)) return null;
  // "all of the claims are false"
  const whole = /^(?:all|each|most|many|none|some)$/i.test(tokens[first]!.form)
    ? kids(scene, first, /^nmod/)[0]
    : undefined;
  const subject = whole ?? first;
  const negated = isNegated(scene, at);
  const isFalse = FALSE.has(lemmaOf(token)) || FALSE.has(form);
  const isTrue = /^(?:true|so|correct|accurate|case|fact)$/.test(form);
  if (!(isFalse && !negated) && !(isTrue && negated)) return null;
  // "we realized it was all lies" tells of a change of mind.
  const above = /^ccomp/.test(token.deprel) ? lemmaOf(tokens[token.head]!) : '';
  if (/^(?:discover|fear|find|hope|know|learn|realise|realize)$/.test(above)) return null;
  if (kids(scene, at, /^aux/).some((i) => MODAL.test(tokens[i]!.form.toLowerCase()))) return null;
  if (isClaim(scene, subject) && !isLoose(scene, subject)) return { ...base, ...claimed(scene, subject) };
  // "things that are not true": of no claim in particular.
  if (/^acl/.test(token.deprel)) return null;
  const isThat = /^(?:that|this|it)$/i.test(tokens[subject]!.form);
  const close = tokens.findIndex((one, i) => i > at && /^(?:”|"|'')$/.test(one.form));
  const after = scene.children[at]!.filter((i) => i > at && tokens[i]!.upos !== 'PUNCT' && (close < 0 || i < close));
  // "It is not true that the port is closed"
  const clause = after.find((i) => /^(?:ccomp|csubj|advcl)/.test(tokens[i]!.deprel) && hasMark(scene, i, /^that$/));
  if (isThat && clause !== undefined) return { ...base, ...clausal(scene, clause) };
  // "It is wrong to wait" judges a deed; "that is wrong", with nothing after it, an account.
  const goesOn = after.some((i) => !/^(?:advmod|conj|cc|parataxis)/.test(tokens[i]!.deprel));
  const opens =
    kids(scene, at, /^advcl/).some((i) => i < at) ||
    tokens.slice(0, first).some((token) => /^(?:when|whenever|if|whether)$/i.test(token.form));
  // "…, and that is not true" denies what its own sentence has just told.
  const isJoined = /^(?:conj|acl|advcl)/.test(token.deprel);
  return isThat && !goesOn && !opens && !isJoined && !/^(?:wrong|mistaken)$/.test(form)
    ? { ...base, ...NOTHING }
    : null;
}

const hasMark = (scene: Scene, at: number, word: RegExp): boolean =>
  kids(scene, at, /^mark/).some((i) => word.test(scene.sentence.tokens[i]!.form.toLowerCase()));

/** "numbers are false", "a report": no claim told before. */
const isLoose = (scene: Scene, at: number): boolean =>
  !kids(scene, at, /^(?:det|nmod:poss)/).some(
    (i) => !/^(?:an?|any|some|no|every)$/i.test(scene.sentence.tokens[i]!.form),
  );

/** "appeared to contradict comments by Lind", "sat badly with what Lind had said". */
function clash(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const lemma = lemmaOf(tokens[at]!);
  let object: number | undefined;
  if (tokens[at]!.upos === 'VERB' && CLASH.has(lemma))
    object =
      kids(scene, at, /^(?:obj|ccomp|advcl)/).find((i) => i > at) ??
      kids(scene, at, /^obl/).find((i) => hasCase(scene, i, /^with$/));
  else if (
    lemma === 'sit' &&
    kids(scene, at, /^advmod/).some((i) => /^(?:badly|uneasily|awkwardly|ill|poorly)$/.test(tokens[i]!.form))
  )
    object = kids(scene, at, /^(?:obl|advcl|ccomp)/).find((i) => i > at);
  else if (/^(?:odds|counter|contrary|inconsistent)$/.test(lemma))
    object = [at + 1, at + 2]
      .flatMap((i) => (/^(?:with|to)$/.test(tokens[i]?.form ?? '') ? [tokens[i]!.head] : []))
      .find((i) => i > at);
  if (object === undefined || isNegated(scene, at) || (tokens[at]!.upos === 'VERB' && !isDone(scene, at))) return null;
  // "what the mediator had said": the clause of saying is what counts.
  if (/^what$/i.test(tokens[object]!.form)) object = kids(scene, object, /^acl/)[0] ?? object;
  const noun = lemmaOf(tokens[object]!);
  // "Her words contradicted those of her general"
  const isThose = noun === 'those' && subjectsOf(scene, at).some((i) => SPEECH.has(lemmaOf(tokens[i]!)));
  const isSpeech = SPEECH.has(noun) || CLAIM.has(noun) || isThose;
  const isTold = tokens[object]!.upos !== 'NOUN' && /^(?:say|tell|claim|report|announce|insist|state)$/.test(noun);
  if (!isSpeech && !isTold) return null;
  const subjects = subjectsOf(scene, at);
  const first = subjects[0];
  // "Contrary to Lind's claims, the firm says …" tells who contradicts only later.
  if (first === undefined || (tokens[at]!.upos !== 'VERB' && kids(scene, at, /^nsubj/).length === 0)) return null;
  const isText = SPEECH.has(lemmaOf(tokens[first]!)) || CLAIM.has(lemmaOf(tokens[first]!));
  const owned = isTold
    ? { ...NOTHING, owner: entityAt(scene, kids(scene, object, /^nsubj/)[0] ?? object), isOwned: true }
    : claimed(scene, object);
  // "an account of what was said": nobody's in particular, unless its own words are told.
  if (!isTold && !SPEECH.has(noun) && owned.owner === null && !(owned.isOwned && owned.target)) return null;
  return {
    scene,
    at,
    kind: 'contradiction',
    isText,
    // "A film shows that she waited, contradicting his claim": the film does, not she.
    denier: isText || isShown(scene, at) ? null : entityAt(scene, first),
    denierAt: first,
    ...owned,
  };
}

/** A participle in what something is told to show. */
function isShown(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const { xpos, deprel, head } = tokens[at]!;
  return xpos === 'VBG' && /^advcl/.test(deprel) && head >= 0 && /^ccomp/.test(tokens[head]!.deprel);
}

export function denierOf(scene: Scene, at: number): { denier: number | null; denierAt: number | null } {
  const first = subjectsOf(scene, at)[0];
  if (first === undefined) return { denier: null, denierAt: null };
  const form = scene.sentence.tokens[first]!.form;
  if (/^(?:it|they)$/i.test(form)) return { denier: null, denierAt: first };
  const main = /^(?:he|she)$/i.test(form) ? mainSubject(scene, at) : null;
  return { denier: main ?? spokenFor(scene, first, at), denierAt: first };
}

/** "Lind's spokeswoman" is nobody who speaks for another one. */
function spokenFor(scene: Scene, at: number, verb: number): number | null {
  const { tokens } = scene.sentence;
  // "The firm that runs the port, Corvo, denies": the name tells which.
  let comma = verb - 1;
  while (comma > at && /^(?:AUX|ADV)$/.test(tokens[comma]!.upos)) comma--;
  const last = tokens[comma]?.form === ',' && comma - 1 > at ? comma - 1 : undefined;
  const named =
    last !== undefined && /^appos/.test(tokens[last]!.deprel) && tokens[last]!.upos === 'PROPN' ? last : undefined;
  const entity = (named === undefined ? null : entityAt(scene, named)) ?? entityAt(scene, at);
  const poss = kids(scene, at, /^nmod:poss/).find((i) => tokens[i]!.upos === 'PROPN');
  if (entity === null || poss === undefined || tokens[at]!.upos === 'PROPN') return entity;
  const { entities } = scene.cast;
  if (entities[entity]!.kind !== 'person' || kids(scene, at, /^(?:appos|flat)/).length > 0) return entity;
  const owner = entityAt(scene, poss);
  const name = scene.doc.text.slice(tokens[poss]!.start, tokens[poss]!.end).toLowerCase();
  const words = [...entities[entity]!.roles, ...(entities[entity]!.sides ?? []).map((side) => side.name)];
  return owner === null || owner === entity || words.some((one) => one.toLowerCase().includes(name)) ? entity : null;
}

/** "Lind likes the post, though he has denied it": the person whom the clause above is about. */
function mainSubject(scene: Scene, verb: number): number | null {
  const { tokens } = scene.sentence;
  for (let at = verb, steps = 0; at >= 0 && steps < DEEPEST_MAIN; at = tokens[at]!.head, steps++) {
    const subject = kids(scene, at, /^nsubj/).find((i) => i < verb && tokens[i]!.upos === 'PROPN');
    if (at !== verb && subject !== undefined) {
      const entity = entityAt(scene, subject);
      return entity !== null && scene.cast.entities[entity]!.kind === 'person' ? entity : null;
    }
    if (!/^(?:advcl|acl|nmod|obl|obj)/.test(tokens[at]!.deprel)) return null;
  }
  return null;
}

const DEEPEST_MAIN = 5;

export const rangeOfTarget = (denial: Denial): Range | null =>
  denial.target ? rangeOfWords(denial.scene, denial.target.words) : null;
