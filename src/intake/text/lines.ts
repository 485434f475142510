/** The lines of a text with their offsets, white space at the edges trimmed. Blank lines are left out. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** True where the line before it is blank, or where it is the first. */
  afterBlank: boolean;
}

// White space as the reader of a page sees it: also no-break and zero-width spaces and a byte order mark.
const BLANK = /\s|\u200b|\u200c|\u200d|\u2060|\ufeff/;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let from = 0; from <= text.length; ) {
    let to = from;
    while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
    let start = from;
    let end = to;
    while (start < end && BLANK.test(text[start]!)) start++;
    while (end > start && BLANK.test(text[end - 1]!)) end--;
    if (start < end) lines.push({ start, end, text: text.slice(start, end), afterBlank });
    afterBlank = start === end;
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1);
  }
  return lines;
}
