/** A proposal: who put it forward and when, its terms by phase, the answers of each party over time. */
import type { FC } from 'hono/jsx';
import type { Proposal } from '../../model/record.ts';
import { type Answer, type AnswerKind, answerGrid } from '../answers.ts';
import { formatDateRange, sortDay } from '../dates.ts';
import { proposalPath } from '../links.ts';
import { directionOf, type StoryView } from '../view.ts';
import { joinNames } from './encounter.tsx';
import { Table } from './room.tsx';
import { Also, capital, Party, quotedWords, SourceLink, When } from './words.tsx';

const ANSWERS: Record<AnswerKind, string> = {
  accepted: 'accepted',
  rejected: 'rejected',
  countered: 'countered',
  pending: 'not answered yet',
};

interface ProposalProps {
  view: StoryView;
  proposal: Proposal;
}

/** Its name; where that is one word for all proposals, with its day. */
export function proposalTitle({ name, date }: Proposal): string {
  const title = capital(name);
  return /\s/.test(name) || sortDay(date) === null ? title : `${title}, ${formatDateRange(date)}`;
}

export const ProposalTerms: FC<ProposalProps> = ({ view, proposal: { terms } }) => {
  if (terms.length === 0) return <p class="nothing">nothing found: no article tells its terms</p>;
  const phases = [...new Set(terms.map(({ phase }) => phase))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return (
    <dl class="phases">
      {phases.map((phase) => (
        <div>
          <dt>{phase === null ? <span class="nothing">no phase told</span> : `phase ${phase}`}</dt>
          {terms
            .filter((term) => term.phase === phase)
            .map(({ text, duration, exchange, evidence: [span] }) => {
              const article = view.articleById.get(span!.article)!;
              return (
                <dd>
                  <p class="q small" dir={directionOf(article.article)}>
                    {text}
                  </p>
                  <p class="note">
                    {duration && `${duration} · `}
                    {exchange && 'one for the other · '}
                    <SourceLink view={view} article={article} span={span!} />
                  </p>
                </dd>
              );
            })}
        </div>
      ))}
    </dl>
  );
};

/** Days by parties. In a list only those that answered have a column; the others are named below it. */
export const ProposalAnswers: FC<ProposalProps & { inList?: boolean }> = ({ view, proposal, inList = false }) => {
  const { parties: all, rows, now } = answerGrid(view, proposal);
  const parties = inList ? all.filter((party) => now.has(party)) : all;
  if (rows.length === 0) return <p class="nothing">nothing found: no party is told to have answered</p>;
  const heads = parties.map((party) => {
    const answer = now.get(party);
    return (
      <>
        <Party view={view} id={party} />
        <span class="note">{answer ? <>now: {ANSWERS[answer]}</> : <span class="nothing">no answer found</span>}</span>
      </>
    );
  });
  const silent = all.filter((party) => !now.has(party)).map(view.nameOf);
  return (
    <>
      <Table class="answers" caption="Answers by day and party, the oldest first" heads={['Answered', ...heads]}>
        {rows.map(({ date, cells }) => (
          <tr>
            <th scope="row">
              <When range={date} />
            </th>
            {parties.map((party) => (
              <td data-h={view.nameOf(party)} class={cells.has(party) ? undefined : 'blank'}>
                {cells.get(party)?.map((answer) => <AnswerWords view={view} party={party} answer={answer} />) ?? (
                  <span class="dim">
                    <span aria-hidden="true">–</span>
                    <span class="vh">no answer of this day</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {silent.length > 0 && (
        <p class={inList ? 'note below' : 'note onlynarrow'}>No answer found of {joinNames(silent)}.</p>
      )}
    </>
  );
};

const AnswerWords: FC<{ view: StoryView; party: string; answer: Answer }> = ({ view, party, answer }) => {
  const { actor, answer: kind, told } = answer;
  const article = view.articleById.get(told[0]!.article)!;
  return (
    <div class="answer">
      <b>{ANSWERS[kind]}</b>
      {actor !== party && <span class="note"> by {view.nameOf(actor)}</span>}
      <p class="q small" dir={directionOf(article.article)}>
        {quotedWords(article.article.text, [told[0]!])}
      </p>
      <SourceLink view={view} article={article} span={told[0]!} />
      <Also view={view} spans={told.slice(1)} />
    </div>
  );
};

/** By whom, when, where it stands, what it answers and what answers it. */
export const ProposalFacts: FC<ProposalProps> = ({ view, proposal }) => {
  const span = proposal.evidence[0]!;
  const answered = view.record.proposals.find(({ id }) => id === proposal.counterTo);
  const counters = view.record.proposals.filter(({ counterTo }) => counterTo === proposal.id);
  return (
    <>
      <p class={proposal.status === 'open' ? 'verdict acc' : 'verdict'}>{capital(proposal.status ?? 'not told')}</p>
      <p>
        {proposal.authors.length === 0 ? (
          <span class="nothing">by whom is not told</span>
        ) : (
          proposal.authors.map((id, i) => (
            <>
              {i > 0 && ', '}
              <Party view={view} id={id} />
            </>
          ))
        )}
        , <When range={proposal.date} />
      </p>
      {answered && (
        <p>
          answers <a href={proposalPath(view.path, answered.id)}>{proposalTitle(answered)}</a>
        </p>
      )}
      {counters.map((counter) => (
        <p>
          countered by <a href={proposalPath(view.path, counter.id)}>{proposalTitle(counter)}</a>
        </p>
      ))}
      <p>
        <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
      </p>
    </>
  );
};
