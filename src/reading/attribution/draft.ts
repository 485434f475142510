/** A statement while it is being found: tokens by sentence and label. */

import { chainFeatures, cueScene } from './chain-features.ts';
import { FeatureBuffer } from './features.ts';
import { mendDraft } from './mend.ts';
import { bestLabels, type ChainModel, CONTENT, CUE, SOURCE, scoreLabels } from './models.ts';
import { repairQuoteThenSource } from './repair.ts';
import type { View } from './view.ts';

// No sum of weights comes near it.
const BARRED = -1e9;

export interface TokenRange {
  sentence: number;
  /** First token and the one after the last. */
  from: number;
  to: number;
}

export interface Draft {
  sentence: number;
  /** Token that heads the cue. */
  head: number;
  /** That this is a statement at all. */
  probability: number;
  source: TokenRange | null;
  cue: TokenRange;
  /** In the order of the text. */
  content: TokenRange[];
  /** The draft inside whose content this one stands. */
  within: Draft | null;
  /** The likeliest draft that claimed some of the same words and was dropped for it. */
  runnerUp?: Draft;
  /** True where the layout tells it, not the models. */
  byForm?: boolean;
}

/** Labels the sentence of a cue, or only its tokens `inside`, and cuts it into source, cue and content. */
export function draftStatement(
  view: View,
  sentence: number,
  head: number,
  probabilities: Float32Array,
  model: ChainModel,
  out = new FeatureBuffer(),
  inside: { from: number; to: number } = { from: 0, to: view.size },
): Draft {
  const scene = cueScene(view, head, probabilities);
  const scores = new Float32Array(view.size * 4);
  for (let i = 0; i < view.size; i++) {
    if (i < inside.from || i >= inside.to) {
      scores.fill(BARRED, i * 4 + 1, i * 4 + 4);
      continue;
    }
    chainFeatures(scene, i, out);
    scoreLabels(model, out, scores, i * 4);
  }
  const labels = bestLabels(model, scores, scene.kinds, head);
  const content = runsOf(labels, CONTENT, sentence);
  const cue = runsOf(labels, CUE, sentence).find((run) => run.from <= head && head < run.to)!;
  const draft: Draft = {
    sentence,
    head,
    probability: probabilities[head]!,
    source: nearest(runsOf(labels, SOURCE, sentence), head),
    cue,
    content,
    within: null,
  };
  return mendDraft(view, repairQuoteThenSource(view, draft), inside);
}

function runsOf(labels: Uint8Array, label: number, sentence: number): TokenRange[] {
  const runs: TokenRange[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue;
    const from = i;
    while (i < labels.length && labels[i] === label) i++;
    runs.push({ sentence, from, to: i });
  }
  return runs;
}

/** The run nearest to the cue; a source is one phrase. */
function nearest(runs: TokenRange[], head: number): TokenRange | null {
  const distance = (run: TokenRange): number => (run.to <= head ? head - run.to : run.from - head);
  return runs.reduce<TokenRange | null>((best, run) => (best && distance(best) <= distance(run) ? best : run), null);
}
