/** PolNeAR's articles as the trainer needs them: views of their sentences and, by token, what the annotators marked. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Doc } from '../../src/language/index.ts';
import { type View, viewSentences } from '../../src/reading/attribution/view.ts';
import { findQuotes } from '../../src/reading/quotes.ts';

type Spans = [number, number][];

export interface GoldLine {
  id: string;
  text: string;
  attributions: { source: Spans; cue: Spans; content: Spans }[];
}

/** One attribution: tokens by sentence. */
export interface Gold {
  sentence: number;
  head: number;
  /** By token of the cue's sentence: 0 none, 1 source, 2 cue, 3 content. */
  labels: Uint8Array;
  /** By sentence outside it: the share of the sentence's speech that is content. */
  beyond: Map<number, number>;
}

export interface TrainingArticle {
  id: string;
  views: View[];
  gold: Gold[];
  /** By sentence: 1 for each token that heads a cue. */
  heads: Uint8Array[];
  /** By sentence: 1 for each token inside a content. */
  contents: Uint8Array[];
}

const FUNCTION_WORDS = new Set(
  "a an the is are was were be been being am 's ’s has have had having do does did will would can could may might must should shall to of in on at for by with that not n't n’t ’ve 've ’d 'd ’ll 'll it he she they also , : “ ” \"".split(
    ' ',
  ),
);

export function readGold(path: string): GoldLine[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** How often a word is part of a cue, against how often it stands anywhere. */
export function cueShares(lines: GoldLine[]): Map<string, number> {
  const all = new Map<string, number>();
  const inCue = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}’'-]+/gu)) map.set(word, (map.get(word) ?? 0) + 1);
  };
  for (const { text, attributions } of lines) {
    count(all, text);
    for (const { cue } of attributions) for (const [start, end] of cue) count(inCue, text.slice(start, end));
  }
  return new Map([...inCue].map(([word, n]) => [word, n / (all.get(word) ?? n)]));
}

export function prepareArticle(line: GoldLine, doc: Doc, shares: Map<string, number>): TrainingArticle {
  const views = viewSentences(doc, findQuotes(line.text));
  const heads = views.map((view) => new Uint8Array(view.size));
  const contents = views.map((view) => new Uint8Array(view.size));
  const gold: Gold[] = [];
  for (const attribution of line.attributions) {
    const cue = tokensOf(views, attribution.cue);
    const head = headOf(views, cue, shares);
    if (!head) continue;
    const [sentence, token] = head;
    heads[sentence]![token] = 1;
    const labels = new Uint8Array(views[sentence]!.size);
    const content = tokensOf(views, attribution.content);
    for (const [s, i] of content) contents[s]![i] = 1;
    for (const [label, tokens] of [
      [3, content],
      [1, tokensOf(views, attribution.source)],
      [2, cue],
    ] as const)
      for (const [s, i] of tokens) if (s === sentence) labels[i] = label;
    const counts = new Map<number, number>();
    for (const [s] of content) if (s !== sentence) counts.set(s, (counts.get(s) ?? 0) + 1);
    const beyond = new Map([...counts].map(([s, n]) => [s, n / views[s]!.size]));
    gold.push({ sentence, head: token, labels, beyond });
  }
  return { id: line.id, views, gold, heads, contents };
}

/** Tokens that the spans cover in at least one code unit, as [sentence, token]. */
function tokensOf(views: View[], spans: Spans): [number, number][] {
  const found: [number, number][] = [];
  for (const [start, end] of spans) {
    let low = 0;
    let high = views.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (views[middle]!.sentence.end <= start) low = middle + 1;
      else high = middle;
    }
    for (let s = low; s < views.length && views[s]!.sentence.start < end; s++)
      views[s]!.sentence.tokens.forEach((token, i) => {
        if (token.start < end && start < token.end) found.push([s, i]);
      });
  }
  return found;
}

/** The word of a cue that heads it: by the tree where one of its words governs the others, else the likeliest. */
function headOf(views: View[], cue: [number, number][], shares: Map<string, number>): [number, number] | null {
  let best: [number, number] | null = null;
  let top = Number.NEGATIVE_INFINITY;
  const inside = new Set(cue.map(([s, i]) => s * 100_000 + i));
  for (const [s, i] of cue) {
    const token = views[s]!.sentence.tokens[i]!;
    const form = token.form.toLowerCase();
    const governs = token.deprel !== '' && !inside.has(s * 100_000 + token.head) ? 0.5 : 0;
    const verb = token.upos === 'VERB' ? 0.3 : 0;
    const score = (shares.get(form) ?? 0) + governs + verb - (FUNCTION_WORDS.has(form) ? 2 : 0);
    if (score > top) {
      top = score;
      best = [s, i];
    }
  }
  return best;
}
