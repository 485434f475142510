/** A story of many parties and issues, with long labels and doubtful positions: the matrix must stay usable. */
import type { Actor, Article, Position, StoryRecord } from '../../src/model/record.ts';
import { emptyRecord } from '../support/empty-record.ts';

const STANCES: Position['stance'][] = ['demands', 'offers', 'rejects', 'accepts', 'opposes'];
const MATTERS = ['fisheries', 'loss and damage', 'harbour dues', 'the lighthouse fund', 'crew rest', 'pilotage'];
const text = 'The delegation set out where it stands on each matter in turn. ';

const day = (n: number) => {
  const iso = new Date(Date.UTC(2031, 4, 1 + n)).toISOString().slice(0, 10);
  return { earliest: iso, latest: iso };
};

/** `parties` negotiate on `issues`; one bystander takes one stand; every ninth position is doubtful. */
export function crowdedRecord(parties: number, issues: number): StoryRecord {
  const articles = Array.from({ length: 40 }, (_, i): Article => {
    const published = { ...day(i), basis: 'given' as const, evidence: [] };
    const id = `report-${String(i + 1).padStart(2, '0')}`;
    const title = `Delegations set out their positions, day ${i + 1}`;
    const rest = { authors: [], language: 'en', boilerplate: [], family: id };
    return { id, source: `${id}.txt`, title, outlet: 'Summit Daily', published, text: text.repeat(4), ...rest };
  });
  const actor = (id: string, name: string, fields: Partial<Actor> = {}): Actor => {
    const rest = { roles: [], aliases: [], mentions: [] };
    return { id, name, kind: 'government', side: id, ...rest, ...fields };
  };
  const party = { role: 'negotiates' as const, evidence: [] };
  const actors = Array.from({ length: parties }, (_, i) =>
    actor(`party-${i}`, i % 5 === 4 ? `Confederation of Outer Island Harbour Towns ${i}` : `Country ${i}`, { party }),
  );
  const labels = Array.from({ length: issues }, (_, i) =>
    i % 7 === 3
      ? `Rules for ${MATTERS[i % 6]!} in the waters beyond the outer banks, and who is to pay for them ${i}`
      : `${MATTERS[i % 6]!} ${i}`,
  );
  const positions = labels.flatMap((label, i) =>
    // The first issues are shared by all, the last ones are one party's own.
    actors.slice(0, Math.max(1, parties - Math.floor(i / 2))).flatMap(({ id }, j): Position[] => {
      const passages = (i * 7 + j * 3) % 5 === 0 ? 3 : (i + j) % 3 === 0 ? 0 : 1;
      return Array.from({ length: passages }, (_, k): Position => {
        const n = (i * 11 + j * 5 + k * 13) % 40;
        return {
          id: `p-${i}-${j}-${k}`,
          holder: id,
          issue: `issue-${i}`,
          stance: STANCES[(i + j + k) % 5]!,
          proposition: `${label} to be settled before round ${n + 1} ends`,
          date: day(n),
          statement: null,
          change: k === 0 ? 'new' : 'hardened',
          basis: 'own words',
          evidence: [{ article: articles[n]!.id, start: 0, end: 63 }],
          ...((i + j) % 9 === 0 ? { confidence: 0.31 } : {}),
        };
      });
    }),
  );
  const stray: Position = {
    id: 'p-stray',
    holder: 'bystander',
    issue: 'issue-stray',
    stance: 'opposes',
    proposition: 'the whole summit',
    date: day(3),
    statement: null,
    change: 'new',
    basis: 'own words',
    evidence: [{ article: articles[3]!.id, start: 0, end: 63 }],
  };
  return {
    ...emptyRecord(),
    articles,
    actors: [...actors, actor('bystander', 'A Passing Bystander', { kind: 'person', side: null })],
    issues: [
      ...labels.map((label, i) => ({ id: `issue-${i}`, label, terms: [] })),
      { id: 'issue-stray', label: 'The summit itself', terms: [] },
    ],
    positions: [...positions, stray].sort((a, b) => (a.date.latest! < b.date.latest! ? -1 : 1)),
  };
}
