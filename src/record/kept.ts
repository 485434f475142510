/**
 * Values that are made once for the same inputs. In: what a value is made from. Out: the value made before, the very
 * same object, where all of that is what it was. Example: the statements of an article stay while its Reading and the
 * actors that it names do, so whatever is made from these statements can stay too.
 *
 * What is kept hangs on an object, the key, and goes when it goes.
 */
export class Kept<Value> {
  readonly #values = new WeakMap<object, { inputs: readonly unknown[]; value: Value }>();

  /** @param inputs compared one by one (===); all that `make` looks at beside the key, if it can change. */
  get(key: object, inputs: readonly unknown[], make: () => Value): Value {
    const known = this.#values.get(key);
    if (known && isSameList(known.inputs, inputs)) return known.value;
    const value = make();
    this.#values.set(key, { inputs, value });
    return value;
  }
}

export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** One list of several: many times faster than `flat`, and lists of all statements are long. */
export function concat<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const all: Item[] = [];
  for (const list of lists) for (const item of list) all.push(item);
  return all;
}
