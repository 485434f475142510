/**
 * The state of play on one page: where each party stands on each issue, what is proposed and how it was answered, what
 * is in dispute, who met last and who is to meet. In: a record. Out: blocks, each sentence with the numbers of the
 * sources that stand at the end. Nothing is said here that the record does not hold, in the words of the articles.
 */

import { indexDisputes } from '../../model/disputed.ts';
import type { DateRange, Position, Span, StoryRecord } from '../../model/record.ts';
import { showRange } from '../../model/show-range.ts';
import { contains, wordsOf } from '../../model/span.ts';
import { heavierFirst, isDoubtful, rankParties, weighIssue } from '../../model/standing.ts';
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

/** Issues that parties to the talks speak to, the one of most parties first; then what others took a stand on. */
function stands(record: StoryRecord, scribe: Scribe): Block[] {
  const ranked = rankParties(record);
  const parties = new Set(ranked);
  const disputesOf = indexDisputes(record.disputes);
  const sure = record.positions.filter((position) => !isDoubtful(position));
  const byIssue = new Map(record.issues.map(({ id }) => [id, [] as Position[]]));
  for (const position of sure) byIssue.get(position.issue)?.push(position);
  const issues = record.issues
    .map((issue) => ({ issue, positions: newestByHolder(byIssue.get(issue.id)!, ranked), all: byIssue.get(issue.id)! }))
    .filter(({ positions }) => positions.length > 0)
    .map((one) => ({ ...one, weight: weighIssue(one.all, parties) }))
    .sort((a, b) => heavierFirst(a.weight, b.weight) || (a.issue.label < b.issue.label ? -1 : 1));
  const item = (position: Position, issue?: string): Block => {
    const isDisputed = disputesOf(position.evidence).some(({ settled }) => !settled);
    return { kind: 'item', pieces: standing(position, scribe, isDisputed, issue) };
  };
  const shared = issues.filter(({ weight }) => weight.parties > 0 || parties.size === 0);
  const others = issues.filter((one) => !shared.includes(one));
  const doubtful = record.positions.length - sure.length;
  return [
    ...(issues.length === 0 ? [nothing] : []),
    ...shared.flatMap(({ issue, positions }): Block[] => [
      { kind: 'subheading', pieces: [capital(issue.label)] },
      ...positions.map((position) => item(position)),
    ]),
    ...(others.length === 0
      ? []
      : [
          { kind: 'subheading', pieces: ['Others who took a stand'] } satisfies Block,
          ...others.flatMap(({ issue, positions }) => positions.map((position) => item(position, issue.label))),
        ]),
    ...(doubtful === 0
      ? []
      : [{ kind: 'line', pieces: [`Left out as doubtful: ${counted(doubtful, 'position')}.`] } satisfies Block]),
  ];
}

function standing(position: Position, scribe: Scribe, isDisputed: boolean, issue?: string): Piece[] {
  const { holder, stance, proposition, date, change, basis, conditions, evidence } = position;
  const about = issue === undefined ? [showRange(date)] : [`on ${issue}`, showRange(date)];
  if (change && change !== 'new') about.push(change);
  if (basis && basis !== 'own words') about.push(BASIS[basis]);
  if (isDisputed) about.push('in dispute');
  const hangs = (conditions ?? []).flatMap(({ text }): Piece[] => [', but ', { quote: text }]);
  return [
    { strong: scribe.name(holder) },
    ` ${stance === 'undecided' ? 'is undecided on' : stance} `,
    { quote: proposition },
    ...hangs,
    ` (${about.join(', ')})`,
    scribe.cite(evidence, proposition),
  ];
}

const BASIS = {
  spokesperson: 'by a spokesperson',
  narration: 'as reported',
  opponent: 'by another party’s account',
  'unnamed official': 'by an official without a name',
} as const;

