/** Everybody that the record names, by party. */
import type { FC } from 'hono/jsx';
import type { Actor } from '../../model/record.ts';
import { actorPath } from '../links.ts';
import { AsOfWords } from '../parts/as-of-field.tsx';
import { Frame } from '../parts/frame.tsx';
import { count } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

export const ActorsPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const spoken = new Map<string, number>();
  for (const { speaker } of view.record.statements)
    if (speaker !== null) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
  const said = ({ id }: Actor): number => spoken.get(id) ?? 0;
  const actors = [...view.record.actors].sort(
    (a, b) => said(b) - said(a) || b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1),
  );
  return (
    <Frame title={`Who is who · ${view.name} · Readout`} assets={assets} view={view} room="actors">
      <header class="head">
        <p class="crumb note">
          {count(actors.length, 'name')}
          <AsOfWords view={view} />
        </p>
        <div>
          <h1>Who is who</h1>
          <p class="dek">Those who speak, act, meet or hold a position, by number of statements.</p>
        </div>
      </header>
      {actors.length === 0 ? (
        <p class="nothing">nothing found in these articles</p>
      ) : (
        <table class="stack actors">
          <caption class="vh">Names, sides and numbers of statements</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Roles as written</th>
              <th scope="col">Side</th>
              <th scope="col" class="num">
                Statements
              </th>
              <th scope="col" class="num">
                Mentions
              </th>
            </tr>
          </thead>
          <tbody>
            {actors.map((actor) => (
              <tr>
                <th scope="row">
                  <span class={`pty p${view.slotOf(actor.id)}`}>
                    <a href={actorPath(view.id, actor.id)}>
                      <bdi>{actor.name}</bdi>
                    </a>
                  </span>
                </th>
                <td data-h="Kind">{actor.kind}</td>
                <td data-h="Roles">
                  {actor.roles.length === 0 ? (
                    <span class="nothing">none told</span>
                  ) : (
                    <bdi>{actor.roles.join('; ')}</bdi>
                  )}
                </td>
                <td data-h="Side">
                  {actor.side === null ? (
                    <span class="nothing">none found</span>
                  ) : (
                    <bdi>{view.actors.get(actor.side)?.name ?? actor.side}</bdi>
                  )}
                </td>
                <td class="num" data-h="Statements">
                  {said(actor)}
                </td>
                <td class="num" data-h="Mentions">
                  {actor.mentions.length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
};
