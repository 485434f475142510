/**
 * The state of play on one page: where each party stands on each issue, what is proposed and how it was answered, what
 * is in dispute, who met last and who is to meet. In: a record. Out: blocks, each sentence with the numbers of the
 * sources that stand at the end. Nothing is said here that the record does not hold, in the words of the articles.
 */
import type { DateRange, Position, Span, StoryRecord } from '../../model/record.ts';
import { showRange } from '../../model/show-range.ts';
import { wordsOf } from '../../model/span.ts';
import type { Block, Piece } from './block.ts';

export type { Block, Piece } from './block.ts';
export { toHtml, toMarkdown } from './format.ts';

export interface BriefOptions {
  story: string;
  /** The day (YYYY-MM-DD) that the record stands for, or null for all that there is. */
  asOf: string | null;
  /** How many articles were left out because nothing says that they were published by then. */
  uncertain: number;
}

/** Encounters shown: the last ones held. */
const CONTACTS = 6;
/** Passages cited for one sentence. */
const CITED = 3;

export function makeBrief(record: StoryRecord, options: BriefOptions): Block[] {
  const scribe = makeScribe(record);
  return [
    ...opening(record, options),
    { kind: 'heading', pieces: ['Where the parties stand'] },
    ...stands(record, scribe),
    { kind: 'heading', pieces: ['Proposals and answers'] },
    ...proposals(record, scribe),
    { kind: 'heading', pieces: ['In dispute'] },
    ...disputes(record, scribe),
    { kind: 'heading', pieces: ['Calls and meetings'] },
    ...contacts(record, scribe),
    { kind: 'heading', pieces: ['Sources'] },
    ...scribe.sources(),
  ];
}

function opening(record: StoryRecord, { story, asOf, uncertain }: BriefOptions): Block[] {
  const outlets = new Set(record.articles.flatMap(({ outlet }) => (outlet === null ? [] : [outlet])));
  const from = [counted(record.articles.length, 'article')];
  if (outlets.size > 0) from.push(counted(outlets.size, 'outlet'));
  const day = asOf === null ? '' : `As of ${showRange({ earliest: asOf, latest: asOf })}, from `;
  const line = `${day}${day === '' ? capital(from.join(' of ')) : from.join(' of ')}.`;
  const left =
    uncertain === 0
      ? ''
      : ` ${capital(counted(uncertain, 'article'))} left out: nothing tells that it was published by then.`;
  return [
    { kind: 'title', pieces: [`State of play: ${story}`] },
    { kind: 'line', pieces: [line + left] },
  ];
}

function stands(record: StoryRecord, scribe: Scribe): Block[] {
  const byIssue = new Map(record.issues.map(({ id }) => [id, [] as Position[]]));
  for (const position of record.positions) byIssue.get(position.issue)?.push(position);
  const issues = record.issues
    .map((issue) => ({ issue, positions: byIssue.get(issue.id)! }))
    .filter(({ positions }) => positions.length > 0)
    .sort((a, b) => b.positions.length - a.positions.length || (a.issue.label < b.issue.label ? -1 : 1));
  if (issues.length === 0) return [nothing];
  return issues.flatMap(({ issue, positions }): Block[] => [
    { kind: 'subheading', pieces: [capital(issue.label)] },
    ...newestByHolder(positions).map((position): Block => ({ kind: 'item', pieces: standing(position, scribe) })),
  ]);
}

function standing(position: Position, scribe: Scribe): Piece[] {
  const { holder, stance, proposition, date, change, basis, conditions, evidence } = position;
  const about = [showRange(date)];
  if (change && change !== 'new') about.push(change);
  if (basis && basis !== 'own words') about.push(BASIS[basis]);
  const hangs = (conditions ?? []).flatMap(({ text }): Piece[] => [', but ', { quote: text }]);
  return [
    { strong: scribe.name(holder) },
    ` ${stance === 'undecided' ? 'is undecided on' : stance} `,
    { quote: proposition },
    ...hangs,
    ` (${about.join(', ')})`,
    scribe.cite(evidence),
  ];
}

const BASIS = {
  spokesperson: 'by a spokesperson',
  narration: 'as reported',
  opponent: 'by another party’s account',
  'unnamed official': 'by an official without a name',
} as const;

/** The newest position of each holder; in the order of the holders' ids. */
function newestByHolder(positions: Position[]): Position[] {
  const newest = new Map<string, Position>();
  for (const position of positions) {
    const known = newest.get(position.holder);
    if (!known || dayOf(position.date) >= dayOf(known.date)) newest.set(position.holder, position);
  }
  return [...newest.values()].sort((a, b) => (a.holder < b.holder ? -1 : 1));
}

