import { describeOutlet } from './overviews.js';

it('says of an outlet with one article and one report that it has one', () => {
  const counts = { linkedCount: 1, correctedCount: 0, retractedCount: 0, revisedCount: 0 };
  const overview = { outlet: 'Norvale Post', articleCount: 1, reportCount: 1, relations: [], complete: true };
  expect(describeOutlet({ ...overview, ...counts })[0]).toBe(
    'Norvale Post: 1 article, 1 report, 1 of them linked to claims',
  );
});
