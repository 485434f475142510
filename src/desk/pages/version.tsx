/** How one version became the next: what matters first, then sentence by sentence, side by side or in one column. */
import type { FC } from 'hono/jsx';
import type { Revision, Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { articlePath, entryPath, versionPath, versionsPath } from '../links.ts';
import { Pieces } from '../parts/pieces.tsx';
import { RoomPage, Section, Table } from '../parts/room.tsx';
import { count, SourceLink } from '../parts/words.tsx';
import { daysBetween } from '../timeline.ts';
import { type Change, changesOf, heaviest, isAside, type Touch, WEIGHTS } from '../versions.ts';
import { type ArticleView, directionOf, type StoryView, titleOf } from '../view.ts';
import { changeWords } from './versions.tsx';

interface VersionProps {
  view: StoryView;
  revision: Revision;
}

const TOUCH_WORDS: Record<Touch, string> = {
  position: 'Position',
  figure: 'Figure',
  attribution: 'Attribution',
  quote: 'Quotation',
  statement: 'Statement',
  wording: 'Wording',
  boilerplate: 'Not the story',
};

const ORDER_WORDS = {
  published: 'by their days of publication',
  notice: 'by a notice of an update',
  address: 'by their addresses',
  credit: 'by a credit to the other',
  name: 'nothing tells which was first; the shorter name stands first',
} as const;

export const VersionPage: FC<VersionProps & { inline: boolean; assets: string }> = (props) => {
  const { view, revision, inline, assets } = props;
  const from = view.articleById.get(revision.from)!;
  const to = view.articleById.get(revision.to)!;
  const changes = changesOf(view, revision);
  const told = changes.filter((change) => !isAside(view, change));
  const asides = changes.filter((change) => !told.includes(change));
  const title = `What changed in “${titleOf(to.article)}”`;
  const Diff: FC<{ changes: Change[] }> = (part) =>
    inline ? (
      <InlineDiff view={view} changes={part.changes} />
    ) : (
      <SideDiff view={view} changes={part.changes} from={from} to={to} />
    );
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="versions"
      title={title}
      heading={<bdi>{title}</bdi>}
      crumb={
        <>
          <a href={versionsPath(view.path)}>Versions</a> · <bdi>{from.label}</bdi>, then <bdi>{to.label}</bdi>
          {revision.order && ` · order: ${ORDER_WORDS[revision.order.basis]}`}
        </>
      }
      dek={`${disclosureWords(revision)}${standingWords(from, to)}`}
      acts={
        inline ? (
          <a href={versionPath(view.path, revision.from, revision.to)}>Side by side</a>
        ) : (
          <a href={versionPath(view.path, revision.from, revision.to, { show: 'inline' })}>In one column</a>
        )
      }
    >
      <div class="opening">
        <Section id="first" title="What matters first" aside={`Sentences: ${changeWords(revision)}`}>
          <Weigh view={view} revision={revision} changes={told} />
        </Section>
      </div>
      <Section
        id="sentences"
        class="pair"
        title="Sentence by sentence"
        aside="in the order of the later version; sentences that are the same are left out"
      >
        <p class="note">
          <del>struck</del>: words only in the earlier version. <ins>underlined</ins>: words only in the later.
          Rewritten: too little in common to mark words.
        </p>
        {told.length > 0 ? (
          <Diff changes={told} />
        ) : (
          <p class="nothing">nothing found: every sentence of the story is the same</p>
        )}
        {asides.length > 0 && (
          <details class="rest">
            <summary>{count(asides.length, 'change')} in lines that are not the story</summary>
            <Diff changes={asides} />
          </details>
        )}
      </Section>
    </RoomPage>
  );
};

function disclosureWords({ kind, disclosed }: Revision): string {
  if (disclosed) return 'The later version discloses that it was changed.';
  return kind === 'copy' ? 'A copy in another place.' : 'No notice of the change was found in the later version.';
}

/** For how long the first one stood, where both days are known. */
function standingWords({ article: { published: a } }: ArticleView, { article: { published: b } }: ArticleView): string {
  if (a.earliest === null || b.earliest === null || a.earliest !== a.latest || b.earliest !== b.latest) return '';
  const days = daysBetween(a.earliest, b.earliest);
  return days === 0 ? ' Both are of one day.' : ` ${count(Math.abs(days), 'day')} lie between them.`;
}

// More sentences of one kind than this stand below only.
const SHOWN = 6;
const ENDINGS: Record<Change['kind'], string> = {
  new: ', new',
  gone: ', gone',
  changed: '',
  rewritten: '',
  moved: '',
};

/** The changes that weigh, by what they touch; wording waits below. */
const Weigh: FC<VersionProps & { changes: Change[] }> = ({ view, revision, changes }) => {
  const groups = new Map<string, Change[]>();
  for (const touch of WEIGHTS) {
    if (touch === 'wording' || touch === 'boilerplate') continue;
    for (const change of changes.filter((known) => heaviest(known) === touch)) {
      const name = `${TOUCH_WORDS[touch]}${ENDINGS[change.kind]}`;
      groups.set(name, [...(groups.get(name) ?? []), change]);
    }
  }
  return (
    <ul class="weigh">
      {groups.size === 0 && (
        <li>
          <h3>Wording</h3>
          <p class="nothing">nothing that touches a position, a figure or anybody’s words</p>
        </li>
      )}
      {[...groups].map(([name, list]) => (
        <li>
          <h3>{name}</h3>
          <div>
            {list.slice(0, SHOWN).map((change) => {
              const span = change.after ?? change.before!;
              return (
                <div class="weighed">
                  <p class="q small" dir="auto">
                    <Marked view={view} change={change} />
                  </p>
                  <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
                </div>
              );
            })}
            {list.length > SHOWN && <p class="note">and {list.length - SHOWN} more below</p>}
          </div>
        </li>
      ))}
      <Effects view={view} revision={revision} />
      <li>
        <h3>Disclosure</h3>
        <div>
          {revision.disclosed ? (
            <>
              <q>{textOf(view, revision.disclosed)}</q>{' '}
              <SourceLink
                view={view}
                article={view.articleById.get(revision.disclosed.article)!}
                span={revision.disclosed}
              />
            </>
          ) : (
            <span class="nothing">no notice found</span>
          )}
        </div>
      </li>
    </ul>
  );
};

