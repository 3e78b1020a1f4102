import fc from 'fast-check';
import { extractArticle } from '#extraction';
import { reportEvents } from '../ingest-article/report-events.js';
import { compareReports, isReport, type ReadReport } from './compare-reports.js';

const TEXT = `At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said. Dozens of families fled.
"We need boats," Brill told reporters. The owner of the dam denied that he had opened the gates.`;

const read = (text: string): ReadReport[] =>
  reportEvents(
    { articleId: '8f6f8b1e-5d0a-4d7e-9a53-0f1f6f8a1c11', revision: 1, outlet: null, text },
    extractArticle({ text, publishedAt: '2031-05-14' }),
  ).filter(isReport);

const copy = (report: ReadReport, change: object): ReadReport =>
  Object.assign({}, report, { data: { ...report.data, ...change } });

describe('compareReports', () => {
  const reports = read(TEXT);
  const [figure] = reports as [ReadReport];

  it('has something to compare', () => {
    expect(new Set(reports.map(({ type }) => type)).size).toBe(3);
  });

  it('keeps a reading that says the same again', () => {
    const { kept, ...rest } = compareReports(reports, read(TEXT));
    expect(new Set(kept.map(({ before }) => before))).toEqual(new Set(reports));
    expect(rest).toEqual({ changed: [], added: [], removed: [] });
  });

  it('keeps what was only found in another way', () => {
    const found = copy(figure, { rule: 'another', reportId: 'other' });
    expect(compareReports([figure], [found]).kept).toEqual([{ before: figure, after: found, fields: [] }]);
  });

  it('names the fields that changed', () => {
    const after = copy(figure, { metric: 'injured', value: 41 });
    expect(compareReports([figure], [after]).changed).toEqual([
      { before: figure, after, fields: ['metric', 'value'] },
    ]);
  });

  it('knows a report by overlapping words', () => {
    const { quote } = figure.data;
    const after = copy(figure, { quote: { ...quote, end: quote.end - 1, exact: quote.exact.slice(0, -1) } });
    expect(compareReports([figure], [after]).changed.map(({ fields }) => fields)).toEqual([['quote']]);
  });

  it('takes reports of other kinds and other places as added and removed', () => {
    const other = reports.find(({ type }) => type !== figure.type)!;
    const moved = copy(other, { quote: figure.data.quote });
    expect(compareReports([figure], [moved])).toMatchObject({ added: [moved], removed: [figure], kept: [] });
  });

  it('follows a denial to the report it answers, under its new id', () => {
    const claim = copy(
      reports.find(({ type }) => type === 'ClaimRecorded')!,
      { reportId: 'old-claim' },
    );
    const denial = copy(claim, {
      quote: { ...claim.data.quote, start: 900, end: 910 },
      answers: 'old-claim',
    });
    const again = [copy(claim, { reportId: 'new-claim' }), copy(denial, { answers: 'new-claim' })];
    expect(compareReports([claim, denial], again).kept).toHaveLength(2);
    const elsewhere = [again[0]!, copy(denial, { answers: 'nobody' })];
    expect(compareReports([claim, denial], elsewhere).changed).toMatchObject([{ fields: ['answers'] }]);
  });

  it('puts every report in exactly one list, whatever the readings', () => {
    const some = fc
      .subarray(reports)
      .chain((list) =>
        fc.tuple(...list.map((report) => fc.integer({ min: 0, max: 3 }).map((by) => shifted(report, by)))),
      );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { kept, changed, added, removed } = compareReports(before, after);
        expect(kept.length + changed.length + removed.length).toBe(before.length);
        expect(kept.length + changed.length + added.length).toBe(after.length);
      }),
    );
  });
});

function shifted(report: ReadReport, by: number): ReadReport {
  const { quote } = report.data;
  return copy(report, { quote: { ...quote, start: quote.start + by, end: quote.end + by } });
}
