/** What matters first about a revision: the changes that weigh, what they did to the record, whether they were disclosed. */
import type { FC } from 'hono/jsx';
import type { Revision } from '../../model/record.ts';
import { entryPath } from '../links.ts';
import { type Change, heaviest, WEIGHTS } from '../versions.ts';
import type { StoryView } from '../view.ts';
import { Marked, TOUCH_WORDS, textOf } from './marked.tsx';
import { count, SourceLink } from './words.tsx';

interface VersionProps {
  view: StoryView;
  revision: Revision;
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
export const Weigh: FC<VersionProps & { changes: Change[] }> = ({ view, revision, changes }) => {
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
