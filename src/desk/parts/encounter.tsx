/** Calls, meetings and figures in short, for lists and margins. */
import type { FC } from 'hono/jsx';
import type { Encounter, Figure } from '../../model/record.ts';
import type { StoryView } from '../view.ts';
import { Party } from './words.tsx';

const KINDS: Record<Encounter['kind'], string> = { call: 'Call', meeting: 'Meeting', visit: 'Visit', talks: 'Talks' };

export function encounterKind({ kind, planned }: Encounter): string {
  return planned ? `Planned ${kind}` : KINDS[kind];
}

/** "Call, A and B". */
export function encounterWords(view: StoryView, encounter: Encounter): string {
  const names = encounter.participants.map((id) => view.actors.get(id)?.name ?? id);
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
          <Party view={view} id={id} link />
        </>
      ))}
    </>
  );
};

function joinNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "at least 1,300,000 tons": the bound, the number, its unit unless what is counted names it already. */
export function figureNumber({ bound, value, unit, measure }: Figure): string {
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
  return `${bound === 'exactly' ? '' : `${bound} `}${number}${unit === null || measure.includes(unit) ? '' : ` ${unit}`}`;
}
