/**
 * Attribution: sentences to drafts of statements. Cues by a classifier in two rounds, then for each cue a chain of
 * labels over its sentence, then speech over further sentences. Where two overlap, the likelier stays.
 */
import type { Doc } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { cueFeatures } from './cue-features.ts';
import { firstRound, mayBeCue, secondRound } from './cues.ts';
import { type Draft, draftStatement, type TokenRange } from './draft.ts';
import { type ExtensionScene, extend } from './extension.ts';
import { FeatureBuffer } from './features.ts';
import { findForms } from './forms.ts';
import { type AttributionModels, probability } from './models.ts';
import { isPlainTelling, isReport, tellsThat } from './reports.ts';
import { type View, viewSentences } from './view.ts';

// Tokens: source, cue and content are one each at the least.
const MIN_NESTED = 3;

export interface Attribution {
  views: View[];
  /** The outermost statements in the order of the text, then those told inside them, each after the one around it. */
  drafts: Draft[];
}

export function attribute(doc: Doc, quotes: Range[], models: AttributionModels): Attribution {
  const views = viewSentences(doc, quotes);
  const drafts: Draft[] = [];
  const scene: ExtensionScene = { views, bestCue: new Float32Array(views.length), taken: new Uint8Array(views.length) };
  const forms = findForms(views);
  for (const form of forms) for (const { sentence } of [form.cue, ...form.content]) scene.taken[sentence] = 1;
  const out = new FeatureBuffer();
  views.forEach((view, sentence) => {
    if (scene.taken[sentence]) return;
    const first = firstRound(view, models.cueFirst, models.cueWords, out);
    const second = secondRound(view, first, models.cueSecond, out);
    const found: Draft[] = [];
    for (let i = 0; i < view.size; i++) {
      if (second[i]! > scene.bestCue[sentence]!) scene.bestCue[sentence] = second[i]!;
      if (second[i]! < models.threshold && !tellsThat(view, i)) continue;
      const draft = draftStatement(view, sentence, i, second, models.chain, out);
      const probability = Math.max(draft.probability, models.threshold);
      if (isReport(view, draft)) found.push({ ...draft, probability });
    }
    const kept = resolve(found, view.size);
    if (kept.length > 0) scene.taken[sentence] = 1;
    drafts.push(...kept);
  });
  extend(scene, drafts, models.extension);
  const outermost = [...forms, ...drafts.filter((draft) => draft.content.length > 0)];
  return { views, drafts: [...outermost, ...findNested(views, outermost, models)] };
}

/** Statements told inside others, to any depth: the same chain, kept inside the content of the statement around it. */
function findNested(views: View[], outermost: Draft[], models: AttributionModels): Draft[] {
  const nested: Draft[] = [];
  const out = new FeatureBuffer();
  // Every step goes into a content that is smaller than the one around it.
  const queue = [...outermost];
  for (let k = 0; k < queue.length; k++) {
    const draft = queue[k]!;
    for (const inside of draft.content) {
      if (inside.to - inside.from < MIN_NESTED) continue;
      const view = views[inside.sentence]!;
      const probabilities = nestedRound(view, inside, models, out);
      const found: Draft[] = [];
      for (let i = inside.from; i < inside.to; i++) {
        if (probabilities[i]! < models.nestedThreshold && !isPlainTelling(view, i, inside)) continue;
        const inner = draftStatement(view, inside.sentence, i, probabilities, models.chain, out, inside);
        found.push({ ...inner, within: draft, probability: Math.max(inner.probability, models.nestedThreshold) });
      }
      const asSaying = quotedAs(view, inside, draft);
      if (asSaying) found.push(asSaying);
      const told = withoutInner(found.filter((inner) => isReport(view, inner)));
      const kept = resolve(told, view.size).filter((inner) => inner.content.length > 0 && inner.source !== null);
      nested.push(...kept);
      queue.push(...kept);
    }
  }
  return nested;
}

