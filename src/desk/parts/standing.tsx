/** What a story's front page says first: where the parties stand, what is new, what is doubtful. */
import type { FC } from 'hono/jsx';
import type { Dispute } from '../../model/record.ts';
import { formatDay, sortDay } from '../dates.ts';
import { articlePath, cellPath, disputePath, issuePath } from '../links.ts';
import { type Matrix, newestOf, type Row } from '../matrix.ts';
import { type StoryView, titleOf } from '../view.ts';
import { disputeName, disputeState } from './dispute.tsx';
import { basisWords, Contested, isSecondHand, stanceWords } from './position.tsx';
import { Table } from './room.tsx';
import { count, Party, When } from './words.tsx';

const SHOWN_ISSUES = 6;
const SHOWN_PARTIES = 3;
const SHOWN_CHECKS = 6;
const SHOWN_MOVES = 5;

/** The first rows of the state of play, without the words. */
export const StandingTable: FC<{ view: StoryView; matrix: Matrix }> = ({ view, matrix }) => {
  const parties = matrix.columns.slice(0, SHOWN_PARTIES);
  const rows = matrix.rows.filter(({ cells }) => parties.some((id) => cells.has(id))).slice(0, SHOWN_ISSUES);
  if (rows.length === 0) return <p class="nothing">nothing found: no position of a party in these articles</p>;
  return (
    <>
      <Table
        class="mini standing"
        whole
        caption={`Where the parties stand on ${count(rows.length, 'issue')}`}
        heads={['Issue', ...parties.map((id) => <Party view={view} id={id} />)]}
      >
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={issuePath(view.path, row.issue.id)}>
                <bdi>{row.issue.label}</bdi>
              </a>
            </th>
            {parties.map((id) => (
              <td>
                <Stand view={view} row={row} party={id} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <p class="note">Nothing found: no passage in these articles. It does not mean that the party is silent.</p>
    </>
  );
};

const Stand: FC<{ view: StoryView; row: Row; party: string }> = ({ view, row, party }) => {
  const cell = row.cells.get(party);
  if (!cell) return <span class="nothing">nothing found</span>;
  const { position } = newestOf(cell);
  return (
    <div>
      <a href={cellPath(view.path, row.issue.id, party)}>{stanceWords(position)}</a>
      <span class="note">
        <When range={position.date} format={{ year: false }} />
        {position.change && position.change !== 'new' && `; ${position.change}`}
        {isSecondHand(position) && <bdi>; {basisWords(view, position)}</bdi>}
      </span>
      <span class="note">
        <Contested cell={cell} />
      </span>
    </div>
  );
};

/** How parties moved last: hardened, softened or reversed, the latest first. */
export const Moves: FC<{ view: StoryView; matrix: Matrix }> = ({ view, matrix }) => {
  const moves = matrix.rows
    .flatMap((row) => [...row.cells.values()].flatMap((cell) => cell.steps.map((step) => ({ row, cell, ...step }))))
    .filter(({ position: { change } }) => change === 'reversed' || change === 'hardened' || change === 'softened')
    .map((move) => ({ ...move, day: sortDay(move.position.date) ?? '' }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (moves.length === 0) return <p class="nothing">nothing found: no party is told to have moved</p>;
  return (
    <ol class="items">
      {moves.slice(0, SHOWN_MOVES).map(({ row, cell, position }) => (
        <li>
          <p class="date">
            <When range={position.date} format={{ year: false }} /> <br />
            {position.change}
          </p>
          <div>
            <h3 class="what">
              <a href={cellPath(view.path, row.issue.id, cell.holder)}>
                <Party view={view} id={cell.holder} plain /> {stanceWords(position)}
              </a>
            </h3>
            <p class="q small">
              <bdi>{position.proposition}</bdi>
            </p>
            <p class="note">
              <bdi>{row.issue.label}</bdi> · <bdi>{basisWords(view, position) ?? 'its own words'}</bdi>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
};

interface Check {
  what: string;
  why: string;
  href: string;
}

/** What an analyst should look at before leaning on it, that on which most rests first. */
function checksOf(view: StoryView, matrix: Matrix): Check[] {
  const cells = matrix.rows.flatMap((row) => [...row.cells.values()].map((cell) => ({ row, cell })));
  const open = ({ settled }: Dispute): boolean => !settled;
  const name = (id: string): string => view.nameOf(id);
  const found = view.record.disputes.filter((dispute) => open(dispute) && !dispute.reported);
  const secondHand = cells.filter(({ cell }) => newestOf(cell).position.basis === 'opponent');
  const disputed = cells.filter(({ cell }) => cell.contested === 'now');
  const undated = view.articles.filter(
    ({ article: { published } }) => published.basis === 'unknown' || published.earliest !== published.latest,
  );
  return [
    ...disputed.map(({ row, cell }) => ({
      what: `${name(cell.holder)} ${stanceWords(newestOf(cell).position)}: ${row.issue.label}, in dispute`,
      why: cell.disputes
        .filter(open)
        .map((dispute) => `${disputeName(view, dispute)}, ${disputeState(dispute)}`)
        .join('; '),
      href: disputePath(view.path, cell.disputes.find(open)!.id),
    })),
    ...secondHand.map(({ row, cell }) => ({
      what: `${name(cell.holder)} ${stanceWords(newestOf(cell).position)}: ${row.issue.label}`,
      why: `The newest word is not its own: ${basisWords(view, newestOf(cell).position)}.`,
      href: cellPath(view.path, row.issue.id, cell.holder),
    })),
    ...found.map((dispute) => ({
      what: `${disputeName(view, dispute)}: can both be right?`,
      why: 'Found by comparing; no article says so.',
      href: disputePath(view.path, dispute.id),
    })),
    ...undated.map(({ article }) => ({
      what: `When was “${titleOf(article)}” published?`,
      why:
        article.published.earliest === null && article.published.latest === null
          ? 'Nothing tells the day.'
          : `The text allows any day ${rangeWords(article.published)}.`,
      href: articlePath(view.path, article.id),
    })),
  ].slice(0, SHOWN_CHECKS);
}

function rangeWords({ earliest, latest }: { earliest: string | null; latest: string | null }): string {
  if (earliest === null) return `up to ${formatDay(latest!)}`;
  return latest === null ? `from ${formatDay(earliest)}` : `from ${formatDay(earliest)} to ${formatDay(latest)}`;
}

export const Checks: FC<{ view: StoryView; matrix: Matrix }> = ({ view, matrix }) => {
  const checks = checksOf(view, matrix);
  if (checks.length === 0) return <p class="nothing">nothing found that stands out as doubtful</p>;
  return (
    <ol class="check">
      {checks.map(({ what, why, href }) => (
        <li>
          <h3 class="what">
            <a href={href}>
              <bdi>{what}</bdi>
            </a>
          </h3>
          <p class="note">
            <bdi>{why}</bdi>
          </p>
        </li>
      ))}
    </ol>
  );
};
