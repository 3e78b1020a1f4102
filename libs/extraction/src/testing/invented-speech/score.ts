import type { ClaimMention, Extraction, Mention, StatementMention } from '../../extraction.js';
import { holdsOther, sharedWords } from '../alike-words.js';
import type { SpokenArticle } from './spoken-article.js';

/** What was read of an article against what was expected: counts, and a line for each difference. */
export interface SpokenOutcome {
  readonly expected: number;
  readonly found: number;
  /** Of those found, with the right speaker. */
  readonly spoken: number;
  /** Statements that nobody expected. */
  readonly surplus: number;
  readonly denials: number;
  /** Denials with the right speaker and what they answer. */
  readonly answered: number;
  /** Denials that nobody expected. */
  readonly surplusDenials: number;
  /** Speakers whose role is expected, and those of them that have it. */
  readonly roles: number;
  readonly known: number;
  readonly differences: readonly string[];
}

/** From this share of common words on, two statements are the same (Jaccard, as for the gold attributions). */
const SAME = 0.5;

const originOf = ({ attribution }: Mention): string => attribution.at(-1)?.name ?? '';

export function scoreSpeech(article: SpokenArticle, read: Extraction): SpokenOutcome {
  const { text, said, denied, roles = [] } = article;
  const rest = new Set<StatementMention>(read.statements);
  const matches = said.map(([speaker, words]) => ({ speaker, words, got: likest(text, words, read) }));
  for (const { got } of matches) for (const one of rest) if (got && isSame(one, got)) rest.delete(one);
  for (const one of rest)
    if (one.polarity === 'denied' && denied.some(([, words]) => textOf(text, one).includes(words)))
      rest.delete(one);
  const misread = matches.flatMap(({ speaker, words, got }) =>
    got && !holdsOther(speaker, originOf(got)) ? [`${speaker}, not ${originOf(got) || '-'}: ${words}`] : [],
  );
  const missed = matches.flatMap(({ speaker, words, got }) =>
    got ? [] : [`not found: ${speaker}: ${words}`],
  );
  const wrongDenials = denied.flatMap((denial) => differenceOf(text, read, denial));
  const roleless = roles.filter(([name, role]) => !hasRole(read, name, role));
  const denials = surplusDenials(text, denied, read);
  const found = said.length - missed.length;
  return {
    expected: said.length,
    found,
    spoken: found - misread.length,
    surplus: rest.size,
    denials: denied.length,
    answered: denied.length - wrongDenials.length,
    surplusDenials: denials.length,
    roles: roles.length,
    known: roles.length - roleless.length,
    differences: [
      ...missed,
      ...misread,
      ...wrongDenials,
      ...denials.map((one) => `nobody denied: ${originOf(one)}: ${one.proposition} [${one.rule}]`),
      ...roleless.map(([name, role]) => `without the role: ${name}, ${role}`),
      ...Array.from(rest, (one) => `nobody said: ${originOf(one)}: ${textOf(text, one)} [${one.rule}]`),
    ],
  };
}

function surplusDenials(
  text: string,
  denied: SpokenArticle['denied'],
  { claims }: Extraction,
): ClaimMention[] {
  return claims.filter(
    (claim) =>
      claim.polarity === 'denied' &&
      !denied.some(([, words]) => textIn(text, claim).includes(words) || claim.proposition.includes(words)),
  );
}

function hasRole({ statements, claims }: Extraction, name: string, role: string): boolean {
  return [...statements, ...claims].some(({ attribution }) =>
    attribution.some(
      (source) => holdsOther(name, source.name) && source.role?.toLowerCase().includes(role.toLowerCase()),
    ),
  );
}

function likest(text: string, words: string, { statements, claims }: Extraction): Mention | null {
  const mentions = [...statements, ...claims.filter(({ polarity }) => polarity === 'asserted')];
  const [best] = mentions
    .map((mention) => ({ mention, share: sharedWords(words, textOf(text, mention)) }))
    .toSorted((a, b) => b.share - a.share);
  return best && best.share >= SAME ? best.mention : null;
}

const isSame = (one: Mention, other: Mention): boolean =>
  one.rule === other.rule.replace('claim-', '') && one.quote.start === other.quote.start;

function differenceOf(
  text: string,
  read: Extraction,
  [speaker, words, answer]: SpokenArticle['denied'][number],
): string[] {
  const denial = read.claims.find(
    (claim) =>
      claim.polarity === 'denied' &&
      (textIn(text, claim).includes(words) || claim.proposition.includes(words)),
  );
  const problem = denial ? problemOf(text, read, denial, speaker, answer) : 'no such denial';
  return problem ? [`denial, ${problem}: ${speaker}: ${words}`] : [];
}

function problemOf(
  text: string,
  { claims, statements }: Extraction,
  denial: ClaimMention,
  speaker: string,
  answer: string | null,
): string | null {
  if (!holdsOther(speaker, originOf(denial))) return `said by ${originOf(denial) || '-'}`;
  const { answers } = denial;
  const given = answers && (answers.kind === 'claim' ? claims : statements)[answers.index];
  const words = given ? textOf(text, given) : null;
  if (answer === null) return words === null ? null : `answers "${words}"`;
  return words?.includes(answer) ? null : `answers ${words === null ? 'nothing' : `"${words}"`}`;
}

const textIn = (text: string, { quote: { start, end } }: Mention): string => text.slice(start, end);

/** The mention's pieces, cue and speaker left out where they split it. */
function textOf(text: string, mention: Mention | StatementMention): string {
  const pieces = 'pieces' in mention ? mention.pieces : [mention.quote];
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
}
