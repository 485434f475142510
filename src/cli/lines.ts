/** Entries of a record in lines for people, each ending in its article and offsets. */
import type { Quote } from '../app/quotes.ts';
import type { DateRange, Dispute, Position, TimelineEntry } from '../model/record.ts';
import { showRange } from '../model/show-range.ts';
import { heavierFirst, isDoubtful, rankParties, weighIssue } from '../model/standing.ts';
import type { Asked } from './record-source.ts';
import { counted, type Teller } from './teller.ts';

export function tellQuotes(quotes: Quote[], { name, words, place, style }: Teller): string[] {
  return quotes.flatMap(({ statement, others }) => {
    const { speaker, speakers, source, said, act, content, terms, within } = statement;
    const who =
      speaker !== null ? (speakers ?? [speaker]).map(name).join(', ') : source ? words([source]) : 'source not told';
    const about = [
      showRange(said),
      act,
      ...(within === null ? [] : ['as told by another']),
      ...(terms ? [terms.kind] : []),
    ];
    const again = others.length === 0 ? '' : `, told ${counted(others.length, 'time')} more`;
    return [
      `${style('bold', who)}${speaker === null ? ' (not named)' : ''}, ${about.join(', ')}${again}`,
      `  ${words(content)} ${place(content)}`,
    ];
  });
}

/** A gap between encounters that is worth a line, in days. */
const GAP = 3;

/**
 * One line an entry, with the day on which it was first told where that is another than its own. Only what was held
 * ends a gap: what is planned has not happened.
 */
export function tellTimeline(entries: TimelineEntry[], { place, style }: Teller, { record }: Asked): string[] {
  const held = new Set(record.encounters.filter(({ planned }) => !planned).map(({ id }) => id));
  const days = new Map(record.articles.map(({ id, published }) => [id, published]));
  const lines: string[] = [];
  let last: string | null = null;
  for (const { date, kind, text, ref, evidence } of entries) {
    if (ref !== null && held.has(ref)) {
      const gap = last === null ? 0 : daysFrom(last, date.earliest);
      if (gap > GAP) lines.push(style('dim', `      ${gap} days without a call or meeting`));
      last = later(last, date.latest);
    }
    const told = firstTold(evidence.map(({ article }) => days.get(article)!));
    const when = told === null || showRange(told) === showRange(date) ? '' : style('dim', ` told ${showRange(told)}`);
    lines.push(`${style('bold', showDay(date))}  ${kind}  ${text}${when} ${place(evidence.slice(0, 1))}`);
  }
  return lines;
}

const showDay = (date: DateRange): string =>
  date.earliest === null && date.latest === null ? 'no day told' : showRange(date);

/** The first day of publishing, of those that are known. */
function firstTold(published: DateRange[]): DateRange | null {
  const known = published.filter(({ latest }) => latest !== null);
  return known.reduce<DateRange | null>(
    (first, one) => (first === null || one.latest! < first.latest! ? one : first),
    null,
  );
}

/** Whole days between two, which are not counted themselves. */
function daysFrom(first: string, second: string | null): number {
  return second === null ? 0 : Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000) - 1;
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

export function tellDates({ record, dates }: Asked, teller: Teller): string[] {
  const { style } = teller;
  return record.articles.flatMap(({ id, published }) => [
    `${style('bold', id)}  ${showRange(published)}  ${BASIS[published.basis]}`,
    ...(dates.get(id)?.steps ?? []).map((step) => tellStep(step, teller, id)),
  ]);
}

type DateStep = NonNullable<ReturnType<Asked['dates']['get']>>['steps'][number];

/** What a clue did, and where its words stand. */
function tellStep(
  { says, before, after, days, fits, evidence }: DateStep,
  { words, place }: Teller,
  own: string,
): string {
  // The words of another article may be of one left out by --as-of.
  const first = evidence.filter(({ article }) => article === own).slice(0, 1);
  const told = first.length === 0 ? '' : ` “${words(first)}” ${place(first)}`;
  if (!fits) return `  ${says}: passed over, as no day would be left${told}`;
  const share = days.before === null ? '' : `, ${days.after} of ${days.before} days`;
  const left = sameRange(before, after)
    ? `${days.after} of ${days.before} days within it`
    : `${showRange(after)}${share}`;
  return `  ${says}: ${left}${told}`;
}

const BASIS = {
  given: 'given',
  metadata: 'told by the page',
  text: 'worked out',
  unknown: 'nothing tells',
} as const;

const sameRange = (a: DateRange, b: DateRange): boolean => a.earliest === b.earliest && a.latest === b.latest;

/** Issues that most parties speak to first; on each the parties in their order, each from its oldest word on. */
export function tellPositions(positions: Position[], teller: Teller, { record }: Asked): string[] {
  const parties = rankParties(record);
  const rank = ({ holder }: Position): number => parties.indexOf(holder) + 1 || parties.length + 1;
  const known = new Set(parties);
  return record.issues
    .map(({ id, label }) => ({ label, own: positions.filter(({ issue }) => issue === id) }))
    .filter(({ own }) => own.length > 0)
    .map((issue) => ({ ...issue, weight: weighIssue(issue.own, known) }))
    .sort((a, b) => heavierFirst(a.weight, b.weight))
    .flatMap(({ label, own }) => [
      teller.style('bold', label),
      ...foldRepeats(own.sort((a, b) => rank(a) - rank(b) || byHolderAndDay(a, b))).map((told) =>
        tellPosition(told, teller),
      ),
    ]);
}

/** Positions that say the same in the same words, one after the other, are told once. */
function foldRepeats(positions: Position[]): Position[][] {
  const folded: Position[][] = [];
  for (const position of positions) {
    const last = folded.at(-1);
    const isAgain = position.change === 'restated' && last !== undefined && saysTheSame(last[0]!, position);
    if (isAgain) last.push(position);
    else folded.push([position]);
  }
  return folded;
}

const saysTheSame = (a: Position, b: Position): boolean =>
  a.holder === b.holder && a.stance === b.stance && a.proposition === b.proposition;

function tellPosition(told: Position[], { name, place }: Teller): string {
  const [position] = told;
  const { holder, stance, proposition, date, change, basis, evidence } = position!;
  const about = [
    showRange(date),
    ...(change ? [change] : []),
    ...(basis ? [basis] : []),
    ...(isDoubtful(position!) ? ['doubtful'] : []),
    ...(told.length > 1 ? [`told ${counted(told.length - 1, 'time')} more`] : []),
  ];
  return `  ${name(holder)} ${stance}: ${proposition} (${about.join(', ')}) ${place(evidence)}`;
}

function byHolderAndDay(a: Position, b: Position): number {
  const key = ({ holder, date }: Position): string => `${holder} ${date.latest ?? date.earliest ?? ''}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

export function tellDisputes(disputes: Dispute[], { name, words, place, style }: Teller, { record }: Asked): string[] {
  const labels = new Map(record.issues.map(({ id, label }) => [id, label]));
  return disputes.flatMap(({ kind, issue, reported, settled, sides }) => [
    style(
      'bold',
      `${kind}, ${reported ? 'reported as such' : 'found'}, ${settled ? 'settled' : 'open'}${issue === null ? '' : `: ${labels.get(issue)}`}`,
    ),
    ...sides.map(({ actor, claim, evidence }) => {
      const more = evidence.length > 1 ? ` and ${counted(evidence.length - 1, 'more passage')}` : '';
      const said = kind === 'figures' ? claim : words(evidence.slice(0, 1));
      return `  ${actor === null ? 'source not named' : name(actor)}: ${said} ${place(evidence.slice(0, 1))}${more}`;
    }),
  ]);
}
