import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractArticle } from '../extract-article.js';
import { INVENTED_NEWS } from '../testing/invented-news/index.js';
import { ASPECT_RULES } from './aspect-rules.js';
import { CLAIM_RULES, describeRule, FIGURE_RULES, SPEECH_RULES } from './rule-catalogue.js';

const RULES = { ...FIGURE_RULES, ...ASPECT_RULES, ...SPEECH_RULES, ...CLAIM_RULES };

/** The rows of the tables of docs/rules.md: name -> meaning. */
const documented = new Map(
  Array.from(
    readFileSync(join(process.cwd(), 'docs/rules.md'), 'utf8').matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm),
    ([, name = '', meaning = '']) => [name, meaning] as const,
  ),
);

describe('the catalogue of rules', () => {
  it('is the one of docs/rules.md', () => {
    expect(Object.fromEntries(documented)).toEqual(RULES);
  });

  it('has every rule that reads the invented articles, which reach most of it', () => {
    const given = new Set(
      INVENTED_NEWS.flatMap((article) => {
        const { figures, statements, claims } = extractArticle(article);
        const aspects = figures.flatMap(({ readBy }) => Object.values(readBy ?? {}) as (string | null)[]);
        const rules = [...figures, ...statements, ...claims].map(({ rule }) => rule);
        return [...rules, ...aspects.filter((rule) => rule !== null)];
      }),
    );
    expect([...given].filter((rule) => describeRule(rule) === null)).toEqual([]);
    const reached = new Set([...given].map((rule) => rule.replace(/^(?:claim|denial)-/, '')));
    expect(reached.size).toBeGreaterThan(Object.keys(RULES).length / 2);
  });

  it('tells claims, denials and what a model proposed, and knows no other names', () => {
    expect(describeRule('denial-reported-clause')).toMatch(/^a denial: a clause behind/);
    expect(describeRule('claim-noun-cue')).toMatch(/^a claim, .*: a noun that tells/);
    expect(describeRule('llm:some-model')).toMatch(/language model/);
    expect(['by-hand', 'denial-by-hand', 'toString'].map(describeRule)).toEqual([null, null, null]);
  });
});
