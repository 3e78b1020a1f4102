import { extractArticle } from '../extract-article.js';
import { FIGURE_RULES } from '../rules/rule-catalogue.js';
import { FIGURE_RULE_EXAMPLES } from '../testing/figure-rule-examples.js';

const rulesOf = (text: string): [string, string][] =>
  extractArticle({ text, publishedAt: '2031-05-20' }).figures.map(({ rule, quote }) => [
    rule,
    text.slice(quote.start, quote.end),
  ]);

describe('the rules for figures', () => {
  it('have a sentence each', () => {
    expect(Object.keys(FIGURE_RULE_EXAMPLES).toSorted()).toEqual(Object.keys(FIGURE_RULES).toSorted());
  });

  it.each(Object.entries(FIGURE_RULE_EXAMPLES))(
    '%s reads what it should and leaves its near miss',
    (rule, sentences) => {
      const [hit, words, miss] = sentences;
      expect(rulesOf(hit)).toContainEqual([rule, words]);
      expect(rulesOf(miss).map(([name]) => name)).not.toContain(rule);
    },
  );
});
