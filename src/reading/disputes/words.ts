/** The words of data/en/dispute-words.tsv by class. */
import { readList } from '../../data/lists.ts';

const classes = new Map(
  readList('en/dispute-words.tsv').map((line) => {
    const [name, words] = line.split('\t') as [string, string];
    return [name, new Set(words.split(' '))] as const;
  }),
);

const ofClass = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();

export const DENY = ofClass('deny');
export const REJECT = ofClass('reject');
export const CALL = ofClass('call');
export const CLASH = ofClass('clash');
export const CLAIM = ofClass('claim');
export const SPEECH = ofClass('speech');
export const FALSE = ofClass('false');
export const DEED = ofClass('deed');
export const WITHHELD = ofClass('withheld');
export const CAUSE_NOUN = ofClass('cause');
export const MEASURE = ofClass('measure');
export const EVENT = ofClass('event');
export const ARM = ofClass('arm');
