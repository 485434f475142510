/** Update notices and corrections among the lines that are not the story. */
import type { Article, Span } from '../../model/record.ts';

// Only lines that intake has already set apart are asked, so prose that uses the words is no danger.
const NOTICE =
  /\b(?:story|article|headline|report|post|page|piece|item)\b.{0,60}\b(?:updated|corrected|amended|clarified|revised)\b|\bearlier version of\b|^\W*(?:corrections?|clarification|editor[’']s note|updates?)\b[^.]{0,45}[:—–]/iu;

/** The notices of an article, in order. */
export function noticesOf(article: Pick<Article, 'text' | 'boilerplate'>): Span[] {
  return article.boilerplate.filter(({ start, end }) => NOTICE.test(article.text.slice(start, end)));
}
