/**
 * Attribution: sentences to drafts of statements. Cues by a classifier in two rounds, then for each cue a chain of
 * labels over its sentence, then speech over further sentences. Where two overlap, the likelier stays.
 */
import type { Doc } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { firstRound, secondRound } from './cues.ts';
import { type Draft, draftStatement } from './draft.ts';
import { type ExtensionScene, extend } from './extension.ts';
import { FeatureBuffer } from './features.ts';
import type { AttributionModels } from './models.ts';
import { type View, viewSentences } from './view.ts';

export interface Attribution {
  views: View[];
  /** The outermost statements, in the order of the text. */
  drafts: Draft[];
}

export function attribute(doc: Doc, quotes: Range[], models: AttributionModels): Attribution {
  const views = viewSentences(doc, quotes);
  const drafts: Draft[] = [];
  const scene: ExtensionScene = { views, bestCue: new Float32Array(views.length), taken: new Uint8Array(views.length) };
  const out = new FeatureBuffer();
  views.forEach((view, sentence) => {
    const first = firstRound(view, models.cueFirst, models.cueWords, out);
    const second = secondRound(view, first, models.cueSecond, out);
    const found: Draft[] = [];
    for (let i = 0; i < view.size; i++) {
      if (second[i]! > scene.bestCue[sentence]!) scene.bestCue[sentence] = second[i]!;
      if (second[i]! >= models.threshold) found.push(draftStatement(view, sentence, i, second, models.chain, out));
    }
    const kept = resolve(found, view.size);
    if (kept.length > 0) scene.taken[sentence] = 1;
    drafts.push(...kept);
  });
  extend(scene, drafts, models.extension);
  return { views, drafts: drafts.filter((draft) => draft.content.length > 0) };
}

/** Keeps the likelier of two statements of one sentence that claim the same words. */
function resolve(drafts: Draft[], size: number): Draft[] {
  const taken = new Uint8Array(size);
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.probability - a.probability || a.head - b.head)) {
    if (taken[draft.head]) continue;
    const free = draft.content.flatMap((range) => {
      let { from, to } = range;
      while (from < to && taken[from]) from++;
      while (to > from && taken[to - 1]) to--;
      return from < to ? [{ ...range, from, to }] : [];
    });
    if (draft.content.length > 0 && free.length === 0) continue;
    for (const { from, to } of [...free, draft.cue]) taken.fill(1, from, to);
    kept.push({ ...draft, content: free });
  }
  return kept.sort((a, b) => a.head - b.head);
}
