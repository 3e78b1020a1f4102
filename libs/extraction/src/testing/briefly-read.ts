import type { TextRange } from '#domain';
import { extractArticle } from '../extract-article.js';
import type { Mention } from '../extraction.js';

const TITLE = 'Ferry service to the islands is suspended';

const chain = ({ attribution }: Mention): string => attribution.map(({ name }) => name).join(' > ') || '-';

/** What is read of a text published on Thursday 13 June 2030, one line a mention: figures, claims and denials, statements. */
export function brieflyRead(body: string): {
  readonly figures: string[];
  readonly claims: string[];
  readonly statements: string[];
} {
  const text = `${TITLE}\n\n${body}`;
  const words = ({ start, end }: TextRange): string => text.slice(start, end);
  const { figures, claims, statements } = extractArticle({ text, publishedAt: '2030-06-13' });
  return {
    figures: figures.map(
      (figure) => `${figure.value ?? figure.quantifier} ${figure.metric}: ${chain(figure)}`,
    ),
    claims: claims.map((claim) => `${claim.polarity}: ${chain(claim)}: ${claim.proposition}`),
    statements: statements.map(
      (one) => `${one.polarity}: ${chain(one)}: ${one.pieces.map(words).join(' / ')}`,
    ),
  };
}
