/** The rooms of where things stand: the front page, the state of play, issues, proposals and disputes. */
import { Hono } from 'hono';
import { parseChange } from './edits.ts';
import { issuePath, statePath } from './links.ts';
import { issueRow } from './matrix.ts';
import { DisputePage } from './pages/dispute.tsx';
import { DisputesPage, parseDisputesFilter } from './pages/disputes.tsx';
import { FrontPage } from './pages/front.tsx';
import { IssuePage } from './pages/issue.tsx';
import { ProposalPage } from './pages/proposal.tsx';
import { ProposalsPage } from './pages/proposals.tsx';
import { parseStateQuery, StatePage } from './pages/state.tsx';
import { parseNumber, type RoomTools } from './rooms.ts';
import type { KeptEdit } from './source.ts';
import type { StoryView } from './view.ts';

export function stateRooms({ withStory, page, missing, fault, viewOf, source, assets }: RoomTools): Hono {
  const rooms = new Hono();
  const editsOf = async ({ id }: StoryView): Promise<KeptEdit[] | null> => (await source.issueEdits?.list(id)) ?? null;

  rooms.get('/', (c) => withStory(c, (view) => page(c, <FrontPage view={view} assets={assets} />)));
  rooms.get('/state', (c) =>
    withStory(c, async (view) => {
      const query = parseStateQuery(c.req.query());
      return page(c, <StatePage view={view} query={query} edits={await editsOf(view)} assets={assets} />);
    }),
  );

  rooms.get('/issue/:issue', (c) =>
    withStory(c, async (view) => {
      const row = issueRow(view, c.req.param('issue'));
      if (!row) return missing(c, 'No such issue', 'It may have been merged into another or renamed.');
      return page(c, <IssuePage view={view} row={row} edits={await editsOf(view)} assets={assets} />);
    }),
  );
  rooms.post('/issues/edits', async (c) => {
    const id = c.req.param('story') ?? '';
    const day = c.req.param('day') ?? null;
    const view = await viewOf(id, day);
    if (!view || !source.issueEdits) return missing(c, 'No such page', 'This desk keeps no changes of that story.');
    const fields = await c.req.parseBody();
    if (fields.kind === 'undo') await source.issueEdits.remove(id, parseNumber(fields.number) ?? 0);
    else {
      const change = parseChange(view, fields);
      if (!change) {
        const words =
          'A name or the words were missing, too long, or the issue is not there any more. Nothing changed.';
        return fault(c, 400, 'Not understood', words);
      }
      await source.issueEdits.add(id, change);
    }
    const after = await viewOf(id, day);
    const issue = after?.record.issues.find((known) => known.id === fields.issue);
    return c.redirect(issue ? issuePath(view.path, issue.id) : statePath(view.path), 303);
  });

  rooms.get('/proposals', (c) => withStory(c, (view) => page(c, <ProposalsPage view={view} assets={assets} />)));
  rooms.get('/proposal/:proposal', (c) =>
    withStory(c, (view) => {
      const proposal = view.record.proposals.find(({ id }) => id === c.req.param('proposal'));
      if (!proposal) return missing(c, 'No such proposal', 'This story holds no proposal of that name.');
      return page(c, <ProposalPage view={view} proposal={proposal} assets={assets} />);
    }),
  );
  rooms.get('/disputes', (c) =>
    withStory(c, (view) =>
      page(c, <DisputesPage view={view} filter={parseDisputesFilter(c.req.query())} assets={assets} />),
    ),
  );
  rooms.get('/dispute/:dispute', (c) =>
    withStory(c, (view) => {
      const dispute = view.record.disputes.find(({ id }) => id === c.req.param('dispute'));
      if (!dispute) return missing(c, 'No such dispute', 'This story holds no dispute of that name.');
      return page(c, <DisputePage view={view} dispute={dispute} assets={assets} />);
    }),
  );
  return rooms;
}
