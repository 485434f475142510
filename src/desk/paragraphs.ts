/** Where an article's text breaks into paragraphs. In: the text. Out: ranges without the white space around them, in order. */

export interface TextRange {
  start: number;
  end: number;
}

// Lines of a text that was wrapped by hand or by a mailer; shorter ones are headings, longer ones whole paragraphs.
const WRAPPED_MIN = 50;
const WRAPPED_MAX = 100;

/**
 * Every line is a paragraph, except in a block whose lines all look wrapped at one width: there the block is.
 * Blank lines part blocks. Linear in the text.
 */
export function splitParagraphs(text: string): TextRange[] {
  const paragraphs: TextRange[] = [];
  let block: TextRange[] = [];
  const flush = (): void => {
    const wrapped = block.length > 1 && block.slice(0, -1).every(looksWrapped);
    if (wrapped) paragraphs.push({ start: block[0]!.start, end: block.at(-1)!.end });
    else paragraphs.push(...block);
    block = [];
  };
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = trimRange(text, start, end);
    if (line) block.push(line);
    else flush();
    start = end + 1;
  }
  flush();
  return paragraphs;
}

function looksWrapped({ start, end }: TextRange): boolean {
  return end - start >= WRAPPED_MIN && end - start <= WRAPPED_MAX;
}

function trimRange(text: string, from: number, to: number): TextRange | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at]!);
}
