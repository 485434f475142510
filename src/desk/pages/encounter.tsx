/** One call or meeting: its facts, what each side and outlet says of it side by side, and claims held against the log. */
import type { FC } from 'hono/jsx';
import type { Encounter, Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { formatDateRange } from '../dates.ts';
import { logOf } from '../encounters.ts';
import { encounterPath, encountersPath } from '../links.ts';
import { encounterKind, encounterWords, Participants } from '../parts/encounter.tsx';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { Frame } from '../parts/frame.tsx';
import { Party, SourceLink, When } from '../parts/words.tsx';
import { directionOf, type StoryView } from '../view.ts';

interface EncounterProps {
  view: StoryView;
  encounter: Encounter;
}

export const EncounterPage: FC<EncounterProps & { assets: string }> = ({ view, encounter, assets }) => {
  const words = `${encounterWords(view, encounter)}, ${formatDateRange(encounter.date)}`;
  const related = relatedTo(view, encounter);
  return (
    <Frame title={`${words} · ${view.name} · Readout`} assets={assets} view={view} room="encounters">
      <header class="head">
        <p class="crumb note">
          <a href={encountersPath(view.id)}>Calls and meetings</a> · {encounterKind(encounter)}
        </p>
        <h1>
          <bdi>{words}</bdi>
        </h1>
      </header>
      <div class="enc opening">
        <div>
          <Facts view={view} encounter={encounter} />
          <Claims view={view} encounter={encounter} />
        </div>
        <Accounts view={view} encounter={encounter} />
      </div>
      <section class="pair" aria-labelledby="others">
        <div class="sech">
          <h2 id="others">Earlier and later, between the same</h2>
        </div>
        {related.length < 2 ? (
          <p class="nothing">nothing found in these articles</p>
        ) : (
          <EncounterLog view={view} lines={logOf(related)} caption="Earlier and later" here={encounter.id} />
        )}
      </section>
    </Frame>
  );
};

/** Those with two of the same participants, or all of them where there are fewer. */
function relatedTo(view: StoryView, encounter: Encounter): Encounter[] {
  const own = new Set(encounter.participants);
  const shared = Math.min(2, own.size);
  if (shared === 0) return [encounter];
  return view.record.encounters.filter(
    ({ id, participants }) => id === encounter.id || participants.filter((who) => own.has(who)).length >= shared,
  );
}

const Facts: FC<EncounterProps> = ({ view, encounter }) => (
  <section aria-labelledby="facts">
    <h2 class="label" id="facts">
      The facts
    </h2>
    <dl class="facts">
      <div>
        <dt>Kind</dt>
        <dd>
          {encounterKind(encounter)}
          {encounter.status && encounter.status !== 'held' && `, ${encounter.status}`}
        </dd>
      </div>
      <div>
        <dt>Who</dt>
        <dd>
          <Participants view={view} encounter={encounter} />
        </dd>
      </div>
      <div>
        <dt>When</dt>
        <dd>
          <When range={encounter.date} />
        </dd>
      </div>
      <div>
        <dt>How long</dt>
        <dd>{encounter.duration === null ? <NotTold /> : `${encounter.duration} minutes`}</dd>
      </div>
      <div>
        <dt>Where</dt>
        <dd>{encounter.place === null ? <NotTold /> : <bdi>{encounter.place}</bdi>}</dd>
      </div>
      <div>
        <dt>Topics</dt>
        <dd>
          {encounter.topics.length === 0 ? <NotTold /> : <bdi>{encounter.topics.join('; ')}</bdi>}
          {encounter.shares?.map(({ topic, share }) => (
            <span class="note">
              <bdi>{topic}</bdi>: {share}
            </span>
          ))}
        </dd>
      </div>
    </dl>
  </section>
);

const NotTold: FC = () => <span class="nothing">not told</span>;

const VERDICTS = {
  confirmed: 'Agrees with the log.',
  contradicted: 'The log speaks against it.',
  open: 'Cannot be checked: the log says neither.',
} as const;

const Claims: FC<EncounterProps> = ({ view, encounter }) => {
  const claims = encounter.claims ?? [];
  if (claims.length === 0) return null;
  const byId = new Map(view.record.encounters.map((entry) => [entry.id, entry]));
  return (
    <section class="claims" aria-labelledby="claims">
      <h2 class="label" id="claims">
        Claims about it, against the log
      </h2>
      <ul class="rows">
        {claims.map(({ evidence, holds, since, against }) => (
          <li>
            <Quote view={view} span={evidence[0]!} />
            <p class="note">
              <b>{VERDICTS[holds]}</b>
              {since && (
                <>
                  {' '}
                  Since: <When range={since} />.
                </>
              )}
              {against.map((id) => {
                const other = byId.get(id);
                return (
                  other && (
                    <>
                      {' '}
                      <a href={encounterPath(view.id, id)}>
                        {encounterKind(other)}, <When range={other.date} />
                      </a>
                    </>
                  )
                );
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Column {
  teller: string | null;
  /** The article's label where the outlet itself tells it. */
  label: string;
  spans: Span[];
}

// More columns than this are too narrow to read: the rest stands below them.
const MOST_COLUMNS = 4;

function columnsOf(view: StoryView, { accounts = [] }: Encounter): Column[] {
  const columns = new Map<string, Column>();
  for (const { teller, article, evidence } of accounts) {
    const key = teller ?? `:${article}`;
    const column = columns.get(key) ?? { teller, label: view.articleById.get(article)!.label, spans: [] };
    column.spans.push(...evidence);
    columns.set(key, column);
  }
  // The sides' own words stand before what outlets tell.
  return [...columns.values()].sort((a, b) => Number(a.teller === null) - Number(b.teller === null));
}

const Accounts: FC<EncounterProps> = ({ view, encounter }) => {
  const columns = columnsOf(view, encounter);
  if (columns.length === 0) {
    return (
      <section aria-labelledby="accounts">
        <h2 class="label" id="accounts">
          What is told of it
        </h2>
        {encounter.evidence.map((span) => (
          <Quote view={view} span={span} />
        ))}
      </section>
    );
  }
  const rows = rowsOf(view, encounter.topics, columns);
  const shown = columns.slice(0, MOST_COLUMNS);
  return (
    <section aria-labelledby="accounts">
      <h2 class="label" id="accounts">
        {columns.length === 1 ? 'The one account' : `The ${columns.length} accounts, side by side`}
      </h2>
      <table class="stack sides">
        <caption class="vh">What each says, by topic</caption>
        <thead>
          <tr>
            <th scope="col">Of what</th>
            {shown.map((column) => (
              <th scope="col">
                <Teller view={view} column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, cells }) => (
            <tr>
              <th scope="row">{topic === null ? `the ${encounter.kind}` : <bdi>{topic}</bdi>}</th>
              {shown.map((column, i) => (
                <td data-h={column.teller === null ? column.label : (view.actors.get(column.teller)?.name ?? '')}>
                  {cells[i]!.length === 0 ? (
                    <span class="nothing">nothing found</span>
                  ) : (
                    cells[i]!.map((span) => <Quote view={view} span={span} />)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {columns.slice(MOST_COLUMNS).map((column) => (
        <div class="further">
          <h3>
            <Teller view={view} column={column} />
          </h3>
          {column.spans.map((span) => (
            <Quote view={view} span={span} />
          ))}
        </div>
      ))}
      <p class="note below">“Nothing found”: not in what these articles give of that account.</p>
    </section>
  );
};

const Teller: FC<{ view: StoryView; column: Column }> = ({ view, column }) =>
  column.teller === null ? (
    <>
      As narrated<span class="note">{column.label}</span>
    </>
  ) : (
    <Party view={view} id={column.teller} />
  );

/** A row for each topic that an account's words name, then one for all other words. */
function rowsOf(view: StoryView, topics: string[], columns: Column[]): { topic: string | null; cells: Span[][] }[] {
  const wordsIn = (span: Span): string => wordsOf(view.articleById.get(span.article)!.article.text, span).toLowerCase();
  const placed = new Set<Span>();
  const rows = topics.map((topic) => ({
    topic,
    cells: columns.map(({ spans }) =>
      spans.filter((span) => {
        const names = wordsIn(span).includes(topic.toLowerCase());
        if (names) placed.add(span);
        return names;
      }),
    ),
  }));
  const rest = { topic: null, cells: columns.map(({ spans }) => spans.filter((span) => !placed.has(span))) };
  return [...rows, rest].filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

const Quote: FC<{ view: StoryView; span: Span }> = ({ view, span }) => {
  const article = view.articleById.get(span.article)!;
  return (
    <div class="told-so">
      <blockquote class="q small" dir={directionOf(article.article)}>
        {wordsOf(article.article.text, span)}
      </blockquote>
      <p>
        <SourceLink view={view} article={article} span={span} />
      </p>
    </div>
  );
};
