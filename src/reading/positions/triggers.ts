/**
 * Words that tell a stance, with the matter they take. In: a tree. Out: for each trigger the stance, who is its
 * subject and the words of the matter. Example: "The union will not accept the cranes" gives rejects, "the union",
 * "the cranes".
 */
import { clauseForce } from './force.ts';
import { isFirstPerson } from './holders.ts';
import { type Matter, mattersOf, nounPhrase, split, subjectPhrase } from './matter.ts';
import {
  childrenOf,
  formOf,
  isDenied,
  isJoinedVerb,
  isNegated,
  isNoLonger,
  isPassive,
  leadOf,
  modalOf,
  phraseAt,
  subjectOf,
  type Tree,
  trim,
} from './tree.ts';
import { isPositive, type Trigger } from './trigger.ts';
import { type Stance, type StanceWord, stanceOf, standsForParty } from './words.ts';

export function findTriggers(tree: Tree): Trigger[] {
  const found: Trigger[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    const verbs = verbAt(tree, at);
    const nouns = verbs.length > 0 ? verbs : nounAt(tree, at);
    found.push(...(nouns.length > 0 ? nouns : adjectiveAt(tree, at)));
  }
  return found;
}

function verbAt(tree: Tree, at: number): Trigger[] {
  const token = tree.tokens[at]!;
  if (token.upos !== 'VERB') return [];
  const word = verbWord(tree, at);
  if (!word || isSupposed(tree, at)) return [];
  const stance = stanceUnder(tree, at, word);
  if (!stance) return [];
  const own = subjectOf(tree, at);
  if (isBound(tree, at, own)) return [];
  const subject = makerOf(tree, own);
  const base = {
    at,
    stance,
    weak: word.weak || (isHedged(tree, at) && !canAccept(tree, at, stance)) || isParticiple(tree, at),
    redLine: false,
    kind: 'verb' as const,
    ...(subject === null && { byCue: true }),
    ...(subject !== own && { made: true }),
  };
  if (isPassive(tree, at)) {
    // "the plan was rejected by the union"; who was urged to do something holds nothing.
    const agent = childrenOf(tree, at, /^obl/).find((i) => leadOf(tree, i) === 'by');
    if (subject === null || agent === undefined || word.places.has('whom')) return [];
    return [{ ...base, byCue: false, subject: agent, head: subject, matter: subjectPhrase(tree, subject) }];
  }
  if (word.asking && !asksOf(tree, at)) return [];
  let matters = mattersOf(tree, at, word).filter(({ head }) => fitsVerb(tree, at, head));
  // "neither endorsed nor condemned the call": the matter stands with the last of them.
  const partner =
    matters.length === 0 && word.places.has('that') && childrenOf(tree, at, /^obj/).length === 0
      ? childrenOf(tree, at, /^conj/).find((i) => tree.tokens[i]!.upos === 'VERB')
      : undefined;
  if (partner !== undefined) matters = mattersOf(tree, partner, word);
  // "turned that down": what was told before.
  const pronoun = matters.length === 0 && word.places.has('that') && !word.weak ? pronounOf(tree, at) : null;
  if (pronoun !== null && subject !== null)
    return [{ ...base, subject, refers: true, head: pronoun, matter: { from: pronoun, to: pronoun + 1 } }];
  // "will not back down": on what, the words around tell.
  if (matters.length === 0 && word.places.has('bare') && isDenied(tree, at))
    matters = [{ head: at, words: { from: at, to: at + (particleOf(tree, at) === null ? 1 : 2) } }];
  return matters.flatMap((matter) =>
    withForce(tree, { ...base, subject, head: matter.head, matter: matter.words }, word),
  );
}

/** "the union should accept it": what is asked of the union is no stand of the union's. */
const isBound = (tree: Tree, at: number, subject: number | null): boolean =>
  /^(?:should|must|ought|shall)$/.test(modalOf(tree, at) ?? '') &&
  (subject === null || !isFirstPerson(formOf(tree.tokens[subject]!)));

const pronounOf = (tree: Tree, at: number): number | null =>
  childrenOf(tree, at, /^obj/).find(
    (i) => i > at && /^(?:it|that|this|them|those|these)$/.test(formOf(tree.tokens[i]!)),
  ) ?? null;

