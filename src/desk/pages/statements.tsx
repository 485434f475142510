/** The list of statements, filtered by a sentence; the state is the address. */
import type { FC } from 'hono/jsx';
import type { Statement } from '../../model/record.ts';
import { ACTS } from '../../model/schema.ts';
import { formatDay } from '../dates.ts';
import { describeFilter, FORMS, type StatementFilter, type Utterance } from '../filters.ts';
import { queryString, statementsPath } from '../links.ts';
import { Choice } from '../parts/choice.tsx';
import { Ask, NothingFound, RoomPage } from '../parts/room.tsx';
import { StatementRow } from '../parts/statement-row.tsx';
import { count } from '../parts/words.tsx';
import { type StoryView, titleOf } from '../view.ts';

export const PAGE_SIZE = 50;

export interface StatementsPageProps {
  view: StoryView;
  filter: StatementFilter;
  found: Statement[];
  /** What was found, what reports one utterance together. */
  utterances: Utterance[];
  /** What was asked for as a day and is none. */
  unread: string[];
  /** From 1. */
  page: number;
  last: number;
  assets: string;
}

export const StatementsPage: FC<StatementsPageProps> = (props) => {
  const { view, filter, found, utterances, unread, page, last, assets } = props;
  const all = view.record.statements.length;
  const query = { ...filter };
  const shown = utterances.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="statements"
      title="Statements"
      crumb={found.length < all ? `${found.length} of ${count(all, 'statement')}` : count(all, 'statement')}
      acts={
        <>
          <a href={`${view.path}/statements.csv${queryString(query)}`}>CSV</a>
          <a href={`${view.path}/statements.json${queryString(query)}`}>JSON</a>
        </>
      }
    >
      <FilterSentence view={view} filter={filter} />
      <p class="note ordered">
        {unread.map((day) => (
          <strong>“{day}” was not understood as a day; write it as 21 Aug 2024. </strong>
        ))}
        The latest first; of one day, in the order of the articles; what several articles report as one utterance stands
        once. <Undated view={view} filter={filter} />
        {Object.keys(filter).length > 0 && <a href={statementsPath(view.path)}>All statements</a>}
      </p>
      {found.length === 0 ? (
        <NothingFound>
          Searched: {describeFilter(view, filter)}, in {count(view.articles.length, 'article')}. It does not mean that
          nothing was said.
        </NothingFound>
      ) : (
        <section class="opening" aria-labelledby="found">
          <h2 class="vh" id="found">
            {count(found.length, 'statement')} found
          </h2>
          <ol class="sts">
            {shown.map(({ statement, repeats }) => (
              <StatementRow view={view} statement={statement} repeats={repeats} />
            ))}
          </ol>
        </section>
      )}
      <Pages view={view} query={query} page={page} last={last} />
    </RoomPage>
  );
};

const Undated: FC<{ view: StoryView; filter: StatementFilter }> = ({ view, filter }) => {
  if (!filter.from && !filter.to) return null;
  const undated = view.record.statements.filter(({ said }) => said.earliest === null && said.latest === null).length;
  return undated === 0 ? null : <>{count(undated, 'statement')} without a date left out. </>;
};

const FilterSentence: FC<{ view: StoryView; filter: StatementFilter }> = ({ view, filter }) => {
  const speakers = speakersOf(view);
  return (
    <Ask action={statementsPath(view.path)} legend="Which statements" go="Ask">
      What did <Choice name="speaker" label="Speaker" value={filter.speaker} none="anyone" options={speakers} />{' '}
      <Choice
        name="act"
        label="Act"
        value={filter.act}
        none="say or do"
        options={ACTS.map((act) => [act, act] as const)}
      />
      , with the words{' '}
      <input type="text" name="q" value={filter.q ?? ''} aria-label="With the words" placeholder="any" size={10} />, in{' '}
      <Choice
        name="form"
        label="Form"
        value={filter.form}
        none="any form"
        options={FORMS.map((form) => [form, `${form} form`] as const)}
      />
      , by{' '}
      <Choice
        name="named"
        label="Named or not"
        value={filter.named}
        none="any source"
        options={[
          ['yes', 'a named source'],
          ['no', 'an unnamed source'],
        ]}
      />
      , in{' '}
      <Choice
        name="article"
        label="Article"
        value={filter.article}
        none="any article"
        options={view.articles.map((article) => [article.article.id, `${article.label}: ${titleOf(article.article)}`])}
      />
      , from <DayField name="from" label="From day" none="the first" day={filter.from} /> to{' '}
      <DayField name="to" label="To day" none="the latest" day={filter.to} />?
    </Ask>
  );
};

const DayField: FC<{ name: string; label: string; none: string; day: string | undefined }> = (props) => (
  <input
    type="text"
    name={props.name}
    value={props.day === undefined ? '' : formatDay(props.day)}
    aria-label={`${props.label}, such as 21 Aug 2024`}
    title="A day, such as 21 Aug 2024"
    placeholder={props.none}
    size={10}
    autocomplete="off"
  />
);

/** Those who speak, most first, then parties that only others speak for. */
function speakersOf(view: StoryView): [string, string][] {
  const counts = new Map<string, number>();
  for (const { speaker } of view.record.statements) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  for (const { id } of view.parties) if (!counts.has(id)) counts.set(id, 0);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => [id, view.nameOf(id)]);
}

const Pages: FC<{ view: StoryView; query: StatementFilter; page: number; last: number }> = (props) => {
  const { view, query, page, last } = props;
  if (last === 1) return null;
  const link = (to: number): string => statementsPath(view.path, { ...query, page: to === 1 ? undefined : `${to}` });
  return (
    <nav class="pages noprint" aria-label="Pages of statements">
      {page > 1 && (
        <a rel="prev" href={link(page - 1)}>
          Earlier page
        </a>
      )}
      <span>
        page {page} of {last}
      </span>
      {page < last && (
        <a rel="next" href={link(page + 1)}>
          Next page
        </a>
      )}
    </nav>
  );
};
