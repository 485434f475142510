/** The state of play: issues by parties, each cell the newest word, its date, how it moved and on whose word. */
import type { FC } from 'hono/jsx';
import { isDoubtful } from '../../model/standing.ts';
import { formatDay, sortDay } from '../dates.ts';
import { cellPath, issuePath, statePath } from '../links.ts';
import {
  type Cell,
  COLUMNS,
  foldRows,
  type Matrix as MatrixOf,
  type MatrixQuery,
  makeMatrix,
  newestOf,
  ORDERS,
  type Row,
} from '../matrix.ts';
import { Choice } from '../parts/choice.tsx';
import { joinNames } from '../parts/encounter.tsx';
import { daysOf, HistoryLine } from '../parts/history-line.tsx';
import { KeptEdits } from '../parts/issue-forms.tsx';
import { basisWords, Contested, DisputeLinks, Doubtful, Steps, stanceWords } from '../parts/position.tsx';
import { Ask, NothingFound, RoomPage, Section } from '../parts/room.tsx';
import { count, Party, When } from '../parts/words.tsx';
import type { KeptEdit } from '../source.ts';
import type { ArticleView, StoryView } from '../view.ts';

/** What the address asks for. */
export interface StateQuery extends MatrixQuery {
  /** Whose cell is open. */
  issue?: string | undefined;
  party?: string | undefined;
}

export function parseStateQuery({ order: asked, who, about, issue, party }: Record<string, string>): StateQuery {
  return { order: ORDERS.find((order) => order === asked), who, about: about?.trim() || undefined, issue, party };
}

/** Of the table, without the cell that is open. */
const tableQuery = ({ order, who, about }: StateQuery) => ({ order, who, about });

export interface StatePageProps {
  view: StoryView;
  query: StateQuery;
  /** What a user changed about the story's issues; null where the desk keeps no edits. */
  edits: KeptEdit[] | null;
  assets: string;
}

export const StatePage: FC<StatePageProps> = ({ view, query, edits, assets }) => {
  const matrix = makeMatrix(view, query);
  const { rows } = matrix;
  const isWhole = query.about !== undefined || (query.who !== undefined && query.who !== 'all');
  const { main, lone, others } = isWhole ? { main: rows, lone: [], others: [] } : foldRows(matrix);
  const table = { view, matrix, query };
  const sources = rows.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => sourcesOf(view, cell)));
  const isOpen = (folded: Row[]): boolean => folded.some(({ issue }) => issue.id === query.issue);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="state"
      sources={sources.length > 0 ? sources : undefined}
      title="State of play"
      crumb={<Coverage view={view} />}
      dek="Where each party stands on each issue at the newest passage, in the words of the source. A cell opens on its history."
    >
      <FilterSentence {...table} />
      {rows.length === 0 ? (
        <NothingFound>
          No position of any party{query.about !== undefined && ` on an issue that names “${query.about}”`} in{' '}
          {count(view.articles.length, 'article')}. It does not mean that nobody took one.
        </NothingFound>
      ) : (
        <>
          <Matrix {...table} rows={main} name="Where each party stands on each issue" />
          {lone.length > 0 && (
            <details class="rest lone" open={isOpen(lone)}>
              <summary>told once: {count(lone.length, 'further issue')}</summary>
              <Matrix {...table} rows={lone} name="Issues on which one passage was found" />
            </details>
          )}
          {others.length > 0 && (
            <details class="rest lone" open={isOpen(others)}>
              <summary>others who took a stand: {othersWords(others)}</summary>
              <Matrix
                {...table}
                matrix={{ ...matrix, columns: [] }}
                rows={others}
                name="Issues on which nobody who is known to be a party takes a position"
              />
            </details>
          )}
          <p class="note legend">
            <span class="noprint">
              The line below a cell shows its passages from the first to the last day: it steps up where the stance
              hardened, down where it softened; an open ring is not the party’s own word.{' '}
            </span>
            “Nothing found” says that these articles hold no passage, not that the party has no view.{' '}
            {view.record.positions.some(isDoubtful) && '“Doubtful” marks what the program itself would not lean on. '}
            {edits !== null && (
              <span class="noprint">An issue is renamed, merged, split or pinned on its own page. </span>
            )}
            {lone.length + others.length > 0 && (
              <span class="onlyprint">Not printed: {joinLabels([...lone, ...others])}.</span>
            )}
          </p>
        </>
      )}
      {edits !== null && edits.length > 0 && (
        <Section
          id="kept"
          class="others noprint"
          title="Changes to the issues"
          aside="articles added later follow them"
        >
          <KeptEdits view={view} edits={edits} />
        </Section>
      )}
    </RoomPage>
  );
};

