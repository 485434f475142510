/** The strip above the timeline: one lane for calls, parties, proposals, events and articles, over all days. */
import type { FC } from 'hono/jsx';
import { isoDay, parseDay, partsOf } from '../../model/day.ts';
import type { DateRange, TimelineEntry } from '../../model/record.ts';
import { formatDay } from '../dates.ts';
import { actorsOf, firstDay, referredOf } from '../timeline.ts';
import type { StoryView } from '../view.ts';
import { count } from './words.tsx';

interface Lane {
  name: string;
  slot: number | null;
  marks: { date: DateRange; planned: boolean }[];
}

const LANE = 20;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// More months than this are told by years.
const MOST_TICKS = 14;
// Fewer days than this are told by days, not months.
const SHORT = 75;
const STEPS = [1, 2, 7, 14];

export const Density: FC<{ view: StoryView; entries: TimelineEntry[] }> = ({ view, entries }) => {
  const lanes = lanesOf(view, entries);
  const days = lanes
    .flatMap(({ marks }) => marks.flatMap(({ date }) => [firstDay(date), date.latest]))
    .flatMap((day) => (day === null ? [] : [parseDay(day)!]));
  if (days.length === 0) return null;
  const from = days.reduce((a, b) => Math.min(a, b));
  const to = days.reduce((a, b) => Math.max(a, b));
  const width = Math.max(1, to - from + 1);
  const at = (day: number): string => `${(((day - from) / width) * 100).toFixed(2)}%`;
  const height = lanes.length * LANE;
  const told = lanes.map(({ name, marks }) => `${name}: ${marks.length}`).join('; ');
  return (
    <div class="density">
      <ul aria-hidden="true">
        {lanes.map(({ name, slot }) => (
          <li>{slot === null ? name : <span class={`pty p${slot}`}>{name}</span>}</li>
        ))}
      </ul>
      <svg
        width="100%"
        height={height + 24}
        role="img"
        aria-label={`Entries by day, ${words(from)} to ${words(to)}. ${told}.`}
      >
        {lanes.map(({ slot, marks }, i) => (
          <g class={`p${slot ?? 0}${slot === null ? ' ink' : ''}`}>
            <line class="lane" x1="0" x2="100%" y1={i * LANE + 10} y2={i * LANE + 10} />
            {marks.map(({ date, planned }) => (
              <Mark date={date} planned={planned} y={i * LANE + 10} at={at} width={width} />
            ))}
          </g>
        ))}
        <line class="axis" x1="0" x2="100%" y1={height} y2={height} />
        {ticksOf(from, to).map(({ day, label }) => (
          <>
            <line class="axis" x1={at(day)} x2={at(day)} y1={height} y2={height + 6} />
            <text x={at(day)} dx="4" y={height + 17}>
              {label}
            </text>
          </>
        ))}
      </svg>
    </div>
  );
};

interface MarkProps {
  date: DateRange;
  planned: boolean;
  y: number;
  at: (day: number) => string;
  width: number;
}

/** A tick for a day, a bar for some day in a range, an open bar for "by then". */
const Mark: FC<MarkProps> = ({ date, planned, y, at, width }) => {
  const first = parseDay(firstDay(date) ?? '');
  const last = parseDay(date.latest ?? date.earliest ?? '');
  if (first === null || last === null) return null;
  const shape = planned ? 'm planned' : 'm';
  // A nested svg moves the shape by a share of the width and draws it in pixels.
  if (date.earliest === null)
    return (
      <svg x={at(first)} y={y - 4} overflow="visible" aria-hidden="true">
        <path class={`${shape} open`} d="M-7 0H1V8H-7" />
      </svg>
    );
  if (first === last) return <rect class={shape} x={at(first)} y={y - 6} width="2" height="12" />;
  const length = `${(((last - first + 1) / width) * 100).toFixed(2)}%`;
  return <rect class={`${shape} range`} x={at(first)} y={y - 3} width={length} height="6" />;
};

function lanesOf(view: StoryView, entries: TimelineEntry[]): Lane[] {
  const referred = referredOf(view);
  const lanes: Lane[] = [{ name: 'Calls, meetings', slot: null, marks: [] }];
  for (const party of view.parties) lanes.push({ name: party.name, slot: view.slotOf(party.id), marks: [] });
  const rest = { others: lane('Other speakers'), proposal: lane('Proposals'), event: lane('Events') };
  for (const entry of entries) {
    const { encounter, ...other } = referred(entry);
    const mark = { date: entry.date, planned: encounter?.planned === true };
    if (entry.kind === 'encounter') lanes[0]!.marks.push(mark);
    else if (entry.kind === 'proposal') rest.proposal.marks.push(mark);
    else if (entry.kind === 'event') rest.event.marks.push(mark);
    else {
      const slot = view.slotOf(actorsOf(other)[0] ?? null);
      (lanes.find((known) => slot > 0 && known.slot === slot) ?? rest.others).marks.push(mark);
    }
  }
  const articles = lane('Articles');
  for (const { article } of view.articles) articles.marks.push({ date: article.published, planned: false });
  return [...lanes, rest.others, rest.proposal, rest.event, articles].filter(({ marks }) => marks.length > 0);
}

const lane = (name: string): Lane => ({ name, slot: null, marks: [] });
const words = (day: number): string => formatDay(isoDay(day));

/** The first day, then the first of each month or year; where all lie within some weeks, every few days. */
function ticksOf(from: number, to: number): { day: number; label: string }[] {
  const ticks: { day: number; label: string }[] = [];
  if (to - from < SHORT) {
    const step = STEPS.find((days) => (to - from) / days <= MOST_TICKS / 2) ?? 7;
    for (let day = from + step; day <= to; day += step)
      ticks.push({ day, label: formatDay(isoDay(day), { year: false }) });
  } else {
    for (let day = from + 1; day <= to; day++) {
      const { year, month, day: number } = partsOf(day);
      if (number === 1) ticks.push({ day, label: month === 1 ? `${year}` : MONTHS[month - 1]! });
    }
  }
  const shown = ticks.length > MOST_TICKS ? ticks.filter(({ label }) => /^\d{4}$/.test(label)) : ticks;
  // The first and the last label need room.
  const [before, after] = [(to - from) / 8, (to - from) / 20];
  return [{ day: from, label: words(from) }, ...shown.filter(({ day }) => day - from > before && to - day > after)];
}

/** "23 entries". */
export const entriesWords = (n: number): string => count(n, 'entry', 'entries');
