/** The keys of the example stories hold: every quote stands in its file, dates fit their weekdays, nothing is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/data/locate.ts';
import { type Example, readExample } from './read-example.ts';

interface Range {
  earliest: string | null;
  latest: string | null;
}
interface Quote {
  file: string;
  quote: string;
}
interface PlantedStatement {
  id: string;
  file: string;
  source: string;
  sourceAlso?: string[];
  speaker: string | null;
  named: boolean;
  cue: string;
  cueAlso?: string[];
  content: string[];
  within?: string;
  terms?: { quote: string };
}
interface Planted {
  story: string;
  articlesDir: string;
  articles: {
    file: string;
    outlet: string | null;
    title: string | null;
    authors: string[];
    encoding: string;
    published: { true: string; alone: Range; together: Range };
    dateEvidence?: string[];
    boilerplate: string[];
    boilerplateOptional?: string[];
  }[];
  statements: PlantedStatement[];
  encounters: { id: string; date: Range; planned: boolean; cancelled: boolean }[];
  figures: { id: string; value: number; bound: string; quote: string }[];
  issues: string[];
  proposals: { file: string; terms: { quote: string }[] }[];
  revisions: {
    from: string;
    to: string;
    disclosed: string | null;
    added: string[];
    removed: string[];
    changed: { before: string; after: string }[];
  }[];
  disputes: { issue: string | null; sides: Quote[] }[];
  reversals: { issue: string; before: Quote & { date: string }; after: Quote & { date: string } }[];
}

const stories = ['port-strike', 'strait-talks'];
const isoDay = /^2031-\d\d-\d\d$/;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

/** Every object in the key that names a file and quotes it, however deep. */
function* quotesIn(node: unknown, file?: string): Generator<Quote> {
  if (Array.isArray(node)) for (const item of node) yield* quotesIn(item, file);
  else if (node && typeof node === 'object') {
    const entry = node as Record<string, unknown>;
    const here = typeof entry.file === 'string' ? entry.file : file;
    if (typeof entry.quote === 'string') yield { file: here ?? '(no file named)', quote: entry.quote };
    for (const value of Object.values(entry)) yield* quotesIn(value, here);
  }
}

