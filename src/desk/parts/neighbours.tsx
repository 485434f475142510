import type { FC } from 'hono/jsx';

interface NeighboursProps<T> {
  list: readonly T[];
  here: T;
  path(entry: T): string;
}

/** Links to the entry before and the one after, in the order of their list. */
export const Neighbours = <T,>({ list, here, path }: NeighboursProps<T>): ReturnType<FC> => {
  const place = list.indexOf(here);
  const [before, after] = [list[place - 1], list[place + 1]];
  return (
    <>
      {before !== undefined && (
        <a rel="prev" href={path(before)}>
          Previous
        </a>
      )}
      {after !== undefined && (
        <a rel="next" href={path(after)}>
          Next
        </a>
      )}
    </>
  );
};
