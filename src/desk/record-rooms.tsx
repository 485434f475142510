/** The rooms of what happened: the timeline, calls and meetings, figures, versions, and who is who. */
import type { Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { encountersPath, figuresPath, timelinePath } from './links.ts';
import { ActorPage } from './pages/actor.tsx';
import { ActorsPage } from './pages/actors.tsx';
import { EncounterPage } from './pages/encounter.tsx';
import { EncountersPage } from './pages/encounters.tsx';
import { FiguresPage } from './pages/figures.tsx';
import { TimelinePage } from './pages/timeline.tsx';
import { VersionPage } from './pages/version.tsx';
import { VersionsPage } from './pages/versions.tsx';
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
  desk.get('/story/:story/figures', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      if (Object.values(query).includes('')) return c.redirect(figuresPath(view.id, query));
      const { series, source } = query;
      const filter = { ...(series ? { series } : {}), ...(source ? { source } : {}) };
      return page(c, <FiguresPage view={view} filter={filter} assets={assets} />);
    }),
  );
  desk.get('/story/:story/versions', (c) =>
    withStory(c, (view) => page(c, <VersionsPage view={view} assets={assets} />)),
  );
  desk.get('/story/:story/versions/:from/:to', (c) =>
    withStory(c, (view) => {
      const { from, to } = c.req.param();
      const revision = view.record.revisions.find((known) => known.from === from && known.to === to);
      if (!revision) return missing(c, assets, 'No such versions', 'These two are no versions of one text.');
      const inline = c.req.query('show') === 'inline';
      return page(c, <VersionPage view={view} revision={revision} inline={inline} assets={assets} />);
    }),
  );
  desk.get('/story/:story/actors', (c) => withStory(c, (view) => page(c, <ActorsPage view={view} assets={assets} />)));
  desk.get('/story/:story/actor/:actor', (c) =>
    withStory(c, (view) => {
      const actor = view.actors.get(c.req.param('actor'));
      if (!actor) return missing(c, assets, 'No such name', 'This record holds nobody of that name.');
      return page(c, <ActorPage view={view} actor={actor} assets={assets} />);
    }),
  );
}
