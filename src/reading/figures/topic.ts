/**
 * What tells that two figures count the same thing, in one article or in two. In: a measure. Out: a key of plain
 * words, the names in it apart. Example: "sailors in custody" and "sailors held" have the key "sailor|hold".
 */

import type { Change, Topic } from '../reading.ts';
import { firstFrom } from '../search.ts';
import type { Measure } from './measure.ts';
import type { Quantity } from './quantities.ts';
import { rangeOf, type Scene } from './scene.ts';
import { sameNouns, states } from './words.ts';

export function topicOf(
  scene: Scene,
  quantity: Quantity,
  measure: Measure,
  per: string | null,
  change: Change | null,
): Topic {
  const { unit } = quantity;
  const own = measure.noun.toLowerCase();
  const state = states.get(own);
  // "strikers" are people on strike; of money or a rate the noun itself is told.
  const plain = sameNouns.get(own) ?? measure.lemma;
  const noun = state || (plain === 'tally' && measure.terms.some((term) => states.has(term))) ? 'people' : plain;
  const terms = [...new Set([...measure.terms, ...(state ? [state] : [])])].filter((term) => term !== noun).sort();
  const kind = [
    unit?.dimension === 'money' ? unit.name : (unit?.dimension ?? ''),
    per ?? '',
    change?.is === 'amount' ? 'change' : '',
  ];
  return {
    what: [...kind.filter((part) => part !== ''), noun, ...terms].join('|'),
    names: namesOf(scene, measure),
    telling: terms.length > 0 || unit !== null,
  };
}

/** The names inside what is counted, in plain order. */
function namesOf(scene: Scene, { spans }: Measure): string[] {
  const { names } = scene.doc;
  const found = new Set<string>();
  for (const { from, to } of spans) {
    if (from >= to) continue;
    const range = rangeOf(scene, from, to);
    for (let i = firstFrom(names, range.start); i < names.length && names[i]!.start < range.end; i++)
      found.add((names[i]!.full ?? names[i]!.text).toLowerCase());
  }
  return [...found].sort();
}
