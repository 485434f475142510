/**
 * Answers that do not name the proposal. In: a sentence after one that did. Out: who answered and how. Examples, after
 * an offer: "The union turned that down", "It was a non-starter, the union said", "The union agreed on Monday", and of
 * its terms "The union accepted the bonus but refused the longer shifts".
 */
import { isNegated, kids, lemmaOf, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemOf } from '../stems.ts';
import { type Answer, type AnswerKind, answersAt, awaited, clauseOf, settle } from './answers.ts';
import { partiesAt, type StatementAt } from './parties.ts';
import { phrasesIn } from './phrases.ts';
import { ACCEPTED, ALIAS, knows, REJECTED } from './words.ts';

/** Answers to "it", "that", "the idea": words that stand for what was proposed before `from`, an offset. */
export function pronounAnswers(scene: Scene, statementAt: StatementAt, from = 0): Answer[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    if (token.start < from || !standsFor(scene, at)) return [];
    return answersAt(scene, at, statementAt);
  });
}

function standsFor(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  if (/^(?:it|that|this)$/i.test(token.form))
    return /^(?:obj|obl|nmod(?!:poss)|nsubj)/.test(token.deprel) && !isFiller(scene, at);
  if (token.upos !== 'NOUN' || !ALIAS.has(lemmaOf(token))) return false;
  const det = kids(scene, at, /^det/)[0];
  // "the idea"; "an idea that the union dismissed", right behind what was proposed.
  return /^(?:the|this|that)$/i.test(tokens[det ?? -1]?.form ?? '') || kids(scene, at, /^acl/).length > 0;
}

/** "It is raining", "that" of a clause: words that stand for nothing. */
function isFiller(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const { head, form } = tokens[at]!;
  if (/^that$/i.test(form) && head >= 0 && /^(?:acl|mark)/.test(tokens[head]!.deprel)) return true;
  return (
    head >= 0 && kids(scene, head, /^csubj|^ccomp/).length > 0 && /^it$/i.test(form) && tokens[head]!.upos !== 'VERB'
  );
}

/** "The union agreed on Monday", "The union said no", "The union has not answered". */
export function bareAnswers(scene: Scene, statementAt: StatementAt): Answer[] {
  const { tokens } = scene.sentence;
  const bare = tokens.flatMap((token, at): Answer[] => {
    if (token.upos !== 'VERB') return [];
    const lemma = lemmaOf(token);
    const kind = BARE[lemma] ?? BARE[`${lemma}e`];
    if (!kind || /^(?:acl|advcl|xcomp|amod)/.test(token.deprel) || !isBare(scene, at)) return [];
    return told(scene, at, kind, statementAt);
  });
  const phrases = phrasesIn(scene).flatMap(({ kind, verb, object, negated }) =>
    object === null && !/^(?:acl|advcl|xcomp)/.test(tokens[verb]!.deprel)
      ? told(scene, verb, kind, statementAt, negated)
      : [],
  );
  return [...bare, ...phrases, ...awaited(scene, statementAt)];
}

const BARE: Record<string, AnswerKind> = {
  accept: 'accepted',
  agree: 'accepted',
  consent: 'accepted',
  comply: 'accepted',
  oblige: 'accepted',
  refuse: 'rejected',
  decline: 'rejected',
  balk: 'rejected',
  baulk: 'rejected',
  demur: 'rejected',
  object: 'countered',
};

/** True where nothing tells what it was agreed to: only when, where and how. */
function isBare(scene: Scene, verb: number): boolean {
  const { tokens } = scene.sentence;
  if (kids(scene, verb, /^(?:obj|ccomp|xcomp|csubj)/).length > 0) return false;
  if (kids(scene, verb, /^nsubj/).length !== 1) return false;
  if (/^[,:]$/.test(tokens[verb + 1]?.form ?? '') && /^["“‘']$/.test(tokens[verb - 2]?.form ?? '')) return false;
  return kids(scene, verb, /^(?:obl|nmod)/).every(
    (i) => i < verb || isTime(scene, i) || /^(?:once|principle|broadly)$/i.test(tokens[i]!.form),
  );
}

function isTime(scene: Scene, at: number): boolean {
  const { timexes } = scene.doc;
  const { start, end } = scene.sentence.tokens[at]!;
  const time = timexes[firstFrom(timexes, end) - 1] ?? timexes[firstFrom(timexes, start)];
  return time !== undefined && time.start <= start && end <= time.end;
}

function told(
  scene: Scene,
  verb: number,
  kind: AnswerKind,
  statementAt: StatementAt,
  negated = isNegated(scene, verb),
): Answer[] {
  const answer = settle(scene, verb, kind, false, negated);
  if (!answer) return [];
  return partiesAt(scene, subjectsOf(scene, verb), statementAt).map((actor) => ({
    actor,
    answer,
    evidence: clauseOf(scene, verb),
  }));
}

export interface PartAnswer extends Answer {
  /** Stems of what was answered. */
  stems: string[];
}

/** "accepted the bonus", "refused the longer shifts": answers to something, which may be a term of what was proposed. */
export function partAnswers(scene: Scene, statementAt: StatementAt): PartAnswer[] {
  const { tokens } = scene.sentence;
  const stemsAt = (object: number): string[] =>
    under(scene, object, /^(?:acl|parataxis|appos)/)
      .filter((i) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos))
      .map((i) => stemOf(tokens[i]!));
  const at = (verb: number, object: number, kind: AnswerKind, negated?: boolean): PartAnswer[] =>
    told(scene, verb, kind, statementAt, negated)
      .filter(({ answer }) => answer !== 'pending')
      .map((answer) => ({ ...answer, stems: stemsAt(object) }));
  const verbs = tokens.flatMap((token, verb): PartAnswer[] => {
    if (/^(?:amod|acl|advcl)/.test(token.deprel)) return [];
    if (token.upos === 'VERB') {
      const lemma = verbOf(scene, verb);
      const kind: AnswerKind | null = knows(ACCEPTED, lemma) ? 'accepted' : knows(REJECTED, lemma) ? 'rejected' : null;
      if (kind) return kids(scene, verb, /^obj/).flatMap((object) => at(verb, object, kind));
    }
    return noneOf(scene, verb).flatMap((object) => {
      const speaker = statementAt(tokens[object]!.start)?.speaker ?? null;
      if (speaker === null) return [];
      return [{ actor: speaker, answer: 'rejected', evidence: clauseOf(scene, verb), stems: stemsAt(object) }];
    });
  });
  const phrases = phrasesIn(scene).flatMap(({ kind, verb, object, negated }) =>
    object !== null && kind !== 'pending' && tokens[object]!.upos !== 'PRON' ? at(verb, object, kind, negated) : [],
  );
  return [...verbs, ...phrases];
}

/** "There will be no bonus", "There can be no talk of cuts": of what there shall be none. */
function noneOf(scene: Scene, verb: number): number[] {
  const { tokens } = scene.sentence;
  if (lemmaOf(tokens[verb]!) !== 'be' || !/^there$/i.test(tokens[kids(scene, verb, /^expl/)[0] ?? -1]?.form ?? ''))
    return [];
  if (!kids(scene, verb, /^aux/).some((i) => /^(?:will|would|can|could|’ll|'ll)$/i.test(tokens[i]!.form))) return [];
  return kids(scene, verb, /^nsubj/).filter((i) => kids(scene, i, /^det/).some((k) => /^no$/i.test(tokens[k]!.form)));
}
