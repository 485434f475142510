/** The list of disputes, filtered by a sentence. */
import type { FC } from 'hono/jsx';
import type { Dispute } from '../../model/record.ts';
import { sortDay } from '../dates.ts';
import { disputesPath, statePath } from '../links.ts';
import { Choice } from '../parts/choice.tsx';
import { DisputeItem, disputeDay } from '../parts/dispute.tsx';
import { Ask, RoomPage } from '../parts/room.tsx';
import { count } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

const STATES = [
  ['open', 'open'],
  ['settled', 'settled'],
] as const;
const ORIGINS = [
  ['reported', 'reported as such'],
  ['found', 'found by comparing'],
] as const;

export interface DisputesFilter {
  state?: 'open' | 'settled';
  origin?: 'reported' | 'found';
}

export function parseDisputesFilter(query: Record<string, string>): DisputesFilter {
  const filter: DisputesFilter = {};
  if (query.state === 'open' || query.state === 'settled') filter.state = query.state;
  if (query.origin === 'reported' || query.origin === 'found') filter.origin = query.origin;
  return filter;
}

/** Open ones first, then those that an article itself tells, then the latest. */
export function inOrder(view: StoryView): Dispute[] {
  const rank = ({ settled, reported }: Dispute): number => (settled ? 2 : 0) + (reported ? 0 : 1);
  const day = (dispute: Dispute): string => sortDay(disputeDay(view, dispute)) ?? '';
  return [...view.record.disputes].sort(
    (a, b) => rank(a) - rank(b) || (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0),
  );
}

interface DisputesPageProps {
  view: StoryView;
  filter: DisputesFilter;
  assets: string;
}

export const DisputesPage: FC<DisputesPageProps> = ({ view, filter, assets }) => {
  const all = view.record.disputes;
  const found = inOrder(view).filter(
    ({ settled, reported }) =>
      (filter.state === undefined || (filter.state === 'settled') === Boolean(settled)) &&
      (filter.origin === undefined || (filter.origin === 'reported') === reported),
  );
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="disputes"
      title="Disputes"
      crumb={
        found.length < all.length ? `${found.length} of ${count(all.length, 'dispute')}` : count(all.length, 'dispute')
      }
      dek={
        <>
          Sides that deny one another or cannot all be right. Opposed demands are no disputes: they stand in the{' '}
          <a href={statePath(view.path)}>state of play</a>.
        </>
      }
    >
      <Ask action={disputesPath(view.path)} legend="Which disputes">
        Show disputes that are{' '}
        <Choice name="state" label="Open or settled" value={filter.state} none="open or settled" options={STATES} />,{' '}
        <Choice
          name="origin"
          label="Reported or found"
          value={filter.origin}
          none="reported or found"
          options={ORIGINS}
        />
        .
      </Ask>
      <section class="opening" aria-labelledby="found">
        <h2 class="vh" id="found">
          {count(found.length, 'dispute')} found
        </h2>
        {found.length === 0 ? (
          <p class="nothing">
            nothing found{found.length < all.length && ' of this kind'} in {count(view.articles.length, 'article')}. It
            does not mean that nothing is in dispute.
          </p>
        ) : (
          <ol class="items wide">
            {found.map((dispute) => (
              <DisputeItem view={view} dispute={dispute} />
            ))}
          </ol>
        )}
      </section>
    </RoomPage>
  );
};
