/** Proposals: terms by phase, the answers of each party over time, where each stands. */
import type { FC } from 'hono/jsx';
import type { Proposal } from '../../model/record.ts';
import { sortDay } from '../dates.ts';
import { Frame } from '../parts/frame.tsx';
import { count, Party, quotedWords, SourceLink, When } from '../parts/words.tsx';
import { directionOf, type StoryView } from '../view.ts';

const ANSWERS = { accepted: 'accepted', rejected: 'rejected', countered: 'countered', pending: 'not answered yet' };

export const ProposalsPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const proposals = [...view.record.proposals].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  return (
    <Frame title={`Proposals · ${view.name} · Readout`} assets={assets} view={view} room="proposals">
      <header class="head">
        <p class="crumb note">{count(proposals.length, 'proposal')}, the latest first</p>
        <div>
          <h1>Proposals</h1>
          <p class="dek">What was put forward, by whom, on which terms, and how each party answered.</p>
        </div>
      </header>
      {proposals.length === 0 ? (
        <section class="opening none" aria-labelledby="none">
          <h2 id="none" class="nothing">
            Nothing found
          </h2>
          <p class="plain">
            No proposal in {count(view.articles.length, 'article')}. It does not mean that none was made.
          </p>
        </section>
      ) : (
        <div class="opening">
          {proposals.map((proposal) => (
            <ProposalPart view={view} proposal={proposal} />
          ))}
        </div>
      )}
    </Frame>
  );
};

const day = ({ date }: Proposal): string => sortDay(date) ?? '';

/** A fragment for a proposal: its id without white space. */
export const proposalAnchor = (id: string): string => `p-${id.replace(/\s+/g, '-')}`;

const ProposalPart: FC<{ view: StoryView; proposal: Proposal }> = ({ view, proposal }) => {
  const span = proposal.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  const answered = view.record.proposals.find(({ id }) => id === proposal.counterTo);
  const counters = view.record.proposals.filter(({ counterTo }) => counterTo === proposal.id);
  const anchor = proposalAnchor(proposal.id);
  return (
    <section class="proposal" id={anchor} aria-labelledby={`${anchor}-h`}>
      <div>
        <h2 id={`${anchor}-h`}>
          <bdi>{capital(proposal.name)}</bdi>
        </h2>
        <p class="note">
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
        </p>
        <p class="note">
          <When range={proposal.date} />
        </p>
        <p class={proposal.status === 'open' ? 'verdict acc' : 'verdict'}>{capital(proposal.status ?? 'not told')}</p>
        {answered && (
          <p class="note">
            answers <a href={`#${proposalAnchor(answered.id)}`}>{answered.name}</a>
          </p>
        )}
        {counters.map((counter) => (
          <p class="note">
            countered by <a href={`#${proposalAnchor(counter.id)}`}>{counter.name}</a>
          </p>
        ))}
        <p>
          <SourceLink view={view} article={article} span={span} />
        </p>
      </div>
      <div>
        <h3 class="label">Terms</h3>
        <Terms view={view} proposal={proposal} />
        <h3 class="label">Answers</h3>
        <Answers view={view} proposal={proposal} />
      </div>
    </section>
  );
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const Terms: FC<{ view: StoryView; proposal: Proposal }> = ({ view, proposal: { terms } }) => {
  if (terms.length === 0) return <p class="nothing">nothing found</p>;
  const phases = [...new Set(terms.map(({ phase }) => phase))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return (
    <dl class="phases">
      {phases.map((phase) => (
        <div>
          <dt>{phase === null ? 'no phase told' : `phase ${phase}`}</dt>
          {terms
            .filter((term) => term.phase === phase)
            .map(({ text, duration, exchange, evidence }) => {
              const article = view.articleById.get(evidence[0]!.article)!;
              return (
                <dd>
                  <p class="q small" dir={directionOf(article.article)}>
                    {text}
                  </p>
                  <p class="note">
                    {duration && `${duration} · `}
                    {exchange && 'one for the other · '}
                    <SourceLink view={view} article={article} span={evidence[0]!} />
                  </p>
                </dd>
              );
            })}
        </div>
      ))}
    </dl>
  );
};

/** A row for each party, its answers in the order of days. */
const Answers: FC<{ view: StoryView; proposal: Proposal }> = ({ view, proposal: { responses } }) => {
  if (responses.length === 0) return <p class="nothing">nothing found: no party is told to have answered</p>;
  const actors = [...new Set(responses.map(({ actor }) => actor))];
  return (
    <table class="answers stack">
      <caption class="vh">Answers by party, the oldest first</caption>
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">Answer</th>
          <th scope="col">When</th>
          <th scope="col">In the words</th>
        </tr>
      </thead>
      <tbody>
        {actors.flatMap((actor) =>
          responses
            .filter((response) => response.actor === actor)
            .sort((a, b) => ((sortDay(a.date) ?? '') < (sortDay(b.date) ?? '') ? -1 : 1))
            .map(({ answer, date, evidence }) => {
              const article = view.articleById.get(evidence[0]!.article)!;
              return (
                <tr>
                  <th scope="row">
                    <Party view={view} id={actor} />
                  </th>
                  <td data-h="Answer">
                    <b>{ANSWERS[answer]}</b>
                  </td>
                  <td data-h="When">
                    <When range={date} />
                  </td>
                  <td data-h="In the words">
                    <p class="q small" dir={directionOf(article.article)}>
                      {quotedWords(article.article.text, [evidence[0]!])}
                    </p>
                    <SourceLink view={view} article={article} span={evidence[0]!} />
                  </td>
                </tr>
              );
            }),
        )}
      </tbody>
    </table>
  );
};
