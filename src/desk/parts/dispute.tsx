/** Disputes in words, and one of them in a list. */
import type { FC } from 'hono/jsx';
import type { DateRange, Dispute } from '../../model/record.ts';
import { disputePath, issuePath, wordsPath } from '../links.ts';
import { directionOf, type StoryView } from '../view.ts';
import { capital, quotedWords, When } from './words.tsx';

const KINDS: Record<Dispute['kind'], string> = {
  denial: 'denial',
  contradiction: 'contradiction',
  figures: 'figures that cannot both hold',
};

export const disputeKind = ({ kind, self }: Dispute): string =>
  self ? 'one party against its own earlier words' : KINDS[kind];

/** "reported, open": whether an article calls it so, and where it stands. */
export const disputeState = ({ reported, settled }: Dispute): string =>
  `${reported ? 'reported as such' : 'found by comparing'}, ${settled ? 'settled' : 'open'}`;

export const sideName = (view: StoryView, actor: string | null): string =>
  actor === null ? 'a source not named' : view.nameOf(actor);

/** "Ana Lind against the ministry", "Ana Lind, then and now". */
export function disputeName(view: StoryView, dispute: Dispute): string {
  const names = [...new Set(dispute.sides.map(({ actor }) => sideName(view, actor)))];
  const text =
    names.length === 1 && dispute.self
      ? `${names[0]}, then and now`
      : names.length === 1
        ? `${names[0]}, told two ways`
        : `${names.slice(0, -1).join(', ')} against ${names.at(-1)}`;
  return capital(text);
}

/** When the article that tells of it was published. */
export const disputeDay = (view: StoryView, { evidence: [first] }: Dispute): DateRange =>
  view.articleById.get(first!.article)!.article.published;

/** A dispute in a list: who against whom, what kind, both claims. */
export const DisputeItem: FC<{ view: StoryView; dispute: Dispute }> = ({ view, dispute }) => {
  const issue = view.record.issues.find(({ id }) => id === dispute.issue);
  return (
    <li>
      <p class="date">
        <When range={disputeDay(view, dispute)} format={{ year: false }} /> <br />
        {dispute.reported ? 'reported' : 'found'}, {dispute.settled ? 'settled' : <span class="acc">open</span>}
      </p>
      <div>
        <h3 class="what">
          <a href={disputePath(view.path, dispute.id)}>
            <bdi>{disputeName(view, dispute)}</bdi>
          </a>
        </h3>
        {dispute.sides.map(({ actor, evidence, claim }) => {
          const article = view.articleById.get(evidence[0]!.article)!;
          return (
            <p class="q small" dir={directionOf(article.article)}>
              <span class="note">
                <bdi>{sideName(view, actor)}</bdi>:
              </span>{' '}
              <a class="plainlink" href={wordsPath(view.path, evidence[0]!)}>
                {dispute.kind === 'figures' ? claim : quotedWords(article.article.text, [evidence[0]!])}
              </a>
            </p>
          );
        })}
        <p class="note">
          {disputeKind(dispute)}
          {issue && (
            <>
              {' '}
              · <a href={issuePath(view.path, issue.id)}>{issue.label}</a>
            </>
          )}
        </p>
      </div>
    </li>
  );
};
