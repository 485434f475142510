/** One actor: names, roles over time, side and why, positions by issue, statements, calls and meetings. */
import type { FC } from 'hono/jsx';
import type { Actor, DateRange, Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { encountersOf, logOf } from '../encounters.ts';
import { groupRepeats } from '../filters.ts';
import { actorsPath, cellPath, statementsPath, wordsPath } from '../links.ts';
import { type Cell, makeMatrix, newestOf, type Row } from '../matrix.ts';
import { rolesOf, SideOf } from '../parts/actor.tsx';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { basisWords, stanceWords } from '../parts/position.tsx';
import { RoomPage, Section } from '../parts/room.tsx';
import { BriefStatement } from '../parts/statement-row.tsx';
import { count, Party, SourceLink, When } from '../parts/words.tsx';
import { groupBy, type StoryView } from '../view.ts';

interface ActorProps {
  view: StoryView;
  actor: Actor;
}

const SHOWN = 20;

export const ActorPage: FC<ActorProps & { assets: string }> = ({ view, actor, assets }) => {
  const statements = view.latest.filter(
    ({ speaker, speakers }) => speaker === actor.id || (speakers?.includes(actor.id) ?? false),
  );
  const utterances = groupRepeats(statements);
  const stands = makeMatrix(view).rows.flatMap((row) => {
    const cell = row.cells.get(actor.id);
    return cell ? [{ row, cell }] : [];
  });
  const encounters = encountersOf(view, actor.id);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="actors"
      title={actor.name}
      heading={
        <span class={`pty p${view.slotOf(actor.id)}`}>
          <bdi>{actor.name}</bdi>
        </span>
      }
      crumb={
        <>
          <a href={actorsPath(view.path)}>Who is who</a> · {actor.kind}
        </>
      }
    >
      <div class="enc opening">
        <Facts view={view} actor={actor} />
        <div>
          <Section
            id="positions"
            class="actor-part"
            title="Where it stands"
            aside={`${count(stands.length, 'issue')}, the newest word of each`}
          >
            {stands.length === 0 ? (
              <NothingHere />
            ) : (
              <ul class="rows">
                {stands.map(({ row, cell }) => (
                  <Stand view={view} row={row} cell={cell} />
                ))}
              </ul>
            )}
          </Section>
          <Section
            id="statements"
            class="actor-part"
            title="Statements"
            aside={
              utterances.length > SHOWN ? (
                <a href={statementsPath(view.path, { speaker: actor.id })}>all {statements.length}</a>
              ) : (
                `${utterances.length} found, the latest first`
              )
            }
          >
            {utterances.length === 0 ? (
              <NothingHere />
            ) : (
              <ol class="brief">
                {utterances.slice(0, SHOWN).map(({ statement, repeats }) => (
                  <BriefStatement view={view} statement={statement} repeats={repeats} />
                ))}
              </ol>
            )}
          </Section>
        </div>
      </div>
      <Section
        id="encounters"
        class="actor-part"
        title="Calls and meetings"
        aside={`${encounters.length} found${view.sides.has(actor.id) ? ', with those who speak for it' : ''}`}
      >
        {encounters.length === 0 ? (
          <NothingHere />
        ) : (
          <EncounterLog view={view} lines={logOf(encounters)} caption="Calls and meetings" />
        )}
      </Section>
    </RoomPage>
  );
};

const NothingHere: FC = () => <p class="nothing">nothing found in these articles</p>;

const Stand: FC<{ view: StoryView; row: Row; cell: Cell }> = ({ view, row, cell }) => {
  const { position, told } = newestOf(cell);
  const span = position.evidence[0]!;
  const basis = basisWords(view, position);
  return (
    <li>
      <p>
        <a href={cellPath(view.path, row.issue.id, cell.holder)}>
          <bdi>{row.issue.label}</bdi>
        </a>
        : <b>{stanceWords(position)}</b>
        {position.change && `, ${position.change}`}, <When range={position.date} />
      </p>
      <p class="q small">
        <bdi>{position.proposition}</bdi>
      </p>
      <p class="note">
        {basis && (
          <>
            <bdi>{basis}</bdi> ·{' '}
          </>
        )}
        <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
        {told.length > 1 && ` and ${count(told.length - 1, 'more place')}`}
        {cell.steps.length > 1 && ` · ${count(cell.steps.length - 1, 'earlier step')}`}
      </p>
    </li>
  );
};

const Facts: FC<ActorProps> = ({ view, actor }) => {
  const { aliases, rolesOver = [], sideEvidence = [], party, within } = actor;
  const seen = groupBy(rolesOver, ({ role }) => role.toLowerCase());
  const untimed = rolesOf(actor).filter((role) => !seen.has(role.toLowerCase()));
  const members = view.record.actors.filter((other) => other.id !== actor.id && other.side === actor.id);
  return (
    <dl class="facts">
      <div>
        <dt>Also written</dt>
        <dd>{aliases.length === 0 ? <span class="nothing">nothing else</span> : <bdi>{aliases.join('; ')}</bdi>}</dd>
      </div>
      <div>
        <dt>Roles</dt>
        <dd>
          {seen.size === 0 && untimed.length === 0 && <span class="nothing">none told</span>}
          {[...seen.values()].map((spells) => (
            <p>
              <bdi>{spells[0]!.role}</bdi>, seen <When range={spanOf(spells.map((spell) => spell.seen))} />
              <Why view={view} spans={spells.flatMap(({ evidence }) => evidence)} />
            </p>
          ))}
          {untimed.length > 0 && <bdi>{untimed.join('; ')}</bdi>}
        </dd>
      </div>
      <div>
        <dt>Side</dt>
        <dd>
          <SideOf view={view} actor={actor} />
          <Why view={view} spans={sideEvidence} />
        </dd>
      </div>
      {party && (
        <div>
          <dt>In the talks</dt>
          <dd>
            {party.role ?? <span class="nothing">not told</span>}
            <Why view={view} spans={party.evidence} />
          </dd>
        </div>
      )}
      {within && (
        <div>
          <dt>Part of</dt>
          <dd>
            <Party view={view} id={within} />
          </dd>
        </div>
      )}
      {members.length > 0 && (
        <div>
          <dt>Speak for it</dt>
          <dd>
            {members.map(({ id }, i) => (
              <>
                {i > 0 && ', '}
                <Party view={view} id={id} />
              </>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>Mentions</dt>
        <dd>{actor.mentions.length}</dd>
      </div>
    </dl>
  );
};

/** From the first to the last day of these; a side that is open in one of them stays open. */
function spanOf(ranges: DateRange[]): DateRange {
  const sorted = (days: (string | null)[]): string[] | null =>
    days.includes(null) ? null : (days as string[]).toSorted();
  return {
    earliest: sorted(ranges.map(({ earliest }) => earliest))?.[0] ?? null,
    latest: sorted(ranges.map(({ latest }) => latest))?.at(-1) ?? null,
  };
}

/** The first words that show it, as a link to them. */
const Why: FC<{ view: StoryView; spans: Span[] }> = ({ view, spans }) => {
  const span = spans[0];
  if (!span) return null;
  const { article, label } = view.articleById.get(span.article)!;
  return (
    <span class="note">
      <a href={wordsPath(view.path, span)}>
        <q>{wordsOf(article.text, span)}</q>
      </a>{' '}
      <bdi>{label}</bdi>
      {spans.length > 1 && ` and ${count(spans.length - 1, 'more place')}`}
    </span>
  );
};
