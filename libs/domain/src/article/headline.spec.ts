import fc from 'fast-check';
import { withProcessorTime } from '../../../../test/support/processor-time.js';
import { beginsWithHeadline, withHeadline, withoutHeadline } from './headline.js';

const HEADLINE = '34 killed in ferry accident – coast guard';
const BODY = 'A ferry sank off Port Sela on Monday.\n\nIt had left Westhaven.';

describe('withHeadline', () => {
  it('puts the headline before the text as a paragraph of its own', () => {
    expect(withHeadline(BODY, HEADLINE)).toBe(`${HEADLINE}\n\n${BODY}`);
  });

  it.each([
    ['begins with it', `${HEADLINE}\n\n${BODY}`],
    ['begins with it in other marks', `34 Killed in Ferry Accident - Coast Guard\n${BODY}`],
    ['has it behind the section and the byline', `World\nBy Staff\n${HEADLINE}\n\n${BODY}`],
    [
      'begins with the headline alone, of which the title names the site too',
      `34 killed in ferry accident\n\n${BODY}`,
    ],
  ])('leaves a text as it is that %s', (_case, text) => {
    expect(withHeadline(text, HEADLINE)).toBe(text);
  });

  it.each([
    'Death toll rises to 60 in Dorn fire',
    'Death toll rises as Dorn fire spreads',
    'Death toll rises: 60',
  ])('adds %j to a text that begins with its first words alone', (title) =>
    expect(beginsWithHeadline(`Death toll rises\n\n${BODY}`, title)).toBe(false),
  );

  it.each([
    ['repeats the first words of the text', 'A ferry sank off Port Sela'],
    ['is cut short', 'A ferry sank off Port Se...'],
    ['has no words', '—'],
  ])('adds no title that %s', (_case, title) => {
    expect(withHeadline(BODY, title)).toBe(BODY);
  });

  it.each([
    ['another number', '36 killed in ferry accident – coast guard'],
    ['one word that the text begins with by chance', 'A'],
    ['words of a later line', 'It had left Port Sela'],
  ])('adds a headline of %s', (_case, title) => {
    expect(beginsWithHeadline(`34 killed in ferry accident – coast guard\n\n${BODY}`, title)).toBe(false);
  });

  it.each(['a', ' ', 'a…', '…'])('takes no time over a title of %j without end', async (words) => {
    const title = words.repeat(500_000);
    const { ms } = await withProcessorTime(() => Promise.resolve(beginsWithHeadline(BODY, title)));
    expect(ms).toBeLessThan(1_000);
  });

  it('can be undone, and is done once, whatever the words', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((words) => words.replace(/\n/g, ' '));
    fc.assert(
      fc.property(line, fc.string({ unit: 'grapheme', maxLength: 80 }), (headline, text) => {
        const whole = withHeadline(text, headline);
        expect(whole === text || withoutHeadline(whole) === text).toBe(true);
        expect(withHeadline(whole, headline)).toBe(whole);
      }),
    );
  });
});
