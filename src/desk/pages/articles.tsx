/** All articles of a story, by the day they were published. */
import type { FC } from 'hono/jsx';
import { articlePath } from '../links.ts';
import { Published, PublishedEvidence, versionWords } from '../parts/published.tsx';
import { RoomPage, Table } from '../parts/room.tsx';
import { count } from '../parts/words.tsx';
import { type StoryView, titleOf } from '../view.ts';

export const ArticlesPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => (
  <RoomPage
    view={view}
    assets={assets}
    room="articles"
    title="Articles"
    dek={`${count(view.articles.length, 'article')}, by the day of publication. Versions and copies of one text are one family.`}
    acts={<a href={`${view.path}/record.json`}>JSON</a>}
  >
    {view.articles.length === 0 ? (
      <p class="nothing">nothing found: this story has no article yet</p>
    ) : (
      <Table
        class="articles"
        caption="Articles of this story"
        heads={['Article', 'Outlet', 'Published', 'Family', '#Statements']}
      >
        {view.articles.map((article) => (
          <tr>
            <th scope="row">
              <a href={articlePath(view.path, article.article.id)}>
                <bdi>{titleOf(article.article)}</bdi>
              </a>
              <span class="note dim">
                <bdi>{article.short}</bdi>
              </span>
            </th>
            <td data-h="Outlet">
              {article.article.outlet === null ? (
                <span class="nothing">not named</span>
              ) : (
                <bdi>{article.article.outlet}</bdi>
              )}
            </td>
            <td data-h="Published">
              <Published article={article} />
              <PublishedEvidence view={view} article={article} />
            </td>
            <td data-h="Family">{versionWords(article) ?? 'stands alone'}</td>
            <td data-h="Statements" class="num">
              {article.statements.length}
            </td>
          </tr>
        ))}
      </Table>
    )}
  </RoomPage>
);
