/**
 * Tags, trees, tokens and sentences against the dev parts of EWT and GUM (score/syntax.mjs), and the subjects and content clauses
 * of reporting verbs. Gold tokens for all but the figures of tokens and sentences, which are on raw text put together again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readConllu, writeConllu, writeSentence } from '../src/language/conllu.ts';
import { createEngine, type Engine } from '../src/language/index.ts';
import type { Scores } from './shared.ts';

/** Verbs whose subject is a source and whose clause is what it says or thinks. */
const REPORTING = new Set(
  'acknowledge add admit announce argue ask believe claim confirm declare deny explain hope insist note report reveal say state suggest tell think warn'.split(
    ' ',
  ),
);

interface Scorer {
  score(gold: string, pred: string): Record<string, number>;
}

/** Prints a table by treebank and genre; gives scores from 0 to 100 by name. */
export async function measureSyntax(shared: string): Promise<Scores> {
  const scorer: Scorer = await import(pathToFileURL(join(shared, 'score/syntax.mjs')).href);
  const engine = createEngine();
  const scores: Scores = {};
  const verbs = { subjects: 0, subjectsRight: 0, clauses: 0, clausesRight: 0 };
  for (const name of ['EWT', 'GUM']) {
    const gold = gunzipSync(readFileSync(join(shared, `corpora/ud/${name.toLowerCase()}-dev.conllu.gz`))).toString(
      'utf8',
    );
    const pred = parseGold(engine, gold);
    const marks = scorer.score(gold, pred);
    for (const mark of ['UPOS', 'XPOS', 'lemma', 'UAS', 'LAS']) scores[`${name} ${mark}`] = 100 * marks[mark]!;
    const raw = scorer.score(
      gold,
      rawTexts(gold)
        .map((text) => writeConllu(engine.analyze(text, { reference: null })))
        .join(''),
    );
    scores[`${name} raw tokens F1`] = 100 * raw.tokens!;
    scores[`${name} raw sentences F1`] = 100 * raw.sentences!;
    scores[`${name} raw LAS F1`] = 100 * raw.LAS!;
    countVerbs(gold, pred, verbs);
    console.log(`\n== syntax on ${name} dev (score/syntax.mjs)`);
    for (const [mark, value] of Object.entries(scores))
      if (mark.startsWith(name)) console.log(`  ${mark.padEnd(24)} ${value.toFixed(2)}`);
    if (name === 'GUM') byGenre(scorer, gold, pred);
  }
  scores['reporting verbs subject'] = (100 * verbs.subjectsRight) / verbs.subjects;
  scores['reporting verbs clause'] = (100 * verbs.clausesRight) / verbs.clauses;
  console.log(`\n== reporting verbs on both (head and relation right)`);
  console.log(
    `  subjects ${verbs.subjectsRight} of ${verbs.subjects}, content clauses ${verbs.clausesRight} of ${verbs.clauses}`,
  );
  return scores;
}

function parseGold(engine: Engine, gold: string): string {
  const sentences = readConllu(gold);
  const parsed = engine.parse(sentences.map((s) => s.forms));
  return sentences.map((s, i) => writeSentence(s, parsed[i]!)).join('');
}

const blocksOf = (conllu: string): string[] => conllu.split(/\n\n+/).filter((block) => block.trim() !== '');

/** The texts of the documents, put together from `# text`, SpaceAfter and the marks of paragraphs (a blank line). */
function rawTexts(gold: string): string[] {
  const texts: string[] = [];
  let joint = '';
  for (const block of blocksOf(gold)) {
    const text = /^# text = (.*)$/m.exec(block)![1]!;
    if (/^# newdoc/m.test(block) || texts.length === 0) texts.push('');
    else if (/^# newpar/m.test(block)) joint = '\n\n';
    const at = texts.length - 1;
    texts[at] += texts[at] === '' ? text : joint + text;
    joint = spaceFollows(block) ? ' ' : '';
  }
  return texts;
}

function spaceFollows(block: string): boolean {
  const rows = block.split('\n').filter((line) => /^\d/.test(line));
  const last = rows.at(-1)!.split('\t');
  const range = rows.find((line) => line.split('\t')[0]!.endsWith(`-${last[0]}`));
  return !/SpaceAfter=No/.test((range?.split('\t') ?? last)[9]!);
}

function byGenre(scorer: Scorer, gold: string, pred: string): void {
  const parts = new Map<string, { gold: string[]; pred: string[] }>();
  const predicted = blocksOf(pred);
  let genre = '';
  blocksOf(gold).forEach((block, i) => {
    genre = /^# genre = (.*)$/m.exec(block)?.[1] ?? genre;
    const part = parts.get(genre) ?? { gold: [], pred: [] };
    parts.set(genre, part);
    part.gold.push(block);
    part.pred.push(predicted[i]!);
  });
  for (const [name, part] of parts) {
    const s = scorer.score(`${part.gold.join('\n\n')}\n`, `${part.pred.join('\n\n')}\n`);
    const marks = ['UPOS', 'UAS', 'LAS'].map((mark) => `${mark} ${(100 * s[mark]!).toFixed(1)}`);
    console.log(`    ${name.padEnd(13)} ${marks.join('  ')}`);
  }
}

function countVerbs(
  gold: string,
  pred: string,
  counts: { subjects: number; subjectsRight: number; clauses: number; clausesRight: number },
): void {
  const rowsOf = (conllu: string): string[][][] =>
    blocksOf(conllu).map((block) =>
      block
        .split('\n')
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')),
    );
  const predicted = rowsOf(pred);
  rowsOf(gold).forEach((rows, s) => {
    rows.forEach((row, i) => {
      const verb = rows[Number(row[6]) - 1];
      if (verb?.[3] !== 'VERB' || !REPORTING.has(verb[2]!)) return;
      const relation = row[7]!.split(':')[0];
      if (relation !== 'nsubj' && relation !== 'ccomp') return;
      const other = predicted[s]![i]!;
      const right = other[6] === row[6] && other[7]!.split(':')[0] === relation ? 1 : 0;
      if (relation === 'nsubj') {
        counts.subjects++;
        counts.subjectsRight += right;
      } else {
        counts.clauses++;
        counts.clausesRight += right;
      }
    });
  });
}
