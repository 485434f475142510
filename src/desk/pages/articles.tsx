/** All articles of a story, by the day they were published. */
import type { FC } from 'hono/jsx';
import { articlePath } from '../links.ts';
import { Frame } from '../parts/frame.tsx';
import { Published, PublishedEvidence, versionWords } from '../parts/published.tsx';
import { count } from '../parts/words.tsx';
import { type StoryView, titleOf } from '../view.ts';

export const ArticlesPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => (
  <Frame title={`Articles · ${view.name} · Readout`} assets={assets} view={view} room="articles">
    <header class="head">
      <div>
        <h1>Articles</h1>
        <p class="dek">
          {count(view.articles.length, 'article')}, by the day of publication. Versions and copies of one text are one
          family.
        </p>
      </div>
      <p class="acts noprint">
        <a href={`/story/${view.id}/record.json`}>JSON</a>
      </p>
    </header>
    {view.articles.length === 0 ? (
      <p class="nothing">nothing found: this story has no article yet</p>
    ) : (
      <table class="stack articles">
        <caption class="vh">Articles of this story</caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Outlet</th>
            <th scope="col">Published</th>
            <th scope="col">Family</th>
            <th scope="col" class="num">
              Statements
            </th>
          </tr>
        </thead>
        <tbody>
          {view.articles.map((article) => (
            <tr>
              <th scope="row">
                <a href={articlePath(view.id, article.article.id)}>
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
        </tbody>
      </table>
    )}
  </Frame>
);
