/**
 * What is said to have caused what. In: sentences and who speaks them. Out: for each the effect, the cause and who says
 * so. Example: "Lind blamed the delay on fog" and "the delay was caused by a strike, the line said" each tell a cause of
 * a delay; that they differ is found where the causes of all articles are known.
 *
 * Left out is what claims no single cause: "could be", "partly", "also", and movements of measures ("prices rose because
 * of"), of which many causes are told at once.
 */
import type { DateRange } from '../../model/record.ts';
import { hasCase } from '../proposals/mentions.ts';
import type { LocalCause } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under } from '../scene.ts';
import { stemsOf } from '../stems.ts';
import { cuedAt, innermost, type Text } from './told.ts';
import { CAUSE_NOUN, MEASURE } from './words.ts';

interface Raw {
  /** Words of the effect and of the cause. */
  effect: number[];
  cause: number[];
  /** Who says so in the sentence itself: the subject of "blame". */
  by: number | null;
  words: number[];
}

/** @param byThen what the day of publishing says of when anything was said. */
export function causesIn(text: Text, byThen: DateRange): LocalCause[] {
  return text.scenes.flatMap((scene) =>
    scene.sentence.tokens.flatMap((_, at) => {
      const raw = ofVerb(scene, at) ?? ofPhrase(scene, at) ?? ofNoun(scene, at);
      if (!raw || isHedged(scene, raw)) return [];
      const { tokens } = scene.sentence;
      const stems = (words: number[]): string[] => stemsOf(words.map((i) => tokens[i]!)).sort();
      const effect = stems(raw.effect);
      const cause = stems(raw.cause);
      if (effect.length === 0 || cause.length === 0) return [];
      const told = innermost(text, tokens[at]!.start);
      const by = raw.by === null ? null : (cuedAt(text, tokens[at]!.start)?.speaker ?? entityAt(scene, raw.by));
      const teller = raw.by === null ? (told?.speaker ?? null) : by;
      return [
        {
          effect,
          cause,
          teller,
          said: told?.statement.said ?? byThen,
          range: rangeOfWords(scene, raw.words),
        },
      ];
    }),
  );
}

const CAUSES = /^(?:cause|trigger|spark|bring_about)$/;
// The lemma of "blamed" may be cut.
const BLAMES = /^(?:blame?|attribute|ascribe|trace|credit|pin)$/;
const RESULTS = /^(?:result|stem|arise)$/;

/** "was caused by a strike", "a strike caused the delay", "blamed the delay on a strike", "resulted from a strike". */
function ofVerb(scene: Scene, at: number): Raw | null {
  const token = scene.sentence.tokens[at]!;
  if (token.upos !== 'VERB' || isNegated(scene, at) || !isFact(scene, at)) return null;
  const verb = lemmaOf(token);
  const obliques = kids(scene, at, /^obl/);
  const passive = kids(scene, at, /^nsubj:pass/)[0];
  const object = kids(scene, at, /^obj/).find((i) => i > at);
  const with_ = (cases: RegExp): number | undefined => obliques.find((i) => i > at && hasCase(scene, i, cases));
  if (CAUSES.test(verb)) {
    const by = with_(/^by$/);
    if (passive !== undefined && by !== undefined) return raw(scene, passive, by);
    const subject = passive === undefined ? kids(scene, at, /^nsubj/)[0] : undefined;
    return object !== undefined && subject !== undefined ? raw(scene, object, subject) : null;
  }
  if (RESULTS.test(verb)) {
    const from = with_(/^from$/);
    const subject = kids(scene, at, /^nsubj/)[0];
    return from !== undefined && subject !== undefined ? raw(scene, subject, from) : null;
  }
  if (!BLAMES.test(verb)) return null;
  // A phrase after the object may hang on it, or on a word within it.
  const beside = (cases: RegExp): number | undefined =>
    with_(cases) ??
    (object === undefined
      ? undefined
      : under(scene, object, /^(?:acl|advcl)/).find((i) => i > object && hasCase(scene, i, cases)));
  const effect = passive ?? object;
  if (effect === undefined) return null;
  const by = passive === undefined ? (subjectsOf(scene, at)[0] ?? null) : null;
  const on = beside(/^(?:blam|pin)/.test(verb) ? /^on$/ : /^to$/);
  if (on !== undefined) return raw(scene, effect, on, by);
  const for_ = /^blam/.test(verb) ? beside(/^for$/) : undefined;
  return for_ === undefined ? null : raw(scene, for_, effect, by);
}

