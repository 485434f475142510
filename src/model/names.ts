/** Names in the forms by which they are compared. */

/** Lower case, without accents and with plain marks: "José" and "Jose", "O’Brien" and "O'Brien" are one. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‐–]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** What a person may be called without the given name: "Jean van der Berg" is "van der berg", "der berg" and "berg". */
export function surnamesOf(name: string): string[] {
  const parts = fold(name)
    .replace(/,? (?:jr|sr|ii|iii|iv)\.?$/, '')
    .split(' ');
  const found = parts.slice(1).map((_, i) => parts.slice(i + 1).join(' '));
  const last = parts.at(-1)!;
  return /^(?:al|el)-./.test(last) ? [...found, last.slice(3)] : found;
}

/** The nouns by which a body may be called for short: its last word, and the one before an "of"; "union" for workers. */
export function bodyNouns(name: string): string[] {
  const words: string[] = fold(name).match(/\p{L}+/gu) ?? [];
  const of = words.indexOf('of');
  const nouns = [words.at(-1) ?? '', ...(of > 0 ? [words[of - 1]!] : [])];
  if (nouns.some((noun) => MEMBERS.test(noun))) nouns.push('union');
  return [...new Set(nouns)];
}

const MEMBERS = /(?:workers|employees|dockers|teachers|nurses|miners|drivers|teamsters|brotherhood|guild)$/;

/** "Ministry of Labour" and "labour ministry" have one key. */
export const bodyKey = (name: string): string =>
  fold(name)
    .replace(/^the /, '')
    // "Halden Roy Corp." and "Halden Roy" are one.
    .replace(/^(\S+ .*\S),? (?:corp|inc|co|cos|ltd|plc|llc|ag|nv|gmbh)\.?$/, '$1')
    .replace(/^(ministry|department|office) (?:of|for) (?:the )?(.+)$/, '$2 $1');
