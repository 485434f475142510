/**
 * A deed told as a fact, and another cause claimed by whoever did it. In: sentences and what was said. Out: disputes.
 * Example: "Norland turned back a bus on Sunday. A police spokesman claimed that the road had been too icy to pass": the
 * police, or the ice.
 *
 * Only a hindrance counts, a cue that keeps its distance ("claimed"), and words in which the doer does nothing.
 */
import type { LocalDispute } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, originAt, rangeOfWords, type Scene, under, verbOf } from '../scene.ts';
import { around, innermost, isOne, stemsIn, type Text, type Told, tokensIn } from './told.ts';

const HINDER = /^(?:bar|block|eject|expel|halt|hinder|impede|intercept|obstruct|prevent|stop|turn_away|turn_back)$/;
const DISTANT = /\b(?:claim|insist|maintain|contend|assert|alleg|blam)/i;
// Sentences after the deed in which its doer accounts for it.
const AFTER = 2;

interface Deed {
  at: number;
  /** Who did it, and the word for it. */
  doer: number | null;
  noun: string;
}

export function excusesIn(text: Text): LocalDispute[] {
  return text.scenes.flatMap((scene) =>
    scene.sentence.tokens.flatMap((_, at) => {
      const deed = hindrance(scene, at, text);
      const told = deed
        ? around(text, scene.index, 0, AFTER).find(
            (one) => one.sentence > scene.index && isByDoer(one, deed, text) && isExcuse(one, text),
          )
        : undefined;
      return told ? [toDispute(scene, at, told, text)] : [];
    }),
  );
}

/** Somebody is stopped, in the reporter's own words. */
function hindrance(scene: Scene, at: number, text: Text): Deed | null {
  const { tokens } = scene.sentence;
  const { upos, xpos, deprel, start } = tokens[at]!;
  if (upos !== 'VERB' || xpos !== 'VBD' || !/^(?:root|conj|parataxis)/.test(deprel)) return null;
  if (!HINDER.test(verbOf(scene, at)) || isNegated(scene, at) || innermost(text, start) !== null) return null;
  const subject = kids(scene, at, /^nsubj(?!:pass)/)[0];
  if (subject === undefined || kids(scene, at, /^obj/).every((i) => i < at)) return null;
  return { at, doer: entityAt(scene, subject), noun: lemmaOf(tokens[subject]!) };
}

/** "The police" is spoken for by the police, by a police spokesman, and "Norland" by a Norlandish one. */
function isByDoer({ statement, speaker, sentence }: Told, { doer, noun }: Deed, text: Text): boolean {
  const scene = text.scenes[sentence]!;
  const { cue, source } = statement;
  if (!cue || !source || !DISTANT.test(scene.doc.text.slice(cue.start, cue.end))) return false;
  if (isOne(speaker, doer, scene)) return true;
  return scene.sentence.tokens.some(
    (token, i) =>
      token.start >= source.start &&
      token.end <= source.end &&
      (lemmaOf(token) === noun || (doer !== null && originAt(scene, i) === doer)),
  );
}

/** "it had been too rough to land", "the road was closed because of ice": nothing that the speaker did. */
function isExcuse({ statement }: Told, text: Text): boolean {
  return statement.content.some((range) => {
    const tokens = tokensIn(text, range);
    if (tokens.some((token) => /^(?:we|our|us|they|their)$/i.test(token.form))) return false;
    return tokens.some((token, i) => {
      const next = tokens[i + 1]?.form.toLowerCase();
      if (/^too$/i.test(token.form)) return tokens.slice(i + 2).some(({ form }) => /^to$/i.test(form));
      return (/^because$/i.test(token.form) && next === 'of') || (/^due$/i.test(token.form) && next === 'to');
    });
  });
}

function toDispute(scene: Scene, at: number, told: Told, text: Text): LocalDispute {
  const deed = rangeOfWords(scene, under(scene, at, /^(?:punct|parataxis)/));
  const subject = kids(scene, at, /^nsubj/)[0]!;
  const content = told.statement.content;
  const { start, end } = scene.sentence;
  return {
    kind: 'contradiction',
    sides: [
      { actor: null, claim: deed, evidence: [deed] },
      { actor: told.speaker ?? entityAt(scene, subject), claim: content[0]!, evidence: [...content] },
    ],
    reported: false,
    self: false,
    stems: [...new Set([deed, ...content].flatMap((range) => stemsIn(text, range)))].sort(),
    evidence: [{ start, end }, ...content],
    rule: 'dispute/excuse',
    confidence: 0.45,
  };
}
