/** The rooms of what happened: the timeline, calls and meetings, figures, versions, and who is who. */
import { Hono } from 'hono';
import { ActorPage } from './pages/actor.tsx';
import { ActorsPage } from './pages/actors.tsx';
import { EncounterPage } from './pages/encounter.tsx';
import { EncountersPage } from './pages/encounters.tsx';
import { FiguresPage } from './pages/figures.tsx';
import { TimelinePage } from './pages/timeline.tsx';
import { VersionPage } from './pages/version.tsx';
import { VersionsPage } from './pages/versions.tsx';
import type { RoomTools } from './rooms.ts';
import { parseTimelineFilter } from './timeline.ts';

export function recordRooms({ withStory, page, missing, assets }: RoomTools): Hono {
  const rooms = new Hono();

  rooms.get('/timeline', (c) =>
    withStory(c, (view) =>
      page(c, <TimelinePage view={view} filter={parseTimelineFilter(c.req.query())} assets={assets} />),
    ),
  );
  rooms.get('/encounters', (c) =>
    withStory(c, (view) => {
      const { who, kind } = c.req.query();
      return page(c, <EncountersPage view={view} who={who} kind={kind} assets={assets} />);
    }),
  );
  rooms.get('/encounter/:encounter', (c) =>
    withStory(c, (view) => {
      const encounter = view.record.encounters.find(({ id }) => id === c.req.param('encounter'));
      if (!encounter) return missing(c, 'No such entry', 'This record holds no call or meeting of that name.');
      return page(c, <EncounterPage view={view} encounter={encounter} assets={assets} />);
    }),
  );
  rooms.get('/figures', (c) =>
    withStory(c, (view) => {
      const { series, source } = c.req.query();
      return page(c, <FiguresPage view={view} filter={{ series, source }} assets={assets} />);
    }),
  );
  rooms.get('/versions', (c) => withStory(c, (view) => page(c, <VersionsPage view={view} assets={assets} />)));
  rooms.get('/versions/:from/:to', (c) =>
    withStory(c, (view) => {
      const { from, to } = c.req.param();
      const revision = view.record.revisions.find((known) => known.from === from && known.to === to);
      if (!revision) return missing(c, 'No such versions', 'These two are no versions of one text.');
      const inline = c.req.query('show') === 'inline';
      return page(c, <VersionPage view={view} revision={revision} inline={inline} assets={assets} />);
    }),
  );
  rooms.get('/actors', (c) => withStory(c, (view) => page(c, <ActorsPage view={view} assets={assets} />)));
  rooms.get('/actor/:actor', (c) =>
    withStory(c, (view) => {
      const actor = view.actors.get(c.req.param('actor'));
      if (!actor) return missing(c, 'No such name', 'This record holds nobody of that name.');
      return page(c, <ActorPage view={view} actor={actor} assets={assets} />);
    }),
  );
  return rooms;
}
