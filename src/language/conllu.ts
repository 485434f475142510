/** CoNLL-U, the treebanks' format: ten columns a word, a blank line after each sentence. universaldependencies.org/format.html */
import type { Doc } from './doc.ts';
import type { Word } from './grammar.ts';

/** A sentence read from CoNLL-U: the lines that are kept as they are, and the words to be tagged. */
export interface TokenizedSentence {
  /** Comment lines, with '#'. */
  comments: string[];
  /** Lines of multiword ranges and empty nodes, by the number of words before them. */
  extra: { before: number; line: string }[];
  forms: string[];
  /** Column 10 of each word. */
  misc: string[];
}

/** Reads what CoNLL-U says of words; tags and trees in it are passed over. Lines that are not of the format are left out. */
export function readConllu(text: string): TokenizedSentence[] {
  const sentences: TokenizedSentence[] = [];
  let current: TokenizedSentence | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      current = null;
      continue;
    }
    if (!current) sentences.push((current = { comments: [], extra: [], forms: [], misc: [] }));
    if (line.startsWith('#')) {
      current.comments.push(line);
      continue;
    }
    const fields = line.split('\t');
    if (/^\d+$/.test(fields[0]!) && fields.length >= 2) {
      current.forms.push(fields[1]!);
      current.misc.push(fields[9] ?? '_');
    } else if (/^\d+[-.]\d+$/.test(fields[0]!)) current.extra.push({ before: current.forms.length, line });
  }
  return sentences.filter((s) => s.forms.length > 0);
}

const featsOf = (feats: Word['feats']): string => {
  const pairs = Object.entries(feats).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '_' : pairs.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|');
};

function row(word: Word, i: number, misc: string): string {
  const head = String(word.head + 1);
  return [
    i + 1,
    word.form,
    word.lemma || '_',
    word.upos,
    word.xpos,
    featsOf(word.feats),
    head,
    word.deprel,
    '_',
    misc,
  ].join('\t');
}

/** One sentence with its comments, ending in a blank line. */
export function writeSentence(sentence: TokenizedSentence, words: readonly Word[]): string {
  const lines = [...sentence.comments];
  let next = 0;
  for (let i = 0; i <= words.length; i++) {
    for (; next < sentence.extra.length && sentence.extra[next]!.before === i; next++)
      lines.push(sentence.extra[next]!.line);
    if (i < words.length) lines.push(row(words[i]!, i, sentence.misc[i]!));
  }
  return `${lines.join('\n')}\n\n`;
}

/** A document as CoNLL-U, with the text of each sentence and SpaceAfter=No where no white space follows. */
export function writeConllu(doc: Doc): string {
  let paragraph = -1;
  return doc.sentences
    .map((sentence, s) => {
      const comments =
        sentence.paragraph === paragraph ? [] : [s === 0 ? '# newdoc' : '', '# newpar'].filter((c) => c !== '');
      paragraph = sentence.paragraph;
      comments.push(
        `# sent_id = ${s + 1}`,
        `# text = ${doc.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`,
      );
      const misc = sentence.tokens.map((t) => {
        const next = doc.text[t.end];
        return next !== undefined && /\S/.test(next) ? 'SpaceAfter=No' : '_';
      });
      return writeSentence({ comments, extra: [], forms: sentence.tokens.map((t) => t.form), misc }, sentence.tokens);
    })
    .join('');
}
