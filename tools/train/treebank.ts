/** Reads CoNLL-U treebanks for training: sentences with their documents, so that parts may be left out by licence. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface GoldSentence {
  /** GUM's genre, else the name of the treebank. */
  genre: string;
  /** GUM's `# text_licence`, else ''. */
  licence: string;
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  feats: string[];
  /** Index of the head, -1 for the root. */
  heads: number[];
  deprels: string[];
}

/** The sentences of a .conllu or .conllu.gz file; words only, without multiword ranges and empty nodes. */
export function readTreebank(file: string, name: string): GoldSentence[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const sentences: GoldSentence[] = [];
  let genre = name;
  let licence = '';
  for (const block of text.split(/\r?\n\r?\n/)) {
    const s: GoldSentence = {
      genre,
      licence,
      forms: [],
      lemmas: [],
      upos: [],
      xpos: [],
      feats: [],
      heads: [],
      deprels: [],
    };
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith('# genre = ')) s.genre = genre = line.slice(10);
      else if (line.startsWith('# text_licence = ')) s.licence = licence = line.slice(17);
      if (line === '' || line.startsWith('#')) continue;
      const f = line.split('\t');
      if (!/^\d+$/.test(f[0]!)) continue;
      s.forms.push(f[1]!);
      s.lemmas.push(f[2]!);
      s.upos.push(f[3]!);
      s.xpos.push(f[4]!);
      s.feats.push(f[5]!);
      s.heads.push(Number(f[6]) - 1);
      s.deprels.push(f[7]!);
    }
    if (s.forms.length > 0) sentences.push(s);
  }
  return sentences;
}

/** Whether weights trained on the sentence may ship: EWT, and the GUM genres under CC BY or CC BY-SA. */
export function mayShip(s: GoldSentence): boolean {
  return s.licence === '' || /^CC BY(-SA)? [\d.]+$/.test(s.licence);
}
