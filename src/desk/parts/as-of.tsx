/** The day that the record stands for: asked for above every page, told above and on every printed one. */
import type { FC } from 'hono/jsx';
import { formatDay } from '../dates.ts';
import { queryString, storyPath } from '../links.ts';
import type { StoryView } from '../view.ts';
import { count } from './words.tsx';

/** The page at hand again, as of the day that is written in. */
export const AsOfField: FC<{ view: StoryView }> = ({ view }) => {
  const { 'as-of': _, ...query } = view.here.query;
  return (
    <form class="as-of noprint">
      {Object.entries(query).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for="as-of">As of</label>
      <input
        id="as-of"
        type="text"
        name="as-of"
        value={view.asOf === null ? '' : formatDay(view.asOf)}
        title="The record of what was published by this day, such as 21 Aug 2024"
        placeholder="the latest day"
        size={11}
        autocomplete="off"
      />
      <button type="submit">Show</button>
    </form>
  );
};

export const AsOfLine: FC<{ view: StoryView }> = ({ view }) => {
  const { asOf, uncertain, articles, here } = view;
  const { 'as-of': unread, ...query } = here.query;
  if (unread !== undefined)
    return (
      <p class="as-of-line">
        <strong>“{unread}” was not understood as a day; write it as 21 Aug 2024.</strong>
      </p>
    );
  if (asOf === null) return null;
  return (
    <p class="as-of-line">
      <strong class="acc">As of {formatDay(asOf)}</strong>: what {count(articles.length, 'article')} published by then
      tell.{uncertain > 0 && ` ${count(uncertain, 'article')} left out that may be of a later day.`}{' '}
      <a class="noprint" href={`${storyPath(view.id)}${here.page}${queryString(query)}`}>
        The whole record
      </a>
    </p>
  );
};
