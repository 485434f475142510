import { describe, expect, it } from 'vitest';
import { drawTree } from './tree.ts';

const words = [
  { form: 'Envoys', upos: 'NOUN', head: 1, deprel: 'nsubj' },
  { form: 'left', upos: 'VERB', head: -1, deprel: 'root' },
  { form: '<b>&', upos: 'X', head: 1, deprel: 'obj' },
];

describe('drawTree', () => {
  it('tells the tree in words too, and escapes the text', () => {
    const svg = drawTree(words, 't1');
    expect(svg).toContain('<title id="t1-title">Grammar of: Envoys left &#60;b&#62;&#38;</title>');
    expect(svg).toContain('Envoys is nsubj of left; left is the root;');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('role="img"');
  });

  it('uses no colour but the current one', () => {
    expect(
      drawTree(words)
        .match(/(?:fill|stroke)="([^"]*)"/g)!
        .every((a) => /currentColor|none/.test(a)),
    ).toBe(true);
  });

  it('keeps everything on the sheet, and draws an arc for each word', () => {
    const svg = drawTree(words);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    for (const [, x] of svg.matchAll(/ x="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(Number(width));
    for (const [, y] of svg.matchAll(/ y="([\d.]+)"/g)) expect(Number(y)).toBeLessThanOrEqual(Number(height));
    expect(svg.match(/<path/g)).toHaveLength(3);
  });

  it('draws no words and lone surrogates without harm', () => {
    expect(drawTree([])).toContain('</svg>');
    expect(drawTree([{ form: '\ud83d\u0007', upos: 'X', head: -1, deprel: 'root' }])).not.toMatch(/[\ud83d\u0007]/);
  });
});
