/** Everybody that the record names, by party. */
import type { FC } from 'hono/jsx';
import type { Actor } from '../../model/record.ts';
import { statementsPath } from '../links.ts';
import { rolesOf, SideOf } from '../parts/actor.tsx';
import { RoomPage, Table } from '../parts/room.tsx';
import { count, Party } from '../parts/words.tsx';
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
    <RoomPage
      view={view}
      assets={assets}
      room="actors"
      title="Who is who"
      crumb={count(actors.length, 'name')}
      dek="Those who speak, act, meet or hold a position, by number of statements."
    >
      {actors.length === 0 ? (
        <p class="nothing">nothing found in these articles</p>
      ) : (
        <Table
          class="actors"
          caption="Names, sides and numbers of statements"
          heads={['Name', 'Kind', 'Roles as written', 'Side', '#Statements', '#Mentions']}
        >
          {actors.map((actor) => (
            <tr>
              <th scope="row">
                <Party view={view} id={actor.id} />
              </th>
              <td data-h="Kind">{actor.kind}</td>
              <td data-h="Roles">
                {actor.roles.length === 0 ? (
                  <span class="nothing">none told</span>
                ) : (
                  <bdi>{rolesOf(actor).join('; ')}</bdi>
                )}
              </td>
              <td data-h="Side">
                <SideOf view={view} actor={actor} />
              </td>
              <td class="num" data-h="Statements">
                {said(actor) === 0 ? (
                  0
                ) : (
                  <a href={statementsPath(view.path, { speaker: actor.id })}>
                    {said(actor)}
                    <span class="vh"> by {actor.name}</span>
                  </a>
                )}
              </td>
              <td class="num" data-h="Mentions">
                {actor.mentions.length}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </RoomPage>
  );
};
