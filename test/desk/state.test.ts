/** The pages of the state of play, as they answer: what stands in them, and what a form changes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskServer, serveDesk } from '../../src/api/server.ts';
import { deskSource } from '../../src/app/desk-source.ts';
import { givenOf } from '../../src/app/read.ts';
import { createReader, type Reader } from '../../src/app/reader.ts';
import { addPaths, exportStory } from '../../src/app/story.ts';
import { createDesk } from '../../src/desk/index.tsx';
import { checkRecord } from '../../src/model/check.ts';
import type { StoryRecord } from '../../src/model/record.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { copyPreparedData } from '../store/prepared.ts';
import { crowdedRecord } from './crowd.ts';
import { STORIES, sourceOf } from './served.ts';
import { standing } from './stand.ts';

const desk = createDesk(sourceOf(STORIES));
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const read = async (path: string): Promise<string> => textOf(await (await desk.request(path)).text());

test('the invented story is a true record', () => expect(checkRecord(standing)).toEqual([]));

describe('the state of play', () => {
  test('tells stance, words, basis, day, movement, and what is not there', async () => {
    const page = await read('/story/standing/state');
    expect(page).toContain('rejects in dispute any back pay is owed');
    expect(page).toContain('7 May 2031 · reversed');
    expect(page).toContain('a red line');
    expect(page).toContain('as told by Ministry of Waters');
    expect(page).toContain('undecided on the quay stays');
    expect(page).toContain('nothing found');
    expect(page).not.toContain('Nobody’s matter');
  });

  test('a repeated demand is one step that stands in two places', async () => {
    const page = await read('/story/standing/state?issue=issue-pay&party=guild');
    expect(page).toContain('also in Coast Wire');
    expect(page.match(/told as a line that must not be crossed/g)).toHaveLength(1);
    expect(page).toContain('on condition: before its back pay');
  });

  test('a day that is none is told', async () => {
    expect(await read('/story/standing/state?as-of=soon')).toContain('“soon” was not understood as a day');
  });

  test('an address with empty fields becomes the short one', async () => {
    const answer = await desk.request('/story/standing/state?as-of=&order=newest');
    expect(answer.headers.get('location')).toBe('/story/standing/state?order=newest');
  });
});

describe('a state of play of many', () => {
  const heads = (html: string): number => html.match(/<thead>.*?<\/thead>/s)![0].match(/<th /g)!.length;

  test('shows the main parties, and folds what nobody in the talks speaks to', async () => {
    const page = await read('/story/crowded/state');
    expect(page).toContain('others who took a stand: 1 holder on 1 further issue');
    expect(page).toMatch(/and \d+ others?/);
    expect(page).toMatch(/nothing found of .*Country/);
    expect(page).toContain('doubtful');
    expect(heads(await (await desk.request('/story/crowded/state')).text())).toBe(6);
  });

  test('shows all holders, or one with the issues that it speaks to, when asked', async () => {
    const all = await (await desk.request('/story/crowded/state?who=all')).text();
    expect(heads(all)).toBe(10);
    expect(textOf(all)).not.toMatch(/and \d+ others?/);
    const one = await read('/story/crowded/state?who=bystander');
    expect(one).toContain('The summit itself');
    expect(one).not.toContain('others who took a stand');
    expect(one.match(/\d+ passages? /g)).toHaveLength(1);
  });

  test('shows the issues that words name', async () => {
    const page = await read('/story/crowded/state?about=HARBOUR+dues');
    expect(page).toContain('harbour dues 2');
    expect(page).not.toContain('pilotage 5');
    expect(await read('/story/crowded/state?about=zeppelins')).toContain('on an issue that names “zeppelins”');
  });

  test('the history says how doubtful a position is', async () => {
    const page = await read('/story/crowded/issue/issue-0');
    expect(page).toContain('Doubtful: of such readings about 31 in 100 hold.');
  });

  test('twenty parties on sixty issues are a page of half a megabyte at most', async () => {
    const stories = { summit: { name: 'Summit', version: 1, record: crowdedRecord(20, 60) } };
    const answer = await createDesk(sourceOf(stories)).request('/story/summit/state?who=all');
    expect((await answer.text()).length).toBeLessThan(500_000);
  });
});

test('an issue that nobody speaks to says so', async () => {
  expect(await read('/story/standing/issue/issue-nobody')).toContain('no party takes a position on it');
});

test('proposals have their terms by phase, their answers, and what counters them', async () => {
  const page = await read('/story/standing/proposals');
  expect(page).toMatch(/phase 1 the guild would keep two lights burning eleven months · one for the other/);
  expect(page).toMatch(/Keepers’ guild now: rejected 5 May 2031 not answered yet.*6 May 2031 rejected/);
  expect(page).toContain('countered by Another plan');
  expect(page).toContain('by whom is not told');
});

test.each([
  ['', 2],
  ['?state=open', 1],
  ['?state=settled&origin=found', 1],
  ['?state=settled&origin=reported', 0],
  ['?state=loud', 2],
])('disputes%s: %i', async (query, count) => {
  expect(await read(`/story/standing/disputes${query}`)).toContain(`${count} dispute${count === 1 ? '' : 's'} found`);
});

test('a dispute shows both passages, who, and what the reporter says', async () => {
  const page = await read('/story/standing/dispute/dispute%20one');
  expect(page).toMatch(/denied on Wednesday that any back pay is owed/);
  expect(page).toContain('reported as such, open');
  expect(page).toContain('The reporter’s own word');
  expect(await read('/story/standing/dispute/dispute-two')).toContain('found by comparing, settled');
});

test.each(['issue/none', 'dispute/none'])('%s is told missing', async (path) => {
  expect((await desk.request(`/story/standing/${path}`)).status).toBe(404);
});

test('where no changes are kept, no page offers any', async () => {
  expect(await read('/story/standing/issue/issue-pay')).not.toContain('Rename');
  const answer = await desk.request('/story/standing/issues/edits', { method: 'POST', body: new URLSearchParams() });
  expect(answer.status).toBe(404);
});

describe('changes of issues', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-edits-'));
  const dock = (file: string): string => join(import.meta.dirname, '../../examples/port-strike', file);
  let store: Store;
  let server: DeskServer;
  let reader: Reader;

  beforeAll(async () => {
    const dataDir = join(folder, 'data');
    await copyPreparedData(dataDir);
    store = await openStore({ dataDir, holder: 'a test' });
    reader = createReader();
    await addPaths(store, reader, 'Docks', [dock('01-meridian-walkout.txt')], await givenOf({}));
    server = await serveDesk({ source: deskSource(store), port: 0 });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (fields: Record<string, string>, origin = server.url): Promise<Response> =>
    fetch(`${server.url}/story/docks/issues/edits`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: origin },
      redirect: 'manual',
    });
  const recordNow = async (): Promise<StoryRecord> =>
    (await fetch(`${server.url}/story/docks/record.json`)).json() as Promise<StoryRecord>;
  const labels = ({ issues }: StoryRecord): string[] => issues.map(({ label }) => label);

  test('rename and merge hold for articles that come later, and are taken back', async () => {
    const before = await recordNow();
    const [kept, gone] = before.issues;
    expect(gone).toBeDefined();
    const renamed = await send({ kind: 'rename', issue: kept!.id, label: '  The matter   of money ' });
    expect([renamed.status, renamed.headers.get('location')]).toEqual([303, `/story/docks/issue/${kept!.id}`]);
    expect((await send({ kind: 'merge', issue: kept!.id, from: gone!.id })).status).toBe(303);
    await addPaths(store, reader, 'Docks', [dock('04-lantern-booed.txt')], await givenOf({}));
    const after = await recordNow();
    expect(labels(after)).toContain('The matter of money');
    expect(after.positions.some(({ issue }) => issue === gone!.id)).toBe(false);
    expect(labels(await exportStory(store, 'Docks'))).toEqual(labels(after));

    const play = textOf(await (await fetch(`${server.url}/story/docks/state`)).text());
    expect(play).toMatch(/Changes to the issues.*is named “The matter of money”\. Undo/);
    const page = await (await fetch(`${server.url}/story/docks/issue/${kept!.id}`)).text();
    const numbers = [...page.matchAll(/name="number" value="(\d+)"/g)].map(([, number]) => number!);
    expect(numbers).toHaveLength(2);
    for (const number of numbers) await send({ kind: 'undo', issue: kept!.id, number });
    const undone = await recordNow();
    expect(labels(undone)).not.toContain('The matter of money');
    expect(undone.issues.some(({ id }) => id === gone!.id)).toBe(true);
  });

  test('split and pin', async () => {
    const { issues, positions } = await recordNow();
    const issue = issues.find(({ id, terms }) => terms.length > 0 && positions.some((p) => p.issue === id))!;
    const terms = issue.terms.join(', ');
    expect((await send({ kind: 'pin', issue: issue.id, terms })).status).toBe(303);
    expect((await send({ kind: 'split', issue: issue.id, terms, label: 'A part of it' })).status).toBe(303);
    const after = await recordNow();
    // All of its positions have left it, and it stays, since it is pinned.
    expect(after.positions.some((position) => position.issue === issue.id)).toBe(false);
    expect(labels(after)).toEqual(expect.arrayContaining([issue.label, 'A part of it']));
  });

  test.each([
    [{ kind: 'rename', label: ' ' }],
    [{ kind: 'rename', label: 'x'.repeat(201) }],
    [{ kind: 'merge', from: 'none' }],
    [{ kind: 'split', label: 'Part', terms: ' , ' }],
    [{ kind: 'other' }],
  ])('%j changes nothing', async (fields) => {
    const before = await recordNow();
    expect((await send({ issue: before.issues[0]!.id, ...fields })).status).toBe(400);
    expect(labels(await recordNow())).toEqual(labels(before));
  });

  test('a page elsewhere can change nothing', async () => {
    const before = await recordNow();
    const fields = { kind: 'rename', issue: before.issues[0]!.id, label: 'Taken' };
    for (const origin of ['http://evil.example', 'null', server.url.replace(/\d+$/, '1')])
      expect((await send(fields, origin)).status).toBe(403);
    expect(labels(await recordNow())).toEqual(labels(before));
  });
});

test('the style of these pages is served', () => {
  const css = readFileSync(join(import.meta.dirname, '../../src/desk/static/state.css'), 'utf8');
  expect(css).not.toMatch(/url\(|@import/);
});
