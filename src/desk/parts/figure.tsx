/** One figure in words: its number, what it counts, by whom, where it is told. */
import type { FC } from 'hono/jsx';
import type { Figure } from '../../model/record.ts';
import type { FigureLine } from '../figures.ts';
import type { StoryView } from '../view.ts';
import { Also, Party, SourceLink } from './words.tsx';

const written = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 6 });

/** "at least 1,300,000 tons", "30 to 40": the bound, the number, its unit unless what is counted names it already. */
export function figureNumber({ bound, value, unit, measure, range }: Figure): string {
  const number = range ? `${written(range.low)} to ${written(range.high)}` : written(value);
  return `${bound === 'exactly' || range ? '' : `${bound} `}${number}${unitWords(unit, value, measure)}`;
}

function unitWords(unit: string | null, value: number, measure: string): string {
  if (unit === null || measure.includes(unit)) return '';
  if (unit === 'share') return ' of the whole';
  return ` ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

const MOODS = { wanted: 'demanded or offered, not a fact', expected: 'expected, not yet a fact' } as const;

/** What is no plain count: a part, a wish, a change. */
export function figureNotes({ figure: { mood, change }, whole }: FigureLine): string[] {
  const from = change?.from == null ? '' : `, from ${written(change.from)}`;
  return [
    ...(whole ? [`a part of the ${figureNumber(whole.figure)}`] : []),
    ...(mood ? [MOODS[mood]] : []),
    ...(change ? [`${change.direction} ${change.is === 'amount' ? 'by this' : 'to this'}${from}`] : []),
  ];
}

export const FigureSource: FC<{ view: StoryView; figure: Figure }> = ({ view, figure: { source } }) =>
  source === null ? <span class="nothing">source not told</span> : <Party view={view} id={source} />;

/** Where a figure is told: the first place in full, then the versions and copies that repeat it. */
export const FigurePlaces: FC<{ view: StoryView; line: FigureLine }> = ({ view, line: { figure, also } }) => {
  const span = figure.evidence[0]!;
  return (
    <>
      <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} entry={figure.id} />
      <Also view={view} spans={also.map(({ evidence }) => evidence[0]!)} />
    </>
  );
};
