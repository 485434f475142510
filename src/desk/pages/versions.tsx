/** Versions and copies of one text: the families, and what each version changed. */
import type { FC } from 'hono/jsx';
import type { Revision } from '../../model/record.ts';
import { articlePath, versionPath } from '../links.ts';
import { AsOfWords } from '../parts/as-of-field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Published } from '../parts/published.tsx';
import { count } from '../parts/words.tsx';
import { familiesOf } from '../versions.ts';
import { type StoryView, titleOf } from '../view.ts';

export const VersionsPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const families = familiesOf(view);
  return (
    <Frame title={`Versions · ${view.name} · Readout`} assets={assets} view={view} room="versions">
      <header class="head">
        <p class="crumb note">
          {count(families.length, 'family', 'families')} of more than one text
          <AsOfWords view={view} />
        </p>
        <div>
          <h1>Versions</h1>
          <p class="dek">
            Articles that are one text: copies, revisions and rewrites, the earliest first. Each step opens on what it
            changed.
          </p>
        </div>
      </header>
      {families.length === 0 ? (
        <section class="opening none" aria-labelledby="none">
          <h2 id="none" class="nothing">
            Nothing found
          </h2>
          <p class="plain">
            Searched: {count(view.articles.length, 'article')}. No two of them are versions or copies of one text.
          </p>
        </section>
      ) : (
        families.map(({ articles, revisions }, i) => (
          <section class="family" aria-labelledby={`family-${i}`}>
            <div class="sech">
              <h2 id={`family-${i}`}>
                <bdi>{titleOf(articles[0]!.article)}</bdi>
              </h2>
              <p class="note">{count(articles.length, 'version or copy', 'versions or copies')}</p>
            </div>
            <table class="stack">
              <caption class="vh">Versions and what each changed</caption>
              <thead>
                <tr>
                  <th scope="col">Version</th>
                  <th scope="col">Published</th>
                  <th scope="col">What it changed</th>
                  <th scope="col">Disclosed</th>
                </tr>
              </thead>
              <tbody>
                {articles.map((article) => {
                  const revision = revisions.find(({ to }) => to === article.article.id);
                  return (
                    <tr>
                      <th scope="row">
                        <a href={articlePath(view.id, article.article.id)}>
                          <bdi>{article.label}</bdi>
                        </a>{' '}
                        <span class="note dim">
                          <bdi>{article.short}</bdi>
                        </span>
                      </th>
                      <td data-h="Published">
                        <Published article={article} />
                      </td>
                      <td data-h="Changed">
                        {revision ? (
                          <a href={versionPath(view.id, revision.from, revision.to)}>{changeWords(revision)}</a>
                        ) : (
                          <span class="nothing">the earliest known</span>
                        )}
                      </td>
                      <td data-h="Disclosed">{revision ? disclosedWords(revision) : <span class="dim">–</span>}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        ))
      )}
    </Frame>
  );
};

/** "2 new, 1 gone, 3 changed, 1 moved", or that nothing was. */
export function changeWords({ kind, added, removed, changed, moved = [] }: Revision): string {
  const parts = [
    [added.length, 'new'],
    [removed.length, 'gone'],
    [changed.length, 'changed'],
    [moved.length, 'moved'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  if (told.length === 0) return kind === 'copy' ? 'a copy: the same sentences' : 'no sentence';
  return `${told.join(', ')}`;
}

export function disclosedWords({ kind, disclosed }: Revision): string {
  if (disclosed) return 'yes, by a notice';
  return kind === 'copy' ? 'a copy' : 'no notice found';
}
