/**
 * Mutual blame: each of two sides says that the other one is the cause. In: what was said. Out: disputes. Example: "The
 * talks failed because of the employers, the union said. The employers said that the union's demands were to blame."
 */
import type { LocalDispute, Range } from '../reading.ts';
import { entityAt, lemmaOf, originAt, type Scene, under } from '../scene.ts';
import { stemsIn, type Text, type Told, tidy } from './told.ts';

interface Blame {
  told: Told;
  /** Who blames: the speaker, and the country or body that an unnamed source stands for. */
  by: Set<number>;
  on: Set<number>;
}

export function blamesIn(text: Text): LocalDispute[] {
  const blames = text.told.flatMap((told) => blameOf(told, text) ?? []);
  return blames.flatMap((b, i) => {
    const answered = blames
      .slice(Math.max(0, i - WINDOW), i)
      .filter(
        (a) =>
          b.told.sentence - a.told.sentence <= NEAR && meets(b.by, a.on) && !meets(b.on, a.on) && !meets(a.by, b.by),
      );
    return answered.length > 0 ? [toDispute(answered, b, text)] : [];
  });
}

const WINDOW = 4;
const NEAR = 4;

const meets = (a: Set<number>, b: Set<number>): boolean => [...a].some((one) => b.has(one));

/** Whom a statement blames: the owner of what stands after "because of", "due to", or who was accused. */
function blameOf(told: Told, text: Text): Blame | null {
  const on = new Set<number>();
  const { statement } = told;
  for (const range of statement.content)
    for (let s = told.sentence; s < text.scenes.length && text.scenes[s]!.sentence.start < range.end; s++)
      for (const entity of causesIn(text.scenes[s]!, range)) on.add(entity);
  const scene = text.scenes[told.sentence]!;
  const { tokens } = scene.sentence;
  const { cue, source } = statement;
  if (cue)
    tokens.forEach((token, i) => {
      if (!/^obj/.test(token.deprel) || !/^(?:accuse|blame?)$/.test(lemmaOf(tokens[token.head]!))) return;
      const verb = tokens[token.head]!;
      const entity = verb.start >= cue.start && verb.end <= cue.end ? entityAt(scene, i) : null;
      if (entity !== null) on.add(entity);
    });
  if (on.size === 0) return null;
  const by = new Set<number>(statement.speaker === null ? [] : [statement.speaker]);
  tokens.forEach((token, i) => {
    if (!source || token.start < source.start || token.end > source.end) return;
    const origin = originAt(scene, i);
    if (origin !== null) by.add(origin);
  });
  return by.size === 0 ? null : { told, by, on };
}

/** The entities in a phrase of cause: "because of the union's demands". */
function causesIn(scene: Scene, { start, end }: Range): number[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    const isCause =
      (/^because$/i.test(token.form) && next?.form === 'of') ||
      (/^(?:due|owing|down)$/i.test(token.form) && next?.form === 'to') ||
      (/^fault$/i.test(token.form) && next?.form === 'of');
    if (!isCause || token.start < start || token.end > end) return [];
    const head = token.head > i ? token.head : next!.head > i ? next!.head : -1;
    if (head < 0) return [];
    return under(scene, head, /^(?:parataxis|ccomp)/).flatMap((k) => {
      if (k <= i + 1 || (tokens[k]!.upos !== 'PROPN' && tokens[k]!.upos !== 'ADJ' && tokens[k]!.deprel !== 'nmod:poss'))
        return [];
      const entity = entityAt(scene, k);
      return entity === null ? [] : [entity];
    });
  });
}

/** The blame nearest to its answer names the side; the others are further evidence. */
function toDispute(answered: Blame[], b: Blame, text: Text): LocalDispute {
  const { sentence } = text.scenes[b.told.sentence]!;
  const a = answered.at(-1)!;
  const side = (blame: Blame, more: Blame[] = []): LocalDispute['sides'][number] => {
    const evidence = tidy([...more, blame].flatMap(({ told }) => [...told.statement.content, ...goesOn(told, text)]));
    return { actor: blame.told.statement.speaker, claim: blame.told.statement.content[0]!, evidence };
  };
  return {
    kind: 'contradiction',
    sides: [side(a, answered), side(b)],
    reported: false,
    self: false,
    stems: [
      ...new Set([a, b].flatMap((blame) => blame.told.statement.content.flatMap((range) => stemsIn(text, range)))),
    ].sort(),
    evidence: [{ start: sentence.start, end: sentence.end }],
    rule: 'dispute/mutual-blame',
    confidence: 0.6,
  };
}

/** "One said: “…”" right after unnamed sources goes on with them. */
function goesOn(told: Told, text: Text): Range[] {
  if (told.statement.speaker !== null) return [];
  const next = text.told[text.told.indexOf(told) + 1];
  const source = next?.statement.source;
  if (!next || !source || next.sentence > told.sentence + 1 || next.statement.speaker !== null) return [];
  const words = text.scenes[0]!.doc.text.slice(source.start, source.end);
  return /^(?:one|he|she|they|another|the source|the official)$/i.test(words) ? next.statement.content : [];
}
