/**
 * Names against GUM dev, read from its raw text: the engine's own tokens, sentences and tags.
 *
 * What counts as a gold name is said in tools/train/names-gold.ts. Two readings are printed:
 *   exact    same characters and same kind
 *   overlap  same kind and at least one character in common, one to one
 * Countries count as places; nationalities are left out of both sides. Kinds other than person, place and organization are not scored, as
 * GUM has no works or laws.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createEngine } from '../src/language/index.ts';
import { createNameFinder } from '../src/language/names/index.ts';
import { loadWorld } from '../src/language/world/index.ts';
import { withoutDemonyms } from '../tools/train/names.ts';
import { type GoldText, readGum } from '../tools/train/names-gold.ts';
import type { Scores } from './shared.ts';

/** The genres nearest to ours. */
const NEAR = new Set(['news', 'interview', 'speech']);
const KINDS = ['person', 'place', 'organization'] as const;

interface Span {
  start: number;
  end: number;
  kind: string;
}
interface Count {
  gold: number;
  found: number;
  exact: number;
  overlap: number;
}

function goldSpans(text: GoldText): Span[] {
  return text.sentences.flatMap(({ sentence, names }) =>
    names.map(({ from, to, kind }) => ({
      start: sentence.tokens[from]!.start,
      end: sentence.tokens[to - 1]!.end,
      kind,
    })),
  );
}

function addCounts(counts: Map<string, Count>, gold: readonly Span[], found: readonly Span[]): void {
  for (const kind of KINDS) {
    const count = counts.get(kind) ?? { gold: 0, found: 0, exact: 0, overlap: 0 };
    const right = gold.filter((span) => span.kind === kind);
    const mine = found.filter((span) => span.kind === kind);
    count.gold += right.length;
    count.found += mine.length;
    const used = new Set<Span>();
    for (const g of right) {
      if (mine.some((m) => m.start === g.start && m.end === g.end)) count.exact++;
      const hit = mine.find((m) => !used.has(m) && m.start < g.end && g.start < m.end);
      if (hit) {
        used.add(hit);
        count.overlap++;
      }
    }
    counts.set(kind, count);
  }
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Prints a table for the near genres and for all, and gives F1 by kind for the near ones. */
export function measureNames(shared: string): Scores {
  const world = loadWorld();
  const engine = createEngine();
  const finder = createNameFinder(world);
  const texts = withoutDemonyms(
    readGum(gunzipSync(readFileSync(join(shared, 'corpora/ud/gum-dev.conllu.gz'))).toString('utf8')),
    world,
  );
  const near = new Map<string, Count>();
  const all = new Map<string, Count>();
  for (const text of texts) {
    const { sentences } = engine.analyze(text.text, { reference: null });
    const found = finder
      .findNames(text.text, sentences)
      .map(({ start, end, kind }) => ({ start, end, kind: kind === 'country' ? 'place' : kind }));
    const gold = goldSpans(text);
    addCounts(all, gold, found);
    if (NEAR.has(text.genre)) addCounts(near, gold, found);
  }
  const scores: Scores = {};
  for (const [title, counts] of [
    ['news, interview and speech', near],
    ['all genres', all],
  ] as const) {
    console.log(
      `\n== names on GUM dev, raw text, ${title}\n${'kind'.padEnd(14)} gold found   exact P     R    F1   overlap F1`,
    );
    for (const [kind, { gold, found, exact, overlap }] of counts) {
      const f1 = percent(2 * exact, gold + found);
      const loose = percent(2 * overlap, gold + found);
      console.log(
        `${kind.padEnd(14)} ${String(gold).padStart(4)} ${String(found).padStart(5)}   ${[percent(exact, found), percent(exact, gold), f1, loose].map((x) => x.toFixed(1).padStart(7)).join('')}`,
      );
      if (counts === near) {
        scores[`names ${kind} F1`] = f1;
        scores[`names ${kind} overlap F1`] = loose;
      }
    }
  }
  return scores;
}
