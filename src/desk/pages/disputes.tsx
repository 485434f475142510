/** The list of disputes, and one of them with both passages side by side. */
import type { FC } from 'hono/jsx';
import type { Dispute, Span } from '../../model/record.ts';
import { disputePath, disputesPath, issuePath, statePath } from '../links.ts';
import { DisputeItem, disputeKind, disputeName, disputeState, sideName } from '../parts/dispute.tsx';
import { Frame } from '../parts/frame.tsx';
import { count, InContext, Party, SourceLink, speakerWords, When } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

const STATES = { open: 'open', settled: 'settled' } as const;
const ORIGINS = { reported: 'reported as such', found: 'found by comparing' } as const;

export interface DisputesFilter {
  state?: keyof typeof STATES;
  origin?: keyof typeof ORIGINS;
}

export function parseDisputesFilter(query: Record<string, string>): DisputesFilter {
  const filter: DisputesFilter = {};
  if (query.state === 'open' || query.state === 'settled') filter.state = query.state;
  if (query.origin === 'reported' || query.origin === 'found') filter.origin = query.origin;
  return filter;
}

/** Open ones first, then those that an article itself tells; else in the order of the record. */
export function inOrder(disputes: Dispute[]): Dispute[] {
  const rank = ({ settled, reported }: Dispute): number => (settled ? 2 : 0) + (reported ? 0 : 1);
  return [...disputes].sort((a, b) => rank(a) - rank(b));
}

interface DisputesPageProps {
  view: StoryView;
  filter: DisputesFilter;
  assets: string;
}

export const DisputesPage: FC<DisputesPageProps> = ({ view, filter, assets }) => {
  const all = view.record.disputes;
  const found = inOrder(all).filter(
    ({ settled, reported }) =>
      (filter.state === undefined || (filter.state === 'settled') === Boolean(settled)) &&
      (filter.origin === undefined || (filter.origin === 'reported') === reported),
  );
  return (
    <Frame title={`Disputes · ${view.name} · Readout`} assets={assets} view={view} room="disputes">
      <header class="head">
        <p class="crumb note">
          {count(all.length, 'dispute')}
          {found.length < all.length && ` · ${found.length} match`}
        </p>
        <div>
          <h1>Disputes</h1>
          <p class="dek">
            Sides that deny one another or cannot all be right. Opposed demands are no disputes: they stand in the{' '}
            <a href={statePath(view.id)}>state of play</a>.
          </p>
        </div>
      </header>
      <form class="ask small noprint" action={disputesPath(view.id)}>
        <fieldset>
          <legend class="vh">Which disputes</legend>
          Show disputes that are{' '}
          <select name="state" aria-label="Open or settled">
            <option value="">open or settled</option>
            {Object.entries(STATES).map(([key, words]) => (
              <option value={key} selected={key === filter.state}>
                {words}
              </option>
            ))}
          </select>
          ,{' '}
          <select name="origin" aria-label="Reported or found">
            <option value="">reported or found</option>
            {Object.entries(ORIGINS).map(([key, words]) => (
              <option value={key} selected={key === filter.origin}>
                {words}
              </option>
            ))}
          </select>
          .{' '}
          <button class="go" type="submit">
            Show
          </button>
        </fieldset>
      </form>
      <section class="opening" aria-labelledby="found">
        <h2 class="vh" id="found">
          {count(found.length, 'dispute')} found
        </h2>
        {found.length === 0 ? (
          <p class="nothing">
            nothing found{found.length < all.length && ' of this kind'} in {count(view.articles.length, 'article')}. It
            does not mean that nothing is in dispute.
          </p>
        ) : (
          <ol class="items wide">
            {found.map((dispute) => (
              <DisputeItem view={view} dispute={dispute} />
            ))}
          </ol>
        )}
      </section>
    </Frame>
  );
};

interface DisputePageProps {
  view: StoryView;
  dispute: Dispute;
  assets: string;
}

