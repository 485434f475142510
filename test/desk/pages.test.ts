/** The pages in a real browser: what they show, with and without a script, by mouse and by key, in both themes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DeskServer } from '../../src/api/server.ts';
import type { Article } from '../../src/model/record.ts';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { browserNote, browserPath, openBrowser } from './browser.ts';
import { HOSTILE, LONG_WORD, record } from './fixture.ts';
import { serveStories } from './served.ts';

const [first, , strange] = record.articles;
const [rejection, waiting, claim, promise] = record.statements;
const article = `/story/walkout/article/${first!.id}`;
const entry = (id: string): string => `${article}?entry=${id}`;
function sentence({ id, text }: Article, words: string): string {
  return `/story/walkout/article/${id}/sentence?at=${text.indexOf(words)}`;
}

const PAGES: Record<string, string> = {
  stories: '/',
  'a front page': '/story/walkout',
  'an empty story': '/story/bare',
  'a state of play with nothing in it': '/story/walkout/state',
  'a state of play': '/story/standing/state',
  'a crowded state of play': '/story/crowded/state',
  'a state of play of all parties': '/story/crowded/state?who=all',
  'an opened cell': '/story/standing/state?issue=issue-pay&party=guild',
  'an issue': '/story/standing/issue/issue-pay',
  'a hostile issue': '/story/standing/issue/issue-lights',
  proposals: '/story/standing/proposals',
  'a proposal': '/story/standing/proposal/plan-1',
  disputes: '/story/standing/disputes',
  'a dispute': '/story/standing/dispute/dispute%20one',
  'a front page with positions': '/story/standing',
  'a timeline with nothing in it': '/story/walkout/timeline',
  'calls and meetings': '/story/walkout/encounters',
  'a call': `/story/walkout/encounter/${record.encounters[0]!.id}`,
  figures: '/story/walkout/figures',
  'no versions': '/story/bare/versions',
  'who is who': '/story/walkout/actors',
  'an actor': '/story/walkout/actor/oduya',
  articles: '/story/walkout/articles',
  'an article': article,
  'an opened statement': entry(claim!.id),
  'an opened call': entry(record.encounters[0]!.id),
  'an opened figure': entry(record.figures[0]!.id),
  'washed words': `${article}?at=100-140`,
  'a hostile article': `/story/walkout/article/${strange!.id}`,
  'a read sentence': sentence(first!, '“theatre'),
  'a read headline': `${article}/sentence`,
  'a read hostile sentence': sentence(strange!, 'The pilot'),
  'a read sentence with hostile markup': sentence(strange!, '<script>'),
  statements: '/story/walkout/statements',
  'a second page': '/story/large/statements?page=2',
  'nothing found': '/story/walkout/statements?q=zeppelin&form=direct',
  'a missing page': '/story/none',
};

describe.skipIf(browserPath === null)(`pages in a browser${browserNote}`, () => {
  let server: DeskServer;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    server = await serveStories();
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  interface Opened {
    page: Page;
    /** Errors of the console and requests to elsewhere. */
    faults: string[];
  }

  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    contexts.push(context);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`request to ${request.url()}`);
    });
    page.on('console', (message) => {
      // The browser tells of a missing page itself.
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(server.url + path);
    return { page, faults };
  }

  const openedEntry = (page: Page): Promise<string | null> => page.locator('#entry').getAttribute('data-entry');

  test.each(Object.entries(PAGES))('%s: no outside request, no error, no sideways scroll', async (_, path) => {
    const { page, faults } = await open(path);
    await expectNoSidewaysScroll(page);
    expect(faults).toEqual([]);
  });

  test.each(Object.entries(PAGES))('%s: axe finds nothing, light and dark, wide and narrow', async (_, path) => {
    // axe is put in as an inline script, which the desk's own policy forbids.
    const { page } = await open(path, { bypassCSP: true });
    await expectAccessible(page);
  });

  describe('without a script', () => {
    const plain = { javaScriptEnabled: false };

    test('a note opens its entry, with the words washed and the reason told', async () => {
      const { page } = await open(article, plain);
      expect(await page.locator('.app [data-number="3"]').textContent()).toContain('Ministry of Waters');
      await page.locator('.app [data-number="3"]').click();
      expect(page.url()).toContain('?entry=');
      expect(await openedEntry(page)).toBe(claim!.id);
      expect((await page.locator('.t .sel').allTextContents()).join('')).toBe(
        'Oduya had promised that the guild would keep two lights burning',
      );
      expect((await page.locator('.t .cue-on').allTextContents()).join('|')).toBe('The Ministry of Waters|said that');
      expect(await page.locator('#entry').textContent()).toContain('What the rule statement/invented says.');
    });

    test('the words in the text open the innermost statement that they belong to', async () => {
      const { page } = await open(article, plain);
      await page.locator('.t a', { hasText: 'would keep two lights burning' }).click();
      expect(await openedEntry(page)).toBe(promise!.id);
      await page.locator('#entry a', { hasText: /^3$/ }).click();
      expect(await openedEntry(page)).toBe(claim!.id);
    });

    test('the pages read from story to words', async () => {
      const { page } = await open('/', plain);
      await page.locator('main a').first().click();
      await page.locator('#latest').waitFor();
      await page.locator('.brief .src a').first().click();
      expect(await page.locator('#entry').isVisible()).toBe(true);
      await page.locator('.nav a', { hasText: 'Statements' }).click();
      expect(await page.locator('.sts > li').count()).toBe(9);
      await page.locator('.cite summary').first().click();
      expect(await page.locator('.cite dd').first().isVisible()).toBe(true);
    });

    test('the filter is a form, its state the address', async () => {
      const { page } = await open('/story/walkout/statements', plain);
      await page.getByLabel('Speaker').selectOption({ label: 'Mira Oduya' });
      await page.getByLabel('Form').selectOption('direct');
      await page.getByLabel('From day').fill('6 May 2031');
      await page.getByRole('button', { name: 'Ask' }).click();
      expect(new URL(page.url()).search).toBe('?speaker=oduya&form=direct&from=6+May+2031');
      expect(await page.locator('.sts > li').count()).toBe(2);
      expect(await page.getByLabel('Speaker').inputValue()).toBe('oduya');
      await page.getByLabel('With the words').fill('zeppelin');
      await page.getByRole('button', { name: 'Ask' }).click();
      expect(await page.locator('.none').textContent()).toContain(
        'direct statements of Mira Oduya from 6 May 2031 with the words “zeppelin”, in 3 articles',
      );
    });

    test('an opened entry leads to how its sentence was read, and that to the next one and back', async () => {
      const { page } = await open(entry(waiting!.id), plain);
      await page.getByRole('link', { name: 'How was this read?' }).click();
      expect(await page.locator('.asked mark').textContent()).toBe(
        '“We have waited eleven months, and we have waited politely,” Oduya told reporters on the quay.',
      );
      const rows = page.locator('.its-words tbody tr');
      const words = await rows.locator('th .theirs').allTextContents();
      expect(words.join('')).toBe((await page.locator('.asked mark').textContent())!.replace(/\s/g, ''));
      // An arrow for each word, and the words themselves once below them.
      expect(await page.locator('.tree svg g path').count()).toBe(words.length);
      expect(await page.locator('.tree svg text[font-size="15"]').allTextContents()).toEqual(words);
      expect(await page.getByRole('img', { name: 'Grammar of: “ We have waited' }).count()).toBe(1);
      await page.getByRole('link', { name: 'Sentence after' }).click();
      expect(await page.locator('.asked mark').textContent()).toBe('“Now we wait outside.”');
      await page.getByRole('link', { name: 'statement 2' }).click();
      expect(await openedEntry(page)).toBe(waiting!.id);
    });

    test('an article leads to its first sentence', async () => {
      const { page } = await open(article, plain);
      await page.getByRole('link', { name: 'How its sentences were read' }).click();
      expect(await page.locator('.asked mark').textContent()).toBe('Lighthouse crews of Varn refuse to go back');
      expect(await page.getByRole('link', { name: 'Sentence before' }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Sentence after' }).count()).toBe(1);
    });

    test('under its paragraph where the page is narrow, beside the text where it is wide', async () => {
      for (const [width, beside] of [
        [1440, true],
        [390, false],
      ] as const) {
        const { page } = await open(entry(rejection!.id), { ...plain, viewport: { width, height: 844 } });
        const text = (await page.locator('.t').first().boundingBox())!;
        const panel = (await page.locator('#entry').boundingBox())!;
        expect(panel.x > text.x + text.width).toBe(beside);
        if (!beside) {
          const after = (await page.locator('.t').nth(1).boundingBox())!;
          expect(panel.y).toBeGreaterThan(text.y);
          expect(panel.y).toBeLessThan(after.y);
        }
      }
    });
  });

  describe('with a script', () => {
    test('an entry opens in place, and the way back closes it', async () => {
      const { page, faults } = await open(article);
      await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
      await page.locator('.t a', { hasText: 'We have waited eleven months' }).click();
      await page.locator('#entry').waitFor();
      expect(await openedEntry(page)).toBe(waiting!.id);
      expect(await page.locator('.t .sel').allTextContents()).toEqual([
        '“We have waited eleven months, and we have waited politely,”',
        '“Now we wait outside.”',
      ]);
      expect(await page.locator('body').getAttribute('data-same')).toBe('yes');
      expect(page.url()).toContain(`?entry=${waiting!.id}#`);
      await page.goBack();
      await page.locator('#entry').waitFor({ state: 'detached' });
      expect(await page.locator('.t .sel').count()).toBe(0);
      expect(faults).toEqual([]);
    });

    test('what opens in place is what the address opens', async () => {
      const shown = (page: Page): Promise<string> =>
        page.locator('#entry').evaluate((panel) => {
          for (const button of panel.querySelectorAll('button')) button.remove();
          return (panel.textContent ?? '').replace(/\s+/g, ' ');
        });
      const { page } = await open(article);
      await page.locator('.app [data-number="3"]').click();
      await page.locator('#entry').waitFor();
      const { page: linked } = await open(entry(claim!.id));
      expect(await shown(page)).toBe(await shown(linked));
      expect(await page.locator('.t .sel').allTextContents()).toEqual(
        await linked.locator('.t .sel').allTextContents(),
      );
    });

    test('keys step through the entries, close them and go to the search', async () => {
      const { page } = await open(article);
      const opened = async (key: string, id: string): Promise<void> => {
        await page.keyboard.press(key);
        await page.locator(`#entry[data-entry="${id}"]`).waitFor({ timeout: 5000 });
      };
      await opened('j', rejection!.id);
      await opened(']', waiting!.id);
      await opened('j', claim!.id);
      await opened('k', waiting!.id);
      await opened('[', rejection!.id);
      await page.keyboard.press('Escape');
      await page.locator('#entry').waitFor({ state: 'detached' });
      expect(page.url()).toBe(server.url + article);
      await page.keyboard.press('/');
      await page.keyboard.type('jk');
      expect(await page.locator('#find').inputValue()).toBe('jk');
      expect(await page.locator('#entry').count()).toBe(0);
    });

    test('keys can be turned off, and stay off', async () => {
      const { page } = await open(article);
      await page.getByRole('button', { name: 'Turn the keys off' }).click();
      await page.reload();
      await page.keyboard.press('j');
      expect(await page.getByRole('button', { name: 'Turn the keys on' }).isVisible()).toBe(true);
      expect(await page.locator('#entry').count()).toBe(0);
    });

    test('keys step through the list of statements and open the words', async () => {
      const { page } = await open('/story/walkout/statements');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await page.locator('.sts > li.here').count()).toBe(1);
      expect(await page.locator('.sts > li').nth(1).getAttribute('class')).toContain('here');
      await page.keyboard.press('e');
      await page.locator('#entry').waitFor();
    });

    test('a citation is copied', async () => {
      const { page } = await open(entry(waiting!.id), { permissions: ['clipboard-read', 'clipboard-write'] });
      await page.keyboard.press('y');
      await page.getByText('Copied').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        '“We have waited eleven months, and we have waited politely,” … “Now we wait outside.” (Mira Oduya, says, direct, 6 May 2031; Coast Wire, 6 May, first version)',
      );
    });
  });

  test('a link to an entry and a link to characters bring their words into view', async () => {
    for (const path of [`${entry(claim!.id)}#s351-414`, `${article}?at=680-703#words`]) {
      const { page } = await open(path, { viewport: { width: 1440, height: 500 } });
      await page.waitForLoadState('networkidle');
      const box = (await page.locator('.t .sel').first().boundingBox())!;
      expect(box.y).toBeGreaterThan(0);
      expect(box.y).toBeLessThan(500);
    }
    const { page } = await open(`${article}?at=680-703#words`);
    expect((await page.locator('.t .sel').allTextContents()).join('')).toBe(first!.text.slice(680, 703));
  });

  test('a tree scrolls in its own place, by key too, and the words in it are set as the source’s', async () => {
    const { page } = await open(PAGES['a read sentence']!, { viewport: { width: 390, height: 844 } });
    const tree = page.getByRole('region', { name: 'The tree, to be scrolled sideways' });
    expect(await tree.evaluate((region) => region.scrollWidth > region.clientWidth)).toBe(true);
    await tree.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tree.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
    const fonts = await tree
      .locator('text')
      .evaluateAll((texts) => texts.map((text) => [text.getAttribute('font-size'), getComputedStyle(text).fontFamily]));
    for (const [size, font] of fonts) expect(font).toContain(size === '15' ? 'Source Serif 4' : 'Source Sans 3');
  });

  test('the heads of a long and wide state of play stay in sight, and doubt is seen', async () => {
    const { page } = await open('/story/crowded/state');
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.evaluate(() => window.scrollTo({ top: 1200, behavior: 'instant' }));
    const head = page.locator('.matrix thead th').nth(1);
    // Scrolling is painted a moment later.
    await expect.poll(async () => (await head.boundingBox())!.y).toBe(0);
    const doubtful = page.locator('.is-doubtful').first();
    expect(await doubtful.textContent()).toContain('doubtful');
    expect(await doubtful.evaluate((cell) => getComputedStyle(cell).outlineStyle)).toBe('dotted');

    await page.goto(`${server.url}/story/crowded/state?who=all`);
    const scroller = page.locator('.scroller').first();
    await scroller.focus();
    await scroller.evaluate((table) => table.scrollTo(900, 700));
    // How far the head of a row stands from the left of its frame, and the head of a column from the top.
    const away = (): Promise<number[]> =>
      scroller.evaluate((frame) => {
        const at = (one: Element): DOMRect => one.getBoundingClientRect();
        const [row, column] = [frame.querySelectorAll('tbody th')[6]!, frame.querySelectorAll('thead th')[1]!];
        return [at(row).x - at(frame).x, at(column).y - at(frame).y].map((far) => Math.round(Math.abs(far)));
      });
    await expect.poll(async () => Math.max(...(await away()))).toBeLessThan(2);
  });

  test('foreign text is shown as text, whatever it holds', async () => {
    const read = PAGES['a read sentence with hostile markup']!;
    for (const path of [
      '/',
      '/story/walkout',
      PAGES['a hostile article']!,
      '/story/walkout/statements?q=nothing',
      read,
    ]) {
      const { page } = await open(path);
      expect(await page.title()).not.toBe('taken');
      expect(await page.locator('main script, main b[onmouseover]').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain(HOSTILE);
    }
    const { page } = await open(`/story/walkout/statements?q=${encodeURIComponent(HOSTILE)}`);
    expect(await page.getByLabel('With the words').inputValue()).toBe(HOSTILE);
    const { page: odd } = await open(PAGES['a hostile article']!);
    expect(await odd.locator('main').textContent()).toContain(LONG_WORD);
    // A lone surrogate has no place in UTF-8 and becomes the sign for it.
    expect(await odd.locator('main').textContent()).toContain('A broken sign \ufffd stands here.');
  });

  test('the text of the page is the text of the article', async () => {
    const { page } = await open(article);
    const shown = await page.locator('.t').evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        for (const number of paragraph.querySelectorAll('sup')) number.remove();
        return paragraph.textContent;
      }),
    );
    expect(shown).toEqual(first!.text.trim().split('\n\n').slice(1));
  });

  test('5,000 highlights: the page comes whole and its entries open', async () => {
    const { page, faults } = await open('/story/large/article/large-01');
    await page.locator('.app [data-number="5000"]').waitFor({ state: 'attached' });
    await page.locator('.app [data-number="1"]').click();
    await page.locator('#entry').waitFor();
    await page.locator('.app [data-number="5"]').click();
    await page.locator('.app li.on [data-number="5"]').waitFor();
    expect(faults).toEqual([]);
  });

  test('on paper there are no controls and nothing is cut off', async () => {
    const { page } = await open('/story/walkout/statements');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ask').isVisible()).toBe(false);
    expect(await page.locator('.nav').isVisible()).toBe(false);
    expect(await page.locator('.sts > li').first().isVisible()).toBe(true);
    await page.pdf({ format: 'A4' });
  });
});
