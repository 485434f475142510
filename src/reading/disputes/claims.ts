/**
 * What is claimed of a deed: that it will or will not be done, that it was or was not. In: a sentence and who speaks it.
 * Out: the deed, yes or no, who does it, who says so, and the words beside. Example: "Lind said that the firm would not
 * sell the port" claims of selling: no, by the firm, says Lind.
 *
 * Left out is what claims nothing: conditions, questions, what could, should or must be, and what others are to do.
 */
import { readList } from '../../data/lists.ts';
import type { DateRange } from '../../model/record.ts';
import { hasCase } from '../proposals/mentions.ts';
import type { DeedClaim, Range } from '../reading.ts';
import {
  entityAt,
  isNegated,
  kids,
  lemmaOf,
  originAt,
  rangeOfWords,
  type Scene,
  subjectsOf,
  under,
  verbOf,
} from '../scene.ts';
import { stemOf, stemsOf } from '../stems.ts';
import { innermost, type Text, type Told } from './told.ts';
import { ARM, EVENT } from './words.ts';

interface Side {
  key: string;
  positive: boolean;
}

/** The key of a verb and its side: verbs of one line share a key. */
const OPPOSITES = new Map<string, Side>();
/** The same by the stem of the verb, for the nouns made of it. */
const BY_STEM = new Map<string, Side>();
for (const line of readList('en/opposites.tsv')) {
  const [yes, no] = line.split('\t').map((verbs) => verbs.split(' '));
  for (const [verbs, positive] of [
    [yes!, true],
    [no!, false],
  ] as const)
    for (const verb of verbs) {
      OPPOSITES.set(verb, { key: yes![0]!, positive });
      if (!verb.includes('_')) BY_STEM.set(stemOf({ form: verb, lemma: verb }), { key: yes![0]!, positive });
    }
}

/** @param byThen what the day of publishing says of when anything was said. */
export function claimsIn(text: Text, byThen: DateRange): DeedClaim[] {
  return text.scenes.flatMap((scene) => {
    const { tokens } = scene.sentence;
    return tokens.flatMap((token, at) => {
      const told = innermost(text, token.start);
      if (told && !ASSERTS.test(told.statement.act)) return [];
      const claim =
        token.upos === 'VERB'
          ? ofVerb(scene, at, told)
          : token.upos === 'NOUN'
            ? (ofThere(scene, at) ?? ofNoun(scene, at))
            : token.upos === 'ADJ'
              ? ofState(scene, at)
              : null;
      if (!claim) return [];
      const range = claim.range;
      return [
        {
          deed: claim.deed,
          positive: claim.positive !== isDenied(text, told),
          negated: claim.negated || isDenied(text, told),
          mode: claim.mode,
          agent: claim.agent ?? (claim.isSpeaker ? (told?.speaker ?? null) : null),
          agentStems: claim.agentStems,
          teller: tellerOf(text, told),
          told: told !== null,
          statement: told?.index ?? null,
          said: told?.statement.said ?? byThen,
          earlier: claim.earlier,
          stems: claim.stems.filter((stem) => stem !== claim.deed),
          range,
        },
      ];
    });
  });
}

/** "denied that it had paid": what is told is denied. */
function isDenied({ scenes }: Text, told: Told | null): boolean {
  const cue = told?.statement.cue;
  if (!told || !cue || told.statement.act !== 'deny' || told.statement.form === 'direct') return false;
  return /\b(?:den(?:y|ies|ied|ying)|disput|rebut|refut)/i.test(scenes[0]!.doc.text.slice(cue.start, cue.end));
}

/** Of what somebody is said to have agreed to or promised, the one who says so. */
function tellerOf(text: Text, told: Told | null): number | null {
  if (!told) return null;
  const { within, act } = told.statement;
  if (within === null || !/^(?:agree|promise|reject|intend)$/.test(act)) return told.speaker;
  return text.told.find((one) => one.index === within)?.speaker ?? told.speaker;
}

const ASSERTS = /^(?:say|claim|promise|agree|reject|deny|warn|demand|intend)$/;

interface Raw {
  deed: string;
  positive: boolean;
  negated: boolean;
  mode: DeedClaim['mode'];
  agent: number | null;
  agentStems: string[];
  /** "we will", "it would": whoever speaks does it. */
  isSpeaker: boolean;
  earlier: boolean;
  stems: string[];
  range: Range;
}

