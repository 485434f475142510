/**
 * Whether a person is spoken of as he or she: by titles ("Mr", "spokeswoman"), by the given name, and where neither
 * tells, by the pronouns of sentences that name nobody else.
 */
import { readList } from '../../data/lists.ts';

export type Gender = 'he' | 'she' | null;

const women = new Set(readList('en/names/given-women.txt'));
const either = new Set(readList('en/names/given-either.txt'));
const given = new Set(readList('en/names/given.txt'));

const HIS = /^(?:mr\.?|sir|lord|king|prince|baron|sheikh|imam|ayatollah|father|brother)$/i;
const HERS = /^(?:mrs\.?|ms\.?|miss|lady|dame|queen|princess|baroness|madam|sister)$/i;
const MAN = /(?:spokesman|chairman|businessman|congressman|statesman|policeman|nobleman)\b/i;
const WOMAN = /(?:spokeswoman|chairwoman|businesswoman|congresswoman|stateswoman|policewoman)\b/i;

/** By the word before the name; null where it tells nothing. */
export const genderOfTitle = (word: string): Gender => (HIS.test(word) ? 'he' : HERS.test(word) ? 'she' : null);

/** By what is said of the person's office. */
export const genderOfRole = (role: string): Gender => (MAN.test(role) ? 'he' : WOMAN.test(role) ? 'she' : null);

/** By the given name: the first word of a full name. */
export function genderOfName(name: string): Gender {
  const words = name.split(/[\s-]/);
  if (words.length < 2) return null;
  const first = words[0]!;
  if (women.has(first)) return 'she';
  return given.has(first) && !either.has(first) ? 'he' : null;
}

/** By a pronoun that means the person. */
export const genderOfPronoun = (form: string): Gender =>
  /^(?:he|his|him|himself)$/i.test(form) ? 'he' : /^(?:she|her|hers|herself)$/i.test(form) ? 'she' : null;
