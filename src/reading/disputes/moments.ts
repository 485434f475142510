/**
 * Two tellers who give one event days that do not fit. In: what was said, with its expressions of time. Out: disputes.
 * Example: "Lind said that she had learned of the sale in March. The firm said that it had told her on February 2" sets
 * the firm against Lind; so do two days on which one strike began.
 */
import type { DateRange } from '../../model/record.ts';
import type { LocalDispute } from '../reading.ts';
import { entityAt, kids, type Scene, subjectsOf, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemOf } from '../stems.ts';
import { innermost, isOne, stemsIn, type Text, type Told } from './told.ts';

interface Moment {
  told: Told;
  scene: Scene;
  verb: string;
  day: DateRange;
  subject: number | null;
  object: number | null;
  /** Stems of the nouns that the verb is about. */
  about: string[];
}

export function momentsIn(text: Text): LocalDispute[] {
  const moments = text.scenes.flatMap((scene) => momentsOf(scene, text));
  return moments.flatMap((b, i) => {
    const a = moments.slice(Math.max(0, i - WINDOW), i).findLast((one) => clash(one, b) || clash(b, one));
    return a ? [toDispute(a, b, text)] : [];
  });
}

// Moments told right before that one is compared with, and sentences between them.
const WINDOW = 4;
const NEAR = 2;

const LEARNS = /^(?:discover|find_out|hear|learn)$/;
const TELLS = /^(?:advise|alert|brief|inform|notify|tell|warn)$/;
// What comes about once.
const ONCE = /^(?:arrive|begin|break_down|collapse|end|file|leave|receive|resign|send|sign|start|submit)$/;

function momentsOf(scene: Scene, text: Text): Moment[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    if (token.upos !== 'VERB' || !/^VB[DN]$/.test(token.xpos)) return [];
    // "was told of the sale" is how he learned.
    const verb =
      TELLS.test(verbOf(scene, at)) && kids(scene, at, /^nsubj:pass/).length > 0 ? 'learn' : verbOf(scene, at);
    if (!LEARNS.test(verb) && !TELLS.test(verb) && !ONCE.test(verb)) return [];
    const told = innermost(text, token.start);
    if (!told || told.speaker === null || !/^(?:say|claim)$/.test(told.statement.act)) return [];
    if (kids(scene, at, /^(?:aux|advmod|mark)/).some((i) => NOT.test(tokens[i]!.form))) return [];
    const day = dayOf(scene, at, told);
    if (!day) return [];
    const subject = subjectsOf(scene, at)[0];
    const object = kids(scene, at, /^(?:obj|iobj)/).find((i) => i > at);
    const who = (i: number | undefined): number | null => (i === undefined ? null : entityAt(scene, i));
    const things = [subject, object].flatMap((i) =>
      i === undefined || tokens[i]!.upos !== 'NOUN' ? [] : [stemOf(tokens[i]!)],
    );
    // "they received", "I began": of whoever speaks.
    const own = subject !== undefined && /^(?:he|i|it|she|they|we)$/i.test(tokens[subject]!.form);
    return [{ told, scene, verb, day, subject: own ? told.speaker : who(subject), object: who(object), about: things }];
  });
}

const NOT = /^(?:can|could|if|may|might|n[’']t|never|not|should|when|will|would)$/i;

/** The one day, or span of days, told in the verb's own clause; null where there is none or more than one. */
function dayOf({ doc, sentence }: Scene, at: number, told: Told): DateRange | null {
  const { start, end } = told.statement.content.find(
    (range) => range.start <= sentence.tokens[at]!.start && sentence.tokens[at]!.start < range.end,
  )!;
  const days: DateRange[] = [];
  for (let i = firstFrom(doc.timexes, Math.max(start, sentence.start)); i < doc.timexes.length; i++) {
    const time = doc.timexes[i]!;
    if (time.start >= Math.min(end, sentence.end)) break;
    if (time.type === 'DURATION' || time.type === 'SET') return null;
    if (time.range?.earliest && time.range.latest) days.push(time.range);
  }
  return days.length === 1 ? days[0]! : null;
}

/** One told before the other says that he learned; or one event of the same thing is given two days. */
function clash(a: Moment, b: Moment): boolean {
  if (Math.abs(a.scene.index - b.scene.index) > NEAR || a.told === b.told) return false;
  if (isOne(a.told.speaker, b.told.speaker, a.scene)) return false;
  const [before, after] = [b.day.latest!, a.day.earliest!];
  if (LEARNS.test(a.verb) && TELLS.test(b.verb)) {
    if (a.subject !== a.told.speaker || b.subject === a.subject) return false;
    return before < after && isOne(b.object, a.subject, a.scene);
  }
  if (a.verb !== b.verb || !ONCE.test(a.verb) || !(before < after || a.day.latest! < b.day.earliest!)) return false;
  return (
    a.about.length > 0 &&
    a.about.length === b.about.length &&
    a.about.every((stem, i) => stem === b.about[i]) &&
    (a.subject === b.subject || a.subject === null || b.subject === null)
  );
}

function toDispute(a: Moment, b: Moment, text: Text): LocalDispute {
  const { start, end } = b.scene.sentence;
  return {
    kind: 'contradiction',
    sides: [a, b].map(({ told }) => ({
      actor: told.speaker,
      claim: told.statement.content[0]!,
      evidence: [...told.statement.content],
    })),
    reported: false,
    self: false,
    stems: [
      ...new Set([a, b].flatMap(({ told }) => told.statement.content.flatMap((range) => stemsIn(text, range)))),
    ].sort(),
    evidence: [{ start, end }],
    rule: 'dispute/moments',
    confidence: 0.65,
  };
}
