/** Who stands around a word that tells an encounter: its subject, its object, those it is "with" or "between". */
import { isAny, NOBODY, type Parties, partiesAt, partiesFrom, union, type Who } from './parties.ts';
import { isVerb, reachOf, type Scene } from './scene.ts';

/** The subject of a verb, also of the one that it is joined to or depends on: "A flew in and met B", "A plans to meet B". */
export function subjectsOf(who: Who, verb: number): Parties {
  const { scene } = who;
  const { tokens, children } = scene;
  for (let at = verb, steps = 0; at >= 0 && steps < 5; steps++) {
    const own = children[at]!.filter((i) => /^nsubj/.test(tokens[i]!.deprel) && i !== verb);
    const relative = own.find((i) => /^(?:who|which|that)$/i.test(tokens[i]!.form));
    if (relative !== undefined) {
      const head = tokens[at]!.head;
      return head >= 0 ? partiesAt(who, head) : NOBODY;
    }
    if (own.length > 0) {
      // A broken name leaves several subjects: the list runs from the first of them.
      const first = Math.min(...own.map((i) => reachOf(scene, i).first));
      const parties =
        first < at ? partiesFrom(who, leftOf(scene, first), at) : union(...own.map((i) => partiesAt(who, i)));
      if (isAny(parties)) return parties;
      return union(...own.map((i) => partiesAt(who, i)));
    }
    const { deprel, head } = tokens[at]!;
    // "Lind and her counterpart, Reyes, last met": the tree may hang the verb on its own subject.
    if (deprel === 'parataxis' && head >= 0 && head < at && /^(?:PROPN|NOUN)$/.test(tokens[head]!.upos)) {
      const { first, last } = reachOf(scene, head);
      const isBeside = tokens.slice(last + 1, at).every(({ upos }) => /^(?:PUNCT|ADV|ADJ|AUX)$/.test(upos));
      return isBeside ? partiesFrom(who, first, at) : NOBODY;
    }
    // "Ana Lind phoned": a name that the tree takes for part of the verb's own.
    if (head < 0 && tokens[at]!.xpos.startsWith('VB')) {
      const run = children[at]!.filter((i) => i < at && /^(?:compound|dep)/.test(tokens[i]!.deprel));
      if (run.length > 0 && tokens[run[0]!]!.upos === 'PROPN')
        return partiesFrom(who, reachOf(scene, run[0]!).first, at);
    }
    if (/^acl/.test(deprel) && head >= 0) {
      const owner = children[head]!.find((i) => tokens[i]!.deprel === 'nmod:poss');
      if (owner !== undefined) return partiesAt(who, owner);
      // "governors gathered in Ostrel"
      if (/^VB[NG]$/.test(tokens[at]!.xpos)) return partiesAt(who, head);
    }
    // The tree has lost the subject of "said Lind and Reyes would meet".
    if (/^ccomp/.test(deprel))
      return head >= 0 && head < at ? partiesFrom(who, afterThat(scene, head + 1), at) : NOBODY;
    if (!/^(?:conj|xcomp|advcl|acl|nmod|obl|obj|dep)/.test(deprel) || /^acl:relcl/.test(deprel)) return NOBODY;
    at = head;
    while (at >= 0 && !isVerb(tokens[at]!) && !/^ADJ$/.test(tokens[at]!.upos)) at = tokens[at]!.head;
  }
  return NOBODY;
}

/** Where the list begins that a subject ends: trees may hang all but its last name on the clause before. */
function leftOf({ tokens }: Scene, first: number): number {
  let i = first - 1;
  if (tokens[i]?.upos !== 'CCONJ') return first;
  while (i >= 0 && /^(?:PROPN|NOUN|ADJ|DET|PART|CCONJ|NUM)$/.test(tokens[i]!.upos)) i--;
  const opens = i < 0 || /^(?:after|before|as|when|while|that|since|because|said|says|,)$/i.test(tokens[i]!.form);
  return opens ? i + 1 : first;
}

function afterThat({ tokens }: Scene, at: number): number {
  return /^that$/i.test(tokens[at]?.form ?? '') ? at + 1 : at;
}

/** The object of a verb, where the verb is not in the passive. */
export function objectsOf(who: Who, verb: number): Parties {
  const { tokens, children } = who.scene;
  const objects = children[verb]!.filter((i) => /^i?obj/.test(tokens[i]!.deprel) && i > verb);
  return objects.length > 0 ? union(...objects.map((i) => partiesAt(who, i))) : NOBODY;
}

export const hasObject = ({ tokens, children }: Scene, verb: number): boolean =>
  children[verb]!.some((i) => /^obj/.test(tokens[i]!.deprel) && i > verb);

export const isPassive = ({ tokens, children }: Scene, verb: number): boolean =>
  children[verb]!.some((i) => /^(?:aux:pass|nsubj:pass)/.test(tokens[i]!.deprel));

/**
 * Those that a preposition to the right brings in: "spoke by phone on Monday with Reyes", "a call between A and B".
 * The words are searched as far as the clause goes, since trees hang such phrases on the nearest noun.
 */
export function broughtIn(who: Who, from: number, words: RegExp): Parties {
  const { scene } = who;
  const { tokens } = scene;
  const found: Parties[] = [];
  for (let i = from + 1; i < tokens.length && i <= from + 30; i++) {
    const { upos, form, deprel } = tokens[i]!;
    if ((upos === 'ADP' || upos === 'SCONJ') && words.test(form.toLowerCase())) {
      const parties = partiesFrom(who, i + 1);
      if (isAny(parties)) {
        found.push(parties);
        break;
      }
    }
    if (i > from + 1 && /^(?:which|who|whom|whose)$/i.test(form)) break;
    if (/^[;:.]$/.test(form) || (upos === 'SCONJ' && !/^(?:in|at|on)$/i.test(form))) break;
    if (isVerb(tokens[i]!) && !/^(?:aux|amod|acl$|cop)/.test(deprel)) break;
    if (form === ',' && tokens[i + 1] && /^nsubj/.test(tokens[i + 1]!.deprel)) break;
  }
  return found.length > 0 ? union(...found) : NOBODY;
}
