import type { FC } from 'hono/jsx';
import { isHeld, type LogLine, sinceWords } from '../encounters.ts';
import { encounterPath } from '../links.ts';
import type { StoryView } from '../view.ts';
import { encounterKind, Participants } from './encounter.tsx';
import { SourceLink, When } from './words.tsx';

interface EncounterLogProps {
  view: StoryView;
  lines: LogLine[];
  caption: string;
  /** The id of the one whose page this is. */
  here?: string;
}

/** A table of calls and meetings with the days between them. */
export const EncounterLog: FC<EncounterLogProps> = ({ view, lines, caption, here }) => (
  <table class="stack log">
    <caption class="vh">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col" class="num">
          Days since
        </th>
        <th scope="col">What</th>
        <th scope="col">Who</th>
        <th scope="col">Minutes</th>
        <th scope="col">Topics told</th>
        <th scope="col">Known from</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <Line view={view} line={line} here={line.encounter.id === here} />
      ))}
    </tbody>
  </table>
);

const Line: FC<{ view: StoryView; line: LogLine; here: boolean }> = ({ view, line, here }) => {
  const { encounter } = line;
  const span = encounter.evidence[0]!;
  return (
    <tr>
      <th scope="row">
        <When range={encounter.date} />
      </th>
      <td class="num" data-h="Days since">
        {sinceWords(line) ?? <span class="dim">–</span>}
      </td>
      <td data-h="What">
        {here ? (
          <b>this {encounter.kind}</b>
        ) : (
          <a href={encounterPath(view.id, encounter.id, { 'as-of': view.asOf ?? undefined })}>
            {encounterKind(encounter)}
            <span class="vh"> and its accounts</span>
          </a>
        )}
        {!isHeld(encounter) && encounter.status !== 'planned' && <span class="note"> {encounter.status}</span>}
      </td>
      <td data-h="Who">
        <Participants view={view} encounter={encounter} />
      </td>
      <td data-h="Minutes">{encounter.duration ?? <span class="nothing">not told</span>}</td>
      <td data-h="Topics told">
        {encounter.topics.length > 0 ? (
          <bdi>{encounter.topics.join('; ')}</bdi>
        ) : (
          <span class="nothing">none told</span>
        )}
      </td>
      <td data-h="Known from">
        <SourceLink view={view} article={view.articleById.get(span.article)!} span={span} entry={encounter.id} />
      </td>
    </tr>
  );
};