/** "tabled a motion demanding a vote": who tabled it. */
function makerOf(tree: Tree, subject: number | null): number | null {
  if (subject === null || !DOCUMENT.test(tree.tokens[subject]!.lemma)) return subject;
  const { head, deprel } = tree.tokens[subject]!;
  if (!deprel.startsWith('obj') || head < 0 || isPassive(tree, head)) return subject;
  return MAKING.test(tree.tokens[head]!.lemma) ? (subjectOf(tree, head) ?? subject) : subject;
}

const DOCUMENT = /^(?:motion|resolution|amendment|letter|petition|statement|bill|communique|declaration|paper|note)$/;
const MAKING =
  /^(?:table|submit|file|send|sign|issue|release|publish|introduce|propose|write|adopt|pass|circulate|put)$/;

/** "called on the union to", "called for": not "called Lind to say" nor "called it a threat to". */
function asksOf(tree: Tree, at: number): boolean {
  if (tree.tokens[at]!.lemma !== 'call') return true;
  const object = childrenOf(tree, at, /^obj/).find((i) => i > at);
  const lead = tree.tokens.findIndex(({ form }, i) => i > at && /^(?:on|upon|for)$/i.test(form));
  return lead >= 0 && (object === undefined || lead < object);
}

/** What the verb cannot take as its matter: the clause of a denial, and a clause whose object is the noun before it. */
function fitsVerb(tree: Tree, at: number, head: number): boolean {
  const { upos, deprel: role } = tree.tokens[head]!;
  // "told the cabinet that it was ready" asks nothing of it.
  if (tree.tokens[at]!.lemma === 'tell' && leadOf(tree, head) !== 'to') return false;
  // "offered the crowd an outline": what is offered comes second.
  if (/^i?obj/.test(role) && /^(?:offer|promise|grant|pledge|guarantee)$/.test(tree.tokens[at]!.lemma)) {
    const next = tree.tokens[nounPhrase(tree, head).to];
    if (head > at && next?.upos === 'DET') return false;
  }
  if (upos !== 'VERB') {
    const states = childrenOf(tree, head, /^cop/).length > 0 && childrenOf(tree, head, /^nsubj/).length > 0;
    return !(states && /^(?:agree|deny)$/.test(tree.tokens[at]!.lemma));
  }
  if (tree.tokens[at]!.lemma === 'deny') return false;
  // "expects the port to be cleared" asks for it; "expects to clear it" plans.
  if (tree.tokens[at]!.lemma === 'expect' && (leadOf(tree, head) !== 'to' || tree.tokens[at + 1]?.xpos === 'TO'))
    return false;
  // "agrees that the report was late" is of one mind, and gives nothing.
  const states = childrenOf(tree, head, /^nsubj/).length > 0 && clauseForce(tree, head) === null;
  if (/^(?:agree|accept|concede)$/.test(tree.tokens[at]!.lemma) && states && leadOf(tree, head) !== 'to') return false;
  // "the target that it pledged to reach": the target is what is to be reached.
  const { deprel, head: noun } = tree.tokens[at]!;
  if (!deprel.startsWith('acl') || noun < 0 || noun > at) return true;
  const own = childrenOf(tree, at, /^nsubj/)[0];
  if (own === undefined || /^(?:which|who|that)$/.test(formOf(tree.tokens[own]!))) return true;
  return leadOf(tree, head) === 'to' && childrenOf(tree, head, /^obj/).some((i) => i > head);
}

/** "its view that it should not", "insisted that it must", "vowed that it would never": the clause tells the stance; "insisted that it was" tells none. */
function withForce(tree: Tree, trigger: Trigger, word: StanceWord): Trigger[] {
  const clause = clauseIn(tree, trigger);
  if (clause === null)
    return word.force && tree.tokens[trigger.head]!.upos === 'VERB' && leadOf(tree, trigger.head) !== 'on'
      ? []
      : [trigger];
  const force = clauseForce(tree, clause);
  // "pledged that she is for it" tells.
  if (
    force === null &&
    modalOf(tree, clause) === null &&
    /^(?:pledge|promise|vow|guarantee)$/.test(tree.tokens[trigger.at]!.lemma)
  )
    return [];
  // "suggested that it could help" remarks.
  if (force === null || (force === 'intends' && tree.tokens[trigger.at]!.lemma === 'suggest'))
    return word.force || tree.tokens[trigger.at]!.lemma === 'suggest' ? [] : [trigger];
  if (force === 'rejects' || force === 'opposes')
    return isPositive(trigger.stance) ? [{ ...trigger, stance: force }] : [trigger];
  return [trigger];
}