export const DisputePage: FC<DisputePageProps> = ({ view, dispute, assets }) => {
  const ordered = inOrder(view.record.disputes);
  const place = ordered.indexOf(dispute);
  const issue = view.record.issues.find(({ id }) => id === dispute.issue);
  const [previous, next] = [ordered[place - 1], ordered[place + 1]];
  const others = ordered.filter((other) => other !== dispute);
  const name = disputeName(view, dispute);
  return (
    <Frame title={`${name} · ${view.name} · Readout`} assets={assets} view={view} room="disputes">
      <header class="head">
        <p class="crumb note">
          <a href={disputesPath(view.id)}>Disputes</a> · {place + 1} of {ordered.length}
          {issue && (
            <>
              {' '}
              · <a href={issuePath(view.id, issue.id)}>{issue.label}</a>
            </>
          )}
        </p>
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p class="dek">
            {capital(disputeKind(dispute))}, {disputeState(dispute)}.
          </p>
        </div>
        <p class="acts noprint">
          {previous && <a href={disputePath(view.id, previous.id)}>Previous</a>}
          {next && <a href={disputePath(view.id, next.id)}>Next</a>}
        </p>
      </header>
      <div class="versus">
        {dispute.sides.map((side, i) => (
          <Side view={view} side={side} id={`side-${i + 1}`} />
        ))}
      </div>
      <section class="between" aria-labelledby="told">
        <h2 class="label" id="told">
          {dispute.reported ? 'The reporter’s own word' : 'How it was found'}
        </h2>
        <div>
          {dispute.reported ? (
            <Passages view={view} evidence={dispute.evidence} />
          ) : (
            <p class="plain">
              No article says that these stand against each other. They were compared: they speak of one matter, and
              cannot both hold as told.
            </p>
          )}
        </div>
        <div>
          <p class={dispute.settled ? 'verdict' : 'verdict acc'}>{dispute.settled ? 'Settled' : 'Open'}</p>
          {dispute.settled ? (
            <Passages view={view} evidence={[dispute.settled.by]} />
          ) : (
            <p class="note">Nothing found in the record settles it.</p>
          )}
        </div>
      </section>
      <section class="others" aria-labelledby="others">
        <div class="sech">
          <h2 id="others">The other disputes</h2>
        </div>
        {others.length === 0 ? (
          <p class="nothing">nothing found in these articles</p>
        ) : (
          <ol class="items wide">
            {others.map((other) => (
              <DisputeItem view={view} dispute={other} />
            ))}
          </ol>
        )}
      </section>
    </Frame>
  );
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const Side: FC<{ view: StoryView; side: Dispute['sides'][number]; id: string }> = ({ view, side, id }) => {
  const statements = view.record.statements.filter(({ article, content }) =>
    side.evidence.some((span) => span.article === article && content.some((words) => overlap(words, span))),
  );
  // The innermost statement is the claim itself; what it stands in tells on whose word it is known.
  const statement = statements.find(({ id: own }) => !statements.some(({ within }) => within === own));
  const outer = statement?.within ? view.statements.get(statement.within) : undefined;
  const actor = side.actor === null ? undefined : view.actors.get(side.actor);
  const party = actor?.side && actor.side !== actor.id ? view.actors.get(actor.side)?.name : null;
  return (
    <article aria-labelledby={id}>
      <h2 id={id}>{side.actor === null ? sideName(view, null) : <Party view={view} id={side.actor} />}</h2>
      <div>
        <Passages view={view} evidence={side.evidence} />
      </div>
      <dl class="facts">
        <div>
          <dt>Who</dt>
          <dd>
            <bdi>{sideName(view, side.actor)}</bdi>
            {actor?.roles[0] && `, ${actor.roles[0]}`}
            {party && `, for ${party}`}
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>{statement ? <When range={statement.said} /> : <span class="nothing">not told</span>}</dd>
        </div>
        <div>
          <dt>On whose word</dt>
          <dd>
            {statement === undefined
              ? 'the reporter’s'
              : outer
                ? `${speakerWords(view, statement)}, told by ${speakerWords(view, outer)}`
                : speakerWords(view, statement)}
          </dd>
        </div>
        {statement && (
          <div>
            <dt>Form</dt>
            <dd>{statement.form}</dd>
          </div>
        )}
      </dl>
    </article>
  );
};

/** Passages in their paragraphs, those of one article together. */
const Passages: FC<{ view: StoryView; evidence: Span[] }> = ({ view, evidence }) => {
  const groups = new Map<string, Span[]>();
  for (const span of withoutInner(evidence)) {
    const group = groups.get(span.article);
    // Words far apart are passages of their own.
    if (group && span.start - group.at(-1)!.end < NEAR) group.push(span);
    else groups.set(group ? `${span.article} ${span.start}` : span.article, [span]);
  }
  return (
    <>
      {[...groups.values()].map((spans) => {
        const article = view.articleById.get(spans[0]!.article)!;
        return (
          <div class="passage">
            <InContext article={article.article} spans={spans} />
            <p>
              <SourceLink view={view} article={article} span={spans[0]!} />
            </p>
          </div>
        );
      })}
    </>
  );
};

const NEAR = 200;

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** In the order of the text, without those that overlap one before. */
function withoutInner(evidence: Span[]): Span[] {
  const sorted = [...evidence].sort(
    (a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0) || a.start - b.start || b.end - a.end,
  );
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || last.article !== span.article || !overlap(last, span)) kept.push(span);
  }
  return kept;
}
