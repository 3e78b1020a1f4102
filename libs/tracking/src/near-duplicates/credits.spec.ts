import { isBoilerplate, reportingLines } from './boilerplate.js';
import { bylineNames, creditLinesOf } from './credits.js';

describe('creditLinesOf', () => {
  it.each<[string, string, string[]]>([
    ['a dateline', 'GENEVA, March 7 (Northwire) - Talks began.', ['northwire']],
    ['a dateline without a day', 'PORT SELA (Northwire News) — Talks began.', ['northwire news']],
    ['a line of its own', 'Talks began.\n\n(Northwire)', ['northwire']],
    ['a source line', 'Talks began.\nSource: Northwire', ['northwire']],
    ['a dash', 'Talks began.\n-- Northwire', ['northwire']],
    ['a sign-off', 'Talks began.\nReporting by Ada Brill; Northwire', ['northwire']],
    ['where it first stood', 'This article was originally published by The Northwire.', ['northwire']],
    ['a notice of rights', '© 2031 Northwire. All rights reserved.', ['northwire']],
    ['nothing where somebody is quoted', '"We wait," she told Northwire.', []],
    ['nothing where only people sign', 'Reporting by Ada Brill; editing by Bo Carrow', []],
    ['nothing in brackets within a sentence', 'The fund (Winter Aid) paid.', []],
  ])('reads %s', (_case, text, expected) => {
    expect(creditLinesOf(text)).toEqual(expected);
  });

  it('reads the parts of a byline', () => {
    expect(bylineNames('By Ada Brill, Northwire Staff')).toEqual(['ada brill', 'northwire']);
  });
});

describe('boilerplate', () => {
  it.each([
    '3 min read',
    '12 comments',
    '1,204 shares',
    'Share this on Facebook',
    'Follow us for more news',
    'Read more: what the week brought',
    'Updated 2 hours ago',
    'Photo: Westhaven Post',
    'By Ada Brill',
    '(Reporting by Ada Brill; editing by Bo Carrow)',
    'Advertisement',
  ])('is %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'Print shops were closed. Twelve people were hurt.',
    'Share prices fell by a third on Monday. Traders fled.',
    'By Monday 300 people had fled.',
    'Photographs showed a dozen burnt houses.',
    '12 people commented on the plan.',
    'Editing her memoirs, Brill said, was hard. Twenty people were named in them.',
  ])('is not %s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  it('leaves the words behind a dateline', () => {
    expect(reportingLines('WESTHAVEN, March 7 (Northwire) - Forty people fled.')).toEqual([
      'Forty people fled.',
    ]);
    expect(reportingLines('PORT SELA — Forty people fled.')).toEqual(['Forty people fled.']);
  });
});
