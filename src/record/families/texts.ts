/**
 * What families and revisions ask of the texts, kept for the next record. In: versions, made when asked for. Out: of
 * each text its story and prints, of two texts how much they share. Example: a story that has grown by one article
 * compares that one with its candidates, and remembers the rest.
 *
 * What is kept hangs on the Readings, so that it goes when they go: a Reading is of one text, and never changes.
 */
import { align } from './align.ts';
import { hashText, printsOf } from './prints.ts';
import { isSameText, shareOf } from './share.ts';
import type { Version } from './version.ts';

export interface TextFacts {
  /** A number for the words of the story, which only copies share (prints.ts, hashText); null where it has none. */
  story: number | null;
  prints: readonly number[];
}

export interface PairFacts {
  /** Versions of one text. */
  isSame: boolean;
  /** How much of both is shared, 0 to 1. */
  both: number;
}

export interface Texts {
  versionOf(id: string): Version;
  factsOf(id: string): TextFacts;
  compare(before: string, after: string): PairFacts;
}

/** Texts of which nothing is kept but the version asked for last. */
export function plainTexts(makeVersion: (id: string) => Version): Texts {
  let last: Version | undefined;
  const versionOf = (id: string): Version => {
    if (last?.id !== id) last = makeVersion(id);
    return last;
  };
  return {
    versionOf,
    factsOf: (id) => factsOf(versionOf(id)),
    compare(before, after) {
      // One text is compared with several before it: its own version stays.
      const two = versionOf(after);
      const one = makeVersion(before);
      const alignment = align(one, two);
      return {
        isSame: isSameText(one, two, alignment),
        both: shareOf(one, two, alignment).both,
      };
    },
  };
}

export function factsOf(version: Version): TextFacts {
  const story = storyOf(version);
  return { story: story === '' ? null : hashText(story), prints: printsOf(version) };
}

/** Remembers by the objects that stand for texts, as long as these live. */
export class TextMemo {
  readonly #facts = new WeakMap<object, TextFacts>();
  readonly #pairs = new PairMemo<PairFacts>();

  /** Takes what was found of a text before. */
  know(key: object, facts: TextFacts): void {
    this.#facts.set(key, facts);
  }

  /** @param keyOf the object that stands for a text. */
  over(keyOf: (id: string) => object, texts: Texts): Texts {
    return {
      versionOf: texts.versionOf,
      factsOf: (id) => {
        const key = keyOf(id);
        let facts = this.#facts.get(key);
        if (!facts) this.#facts.set(key, (facts = texts.factsOf(id)));
        return facts;
      },
      compare: (before, after) => this.#pairs.get(keyOf(before), keyOf(after), () => texts.compare(before, after)),
    };
  }
}

/** One value for each ordered pair of objects, as long as both live. */
export class PairMemo<Value> {
  readonly #values = new WeakMap<object, WeakMap<object, Value>>();

  get(one: object, other: object, make: () => Value, isGood: (value: Value) => boolean = () => true): Value {
    let values = this.#values.get(one);
    if (!values) this.#values.set(one, (values = new WeakMap()));
    const known = values.get(other);
    if (known !== undefined && isGood(known)) return known;
    const made = make();
    values.set(other, made);
    return made;
  }
}

/** All words of the story in order; equal for copies, whatever stands around them and however they are set. */
export function storyOf(version: Version): string {
  return version.sentences
    .filter(({ isTitle }) => !isTitle)
    .map(({ key }) => key)
    .join(' ');
}
