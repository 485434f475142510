/** One issue: what each party was told to want on it, in lanes, oldest first, with the words. */
import type { FC } from 'hono/jsx';
import { disputePath, statePath } from '../links.ts';
import type { Cell, Row } from '../matrix.ts';
import { disputeName, disputeState } from '../parts/dispute.tsx';
import { daysOf, HistoryLine } from '../parts/history-line.tsx';
import { IssueForms } from '../parts/issue-forms.tsx';
import { Contested, Steps, stanceWords } from '../parts/position.tsx';
import { RoomPage, Section } from '../parts/room.tsx';
import { count, Party } from '../parts/words.tsx';
import type { KeptEdit } from '../source.ts';
import type { StoryView } from '../view.ts';

export interface IssuePageProps {
  view: StoryView;
  row: Row;
  /** What a user changed about the story's issues; null where the desk keeps no edits. */
  edits: KeptEdit[] | null;
  assets: string;
}

export const IssuePage: FC<IssuePageProps> = ({ view, row, edits, assets }) => {
  const { issue, weight } = row;
  const days = daysOf(view);
  const lanes = [...row.cells.values()].sort((a, b) => b.steps.length - a.steps.length);
  const disputes = [
    ...new Set([
      ...view.record.disputes.filter((dispute) => dispute.issue === issue.id),
      ...lanes.flatMap((lane) => lane.disputes),
    ]),
  ];
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="state"
      title={issue.label}
      heading={<bdi>{issue.label}</bdi>}
      crumb={
        <>
          <a href={statePath(view.path)}>State of play</a> · {count(weight.passages, 'passage')} of{' '}
          {count(lanes.length, 'party', 'parties')}
        </>
      }
      dek={
        <>
          What each party was told to want, the oldest first, with how it moved.
          {issue.terms.length > 0 && (
            <>
              {' '}
              In the articles: <bdi>{issue.terms.join(', ')}</bdi>.
            </>
          )}
        </>
      }
    >
      {lanes.length === 0 ? (
        <p class="opening nothing">nothing found: no party takes a position on it in these articles</p>
      ) : (
        <div class="lanes opening">
          {lanes.map((lane, i) => (
            <Lane view={view} lane={lane} days={days} id={`lane-${i + 1}`} />
          ))}
        </div>
      )}
      <Section id="disputes" class="others" title="In dispute">
        {disputes.length === 0 ? (
          <p class="nothing">nothing found in dispute on this issue</p>
        ) : (
          <ul class="rows">
            {disputes.map((dispute) => (
              <li>
                <a href={disputePath(view.path, dispute.id)}>
                  <bdi>{disputeName(view, dispute)}</bdi>
                </a>
                , <span class="note">{disputeState(dispute)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {edits !== null && <IssueForms view={view} issue={issue} edits={edits} />}
    </RoomPage>
  );
};

const Lane: FC<{ view: StoryView; lane: Cell; days: [number, number] | null; id: string }> = (props) => {
  const { view, lane, days, id } = props;
  return (
    <section class="lane" aria-labelledby={id}>
      <h2 id={id}>
        <Party view={view} id={lane.holder} />
      </h2>
      <p class="note">
        now <b>{stanceWords(lane.steps.at(-1)!.position)}</b> <Contested cell={lane} />
      </p>
      <HistoryLine view={view} cell={lane} days={days} />
      <Steps view={view} cell={lane} />
    </section>
  );
};