function proposals(record: StoryRecord, scribe: Scribe): Block[] {
  if (record.proposals.length === 0) return [nothing];
  return [...record.proposals].sort(byDay).flatMap((proposal): Block[] => {
    const by = proposal.authors.map(scribe.name).join(', ');
    const status = proposal.status ? `, ${proposal.status}` : '';
    return [
      {
        kind: 'subheading',
        pieces: [{ quote: proposal.name }, ` (${by === '' ? '' : `${by}, `}${showRange(proposal.date)}${status})`],
      },
      ...proposal.terms.map(
        ({ text, phase, evidence }): Block => ({
          kind: 'item',
          pieces: [phase === null ? '' : `phase ${phase}: `, { quote: text }, scribe.cite(evidence)],
        }),
      ),
      ...proposal.responses.map(
        ({ actor, answer, date, evidence }): Block => ({
          kind: 'item',
          pieces: [
            { strong: scribe.name(actor) },
            answer === 'pending' ? ' has not answered' : ` ${answer} it`,
            ` (${showRange(date)})`,
            scribe.cite(evidence),
          ],
        }),
      ),
      ...(proposal.terms.length + proposal.responses.length === 0
        ? [{ kind: 'item', pieces: ['no terms or answers found', scribe.cite(proposal.evidence)] } satisfies Block]
        : []),
    ];
  });
}

function disputes(record: StoryRecord, scribe: Scribe): Block[] {
  if (record.disputes.length === 0) return [nothing];
  return record.disputes.flatMap(({ kind, sides, reported, settled }): Block[] => [
    {
      kind: 'subheading',
      pieces: [
        `${capital(kind)}, ${reported ? 'reported as such' : 'found by comparing'}, ${settled ? 'settled' : 'open'}`,
      ],
    },
    ...sides.map(
      ({ actor, evidence }): Block => ({
        kind: 'item',
        pieces: [
          { strong: actor === null ? 'Source not named' : scribe.name(actor) },
          ': ',
          { quote: scribe.words(evidence) },
          scribe.cite(evidence),
        ],
      }),
    ),
  ]);
}

function contacts(record: StoryRecord, scribe: Scribe): Block[] {
  const inOrder = [...record.encounters].sort(byDay);
  const held = inOrder.filter(({ planned }) => !planned).slice(-CONTACTS);
  const shown = [...held, ...inOrder.filter(({ planned }) => planned)];
  if (shown.length === 0) return [nothing];
  return shown.map(({ kind, planned, status, date, participants, place, evidence }): Block => {
    const state = planned ? `${status ?? 'planned'} ` : '';
    const where = place === null ? '' : `, ${place}`;
    const who = participants.map(scribe.name).join(', ');
    return {
      kind: 'item',
      pieces: [
        `${showRange(date)}: ${state}${kind}, `,
        { strong: who || 'not told who' },
        where,
        scribe.cite(evidence),
      ],
    };
  });
}

const nothing: Block = { kind: 'line', pieces: ['Nothing found.'] };

interface Scribe {
  name: (actor: string) => string;
  words: (evidence: Span[]) => string;
  cite: (evidence: Span[]) => Piece;
  sources: () => Block[];
}

/** Gives sources their numbers in the order in which they are first cited. */
function makeScribe(record: StoryRecord): Scribe {
  const names = new Map(record.actors.map(({ id, name }) => [id, name]));
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  const cited = new Map<string, { span: Span; number: number }>();
  const words = (evidence: Span[]): string =>
    evidence.map((span) => wordsOf(articles.get(span.article)!.text, span).replace(/\s+/g, ' ')).join(' … ');
  const numberOf = (span: Span): number => {
    const key = `${span.article} ${span.start} ${span.end}`;
    const known = cited.get(key);
    if (known) return known.number;
    cited.set(key, { span, number: cited.size + 1 });
    return cited.size;
  };
  return {
    name: (actor) => names.get(actor) ?? actor,
    words,
    cite: (evidence) => ({ cites: evidence.slice(0, CITED).map(numberOf) }),
    sources: () =>
      [...cited.values()].map(({ span }): Block => {
        const { outlet, title, published, id } = articles.get(span.article)!;
        const day = published.basis === 'unknown' ? 'day not told' : showRange(published);
        const about = [
          outlet ?? 'outlet not told',
          ...(title === null ? [] : [title]),
          day,
          `${id} ${span.start}–${span.end}`,
        ];
        return { kind: 'source', pieces: [`${about.join(', ')}: `, { quote: words([span]) }] };
      }),
  };
}

const dayOf = ({ earliest, latest }: DateRange): string => latest ?? earliest ?? '';

const byDay = (a: { date: DateRange; id: string }, b: { date: DateRange; id: string }): number =>
  dayOf(a.date) < dayOf(b.date) ? -1 : dayOf(a.date) > dayOf(b.date) ? 1 : a.id < b.id ? -1 : 1;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
