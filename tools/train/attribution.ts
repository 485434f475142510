/**
 * Trains attribution on PolNeAR train, read by our own engine. About two minutes on an idle core; the same bytes every
 * time. What the second round, the chain and the extension see of earlier models comes from folds that those models
 * were not trained on.
 */
import { join } from 'node:path';
import type { Doc } from '../../src/language/index.ts';
import { cueFeatures } from '../../src/reading/attribution/cue-features.ts';
import { firstRound, mayBeCue, secondRound } from '../../src/reading/attribution/cues.ts';
import type { Draft, TokenRange } from '../../src/reading/attribution/draft.ts';
import { type ExtensionScene, extensionFeatures } from '../../src/reading/attribution/extension.ts';
import { FeatureBuffer } from '../../src/reading/attribution/features.ts';
import type { AttributionModels } from '../../src/reading/attribution/models.ts';
import { cueShares, type Gold, type GoldLine, prepareArticle, type TrainingArticle } from './attribution-data.ts';
import { trainChain } from './chain.ts';
import { Examples, seeded, trainLogistic } from './linear.ts';

const FOLDS = 5;
const CUE_OPTIONS = { epochs: 8, rate: 0.03, penalty: 1e-5 };
const EXTENSION_OPTIONS = { epochs: 10, rate: 0.1, penalty: 1e-5 };
const CHAIN_OPTIONS = { epochs: 4, rate: 0.01, penalty: 1e-5 };
const THRESHOLD = 0.42;
const NESTED_THRESHOLD = 0.5;
// A word that heads a cue less often than this among all its uses is left to the verbs' own rule.
const MIN_SHARE = 0.005;

/** Trains on `lines`, read by `analyze`. `log` gets a line a step. */
export function trainAttribution(
  lines: GoldLine[],
  analyze: (text: string) => Doc,
  log: (line: string) => void,
): AttributionModels {
  const shares = cueShares(lines);
  const articles = lines.map((line) => prepareArticle(line, analyze(line.text), shares));
  log(`${articles.length} articles, ${articles.reduce((sum, article) => sum + article.gold.length, 0)} attributions`);
  const cueWords = collectCueWords(articles);
  const foldOf = articles.map((_, i) => i % FOLDS);
  const random = seeded(17);

  const first = roundExamples(articles, cueWords, null);
  const firstFolds = folds(first, foldOf, (use) => trainLogistic(first.examples, use, CUE_OPTIONS, random));
  const cueFirst = trainLogistic(first.examples, everything(first), CUE_OPTIONS, random);
  const heldFirst = articles.map((article, a) =>
    article.views.map((view) => firstRound(view, firstFolds[foldOf[a]!]!, cueWords)),
  );
  // The annotators marked no speech inside speech: what stands inside a content is neither a cue nor none.
  const told = first.token.flatMap(({ a, s, i }, example) =>
    articles[a]!.contents[s]![i] && !first.examples.answers[example] ? [] : [example],
  );
  const cueNested = trainLogistic(first.examples, Int32Array.from(told), CUE_OPTIONS, random);
  log('cues: first round done');

  const second = roundExamples(articles, cueWords, heldFirst);
  const secondFolds = folds(second, foldOf, (use) => trainLogistic(second.examples, use, CUE_OPTIONS, random));
  const cueSecond = trainLogistic(second.examples, everything(second), CUE_OPTIONS, random);
  const heldSecond = articles.map((article, a) =>
    article.views.map((view, s) => secondRound(view, heldFirst[a]![s]!, secondFolds[foldOf[a]!]!)),
  );
  log(`cues: second round done; head F1 on held-out folds ${headF1(articles, heldSecond).toFixed(1)}`);

  const chain = trainChain(
    articles.flatMap(({ views, gold }, a) =>
      gold.map(({ sentence, head, labels }) => ({
        view: views[sentence]!,
        head,
        probabilities: heldSecond[a]![sentence]!,
        labels,
      })),
    ),
    CHAIN_OPTIONS,
    random,
    (epoch, loss) => log(`chain: epoch ${epoch}, loss ${loss.toFixed(4)} a token`),
  );
  const extension = trainExtension(articles, heldSecond, random);
  return {
    cueFirst,
    cueSecond,
    cueNested,
    chain,
    extension,
    cueWords,
    threshold: THRESHOLD,
    nestedThreshold: NESTED_THRESHOLD,
  };
}

