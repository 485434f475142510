import type { FC } from 'hono/jsx';
import { isHeld, type LogLine, sinceWords } from '../encounters.ts';
import { encounterPath } from '../links.ts';
import type { StoryView } from '../view.ts';
import { durationWords, encounterKind, Participants } from './encounter.tsx';
import { Table } from './room.tsx';
import { SourceLink, When } from './words.tsx';

interface EncounterLogProps {
  view: StoryView;
  lines: LogLine[];
  caption: string;
  /** Between all and sundry the days mean nothing. */
  gaps?: boolean;
  /** The id of the one whose page this is. */
  here?: string;
}

/** A table of calls and meetings, with the days between them. */
export const EncounterLog: FC<EncounterLogProps> = ({ view, lines, caption, gaps = true, here }) => (
  <Table
    class={gaps ? 'log gaps' : 'log'}
    caption={caption}
    heads={['When', ...(gaps ? ['#Days since'] : []), 'What', 'Who', 'How long', 'Topics told', 'Known from']}
  >
    {lines.map((line) => (
      <Line view={view} line={line} gaps={gaps} isHere={line.encounter.id === here} />
    ))}
  </Table>
);

const Line: FC<{ view: StoryView; line: LogLine; gaps: boolean; isHere: boolean }> = (props) => {
  const { view, line, gaps, isHere } = props;
  const { encounter } = line;
  const { kind, duration, topics, evidence } = encounter;
  const span = evidence[0]!;
  return (
    <tr class={isHeld(encounter) ? undefined : 'unheld'}>
      <th scope="row">
        <When range={encounter.date} />
      </th>
      {gaps && (
        <td class="num" data-h="Days since">
          {sinceWords(line) ?? <span class="dim">–</span>}
        </td>
      )}
      <td data-h="What">
        {isHere ? (
          <b>this {kind}</b>
        ) : (
          <a class="nb" href={encounterPath(view.path, encounter.id)}>
            {encounterKind(encounter)}
            <span class="vh"> and its accounts</span>
          </a>
        )}
      </td>
      <td data-h="Who">
        <Participants view={view} encounter={encounter} />
      </td>
      <td data-h="How long">
        <span class="nb">{duration === null ? <span class="nothing">not told</span> : durationWords(duration)}</span>
      </td>
      <td data-h="Topics told">
        {topics.length > 0 ? <bdi>{topics.join('; ')}</bdi> : <span class="nothing nb">none told</span>}
      </td>
      <td data-h="Known from">
        <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} entry={encounter.id} />
      </td>
    </tr>
  );
};
