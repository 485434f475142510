/** What is planted in the two invented stories against what the program finds there: needs no data from elsewhere. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { givenOf, readPaths } from '../src/app/read.ts';
import { createReader } from '../src/app/reader.ts';
import { packageRoot } from '../src/data/locate.ts';
import type { Span, StoryRecord } from '../src/model/record.ts';
import type { Scores } from './shared.ts';

const STORIES = ['port-strike', 'strait-talks'];

interface Passage {
  file: string;
  quote: string;
}

interface Key {
  statements: { id: string; file: string; speaker: string | null; speakerAlso?: string[]; content: string[] }[];
  encounters: { id: string; kind: string; evidence: Passage[] }[];
  figures: (Passage & { id: string; value: number })[];
  disputes: { id: string; kind: string; reported: boolean; sides: Passage[] }[];
  grayDisputes: { quotes: Passage[] }[];
  notDisputes: { quotes: Passage[] }[];
  reversals: { id: string; after: Passage; afterAlso?: Passage[] }[];
  proposals: { id: string; file: string; terms: { quote: string }[] }[];
}

/** Prints each planted thing that is missed and gives the share found of each kind, in percent. */
export async function measurePlanted(): Promise<Scores> {
  const reader = createReader();
  const scores: Scores = {};
  for (const story of STORIES) {
    const folder = join(packageRoot, 'examples', story);
    const record = await readPaths(reader, [folder], await givenOf({ meta: join(folder, 'published.tsv') }));
    const key = JSON.parse(readFileSync(join(packageRoot, 'test/cases', story, 'planted.json'), 'utf8')) as Key;
    console.log(`\n== ${story}, invented (test/cases/${story}/planted.json)`);
    for (const [kind, { found, of, missed }] of Object.entries(compare(record, key))) {
      console.log(`${kind.padEnd(22)} ${found} of ${of}${missed.length > 0 ? `, missed: ${missed.join(', ')}` : ''}`);
      if (of > 0) scores[`${story} ${kind}`] = (100 * found) / of;
    }
    for (const line of falseDisputes(record, key)) console.log(`dispute not planted: ${line}`);
  }
  return scores;
}

interface Share {
  found: number;
  of: number;
  missed: string[];
}

function compare(record: StoryRecord, key: Key): Record<string, Share> {
  const { on } = placer(record);
  const names = new Map(record.actors.map(({ id, name, aliases }) => [id, [name, ...aliases].map(plain)]));
  const isCalled = (id: string | null, name: string): boolean =>
    id !== null && names.get(id)!.some((known) => known.includes(plain(name)) || plain(name).includes(known));
  const share = <T extends { id: string }>(planted: T[], isFound: (one: T) => boolean): Share => {
    const missed = planted.filter((one) => !isFound(one)).map(({ id }) => id);
    return { found: planted.length - missed.length, of: planted.length, missed };
  };
  const told = ({ file, content }: Key['statements'][number]): StoryRecord['statements'] =>
    record.statements.filter((statement) => content.every((quote) => on({ file, quote }, statement.content)));
  return {
    statements: share(key.statements, (one) => told(one).length > 0),
    speakers: share(key.statements, (one) =>
      told(one).some(({ speaker, speakers }) =>
        one.speaker === null
          ? speaker === null
          : (speakers ?? [speaker]).some((id) =>
              [one.speaker!, ...(one.speakerAlso ?? [])].some((name) => isCalled(id, name)),
            ),
      ),
    ),
    encounters: share(key.encounters, ({ evidence }) =>
      record.encounters.some((encounter) => evidence.some((passage) => on(passage, encounter.evidence))),
    ),
    figures: share(key.figures, (one) =>
      record.figures.some(({ value, evidence }) => value === one.value && on(one, evidence)),
    ),
    proposals: share(key.proposals, ({ file, terms }) =>
      record.proposals.some((proposal) =>
        terms.some(({ quote }) =>
          on({ file, quote }, [...proposal.evidence, ...proposal.terms.flatMap((t) => t.evidence)]),
        ),
      ),
    ),
    disputes: share(key.disputes, ({ sides }) => record.disputes.some((dispute) => isOf(dispute, sides, on))),
    reversals: share(key.reversals, ({ after, afterAlso }) =>
      [after, ...(afterAlso ?? [])].some(
        (passage) =>
          record.positions.some(({ change, evidence }) => change === 'reversed' && on(passage, evidence)) ||
          record.disputes.some(({ self, evidence }) => self && on(passage, evidence)),
      ),
    ),
  };
}

type On = (passage: Passage, spans: Span[]) => boolean;

/** Each passage stands on a side of its own. */
function isOf({ sides }: StoryRecord['disputes'][number], passages: Passage[], on: On): boolean {
  const taken = new Set<number>();
  return passages.every((passage) => {
    const at = sides.findIndex((side, i) => !taken.has(i) && on(passage, side.evidence));
    taken.add(at);
    return at >= 0;
  });
}

/** Disputes that are neither planted nor marked as a matter of taste; those that the key rules out are told as such. */
function falseDisputes(record: StoryRecord, key: Key): string[] {
  const { on, words } = placer(record);
  return record.disputes
    .filter((dispute) => !dispute.self)
    .filter((dispute) => !key.disputes.some(({ sides }) => sides.some((side) => on(side, wordsOf(dispute)))))
    .filter(
      (dispute) => !key.grayDisputes.some(({ quotes }) => quotes.some((passage) => on(passage, wordsOf(dispute)))),
    )
    .map((dispute) => {
      const isRuledOut = key.notDisputes.some(({ quotes }) => isOf(dispute, quotes, on));
      return `${isRuledOut ? '(ruled out) ' : ''}${dispute.sides.map(({ evidence }) => words(evidence)).join(' | ')}`;
    });
}

const wordsOf = ({ sides, evidence }: StoryRecord['disputes'][number]): Span[] => [
  ...evidence,
  ...sides.flatMap((side) => side.evidence),
];

function placer(record: StoryRecord): { on: On; words: (spans: Span[]) => string } {
  const texts = new Map(record.articles.map(({ id, text }) => [id, text]));
  const ids = new Map(record.articles.map(({ id, source }) => [basename(source), id]));
  return {
    on: ({ file, quote }, spans) => {
      const article = ids.get(file) ?? ids.get(file.replace(/\.\w+$/, '.html'));
      const text = article === undefined ? undefined : texts.get(article);
      const at = text === undefined ? -1 : text.indexOf(quote);
      return (
        at >= 0 && spans.some((span) => span.article === article && at < span.end && span.start < at + quote.length)
      );
    },
    words: (spans) =>
      spans.map(({ article, start, end }) => texts.get(article)!.slice(start, end).slice(0, 90)).join(' … '),
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '').replaceAll('’', "'");
