/** One version against the one before: what matters on top, then sentence by sentence, side by side or in one column. */
import type { FC } from 'hono/jsx';
import type { Revision, Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { articlePath, entryPath, versionPath, versionsPath } from '../links.ts';
import { Frame } from '../parts/frame.tsx';
import { Pieces } from '../parts/pieces.tsx';
import { count, SourceLink } from '../parts/words.tsx';
import { type Change, changesOf, type Touch, WEIGHTS } from '../versions.ts';
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
  const path = (show?: string): string => versionPath(view.id, revision.from, revision.to, { show });
  return (
    <Frame title={`${from.label} and ${to.label} · ${view.name} · Readout`} assets={assets} view={view} room="versions">
      <header class="head">
        <p class="crumb note">
          <a href={versionsPath(view.id)}>Versions</a> · <bdi>{from.label}</bdi>, then <bdi>{to.label}</bdi>
          {revision.order && ` · order: ${ORDER_WORDS[revision.order.basis]}`}
        </p>
        <div>
          <h1>
            What changed in “<bdi>{titleOf(to.article)}</bdi>”
          </h1>
          <p class="dek">
            {revision.disclosed
              ? 'The later version discloses that it was changed.'
              : revision.kind === 'copy'
                ? 'A copy.'
                : 'No notice of the change was found in the later version.'}
          </p>
        </div>
        <p class="acts noprint">
          {inline ? <a href={path()}>Side by side</a> : <a href={path('inline')}>One column</a>}
        </p>
      </header>
      <section class="opening" aria-labelledby="first">
        <div class="sech">
          <h2 id="first">What matters first</h2>
          <p class="note">Sentences: {changeWords(revision)}</p>
        </div>
        <Weigh view={view} revision={revision} changes={changes} />
      </section>
      <section class="pair" aria-labelledby="sentences">
        <div class="sech">
          <h2 id="sentences">Sentence by sentence</h2>
          <p class="note">in the order of the later version; sentences that are the same are left out</p>
        </div>
        <p class="note">
          <del>struck</del>: words only in the earlier version. <ins>underlined</ins>: words only in the later.
          Rewritten: too little in common to mark words.
        </p>
        {changes.length === 0 ? (
          <p class="nothing">nothing found: every sentence is the same</p>
        ) : inline ? (
          <InlineDiff view={view} changes={changes} />
        ) : (
          <SideDiff view={view} changes={changes} from={from} to={to} />
        )}
      </section>
    </Frame>
  );
};

const Weigh: FC<VersionProps & { changes: Change[] }> = ({ view, revision, changes }) => {
  const touched = WEIGHTS.map((touch) => ({
    touch,
    list: changes.filter(({ touches }) => touches[0] && heaviest(touches) === touch),
  }));
  return (
    <ul class="weigh">
      {touched
        .filter(({ touch, list }) => list.length > 0 && touch !== 'boilerplate')
        .map(({ touch, list }) => (
          <li>
            <h3>{TOUCH_WORDS[touch]}</h3>
            <div>
              {list.map((change) => (
                <p class="q small" dir="auto">
                  <Marked view={view} change={change} />
                </p>
              ))}
            </div>
            <p class="note">
              {list.map(({ after }) => (
                <SourceLink view={view} article={view.articleById.get(after!.article)!} span={after!} />
              ))}
            </p>
          </li>
        ))}
      <Effects view={view} revision={revision} />
      <li>
        <h3>Disclosure</h3>
        <div>
          {revision.disclosed ? (
            <q>{textOf(view, revision.disclosed)}</q>
          ) : (
            <span class="nothing">no notice found</span>
          )}
        </div>
        <p class="note">
          {revision.disclosed && (
            <SourceLink
              view={view}
              article={view.articleById.get(revision.disclosed.article)!}
              span={revision.disclosed}
            />
          )}
        </p>
      </li>
    </ul>
  );
};

/** The one of a change's touches that weighs most. */
function heaviest(touches: Touch[]): Touch {
  return WEIGHTS.find((touch) => touches.includes(touch))!;
}

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
    <a href={entryPath(view.id, article, position?.statement ?? id)}>
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
  <table class="stack diff">
    <caption class="vh">Changed sentences, the earlier version beside the later</caption>
    <thead>
      <tr>
        <th scope="col" class="g">
          Change
        </th>
        {[from, to].map((article) => (
          <th scope="col">
            <a href={articlePath(view.id, article.article.id)}>
              <bdi>{article.label}</bdi>
            </a>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
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
    </tbody>
  </table>
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
