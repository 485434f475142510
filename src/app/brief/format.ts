/** A brief as Markdown or as a page of HTML. */
import type { Block, Piece } from './block.ts';

export function toMarkdown(blocks: Block[]): string {
  let source = 0;
  const lines = blocks.map(({ kind, pieces }) => {
    const text = pieces.map(markdownOf).join('');
    switch (kind) {
      case 'title':
        return `# ${text}\n`;
      case 'heading':
        return `\n## ${text}\n`;
      case 'subheading':
        return `\n### ${text}\n`;
      case 'item':
        return `- ${text}`;
      case 'source':
        return `${++source}. ${text}`;
      default:
        return `${text}\n`;
    }
  });
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function markdownOf(piece: Piece): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('strong' in piece) return `**${escapeMarkdown(piece.strong)}**`;
  if ('quote' in piece) return `“${escapeMarkdown(unquoted(piece.quote))}”`;
  return piece.cites.map((n) => ` [${n}]`).join('');
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

export function toHtml(blocks: Block[]): string {
  const title =
    blocks
      .find(({ kind }) => kind === 'title')
      ?.pieces.map(plain)
      .join('') ?? '';
  const body: string[] = [];
  let list: 'ul' | 'ol' | null = null;
  let source = 0;
  const open = (wanted: 'ul' | 'ol' | null): void => {
    if (list === wanted) return;
    if (list) body.push(`</${list}>`);
    if (wanted) body.push(`<${wanted}>`);
    list = wanted;
  };
  for (const { kind, pieces } of blocks) {
    const text = pieces.map(htmlOf).join('');
    open(kind === 'item' ? 'ul' : kind === 'source' ? 'ol' : null);
    if (kind === 'item') body.push(`<li>${text}</li>`);
    else if (kind === 'source') body.push(`<li id="source-${++source}">${text}</li>`);
    else body.push(`<${TAGS[kind]}>${text}</${TAGS[kind]}>`);
  }
  open(null);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head>
<body><main>
${body.join('\n')}
</main></body>
</html>
`;
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', line: 'p' } as const;

const STYLE = `body{margin:0;background:#fbfaf7;color:#1a1917;font:15px/22px "Source Sans 3","Noto Sans","Helvetica Neue",Arial,sans-serif}
main{max-width:44rem;margin:2rem auto;padding:0 1rem}h1{font:600 32px/38px "Source Serif 4",Georgia,serif}
h2{border-top:3px solid #1a1917;padding-top:.5rem;font-size:19px}h3{font-size:16px;margin-bottom:.25rem}
q{font-family:"Source Serif 4",Georgia,serif;quotes:"“" "”"}ul,ol{padding-left:1.4rem}sup{font-size:75%;line-height:0}sup a{color:#9a1b1f;text-decoration:none}
h1,h2{text-wrap:balance}li{overflow-wrap:anywhere}
@page{size:A4;margin:11mm}@media print{body{background:none;font-size:7.5pt;line-height:9.25pt}main{margin:0;padding:0;max-width:none;columns:2;column-gap:6mm}
h1{column-span:all;font-size:16pt;line-height:19pt;margin:0}h1+p{column-span:all;margin:0 0 1mm}h2{border-top-width:1px;font-size:10pt;line-height:12pt;margin:2mm 0 .5mm;padding-top:.5mm}
h3{font-size:7.5pt;line-height:9.25pt;margin:1mm 0 0}h2,h3{break-after:avoid}ul,ol{margin:0;padding-left:4mm}li,p{margin:0 0 .25mm}ol{font-size:6.5pt;line-height:7.5pt}}`;

function htmlOf(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  if ('strong' in piece) return `<strong>${escapeHtml(piece.strong)}</strong>`;
  if ('quote' in piece) return `<q>${escapeHtml(unquoted(piece.quote))}</q>`;
  return piece.cites.map((n) => `<sup><a href="#source-${n}">${n}</a></sup>`).join(' ');
}

function plain(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'strong' in piece ? piece.strong : 'quote' in piece ? piece.quote : '';
}

/** The words get marks of their own, so those around them go; those of a quotation inside them stay. */
function unquoted(text: string): string {
  const opens = /^[“"‘']/u.test(text);
  const inner = text.slice(opens ? 1 : 0);
  const closes = /[”"’']$/u.test(inner) && (opens || !/[“"‘]/u.test(inner.slice(0, -1)));
  return inner.slice(0, closes ? -1 : undefined);
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
