import { extractArticle } from '../extract-article.js';
import { SPEECH_RULE_EXAMPLES } from '../testing/speech-rule-examples.js';
import { CLAIM_RULES, SPEECH_RULES } from './rule-catalogue.js';

const rulesOf = (text: string): Set<string> => {
  const article = /\n\nThe quay is open/.test(text)
    ? text
    : `Ferry service to the islands is suspended\n\n${text}`;
  const { statements, claims } = extractArticle({ text: article });
  return new Set([...statements, ...claims].map(({ rule }) => rule.replace(/^(?:claim|denial)-/, '')));
};

describe('every rule for speech and claims', () => {
  it.each(Object.entries(SPEECH_RULE_EXAMPLES))(
    '%s: is reached, and not by a near miss',
    (rule, [hit, miss]) => {
      expect({ reached: [...rulesOf(hit)], isMissed: !rulesOf(miss).has(rule) }).toEqual({
        reached: expect.arrayContaining([rule]) as unknown,
        isMissed: true,
      });
    },
  );

  it('stands in the catalogue', () => {
    expect(Object.keys(SPEECH_RULE_EXAMPLES).toSorted()).toEqual(
      Object.keys({ ...SPEECH_RULES, ...CLAIM_RULES }).toSorted(),
    );
  });
});
