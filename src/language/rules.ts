import { readFileSync } from 'node:fs';
import { dataFile } from '../data/locate.ts';

export interface Abbreviation {
  /** What a capital after its full stop means: see data/en/abbreviations.txt. */
  kind: 'name' | 'month' | 'any';
  /** Also an ordinary word ("no", "sun", "mass"). */
  word: boolean;
}

/** The word lists of the tokenizer and the sentence splitter. */
export interface Rules {
  /** By lower-case form without the last full stop. */
  abbreviations: ReadonlyMap<string, Abbreviation>;
}

/** Reads the lists under data/en. Called once, when the engine is made. */
export function loadRules(): Rules {
  const abbreviations = new Map<string, Abbreviation>();
  for (const line of readFileSync(dataFile('en/abbreviations.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [form, kind, word] = line.split('\t');
    abbreviations.set(form!, { kind: kind as Abbreviation['kind'], word: word === 'word' });
  }
  return { abbreviations };
}
