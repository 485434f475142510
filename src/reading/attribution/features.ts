/** Hashed features: integers mixed into slots of a table, without strings or objects. */

/** Slots of a table, a power of two. 2^18 loses nothing against more on 20,000 attributions. */
const TABLE_BITS = 18;
export const TABLE_SIZE = 1 << TABLE_BITS;
const SHIFT = 32 - TABLE_BITS;

/** The features of one decision. Filled anew for each; `slots[0 … count)` are indexes into a table. */
export class FeatureBuffer {
  readonly slots = new Uint32Array(256);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Adds the feature of `template` with up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
    this.slots[this.count++] = hash >>> SHIFT;
  }
}

/** FNV-1a over code units. */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** A distance in tokens as one of few steps, with its sign. */
export function stepOf(distance: number): number {
  const size = Math.abs(distance);
  const step = size <= 4 ? size : size <= 6 ? 5 : size <= 10 ? 6 : size <= 16 ? 7 : size <= 28 ? 8 : 9;
  return distance < 0 ? -step : step;
}
