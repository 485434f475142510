/** One dispute: both passages side by side, who says so and on whose word, open or settled. */
import type { FC } from 'hono/jsx';
import type { Dispute, Span } from '../../model/record.ts';
import { disputePath, disputesPath, issuePath } from '../links.ts';
import { DisputeItem, disputeKind, disputeName, disputeState, sideName } from '../parts/dispute.tsx';
import { Neighbours } from '../parts/neighbours.tsx';
import { RoomPage, Section } from '../parts/room.tsx';
import {
  capital,
  channelWords,
  count,
  FORM_WORDS,
  InContext,
  Party,
  SourceLink,
  speakerWords,
  When,
} from '../parts/words.tsx';
import type { StoryView } from '../view.ts';
import { inOrder } from './disputes.tsx';

const SHOWN_OTHERS = 5;

interface DisputePageProps {
  view: StoryView;
  dispute: Dispute;
  assets: string;
}

export const DisputePage: FC<DisputePageProps> = ({ view, dispute, assets }) => {
  const ordered = inOrder(view);
  const issue = view.record.issues.find(({ id }) => id === dispute.issue);
  const others = ordered.filter((other) => other !== dispute);
  const name = disputeName(view, dispute);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="disputes"
      title={name}
      heading={<bdi>{name}</bdi>}
      crumb={
        <>
          <a href={disputesPath(view.path)}>Disputes</a> · {ordered.indexOf(dispute) + 1} of {ordered.length}
          {issue && (
            <>
              {' '}
              · <a href={issuePath(view.path, issue.id)}>{issue.label}</a>
            </>
          )}
        </>
      }
      dek={`${capital(disputeKind(dispute))}, ${disputeState(dispute)}.`}
      acts={<Neighbours list={ordered} here={dispute} path={({ id }) => disputePath(view.path, id)} />}
    >
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
      <Section
        id="others"
        class="others"
        title="The other disputes"
        aside={<a href={disputesPath(view.path)}>all {count(ordered.length, 'dispute')}</a>}
      >
        {others.length === 0 ? (
          <p class="nothing">nothing found in these articles</p>
        ) : (
          <ol class="items wide">
            {others.slice(0, SHOWN_OTHERS).map((other) => (
              <DisputeItem view={view} dispute={other} />
            ))}
          </ol>
        )}
      </Section>
    </RoomPage>
  );
};

const Side: FC<{ view: StoryView; side: Dispute['sides'][number]; id: string }> = ({ view, side, id }) => {
  const statements = view.record.statements.filter(({ article, content }) =>
    side.evidence.some((span) => span.article === article && content.some((words) => overlap(words, span))),
  );
  // The claim itself is what the side says, else the innermost statement; what it stands in tells on whose word it is known.
  const statement =
    statements.find(({ speaker }) => speaker !== null && speaker === side.actor) ??
    statements.find(({ id: own }) => !statements.some(({ within }) => within === own));
  const around = statement?.within ? view.statements.get(statement.within) : undefined;
  const outer = around?.speaker !== null && around?.speaker === statement?.speaker ? undefined : around;
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
          <>
            <div>
              <dt>How</dt>
              <dd>{channelWords(statement) ?? <span class="nothing">not told</span>}</dd>
            </div>
            <div>
              <dt>Form</dt>
              <dd>{FORM_WORDS[statement.form]}</dd>
            </div>
          </>
        )}
      </dl>
    </article>
  );
};

/** Passages in their paragraphs, those that stand near each other together. */
const Passages: FC<{ view: StoryView; evidence: Span[] }> = ({ view, evidence }) => {
  const groups: Span[][] = [];
  for (const span of withoutInner(evidence)) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.article === span.article && span.start - last.end < NEAR) groups.at(-1)!.push(span);
    else groups.push([span]);
  }
  return (
    <>
      {groups.map((spans) => {
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

/** Words that are farther apart, in characters, are passages of their own. */
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
