/** The state of play: issues by parties, each cell the newest word, its date, how it moved and on whose word. */
import type { FC } from 'hono/jsx';
import { formatDay, sortDay } from '../dates.ts';
import { cellPath, issuePath, statePath } from '../links.ts';
import { type Cell, type Matrix as MatrixOf, makeMatrix, newestOf, ORDERS, type Order, type Row } from '../matrix.ts';
import { Choice } from '../parts/choice.tsx';
import { daysOf, HistoryLine } from '../parts/history-line.tsx';
import { basisWords, Contested, DisputeLinks, Steps, stanceWords } from '../parts/position.tsx';
import { Ask, NothingFound, RoomPage } from '../parts/room.tsx';
import { count, Party, When } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

/** What the address asks for. */
export interface StateQuery {
  order: Order;
  /** Whose cell is open. */
  issue?: string | undefined;
  party?: string | undefined;
}

export function parseStateQuery({ order: asked, issue, party }: Record<string, string>): StateQuery {
  return { order: ORDERS.find((order) => order === asked) ?? 'most', issue, party };
}

export interface StatePageProps {
  view: StoryView;
  query: StateQuery;
  assets: string;
}

/** Fewer rows than this stand whole; in more, issues told once are folded. */
const FOLDED_FROM = 8;

export const StatePage: FC<StatePageProps> = ({ view, query, assets }) => {
  const matrix = makeMatrix(view, query.order);
  const { rows } = matrix;
  const lone = rows.length > FOLDED_FROM ? rows.filter(({ steps }) => steps === 1) : [];
  const main = lone.length === 0 ? rows : rows.filter((row) => !lone.includes(row));
  const table = { view, matrix, query };
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="state"
      title="State of play"
      crumb={<Coverage view={view} />}
      dek="Where each party stands on each issue at the newest passage, in the words of the source. A cell opens on its history."
    >
      <Ask action={statePath(view.path)} legend="Which state of play">
        Show every issue,{' '}
        <Choice
          name="order"
          label="Order of issues"
          value={query.order === 'most' ? undefined : query.order}
          none="what is told most first"
          options={[['newest', 'the newest word first']]}
        />
        .
      </Ask>
      {rows.length === 0 ? (
        <NothingFound>
          No position of any party in {count(view.articles.length, 'article')}. It does not mean that nobody took one.
        </NothingFound>
      ) : (
        <>
          {main.length > 0 && <Matrix {...table} rows={main} name="Where each party stands on each issue" />}
          {lone.length > 0 && (
            <details class="rest lone" open={lone.some(({ issue }) => issue.id === query.issue) || main.length === 0}>
              <summary>also mentioned once: {count(lone.length, 'further issue')}</summary>
              <Matrix {...table} rows={lone} name="Issues on which one passage was found" />
            </details>
          )}
          <p class="note legend">
            <span class="noprint">
              The line below a cell shows its passages from the first to the last day: it steps up where the stance
              hardened, down where it softened; an open ring is not the party’s own word.{' '}
            </span>
            “Nothing found” says that these articles hold no passage, not that the party has no view.
            {lone.length > 0 && <span class="onlyprint"> Issues mentioned once, not printed: {joinLabels(lone)}.</span>}
          </p>
        </>
      )}
    </RoomPage>
  );
};

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
  return (
    <table class="matrix stack">
      <caption class="vh">{name}</caption>
      <colgroup>
        <col class="c0" />
        {matrix.parties.map(() => (
          <col />
        ))}
        {matrix.hasOthers && <col class="cn" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">Issue</span>
          </th>
          {matrix.parties.map((id) => (
            <th scope="col">
              <Party view={view} id={id} />
            </th>
          ))}
          {matrix.hasOthers && <th scope="col">Others</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RowOf {...props} row={row} days={days} />
        ))}
      </tbody>
    </table>
  );
};

const RowOf: FC<TableProps & { row: Row; days: [number, number] | null }> = (props) => {
  const { view, matrix, row, query } = props;
  const open = row.issue.id === query.issue ? row.cells.get(query.party ?? '') : undefined;
  const others = [...row.cells.values()].filter(({ holder }) => !matrix.parties.includes(holder));
  const nothing = <span class="nothing">nothing found</span>;
  return (
    <>
      <tr class={open ? 'before-open' : undefined}>
        <th scope="row">
          <a href={issuePath(view.path, row.issue.id)}>
            <bdi>{row.issue.label}</bdi>
          </a>
          <span class="note">{count(row.passages, 'passage')}</span>
        </th>
        {matrix.parties.map((id) => {
          const cell = row.cells.get(id);
          return (
            <td data-h={view.nameOf(id)} class={cell ? (cell === open ? 'is-open' : undefined) : 'blank'}>
              {cell ? <CellLink {...props} cell={cell} isOpen={cell === open} /> : nothing}
            </td>
          );
        })}
        {matrix.hasOthers && (
          <td
            data-h="Others"
            class={others.length === 0 ? 'blank' : open && others.includes(open) ? 'is-open' : undefined}
          >
            {others.length === 0
              ? nothing
              : others.map((cell) => <CellLink {...props} cell={cell} isOpen={cell === open} named />)}
          </td>
        )}
      </tr>
      {open && (
        <Opened view={view} row={row} cell={open} columns={matrix.parties.length + (matrix.hasOthers ? 2 : 1)} />
      )}
    </>
  );
};

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
  const { position, told } = newestOf(cell);
  const basis = basisWords(view, position);
  const sources = [...new Set(told.map(({ evidence }) => view.articleById.get(evidence[0]!.article)!.number))];
  const state = { order: query.order === 'most' ? undefined : query.order };
  const href = isOpen ? statePath(view.path, state) : cellPath(view.path, row.issue.id, cell.holder, state);
  const passages = cell.steps.reduce((sum, step) => sum + step.told.length, 0);
  return (
    <a class="cell" href={href}>
      {named && (
        <span class="holder">
          <Party view={view} id={cell.holder} plain />
        </span>
      )}
      <span class="stance">{stanceWords(position)}</span> <Contested cell={cell} />{' '}
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