const FilterSentence: FC<{ view: StoryView; matrix: MatrixOf; query: StateQuery }> = ({ view, matrix, query }) => (
  <Ask action={statePath(view.path)} legend="Which state of play">
    Show every issue that names{' '}
    <input
      type="text"
      name="about"
      value={query.about ?? ''}
      aria-label="Words that the issue names"
      placeholder="any words"
      size={10}
    />
    , for{' '}
    <Choice
      name="who"
      label="Whose positions"
      value={query.who}
      none="the main parties"
      options={[
        ['all', `all ${matrix.holders.length} who took a stand`],
        ...matrix.holders.map((id) => [id, view.nameOf(id)] as const),
      ]}
    />
    ,{' '}
    <Choice
      name="order"
      label="Order of issues"
      value={query.order}
      none="what most parties speak to first"
      options={[['newest', 'the newest word first']]}
    />
    .
  </Ask>
);

/** "2 holders on 3 further issues". */
function othersWords(rows: Row[]): string {
  const cells = rows.flatMap(({ cells }) => [...cells.values()]);
  const holders = new Set(cells.map(({ holder }) => holder));
  return `${count(holders.size, 'holder')} on ${count(rows.length, 'further issue')}`;
}

/** Of which days the articles are that it stands on. */
const Coverage: FC<{ view: StoryView }> = ({ view: { articles } }) => {
  const days = articles.flatMap(({ article: { published } }) => sortDay(published) ?? []).sort();
  const last = days.at(-1);
  return (
    <>
      From {count(articles.length, 'article')}
      {last !== undefined &&
        `, ${days[0] === last ? `published on ${formatDay(last)}` : `published from ${formatDay(days[0]!)} to ${formatDay(last)}`}`}
    </>
  );
};

const joinLabels = (rows: Row[]): string => rows.map(({ issue }) => issue.label).join('; ');

interface TableProps {
  view: StoryView;
  matrix: MatrixOf;
  query: StateQuery;
  rows: Row[];
  name: string;
}

const Matrix: FC<TableProps> = (props) => {
  const { view, matrix, rows, name } = props;
  const days = daysOf(view);
  const hasOthers = matrix.holders.length > matrix.columns.length;
  const table = (
    <table class={matrix.columns.length > COLUMNS ? 'matrix stack many' : 'matrix stack'}>
      <caption class="vh">{name}</caption>
      <colgroup>
        <col class="c0" />
        {matrix.columns.map(() => (
          <col />
        ))}
        {hasOthers && <col class="cn" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">Issue</span>
          </th>
          {matrix.columns.map((id) => (
            <th scope="col">
              <Party view={view} id={id} />
            </th>
          ))}
          {hasOthers && <th scope="col">{matrix.columns.length > 0 ? 'Others' : 'Who took a stand'}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowOf {...props} row={row} days={days} hasOthers={hasOthers} />
        ))}
      </tbody>
    </table>
  );
  if (matrix.columns.length <= COLUMNS) return table;
  // The one table that is wider than the page: its heads stay in sight while it is moved.
  return (
    <section class="scroller" tabindex={0} aria-label={name}>
      {table}
    </section>
  );
};

/** More of them in one cell hide the row; the page of the issue has a lane for each. */
const SHOWN_OTHERS = 2;

