/** `readout diff`: how one article differs from another, for people or as JSON. */
import type { Command } from 'commander';
import { type Difference, diffPaths, diffStored } from '../app/diff.ts';
import { givenOf } from '../app/read.ts';
import { createReader } from '../app/reader.ts';
import type { Revision, Span } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { diffWords } from '../model/word-diff.ts';
import { type DataFlags, withData, withStore } from './data.ts';
import { EXIT, type Io, styler, write } from './io.ts';

interface DiffFlags extends DataFlags {
  story?: string;
  meta?: string;
  json?: boolean;
}

type Style = ReturnType<typeof styler>;

export function addDiffCommand(program: Command, io: Io, exit: (code: number) => void): void {
  withData(program.command('diff'))
    .description('show how one article differs from another, sentence by sentence and word by word')
    .argument('<before>', 'a file or URL; with --story the id of an article')
    .argument('<after>', 'the same')
    .option('--story <name>', 'compare two articles of this story')
    .option('--meta <file>', 'CSV or TSV with a header: file, and any of published, outlet, title, url')
    .option('--json', 'print the two articles and the revision as JSON')
    .action(async (before: string, after: string, flags: DiffFlags) => exit(await runDiff([before, after], flags, io)));
}

async function runDiff(names: [string, string], flags: DiffFlags, io: Io): Promise<number> {
  const difference =
    flags.story === undefined
      ? await diffPaths(createReader(), names, await givenOf(flags))
      : await withStore(flags, io, 'readout diff', (store) => diffStored(store, flags.story!, names));
  const text = flags.json ? JSON.stringify(difference) : showDifference(difference, styler(io)).join('\n');
  await write(io.stdout, `${text}\n`);
  return EXIT.done;
}

/** The lines of a difference: what matters most first; [-gone-] and {+came+} mark words, so that no colour is needed. */
export function showDifference({ from, to, revision, related }: Difference, style: Style): string[] {
  const words = (span: Span): string =>
    wordsOf((span.article === from.id ? from : to).text, span)
      .replace(/\s+/g, ' ')
      .trim();
  const { kind, added, removed, changed, moved = [], disclosed } = revision;
  const lines = [style('bold', `${from.source} → ${to.source}`)];
  if (!related) lines.push('not versions of one text: they share too little');
  else
    lines.push(
      kind === 'copy' ? 'a copy' : `a revision, ${disclosed ? `disclosed: ${words(disclosed)}` : 'not disclosed'}`,
    );
  const total = [count(changed, 'changed'), count(added, 'added'), count(removed, 'removed'), count(moved, 'moved')];
  lines.push(total.filter(Boolean).join(', ') || 'no sentence differs');
  for (const { before, after, touches } of changed)
    lines.push('', style('dim', `changed: ${touches!.join(', ')}`), showWords(words(before), words(after)));
  for (const span of added) lines.push('', style('dim', 'added'), `{+${words(span)}+}`);
  for (const span of removed) lines.push('', style('dim', 'removed'), `[-${words(span)}-]`);
  for (const { before } of moved) lines.push('', style('dim', 'moved'), words(before));
  lines.push(...showEffects(revision));
  return lines;
}

function showWords(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      const space = /^\s*/.exec(text)![0];
      const words = text.slice(space.length);
      return kind === 'gone' ? `${space}[-${words}-]` : `${space}{+${words}+}`;
    })
    .join('')
    .trim();
}

function showEffects({ effects }: Revision): string[] {
  const lines = Object.entries(effects ?? {}).flatMap(([kind, { gone, came, changed }]) => {
    const parts = [count(gone, 'gone'), count(came, 'new'), count(changed, 'changed')].filter(Boolean);
    return parts.length === 0 ? [] : [`${kind}: ${parts.join(', ')}`];
  });
  return lines.length === 0 ? [] : ['', 'What it does to the record', ...lines.map((line) => `  ${line}`)];
}

function count(list: unknown[], what: string): string {
  return list.length === 0 ? '' : `${list.length} ${what}`;
}