/** The clause with a subject that the matter is or holds. */
function clauseIn(tree: Tree, { head, at }: Trigger): number | null {
  const hasSubject = (i: number): boolean => childrenOf(tree, i, /^(?:nsubj|expl)/).length > 0;
  if (/^(?:ccomp|conj|advcl|parataxis)/.test(tree.tokens[head]!.deprel) && hasSubject(head)) return head;
  if (tree.tokens[head]!.upos !== 'NOUN') return null;
  const near = [...tree.children[head]!, ...tree.children[at]!];
  return (
    near.find(
      (i) =>
        i > head &&
        i > at &&
        leadOf(tree, i) === 'that' &&
        /^(?:acl|ccomp|advcl)$/.test(tree.tokens[i]!.deprel) &&
        hasSubject(i),
    ) ?? null
  );
}

const PARTICLE = /^(?:back|away|down|up|by|out|against|in)$/;

function particleOf(tree: Tree, at: number): string | null {
  const particle = childrenOf(tree, at, /^compound:prt/)[0];
  if (particle !== undefined) return formOf(tree.tokens[particle]!);
  // "pushed back on", "backed away from": the parser may call the particle an adverb.
  const next = tree.tokens[at + 1];
  return next && next.head === at && PARTICLE.test(next.form) ? next.form : null;
}

function verbWord(tree: Tree, at: number): StanceWord | undefined {
  const token = tree.tokens[at]!;
  const particle = particleOf(tree, at);
  const whole = particle === null ? undefined : stanceOf(token, 'VERB', particle);
  // "will not haggle away its rights": another deed than haggling.
  if (!whole && /^(?:away|off|out)$/.test(particle ?? '')) return undefined;
  return whole ?? stanceOf(token, 'VERB', null);
}

/** The stance after "not", and after what the verb depends on: "refused to accept", "is ready to accept". */
function stanceUnder(tree: Tree, at: number, word: StanceWord): Stance | null {
  // "no longer insists": gives way; "no longer supports": has turned.
  if (isNoLonger(tree, at)) return givenUp(tree.tokens[at]!.lemma, word);
  const own = isDenied(tree, at) ? word.negated : word.stance;
  if (own === null) return null;
  const outer = outerOf(tree, at);
  if (!outer?.negative) return own;
  // "is not ready to support it": may yet.
  if (outer.open) return 'undecided';
  return own === word.stance ? word.negated : word.stance;
}

/** Who no longer demands or opposes something lets go of that; who no longer supports it turns against it. */
const givenUp = (lemma: string, { stance, negated }: StanceWord): Stance | null =>
  !isPositive(stance) || (stance === 'demands' && !/^(?:want|wish)$/.test(lemma)) ? 'accepts' : negated;

/** The word of stance that a verb with "to" is the matter of; null where none is. */
function outerOf(tree: Tree, at: number): { negative: boolean; open: boolean } | null {
  const { deprel, head } = tree.tokens[at]!;
  if (!/^(?:xcomp|advcl|acl|ccomp)/.test(deprel) || head < 0 || leadOf(tree, at) !== 'to') return null;
  const word = wordAt(tree, head);
  if (!word) return null;
  const negated = isNegated(tree, head);
  return { negative: isPositive(word.stance) === negated, open: negated && word.negated === 'undecided' };
}

/** The word of stance at a place, whatever its part of speech. */
function wordAt(tree: Tree, at: number): StanceWord | undefined {
  const token = tree.tokens[at]!;
  const own =
    token.upos === 'VERB' ? verbWord(tree, at) : token.upos === 'NOUN' ? stanceOf(token, 'NOUN', null) : undefined;
  return own ?? stanceOf(token, 'ADJ', null);
}

/** True for what is only supposed, asked for or expected of somebody: "if it accepts", "urged them to accept". */
export function isSupposed(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  let verb = at;
  for (let steps = 0; steps < 4; steps++) {
    const { deprel, head } = tokens[verb]!;
    if (head < 0) return false;
    const lead = leadOf(tree, verb);
    if (/^(?:if|whether|unless|until|before)$/.test(lead)) return true;
    // "pressure to abandon it": nobody has done so.
    if (deprel === 'acl' && lead === 'to' && !wordAt(tree, head)) return true;
    if (/^(?:xcomp|advcl|ccomp|acl)/.test(deprel)) {
      const word = wordAt(tree, head);
      // "until it persuades the mills to agree": who agrees is not who persuades.
      if (lead === 'to' && LEADING.test(tokens[head]!.lemma) && hasAsked(tree, head)) return true;
      // Whom somebody asks is no holder of what is asked for.
      if (word && lead === 'to' && (word.places.has('whom') || word.asking) && hasAsked(tree, head)) return true;
      if (lead === 'to' && asksByNoun(tree, head)) return true;
      if (word?.stance === 'demands' && childrenOf(tree, verb, /^nsubj/).length > 0 && isBare(tree, verb)) return true;
    }
    if (!/^(?:xcomp|conj)/.test(deprel)) return false;
    verb = head;
  }
  return false;
}

