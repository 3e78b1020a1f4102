import type { ArticleText } from '#domain';
import { describeRule, EXTRACTOR, EXTRACTOR_VERSION, extractArticle, type AspectRules } from '#extraction';
import type { FactProvenance } from '#query';
import type { OpenLog } from './open-log.js';

type Aspect = keyof AspectRules;

/** What of a figure was found by which rule, and what the rule goes by. */
export type ReadBy = Readonly<
  Partial<Record<Aspect, { readonly rule: string; readonly meaning: string | null }>>
>;

const ASPECTS: readonly Aspect[] = ['quantifier', 'place', 'period', 'source'];

/** Where a figure stands, and what was recorded of its reading. */
export type RecordedFigure = Pick<FactProvenance, 'quote' | 'extractor'>;

/**
 * By which rules a figure's place, period, quantifier and source were found. The event holds its words and its main rule only: a version of the
 * rules reads a text in one way for ever, so the rest is read again from the text. Null where another version or a model read it, or the text
 * is not as it was.
 */
export function readBy(article: ArticleText, { quote, extractor }: RecordedFigure): ReadBy | null {
  if (extractor.name !== EXTRACTOR || extractor.version !== EXTRACTOR_VERSION) return null;
  const { start, end } = quote.utf16;
  const { figures } = extractArticle(article);
  const figure = figures.find(
    (one) => one.rule === extractor.rule && one.quote.start === start && one.quote.end === end,
  );
  const rules = figure?.readBy;
  if (!rules) return null;
  return Object.fromEntries(
    ASPECTS.flatMap((aspect) => {
      const rule = rules[aspect];
      return rule === null ? [] : [[aspect, { rule, meaning: describeRule(rule) }]];
    }),
  );
}

/** The same for a fact of the log; null for a statement or a claim. */
export async function readByOf(
  { store, config: { workspace } }: OpenLog,
  fact: FactProvenance,
): Promise<ReadBy | null> {
  if (fact.kind !== 'figure') return null;
  for await (const { type, data } of store.readStream(workspace, fact.event.stream)) {
    const isText = type === 'ArticleIngested' || type === 'ArticleRevised';
    if (isText && (data as { revision?: number }).revision === fact.revision)
      return readBy(data as ArticleText, fact);
  }
  return null;
}
