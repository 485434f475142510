/** Changed sentences, the two versions side by side or in one column. */
import type { FC } from 'hono/jsx';
import { articlePath } from '../links.ts';
import type { Change } from '../versions.ts';
import { type ArticleView, directionOf, type StoryView } from '../view.ts';
import { Marked, TOUCH_WORDS } from './marked.tsx';
import { Table } from './room.tsx';
import { SourceLink } from './words.tsx';

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

export const SideDiff: FC<SideProps> = ({ view, changes, from, to }) => (
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

export const InlineDiff: FC<{ view: StoryView; changes: Change[] }> = ({ view, changes }) => (
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