const LEADING = /^(?:persuade|convince|get|force|allow|help|enable|permit|invite|lead|compel|oblige|push|tell|let)$/;

/** "put pressure on it to accept": who accepts is not who presses. */
const asksByNoun = (tree: Tree, verb: number): boolean =>
  childrenOf(tree, verb, /^obj/).some(
    (i) => tree.tokens[i]!.upos === 'NOUN' && stanceOf(tree.tokens[i]!, 'NOUN', null)?.asking,
  );

/** "that it accept": neither tense nor a helping verb. */
const isBare = (tree: Tree, at: number): boolean => {
  const { xpos, lemma } = tree.tokens[at]!;
  const base = xpos === 'VB' || (xpos === 'VBP' && formOf(tree.tokens[at]!) === lemma);
  return base && childrenOf(tree, at, /^aux/).length === 0;
};

/** True where somebody is asked: "urged the union to …", "called on the union to …", "pressure on the union to …". */
function hasAsked(tree: Tree, at: number): boolean {
  return childrenOf(tree, at, /^(?:i?obj|obl|nmod)/).some((i) => i > at && /^(?:|on|for|with)$/.test(leadOf(tree, i)));
}

/** "a plan backed by the union": tells by the way. */
const isParticiple = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.deprel.startsWith('acl') &&
  tree.tokens[at]!.xpos === 'VBN' &&
  childrenOf(tree, at, /^aux/).length === 0;

/** "could live with a quota": what one could accept, one would; what one may refuse, nobody knows. */
const canAccept = (tree: Tree, at: number, stance: Stance): boolean =>
  stance === 'accepts' && modalOf(tree, at) === 'could';

const isHedged = (tree: Tree, at: number): boolean =>
  /^(?:could|may)$/.test(modalOf(tree, at) ?? '') && !isDenied(tree, at);

function nounAt(tree: Tree, at: number): Trigger[] {
  const token = tree.tokens[at]!;
  if (token.upos !== 'NOUN') return [];
  const joined = joinedVerb(tree, at);
  if (joined) return joined;
  const word = stanceOf(token, 'NOUN', null);
  if (!word || (token.head >= 0 && tree.tokens[token.head]!.upos === 'VERB' && isSupposed(tree, token.head))) return [];
  const told = predicateOf(tree, at, word);
  if (told) return [told];
  const taken = nounStance(tree, at, word);
  if (!taken) return [];
  const { from, ...stance } = taken;
  return ownMatters(tree, at, word).map((matter) => ({
    ...stance,
    at,
    weak: word.weak,
    matter: from === null ? matter.words : { from, to: matter.words.to },
    head: matter.head,
    redLine: false,
    kind: 'noun',
  }));
}

/** "wants longer shifts and plans to close": a verb that a tagger takes for a noun; null where it is one. */
function joinedVerb(tree: Tree, at: number): Trigger[] | null {
  const { tokens } = tree;
  if (!isJoinedVerb(tree, at)) return null;
  const word = stanceOf(tokens[at]!, 'VERB', null)!;
  const before = tokens.findLastIndex(({ upos, xpos }, i) => i < at && upos === 'VERB' && xpos === 'VBZ');
  const subject = before < 0 ? null : subjectOf(tree, before);
  const verb = tokens.findIndex(({ xpos }, i) => i > at + 1 && xpos === 'VB');
  if (subject === null || verb < 0 || verb - at > 4) return [];
  const matter = { from: verb, to: phraseAt(tree, verb).to };
  return [{ at, stance: word.stance, weak: word.weak, subject, matter, head: verb, redLine: false, kind: 'verb' }];
}