/** 'Monday 3 March', 'Tuesday, April 8' and the like, read in 2031: the weekday named and the true one. */
function weekdaysIn(text: string): { words: string; named: string; actual: string }[] {
  const day = `(${days.join('|')}),? `;
  const month = `(${months.join('|')})`;
  const found = [];
  for (const m of text.matchAll(new RegExp(`${day}(?:(\\d{1,2}) ${month}|${month} (\\d{1,2}))\\b`, 'g'))) {
    const date = Date.UTC(2031, months.indexOf(m[3] ?? m[4]!), Number(m[2] ?? m[5]));
    found.push({ words: m[0], named: m[1]!, actual: days[new Date(date).getUTCDay()]! });
  }
  return found;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

it('reads weekdays with dates, and sees a wrong one', () => {
  const found = weekdaysIn('on Monday 3 March 2031, then Tuesday, April 8; wrongly Friday, March 3');
  expect(found.map((f) => f.named === f.actual)).toEqual([true, true, false]);
});

it('sees a quote at any depth', () => {
  const key = { file: 'a', list: [{ quote: 'x' }, { file: 'b', also: [{ quote: 'y' }] }] };
  expect([...quotesIn(key)]).toEqual([
    { file: 'a', quote: 'x' },
    { file: 'b', quote: 'y' },
  ]);
});

describe.each(stories)('%s', (story) => {
  const key = JSON.parse(readFileSync(join(packageRoot, 'test', 'cases', story, 'planted.json'), 'utf8')) as Planted;
  const folder = join(packageRoot, key.articlesDir);
  const examples = new Map<string, Example>(key.articles.map((a) => [a.file, readExample(join(folder, a.file))]));
  const textOf = (file: string): string => {
    const example = examples.get(file);
    if (!example) throw new Error(`${story}: the key names ${file}, which is none of its articles`);
    return example.text;
  };

  it('lists every article of the folder', () => {
    const files = readdirSync(folder).filter((f) => f.endsWith('.txt') || f.endsWith('.html'));
    expect(key.articles.map((a) => a.file)).toEqual(files.sort());
    expect(files.filter((f) => f.endsWith('.html')).length).toBeGreaterThanOrEqual(3);
  });

  it('has the encodings that it says', () => {
    for (const a of key.articles) expect([a.file, examples.get(a.file)!.encoding]).toEqual([a.file, a.encoding]);
    const kinds = new Set(key.articles.map((a) => a.encoding));
    expect(kinds.has('windows-1252')).toBe(true);
    expect([...kinds].some((k) => k.startsWith('utf-16'))).toBe(true);
  });

  it('agrees with published.tsv and with the pages’ own dates', () => {
    const rows = readFileSync(join(folder, 'published.tsv'), 'utf8').trimEnd().split('\n').slice(1);
    const given = new Map(rows.map((row) => [row.split('\t')[0], row.split('\t')]));
    for (const a of key.articles) {
      const undated = a.dateEvidence !== undefined;
      expect([a.file, given.has(a.file)]).toEqual([a.file, !undated]);
      if (undated) continue;
      expect(given.get(a.file)!.slice(0, 4)).toEqual([a.file, a.published.true, a.outlet, a.title]);
      const meta = examples.get(a.file)!.metaPublished;
      if (meta) expect([a.file, meta]).toEqual([a.file, a.published.true]);
    }
    expect(key.articles.filter((a) => a.dateEvidence)).toHaveLength(1);
  });

  it('quotes titles, boilerplate and date evidence as they stand', () => {
    for (const a of key.articles) {
      const words = [a.title ?? '', ...a.authors, ...a.boilerplate];
      words.push(...(a.boilerplateOptional ?? []), ...(a.dateEvidence ?? []));
      for (const part of words) expect(textOf(a.file), `${a.file}: ${part}`).toContain(part);
    }
  });

  it('quotes every passage as it stands', () => {
    const quotes = [...quotesIn(key)];
    expect(quotes.length).toBeGreaterThan(60);
    for (const { file, quote } of quotes) expect(textOf(file), `${file}: ${quote}`).toContain(quote);
  });

  it('has each statement once, with source and cue in the paragraph of its content', () => {
    const byId = new Map(key.statements.map((s) => [s.id, s]));
    expect(byId.size).toBe(key.statements.length);
    for (const s of key.statements) {
      const label = `${s.id} in ${s.file}`;
      const outer = s.within === undefined ? null : byId.get(s.within);
      const text = textOf(s.file);
      expect(count(text, s.content[0]!), `${label}: ${s.content[0]}`).toBe(1);
      const paragraph = text.split('\n').find((line) => line.includes(s.content[0]!)) ?? '';
      const words = [s.source, s.cue, ...s.content, ...(s.sourceAlso ?? []), ...(s.cueAlso ?? [])];
      for (const part of words) expect(paragraph, label).toContain(part);
      if (outer !== null) expect(outer?.content.join(' '), label).toContain(s.content[0]);
      if (!s.named) expect(s.speaker, label).toBeNull();
    }
  });

  it('plants the revisions sentence by sentence', () => {
    for (const r of key.revisions) {
      const [from, to] = [textOf(r.from), textOf(r.to)];
      const gone = [...r.removed, ...r.changed.map((c) => c.before)];
      const come = [...r.added, ...r.changed.map((c) => c.after), ...(r.disclosed ? [r.disclosed] : [])];
      for (const part of gone) expect([part, count(from, part), count(to, part)]).toEqual([part, 1, 0]);
      for (const part of come) expect([part, count(from, part), count(to, part)]).toEqual([part, 0, 1]);
    }
  });

  it('names weekdays that fit their dates', () => {
    const found = key.articles.flatMap((a) => weekdaysIn(textOf(a.file)));
    expect(found.length).toBeGreaterThan(3);
    for (const f of found) expect([f.words, f.named]).toEqual([f.words, f.actual]);
  });

  it('has days in order, in 2031', () => {
    const ranges = [...key.encounters.map((e) => e.date)];
    for (const a of key.articles) {
      ranges.push(a.published.alone, a.published.together);
      const { earliest, latest } = a.published.together;
      expect(a.published.true).toMatch(isoDay);
      expect(earliest! <= a.published.true && a.published.true <= latest!, a.file).toBe(true);
    }
    for (const { earliest, latest } of ranges) {
      for (const day of [earliest, latest]) if (day !== null) expect(day).toMatch(isoDay);
      if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
    }
    for (const r of key.reversals) expect(r.before.date < r.after.date).toBe(true);
  });

  it('plants what the examples promise, about issues that it lists', () => {
    expect(key.statements.length).toBeGreaterThanOrEqual(20);
    expect(key.encounters.some((e) => e.cancelled)).toBe(true);
    expect(key.encounters.some((e) => e.planned && !e.cancelled)).toBe(true);
    expect(key.statements.filter((s) => !s.named).length).toBeGreaterThanOrEqual(3);
    for (const { issue } of [...key.disputes, ...key.reversals]) if (issue) expect(key.issues).toContain(issue);
    for (const f of key.figures) expect(['exactly', 'about', 'at least', 'at most', 'nearly']).toContain(f.bound);
  });

  it('keeps each article between 250 and 700 words', () => {
    for (const a of key.articles) {
      const words = textOf(a.file).trim().split(/\s+/).length;
      expect(words >= 250 && words <= 700, `${a.file}: ${words} words`).toBe(true);
    }
  });
});
