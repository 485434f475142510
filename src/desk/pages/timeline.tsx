/** The timeline: one list by day, ranges as ranges, gaps as rows. */
import type { FC } from 'hono/jsx';
import type { Encounter, Proposal, Span, TimelineEntry } from '../../model/record.ts';
import { formatDay, formatMonth } from '../dates.ts';
import { encounterPath, proposalPath, timelinePath } from '../links.ts';
import { Choice } from '../parts/choice.tsx';
import { Density, entriesWords } from '../parts/density.tsx';
import { durationWords, encounterKind, Participants } from '../parts/encounter.tsx';
import { proposalTitle } from '../parts/proposal.tsx';
import { Ask, NothingFound, RoomPage } from '../parts/room.tsx';
import { Also, actVerb, channelWords, count, Party, quotedWords, SourceLink, Speaker, When } from '../parts/words.tsx';
import {
  filterTimeline,
  KINDS,
  type Referred,
  referredOf,
  rowsOf,
  type TimelineFilter,
  type TimelineRow,
  type ToldEntry,
} from '../timeline.ts';
import { directionOf, type StoryView } from '../view.ts';

const KIND_WORDS: Record<TimelineEntry['kind'], [string, string]> = {
  encounter: ['Call or meeting', 'calls and meetings'],
  statement: ['Statement', 'statements'],
  proposal: ['Proposal', 'proposals'],
  figure: ['Figure', 'figures'],
  event: ['Event', 'events'],
};

interface TimelinePageProps {
  view: StoryView;
  filter: TimelineFilter;
  assets: string;
}

export const TimelinePage: FC<TimelinePageProps> = ({ view, filter, assets }) => {
  const all = view.record.timeline.length;
  const found = filterTimeline(view, filter);
  const undated = found.filter(({ date }) => date.earliest === null && date.latest === null);
  const referred = referredOf(view);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="timeline"
      title="Timeline"
      crumb={
        found.length < all ? `${found.length} of ${entriesWords(all)}: ${describe(view, filter)}` : entriesWords(all)
      }
      dek="By day, oldest first: the day something happened, not the day it was published. A day that the text does not give stays a range."
      acts={<a href={`${view.path}/record.json`}>JSON</a>}
    >
      <Ask action={timelinePath(view.path)} legend="Which entries">
        Show <Choice name="kind" label="Kind" value={filter.kind} none="everything" options={KIND_CHOICES} /> by{' '}
        <Choice name="actor" label="Actor" value={filter.actor} none="anyone" options={actorChoices(view)} /> on{' '}
        <Choice
          name="issue"
          label="Issue"
          value={filter.issue}
          none="any issue"
          options={view.record.issues.map(({ id, label }) => [id, label])}
        />
        .
      </Ask>
      {found.length === 0 ? (
        <NothingFound>
          Searched: {describe(view, filter)}, in {count(view.articles.length, 'article')}. It does not mean that nothing
          happened.
        </NothingFound>
      ) : (
        <>
          <Density view={view} entries={found} />
          <section class="tl" aria-label="Days">
            <ol class="days">
              {rowsOf(view, found).map((row) => (
                <Row view={view} row={row} kind={filter.kind} referred={referred} />
              ))}
            </ol>
            <Legend undated={undated.length} />
          </section>
        </>
      )}
    </RoomPage>
  );
};

const KIND_CHOICES = KINDS.filter((kind) => kind !== 'figure').map((kind) => [kind, KIND_WORDS[kind][1]] as const);

/** Those who have an entry, most first. */
function actorChoices(view: StoryView): [string, string][] {
  const counts = new Map<string, number>();
  const add = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { participants } of view.record.encounters) participants.forEach(add);
  for (const { speaker } of view.record.statements) if (speaker !== null) add(speaker);
  for (const { authors } of view.record.proposals) authors.forEach(add);
  for (const { id } of view.parties) if (!counts.has(id)) counts.set(id, 0);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => [id, view.nameOf(id)]);
}

function describe(view: StoryView, { kind, actor, issue }: TimelineFilter): string {
  const parts = [kind ? KIND_WORDS[kind][1] : 'entries of every kind'];
  if (actor) parts.push(`by ${view.nameOf(actor)}`);
  if (issue) parts.push(`on ${view.record.issues.find(({ id }) => id === issue)?.label ?? issue}`);
  return parts.join(' ');
}

interface RowProps {
  view: StoryView;
  row: TimelineRow;
  kind: TimelineEntry['kind'] | undefined;
  referred: (entry: TimelineEntry) => Referred;
}

