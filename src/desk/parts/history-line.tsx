/** A cell's history as a small line: up where the stance hardened, down where it softened. The words stand beside it. */
import type { FC } from 'hono/jsx';
import type { Position } from '../../model/record.ts';
import { sortDay } from '../dates.ts';
import type { Cell } from '../matrix.ts';
import type { StoryView } from '../view.ts';
import { isSecondHand } from './position.tsx';

const WIDTH = 144;
const MARGIN = 4;
/** Heights of the line: hardened, as at first, softened. */
const LEVELS = [2, 6.5, 11];

/** Days since 1970; null for a range without days. */
function dayNumber({ date }: Position): number | null {
  const day = sortDay(date);
  return day === null ? null : Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** The first and the last day of the story's positions. */
export function daysOf(view: StoryView): [number, number] | null {
  const days = view.record.positions.flatMap((position) => dayNumber(position) ?? []);
  if (days.length === 0) return null;
  return [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
}

export const HistoryLine: FC<{ view: StoryView; cell: Cell; days: [number, number] | null }> = (props) => {
  const { view, cell, days } = props;
  if (days === null || cell.steps.length < 2 || days[0] === days[1]) return null;
  let level = 1;
  const points = cell.steps.flatMap(({ position }) => {
    const day = dayNumber(position);
    level = Math.max(0, Math.min(2, level + turn(position)));
    if (day === null) return [];
    const x = MARGIN + ((day - days[0]) / (days[1] - days[0])) * (WIDTH - 2 * MARGIN);
    return [{ x: Math.round(x * 10) / 10, y: LEVELS[level]!, open: isSecondHand(position) }];
  });
  if (points.length < 2) return null;
  const path = points.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  return (
    <svg class={`hist p${view.slotOf(cell.holder)}`} viewBox="0 0 144 13" aria-hidden="true">
      <line class="b" x1="0" x2={WIDTH} y1="12.5" y2="12.5" />
      <path class="l" d={path} />
      {points.map(({ x, y, open }) => (
        <circle class={open ? 'o' : undefined} cx={x} cy={y} r="2.4" />
      ))}
    </svg>
  );
};

/** Which way a change moves the line: −1 up, 1 down. */
function turn({ change, stance }: Position): number {
  if (change === 'hardened') return -1;
  if (change === 'softened') return 1;
  if (change === 'reversed') return ['accepts', 'offers', 'supports'].includes(stance) ? 2 : -2;
  return 0;
}
