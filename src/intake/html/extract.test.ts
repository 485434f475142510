import { describe, expect, it } from 'vitest';
import { extractPage } from './extract.ts';

const paragraphs = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>Paragraph ${i} tells at some length how the harbour talks went on, who came, and <b>what</b> each of them said of the wage offer.</p>`,
).join('\n');
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;

describe('extractPage', () => {
  it('keeps the story, a paragraph a line, and leaves menus out', () => {
    const found = extractPage(
      page(
        '<title>Dockers walk out | Harbour Post</title><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2031-03-04T09:00:00Z">',
        `<nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Dockers walk out</h1>${paragraphs}</article><footer>© Harbour Post</footer>`,
      ),
    )!;
    expect(found.text.split('\n').filter((line) => line.startsWith('Paragraph'))).toHaveLength(6);
    expect(found.text).toContain('and what each of them');
    expect(found.text).not.toContain('Sport');
    expect(found).toMatchObject({ outlet: 'Harbour Post', published: '2031-03-04T09:00:00Z', language: 'en-GB' });
  });
  it('finds the day in JSON-LD', () => {
    const found = extractPage(
      page(
        '<title>x</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-05"}</script>',
        `<article>${paragraphs}</article>`,
      ),
    )!;
    expect(found.published).toBe('2031-03-05');
  });
  it('finds no article in an empty page', () => {
    expect(extractPage(page('<title>x</title>', ''))).toBeNull();
  });
  it('gives up on 10,000 nested elements at once', () => {
    const depth = 10_000;
    expect(extractPage(page('', `${'<div>'.repeat(depth)}${paragraphs}${'</div>'.repeat(depth)}`))).toBeNull();
  });
});
