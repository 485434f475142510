/** How one version became the next: what matters first, then sentence by sentence, side by side or in one column. */
import type { FC } from 'hono/jsx';
import type { Revision } from '../../model/record.ts';
import { versionPath, versionsPath } from '../links.ts';
import { InlineDiff, SideDiff } from '../parts/diff.tsx';
import { RoomPage, Section } from '../parts/room.tsx';
import { Weigh } from '../parts/weigh.tsx';
import { count } from '../parts/words.tsx';
import { daysBetween } from '../timeline.ts';
import { type Change, changesOf, isAside } from '../versions.ts';
import { type ArticleView, type StoryView, titleOf } from '../view.ts';
import { changeWords } from './versions.tsx';

interface VersionProps {
  view: StoryView;
  revision: Revision;
}

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
