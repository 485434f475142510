/** Calls and meetings in short, for lists and margins. */
import type { FC } from 'hono/jsx';
import type { Encounter } from '../../model/record.ts';
import type { StoryView } from '../view.ts';
import { capital, count, Party } from './words.tsx';

/** "Call", "Planned talks", "Cancelled visit". */
export function encounterKind({ kind, status, planned }: Encounter): string {
  const state = status ?? (planned ? 'planned' : 'held');
  return capital(state === 'held' ? kind : `${state} ${kind}`);
}

/** "Call, A and B". */
export function encounterWords(view: StoryView, encounter: Encounter): string {
  const names = encounter.participants.map(view.nameOf);
  return `${encounterKind(encounter)}${names.length > 0 ? `, ${joinNames(names)}` : ''}`;
}

export const Participants: FC<{ view: StoryView; encounter: Encounter }> = ({ view, encounter }) => {
  const ids = encounter.participants;
  if (ids.length === 0) return <span class="nothing">who is not told</span>;
  return (
    <>
      {ids.map((id, i) => (
        <>
          {i > 0 && (i === ids.length - 1 ? ' and ' : ', ')}
          <Party view={view} id={id} />
        </>
      ))}
    </>
  );
};

/** "A, B and C". */
export function joinNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "35 minutes", "9 hours", "2 hours 20 minutes". */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes < 120 && rest > 0) return count(minutes, 'minute');
  return `${count(hours, 'hour')}${rest === 0 ? '' : ` ${count(rest, 'minute')}`}`;
}
