import type { FC } from 'hono/jsx';
import { formatDay } from '../dates.ts';
import type { StoryView } from '../view.ts';
import { count } from './words.tsx';

/** The day of a filter's sentence up to which articles count, by when they were published. */
export const AsOfField: FC<{ view: StoryView }> = ({ view }) => (
  <input
    type="text"
    name="as-of"
    value={view.asOf === null ? '' : formatDay(view.asOf)}
    aria-label="As of day, such as 21 Aug 2024"
    title="What was published by this day, such as 21 Aug 2024"
    placeholder="today"
    size={10}
    autocomplete="off"
  />
);

/** "As of 4 Mar 2031, 2 articles left out …", or nothing. */
export const AsOfWords: FC<{ view: StoryView }> = ({ view }) =>
  view.asOf === null ? null : (
    <>
      {' '}
      · <span class="acc">as of {formatDay(view.asOf)}</span>, by publication
      {view.uncertain > 0 && `; ${count(view.uncertain, 'article')} left out that may be later`}
    </>
  );