const RowOf: FC<TableProps & { row: Row; days: [number, number] | null; hasOthers: boolean }> = (props) => {
  const { view, matrix, row, query, hasOthers } = props;
  const open = row.issue.id === query.issue ? row.cells.get(query.party ?? '') : undefined;
  const others = [...row.cells.values()].filter(({ holder }) => !matrix.columns.includes(holder));
  // The one that is open stands among them.
  const shown = others.filter((cell, i) => i < SHOWN_OTHERS || cell === open);
  const silent = matrix.columns.filter((id) => !row.cells.has(id));
  const nothing = <span class="nothing">nothing found</span>;
  return (
    <>
      <tr class={open ? 'before-open' : undefined}>
        <th scope="row">
          <a href={issuePath(view.path, row.issue.id)}>
            <bdi>{row.issue.label}</bdi>
          </a>
          <span class="note">{count(row.weight.passages, 'passage')}</span>
        </th>
        {matrix.columns.map((id) => {
          const cell = row.cells.get(id);
          return (
            <td data-h={view.nameOf(id)} class={cell ? (cell === open ? 'is-open' : undefined) : 'blank'}>
              {cell ? <CellLink {...props} cell={cell} isOpen={cell === open} /> : nothing}
            </td>
          );
        })}
        {hasOthers && (
          <td
            data-h="Others"
            class={others.length === 0 ? 'blank' : open && others.includes(open) ? 'is-open' : undefined}
          >
            {others.length === 0
              ? nothing
              : shown.map((cell) => <CellLink {...props} cell={cell} isOpen={cell === open} named />)}
            {others.length > shown.length && (
              <p class="note">
                <a href={issuePath(view.path, row.issue.id)}>and {count(others.length - shown.length, 'other')}</a>
              </p>
            )}
          </td>
        )}
        {silent.length > 0 && (
          <td class="onlynarrow note">
            <span class="nothing">nothing found</span> of {joinNames(silent.map(view.nameOf))}
          </td>
        )}
      </tr>
      {open && <Opened view={view} row={row} cell={open} columns={matrix.columns.length + (hasOthers ? 2 : 1)} />}
    </>
  );
};

/** The articles that the newest word of a cell stands in. */
const sourcesOf = (view: StoryView, cell: Cell): ArticleView[] =>
  newestOf(cell).told.map(({ evidence }) => view.articleById.get(evidence[0]!.article)!);

interface CellLinkProps {
  view: StoryView;
  query: StateQuery;
  row: Row;
  cell: Cell;
  days: [number, number] | null;
  isOpen: boolean;
  /** In the column of others: tells whose it is. */
  named?: boolean;
}

const CellLink: FC<CellLinkProps> = ({ view, query, row, cell, days, isOpen, named }) => {
  const { position } = newestOf(cell);
  const basis = basisWords(view, position);
  const sources = [...new Set(sourcesOf(view, cell).map(({ number }) => number))];
  const table = tableQuery(query);
  const href = isOpen ? statePath(view.path, table) : cellPath(view.path, row.issue.id, cell.holder, table);
  const passages = cell.steps.reduce((sum, step) => sum + step.told.length, 0);
  return (
    <a class={isDoubtful(position) ? 'cell is-doubtful' : 'cell'} href={href}>
      {named && (
        <span class="holder">
          <Party view={view} id={cell.holder} plain />
        </span>
      )}
      <span class="stance">{stanceWords(position)}</span> <Doubtful position={position} /> <Contested cell={cell} />{' '}
      <span class="prop">
        <bdi>{shorten(position.proposition)}</bdi>
        <span class="fn">{sources.join(', ')}</span>
      </span>
      {position.redLine && <span class="thru">a red line</span>}
      {basis !== null && (
        <span class="thru">
          <bdi>{basis}</bdi>
        </span>
      )}
      <span class="when">
        <When range={position.date} />
        {position.change && ` · ${position.change}`}
        {passages > 1 && <span class="np"> · {count(passages, 'passage')}</span>}
        {isOpen && <span class="noprint"> · close</span>}
      </span>
      <HistoryLine view={view} cell={cell} days={days} />
    </a>
  );
};

/** A cell holds the beginning of long words; what it opens on holds them all. */
const LONGEST = 140;
function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:]$/, '')} …`;
}

const Opened: FC<{ view: StoryView; row: Row; cell: Cell; columns: number }> = ({ view, row, cell, columns }) => (
  <tr class="opened" id="open">
    <td colspan={columns}>
      <h2>
        <Party view={view} id={cell.holder} />: <bdi>{row.issue.label}</bdi>
      </h2>
      <div class="og">
        <Steps view={view} cell={cell} />
        <aside aria-label="About this cell">
          <h3 class="label">Disputes over these words</h3>
          <DisputeLinks view={view} cell={cell} />
          <p class="acts">
            <a href={issuePath(view.path, row.issue.id)}>All parties on this issue</a>
          </p>
        </aside>
      </div>
    </td>
  </tr>
);