/** What the change did to the record, by kind. */
const Effects: FC<VersionProps> = ({ view, revision: { effects, from, to } }) => {
  if (!effects) return null;
  const kinds = [
    ['statement', effects.statements],
    ['figure', effects.figures],
    ['position', effects.positions],
  ] as const;
  const parts = kinds.flatMap(([kind, { gone, came, changed }]) => [
    { words: `${kind} gone`, ids: gone, article: from },
    { words: `${kind} new`, ids: came, article: to },
    { words: `${kind} changed`, ids: changed.map(({ after }) => after), article: to },
  ]);
  const told = parts.filter(({ ids }) => ids.length > 0);
  return (
    <li>
      <h3>In the record</h3>
      <ul class="effects">
        {told.length === 0 ? (
          <li class="nothing">nothing changed in the record</li>
        ) : (
          told.map(({ words, ids, article }) => (
            <li>
              {count(ids.length, words, words.replace(/^(\w+)/, '$1s'))}:{' '}
              {ids.map((id, i) => (
                <>
                  {i > 0 && ', '}
                  <EntryLink view={view} article={article} id={id} n={i + 1} />
                </>
              ))}
            </li>
          ))
        )}
      </ul>
    </li>
  );
};

const EntryLink: FC<{ view: StoryView; article: string; id: string; n: number }> = ({ view, article, id, n }) => {
  const statement = view.statements.get(id);
  const position = statement ? undefined : view.record.positions.find((entry) => entry.id === id);
  const figure = statement || position ? undefined : view.record.figures.find((entry) => entry.id === id);
  const words = statement
    ? statement.content.map((span) => textOf(view, span)).join(' … ')
    : (position?.proposition ?? figure?.measure ?? `entry ${n}`);
  return (
    <a href={entryPath(view.path, article, position?.statement ?? id)}>
      <bdi>{words.length > 60 ? `${words.slice(0, 58).trimEnd()} …` : words}</bdi>
    </a>
  );
};

const Marked: FC<{ view: StoryView; change: Change; side?: 'before' | 'after' }> = ({ view, change, side }) => {
  if (change.pieces.length > 0) return <Pieces pieces={change.pieces} {...(side ? { side } : {})} />;
  const { before, after, kind } = change;
  if (kind === 'moved') return <>{textOf(view, after!)}</>;
  return (
    <>
      {before && side !== 'after' && <del class="whole">{textOf(view, before)}</del>}
      {before && after && !side && ' '}
      {after && side !== 'before' && <ins class="whole">{textOf(view, after)}</ins>}
    </>
  );
};

const SIGNS: Record<Change['kind'], string> = { new: '+', gone: '−', changed: '±', rewritten: '±', moved: '=' };
const KIND_WORDS: Record<Change['kind'], string> = {
  new: 'New',
  gone: 'Gone',
  changed: 'Changed',
  rewritten: 'Rewritten',
  moved: 'Moved',
};

const ChangeHead: FC<{ change: Change }> = ({ change: { kind, touches } }) => (
  <>
    <span class="sign" aria-hidden="true">
      {SIGNS[kind]}
    </span>
    <b>{KIND_WORDS[kind]}</b> {touches.map((touch) => TOUCH_WORDS[touch].toLowerCase()).join(', ')}
  </>
);

interface SideProps {
  view: StoryView;
  changes: Change[];
  from: ArticleView;
  to: ArticleView;
}

const SideDiff: FC<SideProps> = ({ view, changes, from, to }) => (
  <Table
    class="diff"
    caption="Changed sentences, the earlier version beside the later"
    heads={[
      'Change',
      ...[from, to].map((article) => (
        <a href={articlePath(view.path, article.article.id)}>
          <bdi>{article.label}</bdi>
        </a>
      )),
    ]}
  >
    {changes.map((change) => (
      <tr>
        <th scope="row" class="g">
          <ChangeHead change={change} />
        </th>
        {(['before', 'after'] as const).map((side) => {
          const span = change[side];
          const article = side === 'before' ? from : to;
          return (
            <td class="p" data-h={side === 'before' ? 'Earlier' : 'Later'} dir={directionOf(article.article)}>
              {span === null ? (
                <span class="nothing">not in this version</span>
              ) : (
                <>
                  <Marked view={view} change={change} side={side} />{' '}
                  <SourceLink view={view} article={article} span={span} />
                </>
              )}
            </td>
          );
        })}
      </tr>
    ))}
  </Table>
);

const InlineDiff: FC<{ view: StoryView; changes: Change[] }> = ({ view, changes }) => (
  <ol class="inline-diff">
    {changes.map((change) => {
      const span = change.after ?? change.before!;
      return (
        <li>
          <p class="g">
            <ChangeHead change={change} />
          </p>
          <div class="p">
            <p dir="auto">
              <Marked view={view} change={change} />
            </p>
            <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} />
          </div>
        </li>
      );
    })}
  </ol>
);

function textOf(view: StoryView, span: Span): string {
  return wordsOf(view.articleById.get(span.article)!.article.text, span);
}
