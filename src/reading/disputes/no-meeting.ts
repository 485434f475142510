/**
 * One side says that there was no meeting, the other one that there was. In: sentences and what was said. Out: disputes.
 * Example: "Lind said that she had met Otto Berg in Port Maren. “There was no meeting in Port Maren,” Berg said."
 *
 * Only two who can know count: who says no, or his party, must be told of as the one who was met.
 */
import type { LocalDispute, Range } from '../reading.ts';
import { isNegated, kids, lemmaOf, type Scene, under } from '../scene.ts';
import { around, innermost, isOne, saysNo, stemsIn, type Text, type Told, tokensIn } from './told.ts';

const MEETING = /^(?:contact|conversation|encounter|meeting|negotiation|talk)s?$/;
const MEETS = /^(?:meet|negotiate|see|speak|talk)$/;
// Sentences before and after a no in which the yes is looked for.
const BACK = 3;
const AFTER = 2;

export function noMeetingsIn(text: Text): LocalDispute[] {
  return text.scenes.flatMap((scene) =>
    scene.sentence.tokens.flatMap((_, at) => {
      const own = isNone(scene, at) ? innermost(text, scene.sentence.tokens[at]!.start) : null;
      if (!own || own.speaker === null || !/^(?:say|deny|claim)$/.test(own.statement.act)) return [];
      const other = around(text, scene.index, BACK, AFTER).find((told) => isMet(told, own, scene, text));
      return other ? [toDispute(other, own, scene, text)] : [];
    }),
  );
}

/** "There was no meeting", "no talks were held": of a past time, and not only of one thing to be talked about. */
function isNone(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const { head, deprel, upos } = tokens[at]!;
  if (upos !== 'NOUN' || !MEETING.test(lemmaOf(tokens[at]!)) || head < 0 || !/^nsubj/.test(deprel)) return false;
  const verb = lemmaOf(tokens[head]!);
  const isThere = kids(scene, head, /^expl/).length > 0 && verb === 'be';
  if (!isThere && !/^(?:hold|take|happen|occur)$/.test(verb)) return false;
  const isPast =
    /^VBD$/.test(tokens[head]!.xpos) ||
    kids(scene, head, /^aux/).some((i) => /^(?:has|have|had|was|were)$/i.test(tokens[i]!.form));
  const isNo = isNegated(scene, head) || kids(scene, at, /^det/).some((i) => /^no$/i.test(tokens[i]!.form));
  // "no talks since", "no meeting yet" leave room for one before.
  const isOpen = tokens.some((token, i) => i > at && /^(?:after|before|since|until|yet)$/i.test(token.form));
  const isOf = under(scene, at).some((i) => i > at && /^(?:about|of|on|over)$/i.test(tokens[i]!.form));
  return isPast && isNo && !isOpen && !isOf;
}

/** Another one tells, as done, of a meeting with whoever says no. */
function isMet(told: Told, own: Told, scene: Scene, text: Text): boolean {
  const { statement } = told;
  if (told === own || told.speaker === null || told.denies || isOne(told.speaker, own.speaker, scene)) return false;
  if (!/^(?:say|claim)$/.test(statement.act) || statement.content.some((range) => saysNo(text, range))) return false;
  const meets = statement.content.some((range) =>
    tokensIn(text, range).some((token) => /^VB[DN]$/.test(token.xpos) && MEETS.test(lemmaOf(token))),
  );
  return meets && statement.content.some((range) => names(range, own.speaker!, scene));
}

const names = (range: Range, speaker: number, scene: Scene): boolean =>
  scene.cast.mentions.some(
    (one) => one.start >= range.start && one.end <= range.end && isOne(one.entity, speaker, scene),
  );

function toDispute(other: Told, own: Told, scene: Scene, text: Text): LocalDispute {
  const { start, end } = scene.sentence;
  const sides = [other, own].map(({ speaker, statement }) => ({
    actor: speaker,
    claim: statement.content[0]!,
    evidence: [...statement.content],
  }));
  return {
    kind: 'contradiction',
    sides,
    reported: false,
    self: false,
    stems: [...new Set(sides.flatMap((side) => side.evidence.flatMap((range) => stemsIn(text, range))))].sort(),
    evidence: [{ start, end }],
    rule: 'dispute/no-meeting',
    confidence: 0.65,
  };
}
