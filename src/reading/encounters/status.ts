/**
 * Whether an encounter was held, is planned, or was called off. In: the word that tells it. Out: its status, or null
 * where the sentence does not say that it is or was to be at all: "if they meet", "refused to meet", "no talks".
 */
import type { Status } from './mention.ts';
import { caseOf, isVerb, type Scene } from './scene.ts';
import { isIn } from './words.ts';

const FUTURE = new Set(['will', 'shall', 'would', 'wo', 'to']);
const DOUBT = new Set(['may', 'might', 'could', 'can', 'ca', 'should', 'must', 'ought']);
const COMING = new Set(['next', 'upcoming', 'forthcoming', 'coming', 'planned', 'scheduled', 'expected']);
const UNREAL = new Set(['possible', 'potential', 'hypothetical', 'proposed', 'eventual', 'any', 'no', 'without']);
const PASSES = /^(?:xcomp|obj|obl|nmod|nsubj|acl|conj|compound|dep|root|csubj|dislocated)/;

export function statusOf(scene: Scene, at: number): Status | null {
  const { tokens, lemmas, children } = scene;
  let status: Status = 'held';
  let below = at;
  for (const i of children[at]!) {
    const form = tokens[i]!.form.toLowerCase();
    if (UNREAL.has(form)) return null;
    if (COMING.has(form) && !isVerb(tokens[at]!)) status = 'planned';
  }
  for (let i = at, steps = 0; i >= 0 && steps < 6; i = tokens[i]!.head, steps++) {
    // "agreed in a call", "did not yield at their meeting": what was done there says nothing against it.
    const isAside = i !== at && /^obl/.test(tokens[below]!.deprel) && WHILE.test(caseOf(scene, below) ?? '');
    const own = isAside ? readHelpers(scene, i) : readWord(scene, i, at, below);
    below = i;
    if (own === null) return null;
    if (own === 'cancelled' || own === 'postponed') return own;
    if (own === 'planned') status = 'planned';
    const { deprel, head } = tokens[i]!;
    const marks = children[i]!.filter((k) => tokens[k]!.deprel === 'mark').map((k) => lemmas[k]!);
    if (marks.some((mark) => /^(?:if|unless|whether)$/.test(mark))) return null;
    const isInfinitive = marks.includes('to');
    const hasSubject = children[i]!.some((k) => /^nsubj/.test(tokens[k]!.deprel));
    if (head < 0 || (isVerb(tokens[i]!) && hasSubject && !isInfinitive && !/^xcomp/.test(deprel))) break;
    if (/^(?:acl:relcl|ccomp|parataxis)/.test(deprel)) break;
    if (/^advcl/.test(deprel) ? !isInfinitive : !PASSES.test(deprel)) break;
    // "made several requests to speak with Reyes"
    if (isInfinitive && /^(?:advcl|xcomp)/.test(deprel) && wishes(scene, head, i)) return null;
    if (
      /^acl/.test(deprel) &&
      isInfinitive &&
      !isIn('expect-verb', lemmas[head]!) &&
      !isIn('carrier-noun', lemmas[head]!)
    )
      return isVerb(tokens[at]!) ? null : status;
  }
  return status;
}

/** True where the verb above has an object that only asks for what the infinitive tells. */
function wishes({ tokens, lemmas, children }: Scene, verb: number, infinitive: number): boolean {
  return children[verb]!.some((k) => k < infinitive && /^obj/.test(tokens[k]!.deprel) && isIn('wish-noun', lemmas[k]!));
}

// What these words bring in is where or when something else was done.
const WHILE = /^(?:in|during|at|over|after|following)$/;

/** Of a verb that tells what was done at an encounter only its time counts. */
function readHelpers({ tokens, lemmas, children }: Scene, i: number): Status | null {
  const helpers = children[i]!.filter((k) => /^aux/.test(tokens[k]!.deprel)).map((k) => lemmas[k]!);
  const isNot = children[i]!.some((k) => /^(?:not|n't|n’t|never)$/i.test(tokens[k]!.form));
  if (helpers.some((lemma) => DOUBT.has(lemma)) && !isNot) return null;
  return helpers.some((lemma) => FUTURE.has(lemma)) ? 'planned' : 'held';
}

/** What one word on the way up says: its helping verbs, and what it means itself. */
function readWord(scene: Scene, i: number, at: number, below: number): Status | null {
  const { tokens, lemmas, children } = scene;
  let status: Status = 'held';
  let isBe = false;
  // "the meeting did not take place"
  const isNot = children[i]!.some((k) => /^(?:not|n't|n’t|never)$/i.test(tokens[k]!.form));
  if (
    i !== at &&
    isNot &&
    /^nsubj/.test(tokens[below]!.deprel) &&
    /^(?:take|happen|go|materialise|materialize)$/.test(lemmas[i]!)
  )
    return 'cancelled';
  for (const k of children[i]!) {
    const { deprel } = tokens[k]!;
    const lemma = lemmas[k]!;
    if (deprel === 'cop') isBe = true;
    if (/^aux/.test(deprel)) {
      if (DOUBT.has(lemma)) return null;
      if (FUTURE.has(lemma)) status = 'planned';
      if (lemma === 'be') isBe = true;
    }
    if (deprel === 'advmod' && /^(?:not|n't|n’t|never)$/.test(tokens[k]!.form.toLowerCase())) return null;
  }
  // "is heading to Ostrel" tells what is to come.
  const isGoing = tokens[i]!.xpos === 'VBG' && isIn('travel-verb', lemmas[i]!);
  if (isGoing && children[i]!.some((k) => /^(?:is|are|am|’s|'s|’re|'re)$/i.test(tokens[k]!.form))) status = 'planned';
  // "are to meet"
  const isInfinitive = children[i]!.some((k) => tokens[k]!.deprel === 'mark' && lemmas[k] === 'to');
  const above = tokens[i]!.head;
  if (isInfinitive && isVerb(tokens[i]!) && (isBe || (above >= 0 && lemmas[above] === 'be'))) status = 'planned';
  if (i === at) return status;
  const lemma = lemmas[i]!;
  const particle = children[i]!.find((k) => tokens[k]!.deprel === 'compound:prt');
  // "postponed the talks", "the talks were cancelled"
  const isOffs = /^obj/.test(tokens[below]!.deprel) ? below > i : /^nsubj:pass/.test(tokens[below]!.deprel);
  const off = particle !== undefined && tokens[particle]!.form.toLowerCase() === 'off';
  // "pulled out of Monday's meeting"
  if (
    /^(?:pull|back)$/.test(lemma) &&
    tokens[i + 1]?.form.toLowerCase() === 'out' &&
    /^obl/.test(tokens[below]!.deprel)
  )
    return 'cancelled';
  if (isOffs && (isIn('off-verb', lemma) || (lemma === 'call' && off))) return 'cancelled';
  if (isOffs && ((isIn('postpone-verb', lemma) && isVerb(tokens[i]!)) || (lemma === 'put' && off))) return 'postponed';
  // "plans for the port" say nothing of a meeting there; "a plan to meet" is read from its verb.
  if (/^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)) return status;
  // "The talks failed", "the meeting called for calm" took place.
  if (isIn('wish-verb', lemma)) return /^nsubj/.test(tokens[below]!.deprel) && below < i ? status : null;
  if (isIn('expect-verb', lemma) || /^(?:likely|certain|ready|pencil)$/.test(lemma)) return 'planned';
  return status;
}
