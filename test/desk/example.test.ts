/** The pages of a story that the program has read itself, in a real browser: as of a day, corrected, by key, on paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskServer, serveDesk } from '../../src/api/server.ts';
import { deskSource } from '../../src/app/desk-source.ts';
import { givenOf } from '../../src/app/read.ts';
import { createReader } from '../../src/app/reader.ts';
import { addPaths } from '../../src/app/story.ts';
import { articlePath, disputePath, encounterPath, issuePath, proposalPath, versionPath } from '../../src/desk/links.ts';
import type { StoryRecord } from '../../src/model/record.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { copyPreparedData } from '../store/prepared.ts';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { browserNote, browserPath, openBrowser } from './browser.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/port-strike');
const STORY = '/story/docks';
const EARLY = `${STORY}/as-of/2031-03-10`;

describe.skipIf(browserPath === null)(`a story that was read${browserNote}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-example-'));
  let store: Store;
  let server: DeskServer;
  let browser: Browser;
  let record: StoryRecord;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    const dataDir = join(folder, 'data');
    await copyPreparedData(dataDir);
    store = await openStore({ dataDir, holder: 'a test' });
    await addPaths(store, createReader(), 'Docks', [EXAMPLE], await givenOf({ meta: join(EXAMPLE, 'published.tsv') }));
    server = await serveDesk({ source: deskSource(store), port: 0 });
    browser = await openBrowser();
    record = (await (await fetch(`${server.url}${STORY}/record.json`)).json()) as StoryRecord;
    const { revisions, encounters, proposals, positions, disputes } = record;
    const { from, to } = revisions.find(({ kind }) => kind === 'revision')!;
    const told = encounters.find(({ accounts = [] }) => accounts.length > 2)!;
    Object.assign(pages, {
      front: STORY,
      state: `${STORY}/state`,
      issue: issuePath(STORY, positions[0]!.issue),
      timeline: `${STORY}/timeline`,
      encounters: `${STORY}/encounters`,
      encounter: encounterPath(STORY, told.id),
      proposal: proposalPath(STORY, proposals.find(({ responses }) => responses.length > 0)!.id),
      dispute: disputePath(STORY, disputes[0]!.id),
      figures: `${STORY}/figures`,
      versions: `${STORY}/versions`,
      version: versionPath(STORY, from, to),
      'version in one column': versionPath(STORY, from, to, { show: 'inline' }),
      actors: `${STORY}/actors`,
      actor: `${STORY}/actor/${positions[0]!.holder}`,
      article: articlePath(STORY, to),
      'an earlier day': `${EARLY}/state`,
      'a day that is none': `${STORY}/timeline?as-of=soon`,
      'not there yet': articlePath(EARLY, record.articles.find(({ id }) => id.startsWith('10-'))!.id),
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    await page.goto(server.url + path);
    return page;
  };

  test.each([
    'front',
    'state',
    'issue',
    'timeline',
    'encounters',
    'encounter',
    'proposal',
    'dispute',
    'figures',
    'versions',
    'version',
    'version in one column',
    'actors',
    'actor',
    'an earlier day',
    'a day that is none',
    'not there yet',
  ])('%s: axe finds nothing, nothing scrolls sideways, no raw id is shown', async (name) => {
    const page = await open(pages[name]!);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { id } of [...record.statements, ...record.figures, ...record.issues])
      expect(text.includes(id), id).toBe(false);
    await page.close();
  });

  describe('as of a day', () => {
    test('the field above every page leads to that day, with the filter kept', async () => {
      const page = await open(`${STORY}/timeline?kind=statement`);
      await page.getByLabel('As of').fill('10 March 2031');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${server.url}${EARLY}/timeline?kind=statement`);
      expect(await page.locator('.as-of-line').textContent()).toContain('As of 10 Mar 2031: what 7 articles');
      await page.getByRole('link', { name: 'The whole record' }).click();
      expect(new URL(page.url()).pathname).toBe(`${STORY}/timeline`);
      await page.close();
    });

    test('every link of a page stays in it', async () => {
      for (const path of [
        '',
        '/state',
        '/timeline',
        '/encounters',
        '/figures',
        '/versions',
        '/actors',
        '/statements',
      ]) {
        const page = await open(`${EARLY}${path}`);
        const links = await page
          .locator('a[href^="/"]:not(.as-of-line a)')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
        expect(links.filter((href) => href !== '/' && !href.startsWith(EARLY))).toEqual([]);
        expect(links.length).toBeGreaterThan(20);
        await page.close();
      }
    });

    test('a day that is none is told, and nothing else changes', async () => {
      const page = await open(`${STORY}/figures?as-of=soon&series=none`);
      expect(await page.locator('.as-of-line').textContent()).toContain('“soon” was not understood as a day');
      expect(new URL(page.url()).search).toBe('?as-of=soon&series=none');
      await page.close();
    });

    test('what was not published yet leads to the whole record', async () => {
      const page = await open(pages['not there yet']!);
      expect(await page.locator('main').textContent()).toContain('as of an earlier day');
      await page.getByRole('link', { name: 'The same in the whole record' }).click();
      expect(await page.locator('.art').count()).toBe(1);
      await page.close();
    });
  });

  test('an issue is renamed, pinned and put back, by key alone', async () => {
    const page = await open(pages.issue!);
    const name = page.getByLabel('Its name');
    const before = await name.inputValue();
    await name.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The matter of money');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The matter of money', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Pin' }).press('Enter');
    const pinned = page.getByText(/^The matter of money takes all that speaks of/);
    await pinned.waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
    await pinned.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('heading', { name: before, level: 1 }).waitFor();
    await page.close();
  });

  test('keys open rooms, step through lists and changes, and open the words', async () => {
    const page = await open(STORY);
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL(/\/timeline$/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.ent').nth(1).getAttribute('class')).toContain('here');
    await page.goto(server.url + pages.version!);
    await page.keyboard.press('n');
    expect(await page.locator('.here').count()).toBe(1);
    await page.keyboard.press('e');
    await page.waitForURL(/\?at=\d+-\d+#words$/);
    await page.close();
  });

  test('the state of play of a day is one sheet of paper, with its day and its numbered sources', async () => {
    const page = await open(`${EARLY}/state`);
    const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.as-of-line').isVisible()).toBe(true);
    expect(await page.locator('.fn').first().textContent()).toMatch(/^\d+(, \d+)*$/);
    // The foot names each article that a cell cites, and no other.
    const cited = (await page.locator('.fn').allTextContents()).flatMap((words) => words.split(', '));
    const listed = await page.locator('.foot ol li b').allTextContents();
    expect(listed.toSorted()).toEqual([...new Set(cited)].toSorted());
    expect(await page.locator('form').evaluateAll((forms) => forms.filter((form) => form.checkVisibility()))).toEqual(
      [],
    );
    await page.close();
  });
});
