/** Prints of texts, as the store keeps them and as the record takes them. */
import type { Article } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import { PRINT_VERSION, printText, type TextFacts } from '../record/index.ts';
import type { TextPrints } from '../store/store.ts';

export function makePrints(article: Article, reading: Reading): TextPrints {
  const { prints, story } = printText(article, reading);
  return { version: PRINT_VERSION, prints, hash: story };
}

export const factsIn = ({ prints, hash }: TextPrints): TextFacts => ({ prints, story: hash });
