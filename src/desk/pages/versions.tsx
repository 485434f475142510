/** Versions and copies of one text: the families, and what each version changed. */
import type { FC } from 'hono/jsx';
import type { Revision } from '../../model/record.ts';
import { articlePath, versionPath } from '../links.ts';
import { Published } from '../parts/published.tsx';
import { NothingFound, RoomPage, Section, Table } from '../parts/room.tsx';
import { count } from '../parts/words.tsx';
import { type FamilyView, familiesOf } from '../versions.ts';
import { type StoryView, titleOf } from '../view.ts';

export const VersionsPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const families = familiesOf(view);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="versions"
      title="Versions"
      crumb={`${count(families.length, 'text')} in more than one version or copy`}
      dek="Articles that are one text: copies, revisions and rewrites, the earliest first. Each opens on what it changed."
    >
      {families.length === 0 ? (
        <NothingFound>
          Searched: {count(view.articles.length, 'article')}. No two of them are versions or copies of one text.
        </NothingFound>
      ) : (
        families.map((family, i) => <Family view={view} family={family} id={`family-${i + 1}`} />)
      )}
    </RoomPage>
  );
};

const Family: FC<{ view: StoryView; family: FamilyView; id: string }> = ({ view, family, id }) => {
  const { articles, revisions } = family;
  return (
    <Section
      id={id}
      class="family"
      title={<bdi>{titleOf(articles[0]!.article)}</bdi>}
      aside={count(articles.length, 'version or copy', 'versions and copies')}
    >
      <Table
        caption="Versions and what each changed"
        heads={['Version', 'Published', 'Sentences changed', 'Disclosed']}
      >
        {articles.map((article) => {
          const revision = revisions.find(({ to }) => to === article.article.id);
          return (
            <tr>
              <th scope="row">
                <a href={articlePath(view.path, article.article.id)}>
                  <bdi>{article.label}</bdi>
                </a>{' '}
                <span class="note dim">
                  <bdi>{titleOf(article.article)}</bdi>
                </span>
              </th>
              <td data-h="Published">
                <Published article={article} />
              </td>
              <td data-h="Changed">
                {revision ? (
                  <a href={versionPath(view.path, revision.from, revision.to)}>{changeWords(revision)}</a>
                ) : (
                  <span class="nothing">the earliest known</span>
                )}
                {revision && (
                  <span class="note line">
                    against <bdi>{view.articleById.get(revision.from)!.label}</bdi>
                  </span>
                )}
              </td>
              <td data-h="Disclosed">{revision ? disclosedWords(revision) : <span class="dim">–</span>}</td>
            </tr>
          );
        })}
      </Table>
    </Section>
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
