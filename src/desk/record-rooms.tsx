/** The rooms of what happened: the timeline, calls and meetings. */
import type { Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { encountersPath, timelinePath } from './links.ts';
import { EncounterPage } from './pages/encounter.tsx';
import { EncountersPage } from './pages/encounters.tsx';
import { TimelinePage } from './pages/timeline.tsx';
import { parseTimelineFilter } from './timeline.ts';
import type { StoryView } from './view.ts';

type Answer = Response | Promise<Response>;

export interface RoomTools {
  withStory(c: Context, answer: (view: StoryView) => Answer): Promise<Response>;
  page(c: Context, element: JSX.Element): Answer;
  missing(c: Context, assets: string, title: string, words: string): Answer;
  assets: string;
}

export function addRecordRooms(desk: Hono, { withStory, page, missing, assets }: RoomTools): void {
  desk.get('/story/:story/timeline', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      if (Object.values(query).includes('')) return c.redirect(timelinePath(view.id, query));
      return page(c, <TimelinePage view={view} filter={parseTimelineFilter(query)} assets={assets} />);
    }),
  );
  desk.get('/story/:story/encounters', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      if (Object.values(query).includes('')) return c.redirect(encountersPath(view.id, query));
      return page(c, <EncountersPage view={view} who={query.who} kind={query.kind} assets={assets} />);
    }),
  );
  desk.get('/story/:story/encounter/:encounter', (c) =>
    withStory(c, (view) => {
      const asked = c.req.param('encounter');
      const encounter = view.record.encounters.find(({ id }) => id === asked);
      if (!encounter) return missing(c, assets, 'No such entry', 'This record holds no call or meeting of that name.');
      return page(c, <EncounterPage view={view} encounter={encounter} assets={assets} />);
    }),
  );
}
