/**
 * Words that may settle a dispute told before. In: sentences and what was said. Out: who admits, takes back or says
 * jointly what. Example: "The ministry acknowledged that its convoy had crossed the river" settles a quarrel over that.
 *
 * Which dispute it settles, if any, is found where the disputes of all articles are known.
 */

import type { Settling } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { stemsOf } from '../stems.ts';
import { type Text, type Told, tokensIn } from './told.ts';
import { CLAIM, FALSE, SPEECH } from './words.ts';

export function settlingsIn(text: Text): Settling[] {
  return [
    ...text.told.flatMap((told) => admission(told, text) ?? []),
    ...text.scenes.flatMap((scene) => scene.sentence.tokens.flatMap((_, at) => withdrawal(scene, at) ?? [])),
  ].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

const ADMITS = /\b(?:admit|acknowledg|conced|confirm)/i;
// "neither confirmed nor denied", "refused to confirm", "has not admitted".
const WITHHELD = /\b(?:neither|nor|not|never|refus\w+|declin\w+|could|would|unable|yet)\b|n[’']t\b/i;

/** "acknowledged that …", and what several parties say together. */
function admission(told: Told, text: Text): Settling | null {
  const { statement } = told;
  const { cue } = statement;
  if (!cue || statement.within !== null || statement.speaker === null) return null;
  const scene = text.scenes[told.sentence]!;
  const { sentence, doc } = scene;
  const evidence = { start: sentence.start, end: sentence.end };
  const by = statement.speakers ?? [statement.speaker];
  const stems = [...told.stems];
  const admits = ADMITS.test(doc.text.slice(cue.start, cue.end));
  if (admits && !WITHHELD.test(doc.text.slice(Math.max(sentence.start, cue.start - BEFORE), cue.end))) {
    const words = statement.content.flatMap((range) => tokensIn(text, range));
    const isWrong =
      words.some((token) => FALSE.has(lemmaOf(token))) && words.some((token) => CLAIM.has(lemmaOf(token)));
    return { kind: isWrong ? 'withdraws' : 'admits', by, stems, evidence };
  }
  return by.length > 1 && /^(?:say|agree)$/.test(statement.act) ? { kind: 'jointly', by, stems, evidence } : null;
}

// Letters before a cue in which a word may take it back.
const BEFORE = 16;

const TAKES_BACK = /^(?:withdraw|retract|recant|correct|take_back|walk_back|apologise|apologize)$/;

/** "RNB withdrew the report", "apologised for the claim". */
function withdrawal(scene: Scene, at: number): Settling | null {
  const { tokens, start, end } = scene.sentence;
  if (tokens[at]!.upos !== 'VERB' || !TAKES_BACK.test(verbOf(scene, at)) || isNegated(scene, at)) return null;
  if (!/^VB[DNZ]$/.test(tokens[at]!.xpos) || kids(scene, at, /^nsubj:pass/).length > 0) return null;
  const object = kids(scene, at, /^(?:obj|obl)/).find(
    (i) => i > at && (CLAIM.has(lemmaOf(tokens[i]!)) || SPEECH.has(lemmaOf(tokens[i]!))),
  );
  const by = subjectsOf(scene, at).flatMap((i) => entityAt(scene, i) ?? []);
  if (object === undefined || by.length === 0) return null;
  const words = under(scene, object).filter((i) => i !== object);
  return { kind: 'withdraws', by, stems: stemsOf(words.map((i) => tokens[i]!)), evidence: { start, end } };
}