// Verbs by which somebody binds himself to a deed, and those by which he says no to it.
const COMMIT = /^(?:agree|promise|vow|pledge|decide|commit|undertake|consent)$/;
const REFUSE = /^(?:refuse|decline)$/;
// Verbs too plain to be a deed.
const PLAIN =
  /^(?:be|have|do|say|tell|think|believe|want|seem|look|get|make|take|give|put|let|need|know|hope|go|come|see|try|begin|start|continue|add|call|ask|report|insist|describe|warn|mean|happen|speak|talk|find|show|become|include|note|use|help)$/;

function ofVerb(scene: Scene, at: number, told: Told | null): Raw | null {
  const { tokens } = scene.sentence;
  const verb = verbOf(scene, at);
  const lead = tokens[at]!.head;
  const chain = conjHead(scene, at);
  const aux = kids(scene, at, /^aux/).length > 0 ? kids(scene, at, /^aux/) : kids(scene, chain, /^aux/);
  const forms = aux.map((i) => tokens[i]!.form.toLowerCase());
  // "said they would not leave before": a no told as said earlier stands until the condition is met.
  if (isConditional(scene, at) && !(isNegated(scene, at) && isEarlier(scene, at))) return null;
  const { xpos, deprel } = tokens[at]!;
  let mode: DeedClaim['mode'];
  let positive = !isNegated(scene, at);
  const above = lead >= 0 ? lemmaOf(tokens[lead]!) : '';
  const isTo = xpos === 'VB' && kids(scene, at, /^mark/).some((i) => tokens[i]!.form === 'to');
  if (
    isTo &&
    /^xcomp|^advcl/.test(deprel) &&
    (COMMIT.test(above) || REFUSE.test(above)) &&
    !isConditional(scene, lead)
  ) {
    mode = 'will';
    if (REFUSE.test(above)) positive = !positive;
    if (isNegated(scene, lead)) positive = !positive;
    if (kids(scene, lead, /^aux/).some((i) => /^(?:could|might|may|should|must|can)$/i.test(tokens[i]!.form)))
      return null;
  } else if (forms.some((form) => /^(?:will|’ll|'ll|wo|shall)$/.test(form))) mode = 'will';
  // "said it would" is a "will" told; a "would" of one's own words is only a condition.
  else if (forms.includes('would')) {
    if (!told || (told.statement.form === 'direct' && !isEarlier(scene, at))) return null;
    mode = 'will';
  } else if (forms.some((form) => /^(?:can|could|may|might|must|should|ought|to)$/.test(form)) || isTo) return null;
  else if (/^VB[DN]$/.test(xpos) && (xpos === 'VBD' || forms.length > 0)) mode = 'did';
  else return null;
  const event = eventOf(scene, at, verb);
  const state = stateOf(scene, at, verb);
  if (event === null && state === null && (PLAIN.test(verb) || COMMIT.test(verb) || REFUSE.test(verb))) return null;
  // "fired first" lays nobody off.
  const isShot = verb === 'fire' && kids(scene, at, /^(?:obj|nsubj:pass)/).length === 0;
  const word = state === null ? verb : scene.sentence.tokens[state]!.form.toLowerCase();
  // "will hold two rallies" keeps nobody in a cell.
  const isEvent = verb === 'hold' && state === null && kids(scene, at, /^nsubj:pass/).length === 0;
  const opposite = event === null && !isShot && !isEvent ? (STATES.get(word) ?? OPPOSITES.get(word)) : undefined;
  if (opposite && !opposite.positive) positive = !positive;
  const isFirst = kids(scene, at, /^advmod/).some((i) => /^first$/i.test(tokens[i]!.form));
  const deed = (opposite ? opposite.key : stemOf(tokens[event ?? at]!)) + (isFirst ? '_first' : '');
  const subjects = subjectsOf(scene, at);
  const first = subjects[0];
  const passive = kids(scene, at, /^nsubj:pass/)[0];
  // "none of the workers would be taken back"
  const isNone = first !== undefined && /^(?:none|nobody|no)$/i.test(tokens[first]!.form);
  if (isNone) positive = !positive;
  // "opened the gate and thanked the crew": a joined verb with an object of its own shares only the subject.
  const hasOwn = chain !== at && kids(scene, at, /^obj/).length > 0;
  const words = [
    ...under(scene, hasOwn ? at : chain, /^(?:nsubj|parataxis|ccomp|mark|aux|punct)/),
    ...(passive === undefined ? [] : under(scene, passive)),
  ];
  const stems = stemsOf(
    [...new Set(words)].filter((i) => i !== at && i !== chain && i !== event && i !== state).map((i) => tokens[i]!),
  );
  const start = passive ?? first;
  const own = under(scene, at, /^(?:parataxis|ccomp|conj|cc|nsubj)/);
  const span =
    start === undefined || start > at
      ? own
      : [...under(scene, start, /^acl/), ...own, ...(chain === at ? [] : under(scene, chain, /^(?:parataxis|ccomp)/))];
  const agentAt = passive === undefined ? first : undefined;
  const pronoun = agentAt !== undefined && /^(?:we|i|it|they)$/i.test(tokens[agentAt]!.form);
  return {
    deed,
    positive,
    negated: isNegated(scene, at) || (isTo && lead >= 0 && isNegated(scene, lead)) || isNone,
    mode,
    agent:
      agentAt === undefined || (tokens[agentAt]!.upos === 'PRON' && pronoun)
        ? null
        : (ownerBefore(scene, agentAt) ?? entityAt(scene, agentAt) ?? armOf(scene, agentAt)),
    agentStems: agentAt === undefined ? [] : stemsOf(under(scene, agentAt, /^(?:acl|conj)/).map((i) => tokens[i]!)),
    isSpeaker: agentAt !== undefined && /^(?:we|i|it)$/i.test(tokens[agentAt]!.form) && told !== null,
    earlier: isEarlier(scene, at),
    stems,
    range: rangeOfWords(
      scene,
      [...new Set(span)].sort((a, b) => a - b),
    ),
  };
}

// What a thing is that was opened or shut.
const STATES = new Map<string, Side>([
  ['open', { key: 'open', positive: true }],
  ['closed', { key: 'open', positive: false }],
  ['shut', { key: 'open', positive: false }],
]);

/** "keep the base open": the word for the state. */
function stateOf(scene: Scene, at: number, verb: string): number | null {
  if (!/^(?:hold|keep|leave|remain|stay)$/.test(verb)) return null;
  const { tokens } = scene.sentence;
  return (
    under(scene, at, /^(?:acl|advcl|conj|ccomp)/).find(
      (i) => i > at && tokens[i]!.upos === 'ADJ' && STATES.has(tokens[i]!.form.toLowerCase()),
    ) ?? null
  );
}

/** "The port was open", "the port is not closed". */
function ofState(scene: Scene, at: number): Raw | null {
  const { tokens } = scene.sentence;
  const state = STATES.get(tokens[at]!.form.toLowerCase());
  const subject = kids(scene, at, /^nsubj/)[0];
  const cop = kids(scene, at, /^cop/)[0];
  if (!state || subject === undefined || cop === undefined || tokens[subject]!.upos === 'PRON') return null;
  const forms = kids(scene, at, /^aux/).map((i) => tokens[i]!.form.toLowerCase());
  if (forms.some((form) => /^(?:can|could|may|might|must|should|would)$/.test(form)) || isConditional(scene, at))
    return null;
  const negated = isNegated(scene, at);
  const words = [
    ...under(scene, subject, /^(?:acl|punct)/),
    ...under(scene, at, /^(?:nsubj|parataxis|ccomp|punct|aux|cop)/),
  ];
  return {
    deed: state.key,
    positive: state.positive !== negated,
    negated,
    mode: forms.includes('will') ? 'will' : 'did',
    agent: null,
    agentStems: [],
    isSpeaker: false,
    earlier: isEarlier(scene, at),
    stems: stemsOf(words.filter((i) => i !== at).map((i) => tokens[i]!)),
    range: rangeOfWords(
      scene,
      [...new Set([...words, at])].sort((a, b) => a - b),
    ),
  };
}

/** "Danish patrol boats": what its arms do, a state does. */
function armOf(scene: Scene, at: number): number | null {
  if (!ARM.has(lemmaOf(scene.sentence.tokens[at]!))) return null;
  for (const i of kids(scene, at, /^(?:amod|compound|nmod:poss)/)) {
    const origin = originAt(scene, i);
    if (origin !== null) return origin;
  }
  return null;
}

// Verbs that only say that an event came about.
const LIGHT = /^(?:conduct|give|have|hold|make|reach|strike|take)$/;

/** "held talks", "gave an assurance", "no talks were held": the noun is the deed. */
function eventOf(scene: Scene, at: number, verb: string): number | null {
  if (!LIGHT.test(verb)) return null;
  const nouns = kids(scene, at, /^(?:obj|nsubj:pass)/);
  return nouns.find((i) => EVENT.has(lemmaOf(scene.sentence.tokens[i]!))) ?? null;
}

/** "There have been no talks", "there was a promise". */
function ofThere(scene: Scene, at: number): Raw | null {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  if (!/^nsubj/.test(deprel) || head < 0 || !EVENT.has(lemmaOf(tokens[at]!))) return null;
  if (kids(scene, head, /^expl/).length === 0 || !/^VB[DN]$/.test(tokens[head]!.xpos)) return null;
  if (kids(scene, head, /^aux/).some((i) => !/^(?:has|have|had|’ve|'ve|’d|'d|not|n’t|n't)$/i.test(tokens[i]!.form)))
    return null;
  if (isConditional(scene, head)) return null;
  const mark = tokens.findIndex((token, i) => i > at && token.upos === 'PUNCT');
  const stop = mark < 0 ? tokens.length : mark;
  const words = under(scene, at, /^(?:acl|parataxis)/).filter((i) => i < stop);
  const isNo = isNegated(scene, head) || isNegated(scene, at) || words.some((i) => /^no$/i.test(tokens[i]!.form));
  return {
    deed: stemOf(tokens[at]!),
    positive: !isNo,
    negated: isNo,
    mode: 'did',
    agent: null,
    agentStems: [],
    isSpeaker: false,
    earlier: false,
    stems: stemsOf(words.filter((i) => i !== at).map((i) => tokens[i]!)),
    range: rangeOfWords(
      scene,
      [...new Set([...under(scene, head, /^(?:parataxis|conj|cc|nsubj)/), ...words])]
        .filter((i) => i < stop)
        .sort((a, b) => a - b),
    ),
  };
}

/** "A source in Lind’s office denied that she had paid": of a pronoun, the one person for whom the source is told to speak. */
function ownerBefore(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  if (!/^(?:he|she)$/i.test(tokens[at]!.form)) return null;
  const owners = new Set<number>();
  for (let i = 0; i < at; i++) {
    if (tokens[i]!.deprel !== 'nmod:poss' || tokens[i]!.upos !== 'PROPN') continue;
    if (
      !/^(?:adviser|aide|camp|campaign|lawyer|office|spokesman|spokesperson|spokeswoman|team)$/.test(
        lemmaOf(tokens[tokens[i]!.head]!),
      )
    )
      continue;
    const entity = entityAt(scene, i);
    if (entity !== null && scene.cast.entities[entity]!.kind === 'person') owners.add(entity);
  }
  const [first] = owners;
  return owners.size === 1 ? first! : null;
}

const MADE_OF_VERB = /(?:[^t]al|ance|ence|ing|ion|ment)$/;

/** "agreed to the withdrawal", "ruled out a sale", "its withdrawal would be part of the deal". */
function ofNoun(scene: Scene, at: number): Raw | null {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  if (head < 0) return null;
  const stem = stemOf(tokens[at]!);
  const opposite = BY_STEM.get(stem);
  // Only a noun made of a verb names a deed.
  if (!MADE_OF_VERB.test(lemmaOf(tokens[at]!)) && !opposite) return null;
  const deed = opposite?.key ?? stem;
  const verb = tokens[head]!.upos === 'VERB' ? verbOf(scene, head) : '';
  const isTo = /^obl/.test(deprel) && verb === 'agree' && hasCase(scene, at, /^to$/);
  const isObject = /^obj/.test(deprel) && /^(?:accept|approve|reject|refuse|rule_out|promise|pledge)$/.test(verb);
  const part = partOf(scene, at);
  const isPart = part !== null;
  if ((!isTo && !isObject && !isPart) || isConditional(scene, part ?? head)) return null;
  if (
    kids(scene, part ?? head, /^aux/).some((i) => /^(?:could|might|may|should|must|can)$/i.test(tokens[i]!.form)) ||
    (part === null && /^VB$/.test(tokens[head]!.xpos) && kids(scene, head, /^aux/).length === 0)
  )
    return null;
  let positive = !/^(?:reject|refuse|rule_out)$/.test(verb);
  if (isNegated(scene, head) || isNegated(scene, at)) positive = !positive;
  if (opposite && !opposite.positive) positive = !positive;
  const poss = kids(scene, at, /^nmod:poss/)[0];
  const agentAt = poss ?? (isPart ? undefined : subjectsOf(scene, head)[0]);
  const words =
    part === null
      ? under(scene, at).filter((i) => i !== at)
      : tokens.flatMap((_, i) => (i > at && i < part ? [i] : []));
  const span = [
    ...(agentAt === undefined ? [] : under(scene, agentAt)),
    ...under(scene, head, /^(?:parataxis|ccomp|conj|cc)/),
  ];
  return {
    deed,
    positive,
    negated: isNegated(scene, head) || isNegated(scene, at),
    mode: 'will',
    agent: agentAt === undefined ? null : entityAt(scene, agentAt),
    agentStems: agentAt === undefined ? [] : stemsOf(under(scene, agentAt, /^(?:acl|conj)/).map((i) => tokens[i]!)),
    isSpeaker: false,
    earlier: isEarlier(scene, head),
    stems: stemsOf(words.map((i) => tokens[i]!)),
    range: rangeOfWords(
      scene,
      [...new Set(span)].sort((a, b) => a - b),
    ),
  };
}

/** "its withdrawal … would be part of the deal": the word that says so, wherever the tree hangs what stands between. */
function partOf(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  if (kids(scene, at, /^nmod:poss/).length === 0) return null;
  const part = tokens.findIndex(
    (token, i) =>
      i > at && /^(?:part|element|component|feature)$/.test(lemmaOf(token)) && kids(scene, i, /^cop/).length > 0,
  );
  if (part < 0 || kids(scene, part, /^nsubj/).some((i) => i !== at)) return null;
  // No other clause between: its own helpers are the first words that tell a time.
  const own = new Set(kids(scene, part, /^(?:aux|cop)/));
  const isBetween = tokens.some((token, i) => i > at && i < part && /^(?:VB[DPZ]|MD)$/.test(token.xpos) && !own.has(i));
  return isBetween ? null : part;
}

/** The first of joined verbs: "remain and not withdraw" share subject, helpers and place. */
function conjHead(scene: Scene, at: number): number {
  const { tokens } = scene.sentence;
  let top = at;
  for (
    let steps = 0;
    /^conj/.test(tokens[top]!.deprel) && tokens[top]!.head >= 0 && kids(scene, top, /^nsubj/).length === 0 && steps < 3;
    steps++
  ) {
    if (tokens[tokens[top]!.head]!.upos !== 'VERB') break;
    top = tokens[top]!.head;
  }
  return top;
}

const CONDITION = /^(?:if|unless|whether|once|until|till|before|provided|without|only|when|as)$/;

/** True where the clause holds only under a condition, or is one. */
function isConditional(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const marked = (i: number): boolean =>
    kids(scene, i, /^(?:mark|case|advmod|cc)/).some((k) => CONDITION.test(tokens[k]!.form.toLowerCase()));
  if (marked(at)) return true;
  if (/^(?:advcl|acl)/.test(tokens[at]!.deprel) && tokens[at]!.head >= 0 && /^(?:advcl)/.test(tokens[at]!.deprel))
    return true;
  return kids(scene, at, /^(?:advcl|obl)/).some(marked) || tokens.at(-1)?.form === '?';
}

/** Told as said before: under a past "had said", "promised … ago", "earlier". */
function isEarlier(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  for (let i = at, steps = 0; i >= 0 && steps < 4; i = tokens[i]!.head, steps++) {
    if (i === at) continue;
    if (!/^(?:say|promise|vow|insist|pledge|tell|declare|swear|claim)$/.test(lemmaOf(tokens[i]!))) continue;
    const had = kids(scene, i, /^aux/).some((k) => /^had$/i.test(tokens[k]!.form));
    const ago = kids(scene, i, /^(?:advmod|obl)/).some(
      (k) =>
        /^(?:ago|earlier|previously|before)$/i.test(tokens[k]!.form) ||
        kids(scene, k, /^advmod/).some((m) => /^(?:ago|earlier)$/i.test(tokens[m]!.form)),
    );
    const mine =
      /^VBD$/.test(tokens[i]!.xpos) && kids(scene, i, /^nsubj/).some((k) => /^(?:i|we)$/i.test(tokens[k]!.form));
    if (had || ago || mine) return true;
  }
  return false;
}