/** "its first demand is an end to the blockade": what is demanded stands behind "is"; null where nothing does. */
function predicateOf(tree: Tree, at: number, word: StanceWord): Trigger | null {
  const { tokens } = tree;
  const { deprel, head } = tokens[at]!;
  if (!/^nsubj/.test(deprel) || head <= at || word.stance !== 'demands' || word.said) return null;
  const [owner] = childrenOf(tree, at, /^nmod:poss/);
  const [copula] = childrenOf(tree, head, /^cop/);
  const isNoun = tokens[head]!.upos === 'NOUN';
  const isClause = tokens[head]!.upos === 'VERB' && leadOf(tree, head) === 'to';
  if (owner === undefined || copula === undefined || !(isNoun || isClause) || isNegated(tree, head)) return null;
  if (isSupposed(tree, head) || childrenOf(tree, head, /^case/).some((i) => formOf(tokens[i]!) !== 'for')) return null;
  const { to } = isNoun ? nounPhrase(tree, head) : phraseAt(tree, head);
  const matter = trim(tree, { from: copula + 1, to: Math.max(to, copula + 2) });
  const base = { at, stance: word.stance, weak: false, redLine: false, kind: 'noun' as const };
  return { ...base, subject: owner, made: true, matter, head, until: matter.to };
}

const LIGHT = new Set(
  'voice express raise reiterate repeat renew make have issue state declare announce restate reaffirm underline signal indicate show face draw maintain lodge give get submit present set put add increase exert pile apply step'.split(
    ' ',
  ),
);
const SAYING = new Set(
  'stress underline emphasize emphasise highlight discuss reiterate mention note underscore see acknowledge'.split(' '),
);
const DROPPING = new Set('drop abandon withdraw soften lift scrap shelve waive water deny'.split(' '));

/** Who holds it, and how: "voiced opposition", "its demand", "dropped its demand", "denied any intention". */
function nounStance(
  tree: Tree,
  at: number,
  word: StanceWord,
): (Pick<Trigger, 'subject' | 'stance'> & { from: number | null }) | null {
  const { head, deprel } = tree.tokens[at]!;
  const governor = tree.tokens[head];
  const own = childrenOf(tree, at, /^nmod:poss/)[0];
  const object = governor?.upos === 'VERB' && /^(?:obj|nsubj:pass)/.test(deprel);
  if (object && (DROPPING.has(governor.lemma) || (governor.lemma === 'give' && particleOf(tree, head) === 'up'))) {
    const subject = subjectOf(tree, head);
    // Who drops a demand or an objection gives way; who drops an offer or a plan takes it back.
    const stance = word.stance === 'demands' || !isPositive(word.stance) ? 'accepts' : 'rejects';
    // The matter is then the dropping: "dropped its demand for a vote".
    return subject === null || (own !== undefined && !refersBack(tree, own)) ? null : { subject, stance, from: head };
  }
  if (object && (word.said ? SAYING : LIGHT).has(governor.lemma)) {
    const subject = subjectOf(tree, head);
    const stance = isNegated(tree, head) ? word.negated : word.stance;
    return subject === null || stance === null
      ? null
      : { subject: own !== undefined && !refersBack(tree, own) ? own : subject, stance, from: null };
  }
  if (word.said || word.asking) return null;
  const by = childrenOf(tree, at, /^nmod/).find(
    (i) => /^(?:by|from|of|among)$/.test(leadOf(tree, i)) && !word.places.has(leadOf(tree, i)),
  );
  const subject = own ?? (object ? undefined : by);
  if (subject === undefined || formOf(tree.tokens[subject]!) === 'whose') return null;
  return { subject, stance: word.stance, from: null };
}

/** "its demand": whose it is, the subject tells better. */
const refersBack = (tree: Tree, at: number): boolean => /^(?:its|his|her|their|our|my)$/.test(formOf(tree.tokens[at]!));

/** "her support for a toll and her work in the port": the second is no matter of the first. */
function ownMatters(tree: Tree, at: number, word: StanceWord): Matter[] {
  const own = childrenOf(tree, at, /^nmod:poss/)[0];
  const isOther = ({ words: { from } }: Matter): boolean =>
    own !== undefined && from > at && tree.tokens[from]!.xpos === 'PRP$' && refersBack(tree, from);
  return nounMatters(tree, at, word).filter((matter, i) => i === 0 || !isOther(matter));
}

// Words between a noun and the phrase that tells its matter.
const FAR = 9;

