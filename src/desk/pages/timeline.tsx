/** The timeline: one list by day, ranges as ranges, gaps as rows. */
import type { FC } from 'hono/jsx';
import type { TimelineEntry } from '../../model/record.ts';
import { formatDateRange, formatDay } from '../dates.ts';
import { encounterPath, queryString, timelinePath } from '../links.ts';
import { AsOfField, AsOfWords } from '../parts/as-of-field.tsx';
import { Choice } from '../parts/choice.tsx';
import { Density, entriesWords } from '../parts/density.tsx';
import { encounterKind, Participants } from '../parts/encounter.tsx';
import { Frame } from '../parts/frame.tsx';
import { actVerb, channelWords, count, Party, quotedWords, SourceLink, Speaker, When } from '../parts/words.tsx';
import {
  filterTimeline,
  KINDS,
  type Referred,
  referredOf,
  rowsOf,
  type TimelineFilter,
  type TimelineRow,
} from '../timeline.ts';
import { directionOf, type StoryView } from '../view.ts';

export const KIND_WORDS: Record<TimelineEntry['kind'], [string, string]> = {
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
  const rows = rowsOf(found);
  const undated = found.filter(({ date }) => date.earliest === null && date.latest === null);
  const referred = referredOf(view);
  return (
    <Frame title={`Timeline · ${view.name} · Readout`} assets={assets} view={view} room="timeline">
      <header class="head">
        <p class="crumb note">
          {found.length < all ? `${found.length} of ${entriesWords(all)}` : entriesWords(all)}
          <AsOfWords view={view} />
        </p>
        <div>
          <h1>Timeline</h1>
          <p class="dek">
            By day, oldest first: the day something happened, not the day it was published. A day that the text does not
            give stays a range.
          </p>
        </div>
        <p class="acts noprint">
          <a href={`/story/${view.id}/record.json${queryString({ 'as-of': view.asOf ?? undefined })}`}>JSON</a>
        </p>
      </header>
      <FilterSentence view={view} filter={filter} />
      {found.length === 0 ? (
        <section class="opening none" aria-labelledby="none">
          <h2 id="none" class="nothing">
            Nothing found
          </h2>
          <p class="plain">
            Searched: {describe(view, filter)}, in {count(view.articles.length, 'article')}. It does not mean that
            nothing happened.
          </p>
        </section>
      ) : (
        <>
          <Density view={view} entries={found} />
          <section class="tl" aria-label="Days">
            <ol class="days">
              {rows.map((row) => (
                <Row view={view} row={row} kind={filter.kind} referred={referred} />
              ))}
            </ol>
            <Legend undated={undated.length} />
          </section>
        </>
      )}
    </Frame>
  );
};

const FilterSentence: FC<{ view: StoryView; filter: TimelineFilter }> = ({ view, filter }) => (
  <form class="ask small" action={timelinePath(view.id)}>
    <fieldset>
      <legend class="vh">Which entries</legend>
      Show{' '}
      <Choice
        name="kind"
        label="Kind"
        value={filter.kind}
        none="everything"
        options={KINDS.filter((kind) => kind !== 'figure').map((kind) => [kind, KIND_WORDS[kind][1]])}
      />{' '}
      by <Choice name="actor" label="Actor" value={filter.actor} none="anyone" options={actorChoices(view)} /> on{' '}
      <Choice
        name="issue"
        label="Issue"
        value={filter.issue}
        none="any issue"
        options={view.record.issues.map(({ id, label }) => [id, label])}
      />
      , as of <AsOfField view={view} />.{' '}
      <button class="go" type="submit">
        Show
      </button>
    </fieldset>
  </form>
);

/** Those who have an entry, most first. */
function actorChoices(view: StoryView): [string, string][] {
  const counts = new Map<string, number>();
  const add = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { participants } of view.record.encounters) participants.forEach(add);
  for (const { speaker } of view.record.statements) if (speaker !== null) add(speaker);
  for (const { authors } of view.record.proposals) authors.forEach(add);
  for (const { id } of view.parties) if (!counts.has(id)) counts.set(id, 0);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => [id, view.actors.get(id)?.name ?? id]);
}

function describe(view: StoryView, { kind, actor, issue }: TimelineFilter): string {
  const parts = [kind ? KIND_WORDS[kind][1] : 'entries of every kind'];
  if (actor) parts.push(`by ${view.actors.get(actor)?.name ?? actor}`);
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
    const range = formatDateRange({ earliest: `${row.month}-01`, latest: `${row.month}-01` }).replace(/^1 /, '');
    return (
      <li class="month">
        <h2>{range}</h2>
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
  const shape = earliest !== null && earliest === latest ? 'day' : 'day range';
  return (
    <li class={shape}>
      <p class="dt">
        <b>
          <When range={row.date} format={{ year: false }} />
        </b>
        {shape !== 'day' && <span>{earliest === null || latest === null ? 'no closer' : 'some day of these'}</span>}
      </p>
      <ul class="ents">
        {row.entries.map((entry) => (
          <Entry view={view} entry={entry} referred={referred(entry)} />
        ))}
      </ul>
    </li>
  );
};

const Entry: FC<{ view: StoryView; entry: TimelineEntry; referred: Referred }> = ({ view, entry, referred }) => {
  const span = entry.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  const { encounter, statement, proposal } = referred;
  const articles = new Set(entry.evidence.map((part) => part.article)).size;
  const asOf = { 'as-of': view.asOf ?? undefined };
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
            <>
              {proposal.authors.map((id) => (
                <>
                  <Party view={view} id={id} />{' '}
                </>
              ))}
              <bdi>{proposal.name}</bdi>
            </>
          ) : (
            <bdi>{entry.text}</bdi>
          )}
        </h3>
        {statement && (
          <blockquote class="q" dir={directionOf(article.article)}>
            {quotedWords(article.article.text, statement.content)}
          </blockquote>
        )}
        <p class="note">
          {statement && `${channelWords(statement) ?? 'no channel told'} · ${statement.form} · `}
          {encounter?.place && `${encounter.place} · `}
          {encounter && (
            <>
              <a href={encounterPath(view.id, encounter.id, asOf)}>its accounts</a> ·{' '}
            </>
          )}
          <SourceLink
            view={view}
            article={article}
            span={span}
            {...(statement || encounter ? { entry: entry.ref! } : {})}
          />
          {articles > 1 && ` and ${count(articles - 1, 'further article')}`}
        </p>
      </div>
    </li>
  );
};

const Legend: FC<{ undated: number }> = ({ undated }) => (
  <aside class="tl-side" aria-label="How to read it">
    <h2 class="label">How to read it</h2>
    <ul class="note">
      <li>A date alone: the text gives that day, or it follows from it.</li>
      <li>Two dates: some day between them, both included. It does not mean that it lasted so long.</li>
      <li>“by”: not later than that day.</li>
      <li>The day beside an outlet is the day of publication.</li>
      <li>A gap counts from the last day that an entry before it may reach to.</li>
    </ul>
    {undated > 0 && (
      <>
        <h2 class="label">Not on the line</h2>
        <p class="note">{count(undated, 'entry', 'entries')} whose day no article tells.</p>
      </>
    )}
  </aside>
);
