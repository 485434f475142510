/** One actor: names, roles over time, side and why, statements, calls and meetings, positions. */
import type { Child, FC } from 'hono/jsx';
import type { Actor, Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { encountersOf, logOf } from '../encounters.ts';
import { actorPath, actorsPath, statementsPath, wordsPath } from '../links.ts';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { Frame } from '../parts/frame.tsx';
import { BriefStatement } from '../parts/statement-row.tsx';
import { count, SourceLink, When } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

interface ActorProps {
  view: StoryView;
  actor: Actor;
}

const SHOWN = 20;

export const ActorPage: FC<ActorProps & { assets: string }> = ({ view, actor, assets }) => {
  const statements = view.latest.filter(
    ({ speaker, speakers }) => speaker === actor.id || (speakers?.includes(actor.id) ?? false),
  );
  const positions = view.record.positions.filter(({ holder }) => holder === actor.id);
  const encounters = encountersOf(view, actor.id).filter(({ participants }) => participants.includes(actor.id));
  const issues = new Map(view.record.issues.map(({ id, label }) => [id, label]));
  return (
    <Frame title={`${actor.name} · ${view.name} · Readout`} assets={assets} view={view} room="actors">
      <header class="head">
        <p class="crumb note">
          <a href={actorsPath(view.id)}>Who is who</a> · {actor.kind}
        </p>
        <h1>
          <span class={`pty p${view.slotOf(actor.id)}`}>
            <bdi>{actor.name}</bdi>
          </span>
        </h1>
      </header>
      <div class="enc opening">
        <Facts view={view} actor={actor} />
        <div>
          <Part id="positions" title="Positions" n={positions.length}>
            <ul class="rows">
              {positions.map((position) => {
                const span = position.evidence[0]!;
                return (
                  <li>
                    <p>
                      <b>{position.stance}</b> · <bdi>{issues.get(position.issue) ?? position.issue}</bdi> ·{' '}
                      <When range={position.date} />
                    </p>
                    <p class="q small">
                      <bdi>{position.proposition}</bdi>
                    </p>
                    <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
                  </li>
                );
              })}
            </ul>
          </Part>
          <Part id="statements" title="Statements" n={statements.length}>
            <ol class="brief">
              {statements.slice(0, SHOWN).map((statement) => (
                <BriefStatement view={view} statement={statement} />
              ))}
            </ol>
            {statements.length > SHOWN && (
              <p>
                <a href={statementsPath(view.id, { speaker: actor.id })}>All {count(statements.length, 'statement')}</a>
              </p>
            )}
          </Part>
        </div>
      </div>
      <Part id="encounters" title="Calls and meetings" n={encounters.length}>
        <EncounterLog view={view} lines={logOf(encounters)} caption="Calls and meetings" />
      </Part>
    </Frame>
  );
};

const Part: FC<{ id: string; title: string; n: number; children: Child }> = ({ id, title, n, children }) => (
  <section class="actor-part" aria-labelledby={id}>
    <div class="sech">
      <h2 id={id}>{title}</h2>
      <p class="note">{n} found</p>
    </div>
    {n === 0 ? <p class="nothing">nothing found in these articles</p> : children}
  </section>
);

const Facts: FC<ActorProps> = ({ view, actor }) => {
  const { aliases, roles, rolesOver = [], side, sideEvidence = [], party, within } = actor;
  const untimed = roles.filter((role) => !rolesOver.some((over) => over.role === role));
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
          {roles.length === 0 && rolesOver.length === 0 && <span class="nothing">none told</span>}
          {rolesOver.map(({ role, seen, evidence }) => (
            <p>
              <bdi>{role}</bdi>, seen <When range={seen} />
              <Why view={view} spans={evidence} />
            </p>
          ))}
          {untimed.length > 0 && <bdi>{untimed.join('; ')}</bdi>}
        </dd>
      </div>
      <div>
        <dt>Side</dt>
        <dd>
          {side === null ? (
            <span class="nothing">none found</span>
          ) : side === actor.id ? (
            'a party itself'
          ) : (
            <Name view={view} id={side} />
          )}
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
            <Name view={view} id={within} />
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
                <Name view={view} id={id} />
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

const Name: FC<{ view: StoryView; id: string }> = ({ view, id }) => (
  <a href={actorPath(view.id, id)}>
    <bdi>{view.actors.get(id)?.name ?? id}</bdi>
  </a>
);

/** The first words that show it, as a link to them. */
const Why: FC<{ view: StoryView; spans: Span[] }> = ({ view, spans }) => {
  const span = spans[0];
  if (!span) return null;
  const { article, label } = view.articleById.get(span.article)!;
  return (
    <span class="note">
      <a href={wordsPath(view.id, span)}>
        <q>{wordsOf(article.text, span)}</q>
      </a>{' '}
      <bdi>{label}</bdi>
      {spans.length > 1 && ` and ${count(spans.length - 1, 'more place')}`}
    </span>
  );
};
