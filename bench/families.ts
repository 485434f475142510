/**
 * `npm run bench -- families`: families on 100,000 planted articles. Prints recall by the share of sentences that two
 * versions have in common, precision, time per added article as the story grows, and memory.
 */
import { type Families, FamilyFinder } from '../src/record/families/index.ts';
import { plainTexts } from '../src/record/families/texts.ts';
import { makeVersion } from '../src/record/families/version.ts';
import { type PlantedArticle, plantArticles } from './families-corpus.ts';

const ARTICLES = 100_000;
const SIZES = [1_000, 10_000, 100_000];
/** Times are means over so many articles, added last. */
const TIMED = 1_000;
const SEED = 20_310_304;
/** Lower ends of the classes of pairs, by the share of sentences in common. */
const SHARES = [1, 0.8, 0.6, 0.5, 0.4, 0];

export function benchFamilies(): void {
  // The program runs at its own speed before it is timed.
  addAll(plantArticles(5_000, SEED + 1));
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const articles = plantArticles(ARTICLES, SEED).sort((a, b) => (a.id < b.id ? -1 : 1));
  const planted = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const { families, times, total } = addAll(articles);
  const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  console.log(`families: ${ARTICLES.toLocaleString('en')} articles in ${total.toFixed(1)} s of processor time`);
  for (const [size, ms] of times)
    console.log(
      `  add one to ${size.toLocaleString('en').padStart(7)}: ${ms.toFixed(3)} ms, ${(ms / times.get(SIZES[0]!)!).toFixed(2)} × that at ${SIZES[0]!.toLocaleString('en')}`,
    );
  console.log(`  memory: articles ${megabytes(planted - before)}, families ${megabytes(after - planted)}`);
  tellQuality(articles, families);
}

/** Time of the processor, so that other work on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

function addAll(articles: PlantedArticle[]): { families: Families; times: Map<number, number>; total: number } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const finder = new FamilyFinder(
    plainTexts((id) => {
      const article = byId.get(id)!;
      return makeVersion({ id, text: article.text, title: null }, article);
    }),
  );
  const times = new Map<number, number>();
  const began = cpuMs();
  let mark = began;
  for (const [i, { id }] of articles.entries()) {
    if (SIZES.includes(i + TIMED)) mark = cpuMs();
    finder.add(id);
    if (SIZES.includes(i + 1)) times.set(i + 1, (cpuMs() - mark) / TIMED);
  }
  const total = (cpuMs() - began) / 1000;
  return { families: finder.families(), times, total };
}

function tellQuality(articles: PlantedArticle[], { of, members }: Families): void {
  const classes = SHARES.map((least) => ({ least, pairs: 0, found: 0 }));
  const half = { pairs: 0, found: 0 };
  for (const group of groupBy(articles, ({ origin }) => origin))
    for (const [one, other] of pairsOf(group)) {
      const share = shareOf(one, other);
      const found = of.get(one.id) === of.get(other.id) ? 1 : 0;
      for (const counted of [classes.find(({ least }) => share >= least)!, ...(share >= 0.5 ? [half] : [])]) {
        counted.pairs++;
        counted.found += found;
      }
    }
  const origins = new Map(articles.map(({ id, origin }) => [id, origin]));
  const claimed = { pairs: 0, found: 0 };
  for (const ids of members.values())
    for (const [one, other] of pairsOf(ids)) {
      claimed.pairs++;
      if (origins.get(one) === origins.get(other)) claimed.found++;
    }
  console.log('  recall by the share of sentences in common:');
  for (const [i, counted] of classes.entries()) {
    const upTo = i === 0 ? '' : ` to ${SHARES[i - 1]}`;
    console.log(`    ${`${counted.least}${upTo}`.padEnd(10)} ${rate(counted)}`);
  }
  console.log(`    at least half ${rate(half)}`);
  console.log(`  precision ${rate(claimed)}`);
}

function rate({ pairs, found }: { pairs: number; found: number }): string {
  return `${pairs === 0 ? 'none' : (found / pairs).toFixed(4)} (${found} of ${pairs} pairs)`;
}

function* pairsOf<T>(list: T[]): Generator<[T, T]> {
  for (const [i, one] of list.entries()) for (const other of list.slice(i + 1)) yield [one, other];
}

function groupBy<T>(list: T[], key: (item: T) => number): Iterable<T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups.values();
}

/** Of the sentences of both, how many stand word for word in both. */
function shareOf(one: PlantedArticle, other: PlantedArticle): number {
  const lines = new Set(one.lines);
  return (2 * other.lines.filter((line) => lines.has(line)).length) / (one.lines.length + other.lines.length);
}
