import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects that axe finds nothing, light and dark, wide and narrow. The page's policy must be passed over: it forbids inline scripts. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.addScriptTag({ content: script });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      const found = await page.evaluate(async (tags) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations, passes } = await axe.run(document, { runOnly: tags });
        const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        return { faults, passed: passes.length };
      }, TAGS);
      expect(found.faults, `${colorScheme}, ${width}px`).toEqual([]);
      expect(found.passed).toBeGreaterThan(15);
    }
  }
}

/** Expects that no width makes the page scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [1440, 1000, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${width}px`).toBeLessThanOrEqual(0);
  }
}
