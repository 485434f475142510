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

const STYLE = `body{margin:0;background:#fbfaf7;color:#1a1917;font:15px/22px "Source Sans 3",system-ui,sans-serif}
main{max-width:44rem;margin:2rem auto;padding:0 1rem}h1{font:600 32px/38px "Source Serif 4",Georgia,serif}
h2{border-top:3px solid #1a1917;padding-top:.5rem;font-size:19px}h3{font-size:16px;margin-bottom:.25rem}
q{font-family:"Source Serif 4",Georgia,serif;quotes:"“" "”"}ul,ol{padding-left:1.4rem}sup a{color:#9a1b1f;text-decoration:none}
@media print{body{background:none;font-size:10pt;line-height:13pt}main{margin:0;max-width:none}}`;

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

/** The words get marks of their own, so those around them go. */
const unquoted = (text: string): string => text.replace(/^[“"‘']+|[”"’']+$/gu, '');

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