function collectCueWords(articles: TrainingArticle[]): Set<number> {
  const heads = new Map<number, number>();
  const all = new Map<number, number>();
  for (const { views, heads: marks } of articles)
    views.forEach((view, s) => {
      for (let i = 0; i < view.size; i++) {
        const word = view.lemma[i]!;
        all.set(word, (all.get(word) ?? 0) + 1);
        if (marks[s]![i]) heads.set(word, (heads.get(word) ?? 0) + 1);
      }
    });
  return new Set([...heads].filter(([word, n]) => n / all.get(word)! >= MIN_SHARE).map(([word]) => word));
}

interface Round {
  examples: Examples;
  /** By example: article, sentence and token. */
  token: { a: number; s: number; i: number }[];
}

function roundExamples(articles: TrainingArticle[], words: Set<number>, first: Float32Array[][] | null): Round {
  const examples = new Examples();
  const token: Round['token'] = [];
  const out = new FeatureBuffer();
  articles.forEach(({ views, heads }, a) => {
    views.forEach((view, s) => {
      for (let i = 0; i < view.size; i++) {
        if (!mayBeCue(view, i, words) || (first && first[a]![s]![i]! < 0.01)) continue;
        cueFeatures(view, i, first ? first[a]![s]! : null, out);
        examples.add(out, heads[s]![i] ? 1 : 0);
        token.push({ a, s, i });
      }
    });
  });
  return { examples, token };
}

const everything = (round: Round): Int32Array => Int32Array.from(round.token.keys());

/** One model a fold, trained on the articles of the others. */
function folds<M>(round: Round, foldOf: number[], train: (use: Int32Array) => M): M[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    train(Int32Array.from([...round.token.keys()].filter((example) => foldOf[round.token[example]!.a] !== fold))),
  );
}

function headF1(articles: TrainingArticle[], held: Float32Array[][]): number {
  let right = 0;
  let found = 0;
  let gold = 0;
  articles.forEach(({ heads }, a) => {
    heads.forEach((marks, s) => {
      marks.forEach((mark, i) => {
        const is = held[a]![s]![i]! >= THRESHOLD;
        if (mark) gold++;
        if (is) found++;
        if (is && mark) right++;
      });
    });
  });
  return (200 * right) / (found + gold);
}

function trainExtension(
  articles: TrainingArticle[],
  held: Float32Array[][],
  random: () => number,
): AttributionModels['extension'] {
  const examples = new Examples();
  const out = new FeatureBuffer();
  articles.forEach((article, a) => {
    const { views, gold } = article;
    const bestCue = Float32Array.from(held[a]!, (probabilities) =>
      probabilities.reduce((best, p) => Math.max(best, p), 0),
    );
    const homes = new Uint8Array(views.length);
    for (const { sentence } of gold) homes[sentence] = 1;
    const scene: ExtensionScene = { views, bestCue, taken: homes };
    for (const item of gold) {
      const draft = goldDraft(item);
      const extent = { first: item.sentence, last: item.sentence };
      for (const forward of [true, false])
        for (;;) {
          const next = forward ? extent.last + 1 : extent.first - 1;
          if (next < 0 || next >= views.length) break;
          const goesOn = (item.beyond.get(next) ?? 0) > 0.4;
          if (homes[next] && !goesOn) break;
          extensionFeatures(scene, draft, extent, next, out);
          examples.add(out, goesOn ? 1 : 0);
          if (!goesOn) break;
          if (forward) extent.last = next;
          else extent.first = next;
        }
    }
  });
  return trainLogistic(examples, Int32Array.from(examples.answers.keys()), EXTENSION_OPTIONS, random);
}

function goldDraft({ sentence, head, labels }: Gold): Draft {
  const runs = (label: number): TokenRange[] => {
    const found: TokenRange[] = [];
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== label) continue;
      const from = i;
      while (i < labels.length && labels[i] === label) i++;
      found.push({ sentence, from, to: i });
    }
    return found;
  };
  return {
    sentence,
    head,
    probability: 1,
    source: runs(1)[0] ?? null,
    cue: runs(2)[0]!,
    content: runs(3),
    within: null,
  };
}

export const trainingFile = (shared: string): string => join(shared, 'corpora/attribution/train.jsonl.gz');
