/**
 * Somebody knows nothing of what another one tells. In: sentences and what was said. Out: disputes. Example: "Lind said
 * that the firm had promised it in writing. The firm's spokesman said that he knew of no such letter."
 *
 * Only "such" points back to what was told; "knew of no letter" needs the letter in what was told.
 */

import type { LocalDispute } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, type Scene, subjectsOf } from '../scene.ts';
import { stemOf } from '../stems.ts';
import { around, innermost, isOne, saysNo, stemsIn, type Text, type Told } from './told.ts';
import { CLAIM, EVENT, SPEECH } from './words.ts';

export function unknownIn(text: Text): LocalDispute[] {
  return text.scenes.flatMap((scene) => scene.sentence.tokens.flatMap((_, at) => unknown(scene, at, text) ?? []));
}

// By which somebody tells that a thing never came before him.
const KNOWS = /^(?:get|hear|know|recall|receive|remember|see)$/;
const AWARE = /^(?:aware|informed)$/;
const KNOWLEDGE = /^(?:awareness|knowledge|memory|recollection|record|trace)$/;
// What may or may not be there, beside what is said or agreed.
const PAPER =
  /^(?:document|e-?mail|instruction|letter|list|memo|memorandum|message|note|notice|order|paper|plan|proposal|report|request)$/;
// Sentences over which it is looked for.
const BACK = 2;

function unknown(scene: Scene, at: number, text: Text): LocalDispute | null {
  const { tokens } = scene.sentence;
  const noun = lemmaOf(tokens[at]!);
  if (tokens[at]!.upos !== 'NOUN' || !(EVENT.has(noun) || CLAIM.has(noun) || SPEECH.has(noun) || PAPER.test(noun)))
    return null;
  const words = [at - 1, at - 2, at - 3].flatMap((i) => (i >= 0 ? [tokens[i]!.form.toLowerCase()] : []));
  const isSuch = words[0] === 'such' || (words[1] === 'such' && tokens[at - 1]!.upos === 'ADJ');
  const verb = knowing(scene, at);
  if (verb === null) return null;
  const isNo = words.slice(0, isSuch ? 3 : 1).includes('no');
  if (!isNo && !isUnknown(scene, verb, at)) return null;
  const subject = subjectsOf(scene, verb)[0];
  // "Analysts know of no such deal": who is no party says only what he has heard.
  if (subject === undefined || !/^(?:he|i|it|she|they|we)$|^(?:[A-Z].*)$/.test(tokens[subject]!.form)) {
    const isThe = subject !== undefined && kids(scene, subject, /^(?:det|nmod:poss)/).length > 0;
    if (!isThe) return null;
  }
  const told = innermost(text, tokens[at]!.start);
  const denier = told ? told.speaker : entityAt(scene, subject!);
  if (told === null && denier === null) return null;
  if (told && !/^(?:say|deny|claim|reject)$/.test(told.statement.act)) return null;
  const other = around(text, scene.index, BACK, 0).findLast((one) => isTold(one, { scene, at, isSuch, denier }, text));
  return other ? toDispute(scene, other, { told, denier }, text) : null;
}

/** The verb by which a thing is known, whose object it is or stands in: "knew of no such letter", "has no record of it". */
function knowing(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  if (head < 0 || !/^(?:obj|obl|nmod)/.test(deprel)) return null;
  const lemma = lemmaOf(tokens[head]!);
  if (tokens[head]!.upos === 'VERB') return KNOWS.test(lemma) ? head : null;
  if (AWARE.test(lemma)) return head;
  if (!KNOWLEDGE.test(lemma) || !/^obj/.test(tokens[head]!.deprel)) return null;
  const verb = tokens[head]!.head;
  return verb >= 0 && /^(?:find|have)$/.test(lemmaOf(tokens[verb]!)) ? verb : null;
}

/** "was not aware of any", "had no record of any", "never saw a". */
function isUnknown(scene: Scene, verb: number, at: number): boolean {
  const { tokens } = scene.sentence;
  const { head } = tokens[at]!;
  const isNone = head !== verb && kids(scene, head, /^det/).some((i) => /^no$/i.test(tokens[i]!.form));
  const isNever = kids(scene, verb, /^advmod/).some((i) => /^never$/i.test(tokens[i]!.form));
  const isAny =
    kids(scene, at, /^det/).some((i) => /^(?:an?|any)$/i.test(tokens[i]!.form)) || tokens[at - 1]?.form === 'such';
  return isAny && (isNone || isNever || isNegated(scene, verb));
}

/** True where another one tells, in words of his own, what the thing would be. */
function isTold(
  one: Told,
  { scene, at, isSuch, denier }: { scene: Scene; at: number; isSuch: boolean; denier: number | null },
  text: Text,
): boolean {
  const { statement } = one;
  const token = scene.sentence.tokens[at]!;
  if (one.end > token.start || statement.within !== null || one.denies) return false;
  if (!/^(?:say|claim|criticize)$/.test(statement.act) || one.stems.size < LEAST) return false;
  if (one.speaker === null || isOne(one.speaker, denier, scene)) return false;
  if (one.statement.content.some((range) => saysNo(text, range) && stemsIn(text, range).length < LEAST)) return false;
  // "should not begin without a plan": wished for, and not told to be there.
  if (statement.content.some(({ start, end }) => WISHED.test(scene.doc.text.slice(start, end)))) return false;
  const has = one.stems.has(stemOf(token));
  return isSuch ? has || GIVES.some((stem) => one.stems.has(stem)) : has;
}

const WISHED = /\b(?:without|unless|until|if|should|must|needs?|wants?|demands?)\b/i;
// Words of a claim that tell enough to be denied.
const LEAST = 3;
// Stems of deeds that leave a thing behind: a letter is what somebody "wrote", a pledge what he "promised".
const GIVES = [
  'agree',
  'ask',
  'assur',
  'guarante',
  'order',
  'pledg',
  'promis',
  'propos',
  'request',
  'sign',
  'tell',
  'told',
  'warn',
  'writ',
  'written',
];

function toDispute(
  scene: Scene,
  other: Told,
  { told, denier }: { told: Told | null; denier: number | null },
  text: Text,
): LocalDispute {
  const { start, end } = scene.sentence;
  const denied = told ? [...told.statement.content] : [{ start, end }];
  return {
    kind: 'denial',
    sides: [
      { actor: other.speaker, claim: other.statement.content[0]!, evidence: [...other.statement.content] },
      { actor: denier, claim: denied[0]!, evidence: denied },
    ],
    reported: false,
    self: false,
    stems: [...new Set([...other.stems, ...denied.flatMap((range) => stemsIn(text, range))])].sort(),
    evidence: [{ start, end }],
    rule: 'dispute/unknown',
    confidence: 0.7,
  };
}
