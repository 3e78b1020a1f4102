import { foldName, type ReportKind } from '#domain';
import type { DossierEntry } from './dossier.js';

/** An entry before it is known what else its assertion is read as. */
export type ReadEntry = Omit<DossierEntry, 'kinds'>;

/**
 * One entry an assertion, of what a page would list: an article's words are read as a statement and as a claim, and again in every text that
 * the article has. `others` are the entries of the same articles that stand on other pages. Null in the place of each that another tells.
 */
export function assertionsIn(
  page: readonly ReadEntry[],
  others: readonly ReadEntry[],
): (DossierEntry | null)[] {
  const all = [...page, ...others];
  return page.map((entry) => {
    if (all.some((other) => isToldBy(entry, other))) return null;
    const readToo = all.filter((other) => isClaimOf(other, entry));
    return { ...entry, kinds: kindsOf([entry, ...readToo]) };
  });
}

const kindsOf = (read: readonly ReadEntry[]): ReportKind[] =>
  [...new Set(read.map(({ kind }) => kind))].sort();

const isToldBy = (entry: ReadEntry, other: ReadEntry): boolean =>
  entry !== other && (isClaimOf(entry, other) || isSaidAnew(entry, other));

/** Of words that are read as both the claim tells: it says what is denied. Where one of the two does not stand as the other, both do. */
function isClaimOf(entry: ReadEntry, claim: ReadEntry): boolean {
  if (entry.kind !== 'statement' || claim.kind !== 'claim') return false;
  const isAlike = entry.polarity === claim.polarity && entry.standing === claim.standing;
  return isAlike && revisionsApart(entry, claim) === 0 && standsWithin(entry, claim);
}

/** Whether a later text of its article, or the last reading of the same, still has the words. */
function isSaidAnew(entry: ReadEntry, other: ReadEntry): boolean {
  if (entry.polarity !== other.polarity || !['current', 'revised'].includes(other.standing)) return false;
  const apart = revisionsApart(entry, other);
  const areTheSame = foldName(entry.text) === foldName(other.text);
  if (entry.standing === 'revised') return apart > 0 && areTheSame;
  if (entry.standing !== 'reread') return false;
  const isWithin = standsWithin(entry, other) || standsWithin(other, entry);
  return (apart >= 0 && areTheSame) || (apart === 0 && isWithin);
}

/** How many texts later the other stands; NaN where that is no text of the same article. */
function revisionsApart({ report: one }: ReadEntry, { report: two }: ReadEntry): number {
  return one && two && one.article.id === two.article.id ? two.revision - one.revision : NaN;
}

function standsWithin({ report: one }: ReadEntry, { report: two }: ReadEntry): boolean {
  return two!.quote.start <= one!.quote.start && one!.quote.end <= two!.quote.end;
}
