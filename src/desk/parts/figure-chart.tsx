import type { FC } from 'hono/jsx';
import type { Figure } from '../../model/record.ts';
import { formatDateRange } from '../dates.ts';
import { boundsOf } from '../figures.ts';
import type { StoryView } from '../view.ts';
import { figureNumber } from './figure.tsx';

const ROW = 42;
// Room on the right for what lies beyond the greatest value: "at least".
const SPAN = 92;

/** A line for each figure on a scale from nought, with its source, day and bound; dotted where a side is open. */
export const FigureChart: FC<{ view: StoryView; figures: Figure[]; label: string }> = ({ view, figures, label }) => {
  const most = Math.max(...figures.map(({ value, range }) => Math.max(Math.abs(value), Math.abs(range?.high ?? 0))));
  if (!(most > 0)) return null;
  const at = (value: number): string => `${((Math.abs(value) / most) * SPAN).toFixed(2)}%`;
  const height = figures.length * ROW;
  const told = figures.map(
    (figure) => `${sourceWords(view, figure)}, ${formatDateRange(figure.asOf)}: ${figureNumber(figure)}`,
  );
  return (
    <svg class="chart" width="100%" height={height + 26} role="img" aria-label={`${label}. ${told.join('; ')}.`}>
      {figures.map((figure, i) => (
        <Bar view={view} figure={figure} y={i * ROW} at={at} />
      ))}
      <line class="axis" x1="0" x2="100%" y1={height + 4} y2={height + 4} />
      <text x="0" y={height + 20}>
        0
      </text>
      <text x={at(most)} y={height + 20} text-anchor="end">
        {most.toLocaleString('en-GB', { maximumFractionDigits: 3 })}
      </text>
    </svg>
  );
};

interface BarProps {
  view: StoryView;
  figure: Figure;
  y: number;
  at: (value: number) => string;
}

const Bar: FC<BarProps> = ({ view, figure, y, at }) => {
  const { low, high } = boundsOf(figure);
  const line = y + 26;
  return (
    <g class={`p${view.slotOf(figure.source)}`}>
      <text x="0" y={y + 14}>
        <tspan class="strong">{figureNumber(figure)}</tspan> {sourceWords(view, figure)}, {formatDateRange(figure.asOf)}
      </text>
      <line class="grid" x1="0" x2="100%" y1={line} y2={line} />
      {low !== null && <line class="stem" x1="0" x2={at(low)} y1={line} y2={line} />}
      {low === null && high !== null && <line class="open" x1="0" x2={at(high)} y1={line} y2={line} />}
      {high === null && low !== null && <line class="open" x1={at(low)} x2="100%" y1={line} y2={line} />}
      {low !== null && high !== null && low !== high && (
        <line class="between" x1={at(low)} x2={at(high)} y1={line} y2={line} />
      )}
      <line class="value" x1={at(figure.value)} x2={at(figure.value)} y1={line - 7} y2={line + 7} />
    </g>
  );
};

export function sourceWords(view: StoryView, { source }: Figure): string {
  return source === null ? 'source not told' : view.nameOf(source);
}
