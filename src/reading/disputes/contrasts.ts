/**
 * Words that set one account against another without a verb of denying. In: sentences and what was said. Out: disputes.
 * Example: "Despite reported remarks by Lind, the firm has agreed to the sale, Holm said" sets Holm against Lind's remarks
 * told before; "the incorrect claim that the port is closed" is the reporter's own correction.
 */

import { hasCase } from '../proposals/mentions.ts';
import type { LocalDispute, Range } from '../reading.ts';
import { entityAt, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under } from '../scene.ts';
import { around, innermost, shares, stemsIn, type Text, tidy } from './told.ts';
import { CLAIM, FALSE, SPEECH } from './words.ts';

export function contrastsIn(text: Text): LocalDispute[] {
  return text.scenes.flatMap((scene) =>
    scene.sentence.tokens.flatMap((_, at) => despite(scene, at, text) ?? correction(scene, at, text) ?? []),
  );
}

// Sentences before "despite" in which the remarks are looked for.
const BACK = 12;
const DOUBTED = /^(?:reported|purported|alleged|apparent|earlier|previous)$/;

/** "despite reported remarks by Lind" inside or beside a statement. */
function despite(scene: Scene, at: number, text: Text): LocalDispute | null {
  const { tokens } = scene.sentence;
  if (!/^(?:despite|notwithstanding)$/i.test(tokens[at]!.form)) return null;
  const noun = tokens[at]!.head;
  if (noun <= at) return null;
  const lemma = lemmaOf(tokens[noun]!);
  const isDoubted = kids(scene, noun, /^amod/).some((i) => DOUBTED.test(tokens[i]!.form.toLowerCase()));
  // "despite her remarks", "despite her claim" only set the scene; "despite her reported remarks" sets one against the other.
  if (!((SPEECH.has(lemma) || CLAIM.has(lemma)) && isDoubted) && !/^(?:denial|rumou?r)$/.test(lemma)) return null;
  const owners = [
    ...kids(scene, noun, /^nmod:poss/),
    ...tokens
      .flatMap((token, i) =>
        i > noun && i - noun <= MAX_OWNER && /^(?:nmod|obl)/.test(token.deprel) && hasCase(scene, i, /^(?:by|from|of)$/)
          ? [i]
          : [],
      )
      .slice(0, 1),
  ];
  let owner: number | null = null;
  for (const i of owners) owner ??= entityAt(scene, i);
  if (owner === null) return null;
  const now = innermost(text, tokens[at]!.start) ?? around(text, scene.index, 0, 0)[0];
  if (!now || now.speaker === owner) return null;
  const { mentions } = scene.cast;
  let best: { range: Range[]; claim: Range } | null = null;
  for (let s = scene.index - 1; s >= Math.max(0, scene.index - BACK) && !best; s--) {
    const { sentence } = text.scenes[s]!;
    const named = mentions.some(
      (one) => one.entity === owner && one.start >= sentence.start && one.end <= sentence.end,
    );
    const told = around(text, s, 0, 0).filter(
      (one) => one.speaker === owner || (named && one.statement.source === null),
    );
    const own = told.filter((one) => one.speaker === owner);
    // A sentence that reports what the owner said is evidence as a whole: its later verbs go on with it.
    const shared = shares(stemsIn(text, sentence), new Set(stemsIn(text, scene.sentence)));
    if (own.length > 0 && shared >= (isDoubted ? 1 : 2))
      best = { range: [{ start: sentence.start, end: sentence.end }], claim: own.at(-1)!.statement.content[0]! };
  }
  if (!best) return null;
  const claim = outside(now.statement.content[0]!, scene, at);
  return dispute(
    'contradiction',
    [
      { actor: owner, claim: best.claim, evidence: best.range },
      { actor: now.speaker, claim, evidence: tidy([...now.statement.content]) },
    ],
    scene,
    text,
    'dispute/despite',
    0.75,
  );
}

const MAX_OWNER = 4;

/** What is said after the "despite" phrase, where it comes first. */
function outside(content: Range, scene: Scene, at: number): Range {
  const { tokens } = scene.sentence;
  const comma = tokens.findIndex((token, i) => i > at && token.form === ',');
  const next = comma >= 0 ? tokens[comma + 1] : undefined;
  return next && next.start > content.start && next.start < content.end
    ? { start: next.start, end: content.end }
    : content;
}

/** "repeated the incorrect claim that …, which in fact …": the reporter says that it is not so. */
function correction(scene: Scene, at: number, text: Text): LocalDispute | null {
  const { tokens } = scene.sentence;
  const noun = lemmaOf(tokens[at]!);
  if (!CLAIM.has(noun) && !SPEECH.has(noun)) return null;
  const isFalse = kids(scene, at, /^amod/).some((i) => FALSE.has(tokens[i]!.form.toLowerCase()));
  const clause = [
    tokens[at + 1]?.form.toLowerCase() === 'that' ? tokens[at + 1]!.head : -1,
    ...kids(scene, at, /^(?:acl|ccomp)/),
  ].find((i) => i > at);
  if (!isFalse || clause === undefined || isQuotedBy(text, scene, at)) return null;
  const { head } = tokens[at]!;
  const who = head >= 0 ? subjectsOf(scene, head)[0] : undefined;
  const actor = who === undefined ? null : entityAt(scene, who);
  if (actor === null) return null;
  const words = under(scene, clause, /^(?:punct|mark|parataxis)/);
  const own = tokens.findIndex(
    (token, i) => i > clause && token.form.toLowerCase() === 'fact' && tokens[i - 1]!.form.toLowerCase() === 'in',
  );
  // With its own "in fact" the reporter's side has words of its own; else the word that calls it false is all there is.
  const claimed = own > 0 ? words.filter((i) => i < own - 2) : words;
  if (claimed.length < 2) return null;
  const said: Range =
    own > 0 && own < tokens.length - 1
      ? rangeOfWords(
          scene,
          Array.from({ length: tokens.length - own - 1 }, (_, k) => own + 1 + k),
        )
      : { start: tokens[at]!.start, end: tokens[at]!.end };
  if (own < 0) return null;
  const claim = rangeOfWords(scene, claimed);
  return dispute(
    'contradiction',
    [
      { actor, claim, evidence: [claim] },
      { actor: null, claim: said, evidence: [said] },
    ],
    scene,
    text,
    'dispute/correction',
    0.8,
  );
}

/** True where somebody else than the subject of its verb says the words: then it is no word of the reporter's. */
function isQuotedBy(text: Text, scene: Scene, at: number): boolean {
  const told = innermost(text, scene.sentence.tokens[at]!.start);
  const verb = scene.sentence.tokens[scene.sentence.tokens[at]!.head];
  const cue = told?.statement.cue;
  return (
    told !== null &&
    !(verb && cue && cue.start <= verb.start && verb.end <= cue.end && told.statement.form === 'indirect')
  );
}

function dispute(
  kind: LocalDispute['kind'],
  sides: LocalDispute['sides'],
  { sentence }: Scene,
  text: Text,
  rule: string,
  confidence: number,
): LocalDispute {
  return {
    kind,
    sides,
    reported: true,
    self: false,
    stems: [...new Set(sides.flatMap((side) => stemsIn(text, side.claim)))].sort(),
    evidence: [{ start: sentence.start, end: sentence.end }],
    rule,
    confidence,
  };
}