/** The newest position of each holder: of the parties in their order, then of others. */
function newestByHolder(positions: Position[], parties: string[]): Position[] {
  const newest = new Map<string, Position>();
  for (const position of positions) {
    const known = newest.get(position.holder);
    if (!known || dayOf(position.date) >= dayOf(known.date)) newest.set(position.holder, position);
  }
  const others = [...newest.keys()].filter((holder) => !parties.includes(holder)).sort();
  return [...parties, ...others].flatMap((holder) => newest.get(holder) ?? []);
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
          pieces: [phase === null ? '' : `phase ${phase}: `, { quote: text }, scribe.cite(evidence, text)],
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
  return record.disputes.map(({ kind, sides, reported, settled }): Block => {
    const state = `${kind}, ${reported ? 'reported as such' : 'found by comparing'}, ${settled ? 'settled' : 'open'}`;
    const told = sides.flatMap(({ actor, claim, evidence }, i): Piece[] => {
      const words = scribe.words(evidence[0]!);
      return [
        i === 0 ? '' : '; ',
        { strong: actor === null ? 'source not named' : scribe.name(actor) },
        ': ',
        // The measure of a figure can be put together from several places.
        kind === 'figures' ? claim : { quote: words },
        scribe.cite(evidence, kind === 'figures' ? undefined : words),
      ];
    });
    return { kind: 'item', pieces: [`${capital(state)}: `, ...told] };
  });
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
  words: (span: Span) => string;
  /** @param quote words of the evidence that the sentence holds, so that they need not stand at the end again. */
  cite: (evidence: Span[], quote?: string) => Piece;
  sources: () => Block[];
}

/** Gives articles their numbers in the order in which they are first cited. */
function makeScribe(record: StoryRecord): Scribe {
  const names = new Map(record.actors.map(({ id, name }) => [id, name]));
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  const cited = new Map<string, Source>();
  const words = (span: Span): string => wordsOf(articles.get(span.article)!.text, span).replace(/\s+/g, ' ');
  const numberOf = (span: Span, quote: string | undefined): number => {
    const source = cited.get(span.article) ?? { number: cited.size + 1, spans: [], quoted: new Set() };
    source.spans.push(span);
    if (quote !== undefined && words(span).includes(quote)) source.quoted.add(span);
    cited.set(span.article, source);
    return source.number;
  };
  return {
    name: (actor) => names.get(actor) ?? actor,
    words,
    cite: (evidence, quote) => {
      const spans = evidence.slice(0, CITED);
      return { cites: [...new Set(spans.map((span) => numberOf(span, quote)))], spans };
    },
    sources: () =>
      [...cited].map(([article, { spans, quoted }]): Block => {
        const { outlet, title, published, id } = articles.get(article)!;
        const day = published.basis === 'unknown' ? 'day not told' : showRange(published);
        const about = [outlet ?? 'outlet not told', ...(title === null ? [] : [title]), day, id];
        const passages = outermost(spans).flatMap((span, i): Piece[] => [
          `${i === 0 ? '' : '; '}${span.start}–${span.end}`,
          ...(quoted.has(span) ? [] : [' ', { quote: words(span) }]),
        ]);
        return { kind: 'source', pieces: [`${about.join(', ')}: `, ...passages] };
      }),
  };
}

interface Source {
  number: number;
  spans: Span[];
  /** Those whose words a sentence above quotes. */
  quoted: Set<Span>;
}

/** In the order of the text, each once, without those that stand inside another. */
function outermost(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) if (!kept.length || !contains(kept.at(-1)!, span)) kept.push(span);
  return kept;
}

const dayOf = ({ earliest, latest }: DateRange): string => latest ?? earliest ?? '';

const byDay = (a: { date: DateRange; id: string }, b: { date: DateRange; id: string }): number =>
  dayOf(a.date) < dayOf(b.date) ? -1 : dayOf(a.date) > dayOf(b.date) ? 1 : a.id < b.id ? -1 : 1;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