const Row: FC<RowProps> = ({ view, row, kind, referred }) => {
  if (row.kind === 'month') {
    return (
      <li class="month" id={row.month}>
        <h2>{formatMonth(row.month)}</h2>
      </li>
    );
  }
  if (row.kind === 'gap') {
    return (
      <li class="gap">
        <p class="body">
          <b>{count(row.days, 'day')}</b> without {kind === 'encounter' ? 'a call or meeting' : 'an entry'}, from{' '}
          {formatDay(row.from)} to {formatDay(row.to)}. It may be a gap of the coverage.
        </p>
      </li>
    );
  }
  const { earliest, latest } = row.date;
  const isDay = earliest !== null && earliest === latest;
  return (
    <li class={isDay ? 'day' : 'day range'} id={isDay ? earliest : undefined}>
      <p class="dt">
        <b>
          <When range={row.date} format={{ year: false }} />
        </b>
        {!isDay && <span>{earliest === null || latest === null ? 'no closer' : 'some day of these'}</span>}
      </p>
      <ul class="ents">
        {row.entries.map((told) => (
          <Entry view={view} told={told} referred={referred(told.entry)} />
        ))}
      </ul>
    </li>
  );
};

const Entry: FC<{ view: StoryView; told: ToldEntry; referred: Referred }> = ({ view, told, referred }) => {
  const { entry, also } = told;
  const { encounter, statement, proposal } = referred;
  const span = entry.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  const others = [...entry.evidence, ...also.flatMap(({ evidence }) => evidence)];
  const words = statement?.content ?? (encounter?.participants.length === 0 ? [span] : null);
  return (
    <li class="ent">
      <p class="kind">{encounter ? encounterKind(encounter) : KIND_WORDS[entry.kind][0]}</p>
      <div>
        <h3 class="text">
          {encounter ? (
            <Participants view={view} encounter={encounter} />
          ) : statement ? (
            <>
              <Speaker view={view} statement={statement} /> {actVerb(statement.act)}
            </>
          ) : proposal ? (
            <ProposalName view={view} proposal={proposal} />
          ) : (
            <bdi>{entry.text}</bdi>
          )}
        </h3>
        {words && (
          <blockquote class="q" dir={directionOf(article.article)}>
            {quotedWords(article.article.text, words)}
          </blockquote>
        )}
        <p class="note">
          {statement && `${channelWords(statement) ?? 'no channel told'} · ${statement.form} · `}
          {encounter && <EncounterNote view={view} encounter={encounter} />}
          <SourceLink
            view={view}
            article={article}
            span={span}
            {...(statement || encounter ? { entry: entry.ref! } : {})}
          />
          <Also view={view} spans={onePerArticle(others, span.article)} />
        </p>
      </div>
    </li>
  );
};

const ProposalName: FC<{ view: StoryView; proposal: Proposal }> = ({ view, proposal }) => (
  <>
    {proposal.authors.map((author) => (
      <>
        <Party view={view} id={author} />:{' '}
      </>
    ))}
    <a href={proposalPath(view.path, proposal.id)}>
      <bdi>{proposalTitle(proposal)}</bdi>
    </a>
  </>
);

/** Where, how long, and the way to its accounts. */
const EncounterNote: FC<{ view: StoryView; encounter: Encounter }> = ({ view, encounter }) => {
  const { id, place, duration, accounts = [] } = encounter;
  const tellers = new Set(accounts.map(({ teller, article }) => teller ?? article)).size;
  return (
    <>
      {place && `${place} · `}
      {duration !== null && `${durationWords(duration)} · `}
      <a href={encounterPath(view.path, id)}>{tellers > 1 ? `its ${tellers} accounts` : 'its account'}</a> ·{' '}
    </>
  );
};

/** The first span of every other article. */
function onePerArticle(spans: Span[], told: string): Span[] {
  const first = new Map(spans.map((span) => [span.article, span]).reverse() as [string, Span][]);
  first.delete(told);
  return [...first.values()].reverse();
}

const Legend: FC<{ undated: number }> = ({ undated }) => (
  <aside class="tl-side" aria-label="How to read it">
    <h2 class="label">How to read it</h2>
    <ul class="note">
      <li>A date alone: the text gives that day, or it follows from it.</li>
      <li>Two dates: some day between them, both included. It does not mean that it lasted so long.</li>
      <li>“by”: not later than that day.</li>
      <li>The day beside an outlet is the day of publication.</li>
      <li>A gap counts from the last day that an entry before it may reach to.</li>
      <li>On the strip: a tick is a day, a bar some day in a range, a half bar “by then”; dotted, planned.</li>
    </ul>
    {undated > 0 && (
      <>
        <h2 class="label">Not on the line</h2>
        <p class="note">{count(undated, 'entry', 'entries')} whose day no article tells.</p>
      </>
    )}
  </aside>
);
