/**
 * A saved page to its article. In: HTML. Out: the article's text, a paragraph a line, and what the page's metadata
 * say. Offsets are into that text. Mozilla's Readability chooses the article's element.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export interface ExtractedPage {
  text: string;
  title: string | null;
  outlet: string | null;
  byline: string | null;
  /** As the page gives it, e.g. '2031-03-04T09:12:00Z'. */
  published: string | null;
  language: string | null;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

// Characters; the library's own 500 would refuse a short report.
const MIN_ARTICLE = 140;
// The extractor recurses: a page nested more deeply than any real one would exhaust the call stack.
const MAX_DEPTH = 400;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr p li'.split(' '));

/** The article of a page, or null where the page has none or is nested more deeply than any real page. */
export function extractPage(html: string): ExtractedPage | null {
  if (depthOf(html) > MAX_DEPTH) return null;
  // The parser builds no body where a saved fragment names none.
  const { document } = parseHTML(/<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // Readability reads the metadata and then takes the document apart.
  const published = publishedOf(document);
  const parsed = new Readability(document as unknown as Document, { charThreshold: MIN_ARTICLE }).parse();
  if (!parsed?.content) return null;
  const body = parseHTML(`<!doctype html><html><body>${parsed.content}</body></html>`).document.body;
  const text = blockText(body as unknown as Node);
  if (!text) return null;
  return {
    text,
    title: clean(parsed.title),
    outlet: clean(parsed.siteName),
    byline: clean(parsed.byline),
    published: clean(parsed.publishedTime) ?? published,
    language: clean(parsed.lang),
  };
}

/** How deeply the tags nest, at most. Elements whose end tag may be left out do not count. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (VOID.has(name!.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function clean(value: string | null | undefined): string | null {
  const text = value?.replace(/\s+/g, ' ').trim();
  return text ? text : null;
}

/** The text below a node: white space squeezed, one line a block element or line break. */
function blockText(root: Node): string {
  const lines: string[] = [''];
  // A stack instead of recursion: saved pages nest deeply enough to exhaust the call stack.
  const stack: { node: Node; leave: boolean }[] = [{ node: root, leave: false }];
  while (stack.length > 0) {
    const { node, leave } = stack.pop()!;
    if (node.nodeType === TEXT_NODE) {
      lines[lines.length - 1] += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
      continue;
    }
    if (node.nodeType !== ELEMENT_NODE) continue;
    const isBlock = BLOCKS.has(node.nodeName) || node.nodeName === 'BR';
    if (isBlock && lines.at(-1) !== '') lines.push('');
    if (leave) continue;
    if (isBlock) stack.push({ node, leave: true });
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ node: node.childNodes[i]!, leave: false });
  }
  return lines
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** The day of publishing from the places where pages put it and Readability does not look. */
function publishedOf(document: ReturnType<typeof parseHTML>['document']): string | null {
  const selectors: [string, string][] = [
    ['meta[property="article:published_time"]', 'content'],
    ['meta[itemprop="datePublished"]', 'content'],
    ['meta[name="date"], meta[name="pubdate"], meta[name="dc.date"], meta[name="DC.date.issued"]', 'content'],
    ['time[itemprop="datePublished"], article time[datetime], time[pubdate]', 'datetime'],
  ];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(script.textContent ?? '');
    if (date) return date[1]!;
  }
  for (const [selector, attribute] of selectors) {
    const value = document.querySelector(selector)?.getAttribute(attribute);
    if (value) return value;
  }
  return null;
}
