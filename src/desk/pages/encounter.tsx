/** One call or meeting: its facts, what each side and outlet says of it side by side, and claims held against the log. */
import type { FC } from 'hono/jsx';
import type { Encounter } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { type Account, accountsOf, type Passage, passagesOf, rowsByTopic } from '../accounts.ts';
import { formatDateRange } from '../dates.ts';
import { logOf } from '../encounters.ts';
import { encounterPath, encountersPath } from '../links.ts';
import { durationWords, encounterKind, encounterWords, Participants } from '../parts/encounter.tsx';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { LogStrip } from '../parts/log-strip.tsx';
import { Neighbours } from '../parts/neighbours.tsx';
import { RoomPage, Section, Table } from '../parts/room.tsx';
import { Also, InContext, Party, SourceLink, When } from '../parts/words.tsx';
import { directionOf, groupBy, type StoryView } from '../view.ts';

interface EncounterProps {
  view: StoryView;
  encounter: Encounter;
}

export const EncounterPage: FC<EncounterProps & { assets: string }> = ({ view, encounter, assets }) => {
  const words = `${encounterWords(view, encounter)}, ${formatDateRange(encounter.date)}`;
  const lines = logOf(relatedTo(view, encounter));
  const log = lines.map((line) => line.encounter);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="encounters"
      title={words}
      heading={<bdi>{words}</bdi>}
      crumb={<a href={encountersPath(view.path)}>Calls and meetings</a>}
      acts={<Neighbours list={log} here={encounter} path={({ id }) => encounterPath(view.path, id)} />}
    >
      <LogStrip lines={lines} here={encounter.id} />
      <div class="enc opening">
        <div>
          <Facts view={view} encounter={encounter} />
          <Claims view={view} encounter={encounter} />
        </div>
        <Accounts view={view} encounter={encounter} />
      </div>
      <Section id="others" class="pair" title="Earlier and later, between the same">
        {lines.length < 2 ? (
          <p class="nothing">nothing found in these articles</p>
        ) : (
          <EncounterLog view={view} lines={lines} caption="Earlier and later" here={encounter.id} />
        )}
      </Section>
    </RoomPage>
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
        <dd>{encounterKind(encounter)}</dd>
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
        <dd>{encounter.duration === null ? <NotTold /> : durationWords(encounter.duration)}</dd>
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
  open: 'Cannot be checked: the log tells neither for nor against it.',
} as const;

/** The same words in several versions are one claim. */
const Claims: FC<EncounterProps> = ({ view, encounter }) => {
  const byId = new Map(view.record.encounters.map((entry) => [entry.id, entry]));
  const wordsIn = (span: { article: string; start: number; end: number }): string =>
    wordsOf(view.articleById.get(span.article)!.article.text, span).toLowerCase();
  const claims = groupBy(encounter.claims ?? [], ({ evidence, holds }) => `${holds} ${wordsIn(evidence[0]!)}`);
  if (claims.size === 0) return null;
  return (
    <section class="claims" aria-labelledby="claims">
      <h2 class="label" id="claims">
        Claims about it, against the log
      </h2>
      <ul class="rows">
        {[...claims.values()].map(([claim, ...also]) => {
          const { evidence, holds, since, against } = claim!;
          const span = evidence[0]!;
          const others = against.flatMap((id) => byId.get(id) ?? []);
          return (
            <li class="told-so">
              <InContext article={view.articleById.get(span.article)!.article} spans={evidence} />
              <p>
                <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
                <Also view={view} spans={also.map((other) => other.evidence[0]!)} />
              </p>
              <p class="note">
                <b>{VERDICTS[holds]}</b>
                {since && (
                  <>
                    {' '}
                    Since: <When range={since} />.
                  </>
                )}
                {others.map((other) => (
                  <>
                    {' '}
                    <a href={encounterPath(view.path, other.id)}>
                      {encounterKind(other)}, <When range={other.date} />
                    </a>
                    .
                  </>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

// More columns than this are too narrow to read: the rest stands below them.
const MOST_COLUMNS = 4;

const Accounts: FC<EncounterProps> = ({ view, encounter }) => {
  const columns = accountsOf(view, encounter);
  if (columns.length < 2) {
    const passages = columns[0]?.passages ?? passagesOf(view, encounter.evidence);
    return (
      <section aria-labelledby="accounts">
        <h2 class="label" id="accounts">
          The one account
        </h2>
        {columns[0] && (
          <p class="teller">
            <Teller view={view} column={columns[0]} />
          </p>
        )}
        {passages.map((passage) => (
          <Quote view={view} passage={passage} />
        ))}
      </section>
    );
  }
  const shown = columns.slice(0, MOST_COLUMNS);
  const rows = rowsByTopic(view, encounter.topics, shown);
  const hasTopics = rows.some(({ topic }) => topic !== null);
  return (
    <section aria-labelledby="accounts">
      <h2 class="label" id="accounts">
        The {columns.length} accounts, side by side
      </h2>
      <Table
        class={hasTopics ? 'sides by-topic' : 'sides'}
        caption="What each says, by topic"
        heads={[...(hasTopics ? ['Of what'] : []), ...shown.map((column) => <Teller view={view} column={column} />)]}
      >
        {rows.map(({ topic, cells }) => (
          <tr>
            {hasTopics && <th scope="row">{topic === null ? `the ${encounter.kind}` : <bdi>{topic}</bdi>}</th>}
            {shown.map(({ teller, labels }, i) => (
              <td
                data-h={teller === null ? labels[0]! : view.nameOf(teller)}
                class={cells[i]!.length === 0 ? 'blank' : undefined}
              >
                {cells[i]!.length === 0 ? (
                  <span class="nothing">nothing found</span>
                ) : (
                  cells[i]!.map((passage) => <Quote view={view} passage={passage} />)
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {columns.slice(MOST_COLUMNS).map((column) => (
        <div class="further">
          <h3>
            <Teller view={view} column={column} />
          </h3>
          {column.passages.map((passage) => (
            <Quote view={view} passage={passage} />
          ))}
        </div>
      ))}
      <p class="note below">“Nothing found”: not in what these articles give of that account.</p>
    </section>
  );
};

const Teller: FC<{ view: StoryView; column: Account }> = ({ view, column: { teller, labels } }) => (
  <>
    {teller === null ? 'As the outlet tells it' : <Party view={view} id={teller} />}
    <span class="note">{labels.join('; ')}</span>
  </>
);

const Quote: FC<{ view: StoryView; passage: Passage }> = ({ view, passage: { span, also } }) => {
  const article = view.articleById.get(span.article)!;
  return (
    <div class="told-so">
      <blockquote class="q small" dir={directionOf(article.article)}>
        {wordsOf(article.article.text, span)}
      </blockquote>
      <p>
        <SourceLink view={view} article={article} span={span} />
        <Also view={view} spans={also} />
      </p>
    </div>
  );
};
