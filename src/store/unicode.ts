/**
 * Any JavaScript string, kept in a Postgres database without loss. Postgres refuses U+0000 and lone surrogates, in
 * text and in jsonb; articles are nearly free of both, but a damaged file has them, and offsets must still hold.
 */

const unstorable = /[\0\p{Surrogate}]/gu;

/** A string fit for a text column: each code unit that Postgres refuses stands as U+FFFD, so offsets stay the same. */
export interface StorableText {
  text: string;
  /** What stood there, as [offset, code unit] in UTF-16; null where nothing was replaced, which is nearly always. */
  replaced: [number, number][] | null;
}

export function toStorable(text: string): StorableText {
  const replaced: [number, number][] = [];
  const storable = text.replace(unstorable, (unit, offset: number) => {
    replaced.push([offset, unit.charCodeAt(0)]);
    return '\ufffd';
  });
  return { text: storable, replaced: replaced.length > 0 ? replaced : null };
}

/** The string that `toStorable` was given. */
export function fromStorable({ text, replaced }: StorableText): string {
  if (replaced === null) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const [offset, unit] of replaced) {
    pieces.push(text.slice(done, offset), String.fromCharCode(unit));
    done = offset + 1;
  }
  return pieces.join('') + text.slice(done);
}

/**
 * A value as JSON text that Postgres takes as json and can cast to jsonb. U+0010 (data link escape) and four
 * hexadecimal digits stand for each code unit that jsonb refuses, and for U+0010 itself. In JSON text all three are
 * backslash escapes (JSON.stringify writes lone surrogates so), which makes this a substitution of escapes.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(u(0000|0010|d[89a-f][0-9a-f]{2})|.)/g, (sequence, _, unit?: string) =>
    unit === undefined ? sequence : `\\u0010${unit}`,
  );
}

/** The value that `toJson` was given, from the text that Postgres gives back. */
export function fromJson(json: string): unknown {
  return JSON.parse(
    json.replace(/\\(u0010([0-9a-f]{4})|.)/g, (sequence, _, unit?: string) =>
      unit === undefined ? sequence : `\\u${unit}`,
    ),
  );
}

/** A string as a key that can be compared in the database: as it is, save for what Postgres refuses. */
export function toKey(text: string): string {
  return JSON.parse(toJson(text)) as string;
}

/** The string that `toKey` was given. */
export function fromKey(key: string): string {
  return fromJson(JSON.stringify(key)) as string;
}
