/** One proposal: the passage that tells of it, its terms by phase, the answers of the parties over time. */
import type { FC } from 'hono/jsx';
import type { Proposal } from '../../model/record.ts';
import { proposalPath, proposalsPath } from '../links.ts';
import { Neighbours } from '../parts/neighbours.tsx';
import { ProposalAnswers, ProposalFacts, ProposalTerms, proposalTitle } from '../parts/proposal.tsx';
import { RoomPage, Section } from '../parts/room.tsx';

import { InContext } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';
import { latestFirst } from './proposals.tsx';

interface ProposalPageProps {
  view: StoryView;
  proposal: Proposal;
  assets: string;
}

export const ProposalPage: FC<ProposalPageProps> = ({ view, proposal, assets }) => {
  const name = proposalTitle(proposal);
  const span = proposal.evidence[0]!;
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="proposals"
      title={name}
      heading={<bdi>{name}</bdi>}
      crumb={<a href={proposalsPath(view.path)}>Proposals</a>}
      acts={<Neighbours list={latestFirst(view)} here={proposal} path={({ id }) => proposalPath(view.path, id)} />}
    >
      <div class="enc opening">
        <div>
          <ProposalFacts view={view} proposal={proposal} />
        </div>
        <div class="passage">
          <InContext article={view.articleById.get(span.article)!.article} spans={[span]} />
        </div>
      </div>
      <Section id="terms" class="pair" title="Terms">
        <ProposalTerms view={view} proposal={proposal} />
      </Section>
      <Section id="answers" class="pair" title="Answers" aside="by day and party, the oldest first">
        <ProposalAnswers view={view} proposal={proposal} />
      </Section>
    </RoomPage>
  );
};
