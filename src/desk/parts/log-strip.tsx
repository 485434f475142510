/** A log as a line: a mark for each call or meeting that was held, the days between them told where there is room. */
import type { FC } from 'hono/jsx';
import { parseDay } from '../../model/day.ts';
import { formatDateRange } from '../dates.ts';
import { isHeld, type LogLine, sinceWords } from '../encounters.ts';
import { firstDay } from '../timeline.ts';

// Of the whole width, in hundredths: less room than this holds no label.
const ROOM = 9;

/** Nothing where fewer than three days are known: their distance stands in the table. */
export const LogStrip: FC<{ lines: LogLine[]; here?: string }> = ({ lines, here }) => {
  const held = lines.flatMap((line) => {
    const day = parseDay(firstDay(line.encounter.date) ?? '');
    return day === null || !isHeld(line.encounter) ? [] : [{ line, day }];
  });
  const [from, to] = [held[0]?.day ?? 0, held.at(-1)?.day ?? 0];
  if (held.length < 3 || from === to) return null;
  let labelled = -ROOM;
  const marks = held.map(({ line, day }, i) => {
    const at = 1 + ((day - from) / (to - from)) * (98 - ROOM);
    const before = i === 0 ? at : 1 + ((held[i - 1]!.day - from) / (to - from)) * (98 - ROOM);
    const hasLabel = at - labelled >= ROOM;
    if (hasLabel) labelled = at;
    return { line, at, before, hasLabel };
  });
  const told = lines.map((line) => {
    const since = sinceWords(line);
    return `${formatDateRange(line.encounter.date)}${since === null ? '' : `, after ${since} days`}`;
  });
  return (
    <svg class="log-strip" width="100%" height="62" role="img" aria-label={`In order: ${told.join('; ')}.`}>
      {marks.map(({ line, at, before, hasLabel }) => {
        const isHere = line.encounter.id === here;
        const since = sinceWords(line);
        return (
          <g class={isHere ? 'here' : undefined}>
            {hasLabel && (
              <text x={`${at}%`} y="14">
                {formatDateRange(line.encounter.date, { year: false })}
              </text>
            )}
            <line class="mark" x1={`${at}%`} x2={`${at}%`} y1="22" y2="60" />
            {since !== null && at - before >= ROOM && (
              <text class="gap" x={`${(at + before) / 2}%`} y="46" text-anchor="middle">
                {since} days
              </text>
            )}
          </g>
        );
      })}
      <line class="axis" x1="0" x2="100%" y1="60" y2="60" />
    </svg>
  );
};