function nounMatters(tree: Tree, at: number, word: StanceWord): Matter[] {
  const clause = childrenOf(tree, at, /^(?:acl|ccomp|xcomp|advcl)/).find(
    (i) =>
      i > at &&
      /^(?:to|that)$/.test(leadOf(tree, i)) &&
      tree.tokens[i]!.deprel !== 'acl:relcl' &&
      !isThatIs(tree, phraseAt(tree, i).from),
  );
  if (clause !== undefined && word.places.has('that')) {
    // "a promise of aid to poorer ports | to build walls": what is promised, with what for.
    const of = childrenOf(tree, at, /^nmod/).find((i) => i > at && i < clause && leadOf(tree, i) === 'of');
    const isThing = of !== undefined && tree.tokens[of]!.upos === 'NOUN' && !standsForParty(tree.tokens[of]!);
    const matters = split(tree, at, isThing && formOf(tree.tokens[of + 1]!) !== ',' ? of : clause, clause);
    return isThing ? matters.map((matter, i) => (i === 0 ? { ...matter, head: of } : matter)) : matters;
  }
  const governor = tree.tokens[at]!.head;
  const near = [...tree.children[at]!, ...(governor >= 0 ? tree.children[governor]! : [])];
  const inPlace = (i: number): boolean => i > at && i - at < FAR && word.places.has(leadOf(tree, i));
  const phrase = near.find((i) => inPlace(i) && /^(?:nmod|obl|advcl|acl)/.test(tree.tokens[i]!.deprel));
  if (phrase !== undefined) return split(tree, at, phrase, phrase);
  // "put pressure on the union to settle": the clause may hang on the verb.
  const far = word.places.has('that')
    ? near.find((i) => i > at && leadOf(tree, i) === 'to' && tree.tokens[i]!.upos === 'VERB')
    : undefined;
  return far === undefined || !word.asking ? [] : split(tree, at, far, far);
}

/** "its promise of a bridge, that is, to link the shores". */
const isThatIs = (tree: Tree, at: number): boolean =>
  ['that', 'is', ','].every((word, k) => tree.tokens[at + k + (tree.tokens[at]!.form === ',' ? 1 : 0)]?.form === word);

const LINKS = /^(?:remain|stay|seem|appear|be|stand|become)$/;

function adjectiveAt(tree: Tree, at: number): Trigger[] {
  const token = tree.tokens[at]!;
  if (/^(?:NOUN|PROPN)$/.test(token.upos)) return againstAt(tree, at);
  if (!/^(?:ADJ|VERB|ADP)$/.test(token.upos)) return [];
  const copula = childrenOf(tree, at, /^(?:cop|aux:pass)/)[0];
  const governor = tree.tokens[token.head];
  const linked = governor !== undefined && LINKS.test(governor.lemma) && /^(?:xcomp|advmod|obl)/.test(token.deprel);
  if (copula === undefined && !linked) return [];
  const word = stanceOf(token, 'ADJ', null);
  if (!word || isSupposed(tree, at)) return [];
  const bearer = linked ? token.head : at;
  const negated = isNegated(tree, at) !== (linked && isNegated(tree, bearer));
  const stance = negated ? word.negated : word.stance;
  const subject = subjectOf(tree, bearer) ?? subjectOf(tree, at);
  if (!stance || subject === null) return [];
  const own = mattersOf(tree, at, word);
  const matters = own.length > 0 || !linked ? own : mattersOf(tree, bearer, word);
  return matters.flatMap(({ head, words }) =>
    withForce(
      tree,
      {
        at,
        stance,
        weak: word.weak || isHedged(tree, bearer),
        subject,
        matter: words,
        head,
        redLine: false,
        kind: 'adjective',
      },
      word,
    ),
  );
}

/** "is against the merger": the parser hangs the verb and "against" on the merger. */
function againstAt(tree: Tree, at: number): Trigger[] {
  const [copula] = childrenOf(tree, at, /^cop/);
  const lead = childrenOf(tree, at, /^case/).find((i) => formOf(tree.tokens[i]!) === 'against');
  const [subject] = childrenOf(tree, at, /^nsubj/);
  if (copula === undefined || lead === undefined || subject === undefined || isSupposed(tree, at)) return [];
  const stance = isNegated(tree, at) ? 'accepts' : 'opposes';
  const { to } = nounPhrase(tree, at);
  const base = { weak: false, redLine: false, kind: 'adjective' as const };
  return [{ ...base, at: lead, stance, subject, matter: { from: lead + 1, to: Math.max(to, lead + 2) }, head: at }];
}
