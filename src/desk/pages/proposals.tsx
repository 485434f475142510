/** All proposals, the latest first. */
import type { FC } from 'hono/jsx';
import type { Proposal } from '../../model/record.ts';
import { sortDay } from '../dates.ts';
import { noteId, proposalPath } from '../links.ts';
import { ProposalAnswers, ProposalFacts, ProposalTerms, proposalTitle } from '../parts/proposal.tsx';
import { NothingFound, RoomPage } from '../parts/room.tsx';
import { count } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

export const ProposalsPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const proposals = latestFirst(view);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="proposals"
      title="Proposals"
      crumb={`${count(proposals.length, 'proposal')}, the latest first`}
      dek="What was put forward, by whom, on which terms, and how each party answered."
    >
      {proposals.length === 0 ? (
        <NothingFound>
          No proposal in {count(view.articles.length, 'article')}. It does not mean that none was made.
        </NothingFound>
      ) : (
        <div class="opening">
          {proposals.map((proposal) => (
            <ProposalPart view={view} proposal={proposal} />
          ))}
        </div>
      )}
    </RoomPage>
  );
};

export function latestFirst(view: StoryView): Proposal[] {
  const day = ({ date }: Proposal): string => sortDay(date) ?? '';
  return [...view.record.proposals].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}

const ProposalPart: FC<{ view: StoryView; proposal: Proposal }> = ({ view, proposal }) => {
  const anchor = `p-${noteId('', proposal.id)}`;
  return (
    <section class="proposal" id={anchor} aria-labelledby={`${anchor}-h`}>
      <div>
        <h2 id={`${anchor}-h`}>
          <a href={proposalPath(view.path, proposal.id)}>
            <bdi>{proposalTitle(proposal)}</bdi>
          </a>
        </h2>
        <ProposalFacts view={view} proposal={proposal} />
      </div>
      <div>
        <h3 class="label">Terms</h3>
        <ProposalTerms view={view} proposal={proposal} />
        <h3 class="label">Answers</h3>
        <ProposalAnswers view={view} proposal={proposal} inList />
      </div>
    </section>
  );
};
