/**
 * How a proposal was answered: days by parties. In: a proposal. Out: a column for each party that answered, and for the
 * main parties of the state of play that did not; a row for each day, oldest first.
 */
import type { DateRange, Proposal, Span } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { sortDay } from './dates.ts';
import { compareRanges } from './timeline.ts';
import { groupBy, type StoryView } from './view.ts';

export type AnswerKind = Proposal['responses'][number]['answer'];

export interface Answer {
  /** Who gave it: the party, or one who speaks for it. */
  actor: string;
  answer: AnswerKind;
  /** The words, then the same words in other articles. */
  told: Span[];
}

export interface AnswerGrid {
  parties: string[];
  rows: { date: DateRange; cells: Map<string, Answer[]> }[];
  /** The newest answer of each party. */
  now: Map<string, AnswerKind>;
}

/** More columns than this are too narrow for the words. */
const COLUMNS = 4;

export function answerGrid(view: StoryView, { authors, responses }: Proposal): AnswerGrid {
  const partyOf = (actor: string): string => view.actors.get(actor)?.side ?? actor;
  const put = new Set(authors.map(partyOf));
  const answered = [...groupBy(responses, ({ actor }) => partyOf(actor))]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([party]) => party);
  const silent = view.negotiators.filter((party) => !put.has(party) && !answered.includes(party));
  const sorted = [...responses].sort((a, b) => compareRanges(byEnd(a.date), byEnd(b.date)));
  const rows = [...groupBy(sorted, ({ date }) => `${date.earliest} ${date.latest}`).values()].map((ofDay) => ({
    date: ofDay[0]!.date,
    cells: new Map(
      [...groupBy(ofDay, ({ actor }) => partyOf(actor))].map(([party, own]) => [party, answersOf(view, own)]),
    ),
  }));
  const now = new Map(sorted.map(({ actor, answer }) => [partyOf(actor), answer]));
  return { parties: [...answered, ...silent.slice(0, Math.max(0, COLUMNS - answered.length))], rows, now };
}

/** Answers are in order of the last day on which they may have been given. */
const byEnd = (date: DateRange): DateRange => ({ earliest: sortDay(date), latest: sortDay(date) });

/** What several articles tell in the same words is one answer. */
function answersOf(view: StoryView, responses: Proposal['responses']): Answer[] {
  const words = ({ evidence: [span] }: Proposal['responses'][number]): string =>
    wordsOf(view.articleById.get(span!.article)!.article.text, span!);
  const same = groupBy(responses, (response) => JSON.stringify([response.actor, response.answer, words(response)]));
  return [...same.values()].map((tellings) => ({
    actor: tellings[0]!.actor,
    answer: tellings[0]!.answer,
    told: tellings.map(({ evidence }) => evidence[0]!),
  }));
}
