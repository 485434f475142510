/** The function behind `readout analyze`: what the language engine says of a text, as JSON, CoNLL-U or a line per text. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { readConllu, writeConllu, writeSentence } from '../language/conllu.ts';
import { createEngine, type Doc, type Engine } from '../language/index.ts';
import { drawTree } from '../language/svg/tree.ts';
import { ReadoutError } from '../model/errors.ts';
import { EXIT, type Io, write } from './io.ts';

export interface AnalyzeFlags {
  format?: string;
  /** YYYY-MM-DD. */
  reference?: string;
  /** The file is CoNLL-U: its words are kept, tags and trees are made anew. */
  tokenized?: boolean;
  /** The file has one {id, text, published?} a line. */
  ndjson?: boolean;
  output?: string;
}

export function addAnalyzeCommand(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('analyze')
    .description('show what the language engine says of a text: sentences, tags, trees, names, times')
    .argument('[file]', 'a text file; standard input where none is given')
    .option('--format <format>', 'json, conllu, or svg (the trees as pictures)', 'json')
    .option('--reference <date>', 'the day that "yesterday" is read against (YYYY-MM-DD)')
    .option('--tokenized', 'the file is CoNLL-U: its words are kept, tags and trees are made anew')
    .option('--ndjson', 'read lines {id, text, published?}; print {id, sentences, names, timexes} a line')
    .option('-o, --output <file>', 'write there instead of standard output')
    .action(async (file: string | undefined, flags: AnalyzeFlags) => exit(await runAnalyze(file, flags, io)));
}

/** @returns the exit code. @throws ReadoutError for a file that cannot be read and for options that do not fit. */
export async function runAnalyze(file: string | undefined, flags: AnalyzeFlags, io: Io): Promise<number> {
  const format = flags.format ?? 'json';
  if (!['json', 'conllu', 'svg'].includes(format))
    throw new ReadoutError('bad-option', `there is no format ${format}`, 'use json, conllu or svg');
  const reference = day(flags.reference ?? null);
  if (reference === undefined)
    throw new ReadoutError('bad-option', `${flags.reference} is no day`, 'write --reference as YYYY-MM-DD');
  const engine = createEngine();
  if (flags.ndjson) return analyzeLines(engine, file, flags.output, io);
  const text = await readText(file, io);
  const result = flags.tokenized ? analyzeTokens(engine, text) : formatDoc(engine.analyze(text, { reference }), format);
  if (flags.output) await writeFile(flags.output, result);
  else await write(io.stdout, result);
  return EXIT.done;
}

/** The day itself, null for none, undefined for what is no day of the calendar. */
function day(value: string | null): string | null | undefined {
  if (value === null) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
    ? value
    : undefined;
}

async function readText(file: string | undefined, io: Io): Promise<string> {
  if (file !== undefined && file !== '-') {
    try {
      return await readFile(file, 'utf8');
    } catch (cause) {
      throw new ReadoutError('unreadable', `${file} cannot be read`, 'give the path of a text file', { cause });
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function formatDoc(doc: Doc, format: string): string {
  if (format === 'conllu') return writeConllu(doc);
  if (format === 'svg') return doc.sentences.map((s, i) => drawTree(s.tokens, `tree-${i + 1}`)).join('\n');
  return `${JSON.stringify(doc, null, 1)}\n`;
}

function analyzeTokens(engine: Engine, conllu: string): string {
  const sentences = readConllu(conllu);
  const parsed = engine.parse(sentences.map((s) => s.forms));
  return sentences.map((s, i) => writeSentence(s, parsed[i]!)).join('');
}

/** One line in, one line out, in order; nothing is held longer than its line. */
async function analyzeLines(
  engine: Engine,
  file: string | undefined,
  output: string | undefined,
  io: Io,
): Promise<number> {
  const input = file === undefined || file === '-' ? io.stdin : createReadStream(file);
  const out = output === undefined ? io.stdout : createWriteStream(output);
  let failed = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const result = analyzeLine(engine, line);
      if ('error' in result) failed++;
      await write(out, `${JSON.stringify(result)}\n`);
    }
  } catch (cause) {
    throw new ReadoutError('unreadable', `${file ?? 'standard input'} cannot be read`, 'give a file of JSON lines', {
      cause,
    });
  }
  if (output !== undefined) {
    out.end();
    await finished(out);
  }
  if (failed > 0) io.stderr.write(`${failed} lines could not be read: see "error" in the output\n`);
  return failed > 0 ? EXIT.some : EXIT.done;
}

function analyzeLine(engine: Engine, line: string): object {
  let item: { id?: unknown; text?: unknown; published?: unknown };
  try {
    item = JSON.parse(line);
  } catch {
    return { id: null, error: 'not JSON' };
  }
  if (typeof item !== 'object' || item === null) return { id: null, error: 'no object' };
  const id = item.id ?? null;
  if (typeof item.text !== 'string') return { id, error: '"text" is no string' };
  const reference = typeof item.published === 'string' ? (day(item.published.slice(0, 10)) ?? null) : null;
  const doc = engine.analyze(item.text, { reference });
  return {
    id,
    sentences: doc.sentences.map((s) => ({ start: s.start, end: s.end, tokens: s.tokens })),
    names: doc.names.map(({ start, end, kind, text }) => ({ start, end, kind, text })),
    timexes: doc.timexes.map(({ start, end, type, value, range }) => ({ start, end, type, value, range })),
  };
}