// Tokens: "quoted the minister of labour, Ana Lind, as saying".
const MAX_QUOTED = 12;

/** "quoted [Ana Lind] [as saying] that the port was open": what follows is hers, by way of who quotes her. */
function quotedAs({ sentence: { tokens } }: View, inside: TokenRange, draft: Draft): Draft | null {
  const isQuoting =
    /^(?:quote|cite|describe)$/.test(tokens[draft.head]?.lemma ?? '') && draft.sentence === inside.sentence;
  if (!isQuoting || inside.from < draft.cue.to) return null;
  for (let i = inside.from + 1; i < Math.min(inside.to - 2, inside.from + MAX_QUOTED); i++) {
    if (tokens[i]!.upos === 'VERB') return null;
    if (tokens[i]!.form !== 'as' || !/^(?:saying|telling|writing|warning|adding)$/.test(tokens[i + 1]!.form)) continue;
    const { sentence } = inside;
    const from = tokens[i + 2]!.form === ':' || tokens[i + 2]!.form === ',' ? i + 3 : i + 2;
    if (from >= inside.to) return null;
    return {
      sentence,
      head: i + 1,
      probability: draft.probability,
      source: { sentence, from: inside.from, to: i },
      cue: { sentence, from: i, to: i + 2 },
      content: [{ sentence, from, to: inside.to }],
      within: draft,
    };
  }
  return null;
}

/** Leaves out what stands wholly inside the content of another: it is found there in turn. */
function withoutInner(drafts: Draft[]): Draft[] {
  const holds = (outer: Draft, inner: Draft): boolean =>
    outer.source !== null && outer.content.some(({ from, to }) => from <= inner.cue.from && inner.cue.to <= to);
  return drafts.filter((inner) => !drafts.some((outer) => holds(outer, inner) && !holds(inner, outer)));
}

/** How likely the tokens of a content head cues of their own. */
function nestedRound(view: View, inside: TokenRange, models: AttributionModels, out: FeatureBuffer): Float32Array {
  const probabilities = new Float32Array(view.size);
  for (let i = inside.from; i < inside.to; i++) {
    if (!mayBeCue(view, i, models.cueWords)) continue;
    cueFeatures(view, i, null, out);
    probabilities[i] = probability(models.cueNested, out);
  }
  return probabilities;
}

/** Keeps the likelier of two statements of one sentence that claim the same words. */
function resolve(drafts: Draft[], size: number): Draft[] {
  const taken = new Uint8Array(size);
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.probability - a.probability || a.head - b.head)) {
    if (taken[draft.head]) {
      noteRunnerUp(kept, draft);
      continue;
    }
    const free = draft.content.flatMap((range) => {
      let { from, to } = range;
      while (from < to && taken[from]) from++;
      while (to > from && taken[to - 1]) to--;
      return from < to ? [{ ...range, from, to }] : [];
    });
    if (draft.content.length > 0 && free.length === 0) {
      noteRunnerUp(kept, draft);
      continue;
    }
    for (const { from, to } of [...free, draft.cue]) taken.fill(1, from, to);
    kept.push({ ...draft, content: free });
  }
  return kept.sort((a, b) => a.head - b.head);
}

/** Keeps a draft that is dropped beside the one that has its words; they come in the order of their probability. */
function noteRunnerUp(kept: Draft[], dropped: Draft): void {
  const claims = ({ cue, content }: Draft, { from, to }: { from: number; to: number }): boolean =>
    [cue, ...content].some((range) => range.from < to && from < range.to);
  const winner = kept.find((draft) => [dropped.cue, ...dropped.content].some((range) => claims(draft, range)));
  if (!winner || winner.runnerUp) return;
  // What stands wholly inside the content is told there, not another reading of it.
  const isInside = [dropped.cue, ...dropped.content].every(({ from, to }) =>
    winner.content.some((range) => range.from <= from && to <= range.to),
  );
  if (!isInside) winner.runnerUp = dropped;
}
