/** Calls and meetings: the log by pairs of those who took part, with the gaps, then all of them. */
import type { FC } from 'hono/jsx';
import { encountersOf, logOf, pairLogs } from '../encounters.ts';
import { encountersPath } from '../links.ts';
import { AsOfField, AsOfWords } from '../parts/as-of-field.tsx';
import { Choice } from '../parts/choice.tsx';
import { EncounterLog } from '../parts/encounter-log.tsx';
import { Frame } from '../parts/frame.tsx';
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
  const pairs = pairLogs(found);
  return (
    <Frame title={`Calls and meetings · ${view.name} · Readout`} assets={assets} view={view} room="encounters">
      <header class="head">
        <p class="crumb note">
          {found.length < all.length ? `${found.length} of ${all.length}` : all.length} in the record
          <AsOfWords view={view} />
        </p>
        <div>
          <h1>Calls and meetings</h1>
          <p class="dek">
            Held, planned and cancelled, oldest first. A gap is one of this record: no article of it tells of a call
            between.
          </p>
        </div>
      </header>
      <form class="ask small" action={encountersPath(view.id)}>
        <fieldset>
          <legend class="vh">Which calls and meetings</legend>
          Show <Choice name="kind" label="Kind" value={kind} none="calls and meetings" options={KINDS} /> of{' '}
          <Choice name="who" label="Who took part" value={who} none="anyone" options={participantsOf(view)} />, as of{' '}
          <AsOfField view={view} />.{' '}
          <button class="go" type="submit">
            Show
          </button>
        </fieldset>
      </form>
      {found.length === 0 ? (
        <section class="opening none" aria-labelledby="none">
          <h2 id="none" class="nothing">
            Nothing found
          </h2>
          <p class="plain">
            Searched: {kind ?? 'calls and meetings'} of {who ? (view.actors.get(who)?.name ?? who) : 'anyone'}, in{' '}
            {count(view.articles.length, 'article')}. It does not mean that nobody met.
          </p>
        </section>
      ) : (
        <>
          <section class="opening" aria-labelledby="log">
            <div class="sech">
              <h2 id="log">The log</h2>
              <p class="note">{count(found.length, 'entry', 'entries')}</p>
            </div>
            <EncounterLog view={view} lines={logOf(found)} caption="All calls and meetings" />
          </section>
          {pairs.slice(0, SHOWN_PAIRS).map(({ pair: [one, other], lines }, i) => (
            <section class="pair" aria-labelledby={`pair-${i}`}>
              <div class="sech">
                <h2 id={`pair-${i}`}>
                  <Party view={view} id={one} /> and <Party view={view} id={other} />
                </h2>
                <p class="note">{count(lines.length, 'entry', 'entries')} between these two</p>
              </div>
              <EncounterLog view={view} lines={lines} caption="Between these two" />
            </section>
          ))}
        </>
      )}
    </Frame>
  );
};

function participantsOf(view: StoryView): [string, string][] {
  const counts = new Map<string, number>();
  for (const { participants } of view.record.encounters)
    for (const id of participants) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => [id, view.actors.get(id)?.name ?? id]);
}
