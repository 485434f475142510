/** What the rooms of a story are given to answer requests with. */
import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { WayOn } from './pages/fault.tsx';
import type { DeskSource } from './source.ts';
import type { StoryView } from './view.ts';

export type Answer = Response | Promise<Response>;

export interface RoomTools {
  /** Where the style sheet, the script and the fonts are served. */
  assets: string;
  source: DeskSource;
  viewOf(story: string, asOf: string | null): Promise<StoryView | null>;
  page(c: Context, element: JSX.Element): Answer;
  fault(c: Context, status: 400 | 404 | 500, title: string, words: string, way?: WayOn): Answer;
  /** Says that an entry is not there; in the record of an earlier day, with the way to the whole one. */
  missing(c: Context, title: string, words: string): Answer;
  /** Answers with a story's page, or says that there is none, or that the browser has it already. */
  withStory(c: Context, answer: (view: StoryView) => Answer): Promise<Response>;
}

/** A whole number from the text of a field; null where it is none. */
export function parseNumber(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
