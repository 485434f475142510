/** Calls and meetings: all of them, then the log of each two who met, with the gaps. */
import type { FC } from 'hono/jsx';
import { encountersOf, logOf, longestGap, type PairLog, pairLogs } from '../encounters.ts';
import { encountersPath } from '../links.ts';
import { Choice } from '../parts/choice.tsx';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { LogStrip } from '../parts/log-strip.tsx';
import { Ask, NothingFound, RoomPage, Section } from '../parts/room.tsx';
import { count, Party } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

interface EncountersPageProps {
  view: StoryView;
  who: string | undefined;
  kind: string | undefined;
  assets: string;
}

// Pairs beyond these stand in the whole log only.
const SHOWN_PAIRS = 12;
const KINDS = [
  ['call', 'calls'],
  ['meeting', 'meetings'],
  ['visit', 'visits'],
  ['talks', 'rounds of talks'],
] as const;

export const EncountersPage: FC<EncountersPageProps> = ({ view, who, kind, assets }) => {
  const all = view.record.encounters;
  const found = (who ? encountersOf(view, who) : all).filter((encounter) => !kind || encounter.kind === kind);
  const pairs = pairLogs(view, found);
  const lines = logOf(found);
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="encounters"
      title="Calls and meetings"
      crumb={`${found.length < all.length ? `${found.length} of ${all.length}` : all.length} in the record`}
      dek="Held, planned and cancelled, oldest first. A gap is one of this record: no article of it tells of a call or meeting between."
    >
      <Ask action={encountersPath(view.path)} legend="Which calls and meetings">
        Show <Choice name="kind" label="Kind" value={kind} none="calls and meetings" options={KINDS} /> of{' '}
        <Choice name="who" label="Who took part" value={who} none="anyone" options={participantsOf(view)} />.
      </Ask>
      {found.length === 0 ? (
        <NothingFound>
          Searched: {KINDS.find(([key]) => key === kind)?.[1] ?? 'calls and meetings'} of{' '}
          {who ? view.nameOf(who) : 'anyone'}, in {count(view.articles.length, 'article')}. It does not mean that nobody
          met.
        </NothingFound>
      ) : (
        <>
          <div class="opening">
            <Section
              id="log"
              title={who ? <Party view={view} id={who} /> : 'All of them'}
              aside={count(found.length, 'entry', 'entries')}
            >
              {who && <LogStrip lines={lines} />}
              <EncounterLog view={view} lines={lines} caption="All calls and meetings" gaps={who !== undefined} />
            </Section>
          </div>
          {pairs.length === 0 ? (
            <p class="note below">No two of them are told to have met twice, so there is no log of a pair.</p>
          ) : (
            pairs.slice(0, SHOWN_PAIRS).map((log, i) => <Pair view={view} log={log} id={`pair-${i + 1}`} />)
          )}
        </>
      )}
    </RoomPage>
  );
};

const Pair: FC<{ view: StoryView; log: PairLog; id: string }> = ({ view, log: { pair, lines }, id }) => {
  const gap = longestGap(lines);
  return (
    <Section
      id={id}
      class="pair"
      title={
        <>
          <Party view={view} id={pair[0]} /> and <Party view={view} id={pair[1]} />
        </>
      }
      aside={`${count(lines.length, 'entry', 'entries')} between these two${gap === null ? '' : `, the longest gap ${count(gap, 'day')}`}`}
    >
      <LogStrip lines={lines} />
      <EncounterLog view={view} lines={lines} caption="Between these two" />
    </Section>
  );
};

function participantsOf(view: StoryView): [string, string][] {
  const counts = new Map<string, number>();
  for (const { participants } of view.record.encounters)
    for (const id of participants) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => [id, view.nameOf(id)]);
}
