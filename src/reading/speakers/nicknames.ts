/** Given names in their full form, so that one person under two of them is found to be one. */
import { readList } from '../../data/lists.ts';
import { fold } from '../../model/names.ts';

const formal = new Map(
  readList('en/names/nicknames.tsv').flatMap((line) => {
    const [name, short] = line.split('\t') as [string, string];
    return short.split(' ').map((form) => [form, name] as const);
  }),
);

/** "Chuck A. Lind Jr." and "Charles Lind" have one key. */
export function personKey(name: string): string {
  const parts = fold(name)
    .replace(/,? (?:jr|sr|ii|iii|iv)\.?$/, '')
    .split(' ');
  if (parts.length < 2) return parts[0]!;
  return `${formal.get(parts[0]!) ?? parts[0]} ${parts.at(-1)}`;
}
