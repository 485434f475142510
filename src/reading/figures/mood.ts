/** Whether a figure is told as a fact, wanted or expected; and whether it is a level or a change. */
import type { Figure, Statement } from '../../model/record.ts';
import type { Change } from '../reading.ts';
import type { Quantity } from './quantities.ts';
import { anchorOf, type Scene, verbAbove } from './scene.ts';
import { verbClass } from './words.ts';

const WANTED = new Set<Statement['act']>(['demand', 'ask']);
const EXPECTED = new Set<Statement['act']>(['promise', 'intend']);
const MODAL = new Set(['will', 'would', 'shall', 'could', 'may', 'might', 'should', 'must']);

/** By the verbs above the number, then by what was done in saying it. */
export function moodOf(
  { tokens, children }: Scene,
  anchor: number,
  acts: Statement['act'][],
): NonNullable<Figure['mood']> | null {
  let mood: 'wanted' | 'expected' | null = null;
  for (let i = anchor, steps = 0; i >= 0 && steps < MAX_STEPS; i = tokens[i]!.head, steps++) {
    const kind = /^(?:VERB|NOUN|AUX)$/.test(tokens[i]!.upos) ? verbClass(tokens[i]!) : undefined;
    if (kind === 'wanted') return 'wanted';
    const isModal = children[i]!.some((k) => tokens[k]!.deprel === 'aux' && MODAL.has(tokens[k]!.lemma));
    if (kind === 'expected' || isModal) mood = 'expected';
  }
  if (acts.some((act) => WANTED.has(act))) return 'wanted';
  return mood ?? (acts.some((act) => EXPECTED.has(act)) ? 'expected' : null);
}

const MAX_STEPS = 6;

/** "rose by 5 percent" is an amount, "fell to 30" a level; null where nothing moves. */
export function changeOf(scene: Scene, quantity: Quantity): Change | null {
  const { tokens, lower } = scene;
  const before = lower[quantity.from - 1] ?? '';
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const verb = verbAbove(scene, tokens[anchor]!.head);
  const kind = verb === null ? undefined : verbClass(tokens[verb]!);
  // "down to 55", "up 6 percent"
  const particle = /^(?:to|by)$/.test(before) ? (lower[quantity.from - 2] ?? '') : before;
  const direction =
    particle === 'up' || particle === 'down' ? particle : kind === 'up' || kind === 'down' ? kind : null;
  if (quantity.before !== null)
    return { direction: quantity.value > quantity.before ? 'up' : 'down', is: 'level', from: quantity.before };
  if (direction === null) return null;
  if (before === 'to') return { direction, is: 'level', from: null };
  if (before === 'from') return null;
  const isMoved =
    before === 'by' ||
    particle === direction ||
    (quantity.unit?.dimension === 'percent' && /^ob[jl]/.test(tokens[anchor]!.deprel));
  return isMoved ? { direction, is: 'amount', from: null } : null;
}