/** "was late because of fog", "failed due to a strike": the clause without the phrase is the effect. */
function ofPhrase(scene: Scene, at: number): Raw | null {
  const { tokens } = scene.sentence;
  const isPhrase =
    (/^because$/i.test(tokens[at]!.form) && tokens[at + 1]?.form === 'of') ||
    (/^(?:due|owing)$/i.test(tokens[at]!.form) && tokens[at + 1]?.form === 'to');
  if (!isPhrase) return null;
  const cause = tokens[at]!.head;
  if (cause <= at + 1) return null;
  const { head, deprel } = tokens[cause]!;
  const own = kids(scene, cause, /^nsubj/)[0];
  // "The delay was due to a strike"
  if (own !== undefined && own < at) return isNegated(scene, cause) ? null : raw(scene, own, cause);
  if (!/^obl/.test(deprel) || head < 0 || isNegated(scene, head) || !isFact(scene, head)) return null;
  const subject = kids(scene, head, /^nsubj/)[0];
  if (subject === undefined || tokens[subject]!.upos === 'PRON') return null;
  return raw(scene, subject, cause, null, head);
}

/** "The cause of the fire was a fuse", "a fuse was the cause of the fire", "a fuse was to blame for the fire". */
function ofNoun(scene: Scene, at: number): Raw | null {
  const { tokens } = scene.sentence;
  if (CAUSE_NOUN.has(lemmaOf(tokens[at]!)) && tokens[at]!.upos === 'NOUN') {
    const effect = kids(scene, at, /^nmod/).find((i) => i > at && hasCase(scene, i, /^(?:of|for|behind)$/));
    const subject = kids(scene, at, /^nsubj/)[0];
    const isDefinite = kids(scene, at, /^det/).some((i) => /^the$/i.test(tokens[i]!.form));
    if (effect === undefined || !isDefinite) return null;
    if (subject !== undefined && subject < at && kids(scene, at, /^cop/).length > 0) return raw(scene, effect, subject);
    const { head, deprel } = tokens[at]!;
    return /^nsubj/.test(deprel) && head > at && tokens[head]!.upos === 'NOUN' && kids(scene, head, /^cop/).length > 0
      ? raw(scene, effect, head)
      : null;
  }
  if (!/^blame?$/.test(lemmaOf(tokens[at]!)) || tokens[at - 1]?.form !== 'to' || isNegated(scene, at)) return null;
  const effect = kids(scene, at, /^obl/).find((i) => i > at && hasCase(scene, i, /^for$/));
  const subject = subjectsOf(scene, at)[0];
  return effect === undefined || subject === undefined || subject > at ? null : raw(scene, effect, subject);
}

/** @param over the verb of the effect, where it has one beside its noun. */
function raw(scene: Scene, effect: number, cause: number, by: number | null = null, over?: number): Raw | null {
  const { tokens } = scene.sentence;
  const causeWords = under(scene, cause, /^(?:parataxis|punct|acl|advcl|ccomp|nsubj|cop|aux)/);
  const aside = new Set(under(scene, cause, /^nsubj/));
  const effectWords = [
    ...(over === undefined ? [] : [over]),
    ...under(scene, effect, /^(?:parataxis|punct|acl|advcl|ccomp)/),
  ].filter((i) => !aside.has(i));
  if (tokens[effect]!.upos === 'PRON' || tokens[cause]!.upos === 'PRON') return null;
  if (effectWords.some((i) => MEASURE.has(lemmaOf(tokens[i]!)))) return null;
  const said = [...effectWords, ...causeWords, ...under(scene, cause, /^parataxis/)];
  const words = [...new Set(said)].sort((a, b) => a - b);
  return { effect: effectWords, cause: causeWords, by, words };
}

/** Told as a fact: no "could", "may", no question. */
function isFact(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  return (
    tokens.at(-1)?.form !== '?' &&
    !kids(scene, at, /^aux/).some((i) =>
      /^(?:can|could|may|might|should|would|will|must|wo|’ll)$/i.test(tokens[i]!.form),
    ) &&
    !kids(scene, at, /^mark/).some((i) => /^(?:if|unless|whether|to)$/i.test(tokens[i]!.form))
  );
}

const HEDGE =
  /^(?:also|partly|partially|mainly|mostly|largely|chiefly|primarily|possibly|probably|perhaps|likely|part|among|either|both|apparently)$/i;

/** True where a word within the claim leaves room for another cause. */
function isHedged(scene: Scene, { words }: Raw): boolean {
  const { tokens } = scene.sentence;
  for (let i = Math.max(0, words[0]! - 1); i <= words.at(-1)!; i++) if (HEDGE.test(tokens[i]!.form)) return true;
  return false;
}
