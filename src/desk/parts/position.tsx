/** Positions in words: who says so, how it moved, the passages that it rests on. */
import type { FC } from 'hono/jsx';
import type { Position, Statement } from '../../model/record.ts';
import { isDoubtful } from '../../model/standing.ts';
import { disputePath } from '../links.ts';
import type { Cell, Step } from '../matrix.ts';
import type { StoryView } from '../view.ts';
import { disputeName, disputeState } from './dispute.tsx';
import { InContext, quotedWords, SourceLink, speakerWords, When } from './words.tsx';

/** "is undecided on", "demands". */
export const stanceWords = ({ stance }: Position): string => (stance === 'undecided' ? 'undecided on' : stance);

/** On whose word it stands: "as told by Ana Lind", "as reported"; null where the holder itself says it. */
export function basisWords(view: StoryView, position: Position): string | null {
  const statement = position.statement === null ? undefined : view.statements.get(position.statement);
  const speaker = statement ? byWords(view, statement) : null;
  switch (position.basis) {
    case 'opponent':
      return `as told by ${speaker ?? 'another party'}`;
    case 'narration':
      return position.within ? `${position.within}, as reported` : 'as reported';
    case 'unnamed official':
      return speaker ?? 'an official without a name';
    case 'spokesperson':
      return speaker === null ? 'by a spokesperson' : `by ${speaker}, spokesperson`;
    default:
      return position.within ? `by ${position.within}` : null;
  }
}

/** The one who says it, as it stands after "by": in small letters where it is no name; null where it is only "it". */
function byWords(view: StoryView, statement: Statement): string | null {
  if (statement.speaker !== null) return view.nameOf(statement.speaker);
  if (!statement.source) return null;
  const words = speakerWords(view, statement);
  if (words.startsWith('“')) return null;
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** True where the holder is not itself the one who says so. */
export const isSecondHand = ({ basis }: Position): boolean =>
  basis === 'opponent' || basis === 'narration' || basis === 'unnamed official';

/** What was found to be in dispute about a cell, in words. */
export const Contested: FC<{ cell: Cell }> = ({ cell }) => {
  if (cell.contested === null) return null;
  return <span class="contest">{cell.contested === 'now' ? 'in dispute' : 'earlier words in dispute'}</span>;
};

/** A word for what the program itself would not lean on. */
export const Doubtful: FC<{ position: Position }> = ({ position }) =>
  isDoubtful(position) ? <span class="doubtful">doubtful</span> : null;

/** The history of a cell, oldest first, each step with its words. */
export const Steps: FC<{ view: StoryView; cell: Cell }> = ({ view, cell }) => (
  <ol class="steps">
    {cell.steps.map((step) => (
      <StepItem view={view} step={step} />
    ))}
  </ol>
);

const StepItem: FC<{ view: StoryView; step: Step }> = ({ view, step }) => {
  const { position, told } = step;
  const article = view.articleById.get(position.evidence[0]!.article)!;
  const basis = basisWords(view, position);
  return (
    <li>
      <div>
        <span class="stance">{stanceWords(position)}</span>
        <Doubtful position={position} />
        {position.change && <span class="moved">{position.change}</span>}
        <span class="when">
          <When range={position.date} />
        </span>
      </div>
      <div>
        <InContext article={article.article} spans={inOne(position)} />
        {position.redLine && <p class="note strong">told as a line that must not be crossed</p>}
        {(position.conditions ?? []).map(({ evidence }) => (
          <p class="note">
            on condition: <q>{quotedWords(view.articleById.get(evidence[0]!.article)!.article.text, evidence)}</q>
          </p>
        ))}
        {isDoubtful(position) && (
          <p class="note">
            Doubtful: of such readings about {Math.round(position.confidence! * 100)} in 100 hold. Check the words.
          </p>
        )}
        <p class="note">
          <bdi>{basis ?? 'its own words'}</bdi> · <Sources view={view} told={told} />
        </p>
      </div>
    </li>
  );
};

/** The evidence in the article that its first span stands in. */
const inOne = ({ evidence }: Position): Position['evidence'] =>
  evidence.filter(({ article }) => article === evidence[0]!.article).sort((a, b) => a.start - b.start);

const Sources: FC<{ view: StoryView; told: Position[] }> = ({ view, told }) => (
  <>
    {told.map((position, i) => {
      const span = position.evidence[0]!;
      const article = view.articleById.get(span.article)!;
      return (
        <>
          {i === 1 && ' · also in '}
          {i > 1 && ', '}
          <SourceLink view={view} article={article} span={span} entry={position.statement ?? undefined} />
        </>
      );
    })}
  </>
);

/** Links to the disputes that touch a cell. */
export const DisputeLinks: FC<{ view: StoryView; cell: Cell }> = ({ view, cell }) => {
  if (cell.disputes.length === 0) return <p class="nothing">nothing found in dispute</p>;
  return (
    <ul class="rows note">
      {cell.disputes.map((dispute) => (
        <li>
          <a href={disputePath(view.path, dispute.id)}>
            <bdi>{disputeName(view, dispute)}</bdi>
          </a>
          , {disputeState(dispute)}
        </li>
      ))}
    </ul>
  );
};
