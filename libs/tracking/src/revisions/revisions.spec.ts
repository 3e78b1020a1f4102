import fc from 'fast-check';
import { buildEvent, type EventData, type ReportChange } from '#domain';
import { announcesChange } from './announces-change.js';
import { compareRevisions, type ReadRevision } from './compare-revisions.js';
import { compareTexts } from './compare-texts.js';
import type { ReportEvent } from './mention.js';

const ARTICLE = '0b6f1d5e-6f0a-5a52-9c1e-1f6d0a7c4b21';
let next = 0;
const newId = (): string => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`;

const span = (text: string, exact: string, from = 0) => {
  const start = text.indexOf(exact, from);
  if (start < 0) throw new Error(`"${exact}" does not stand in the text`);
  return { start, end: start + exact.length, exact, prefix: '', suffix: '' };
};

function sentenceOf(text: string, words: string) {
  const at = text.indexOf(words);
  const start = Math.max(0, text.lastIndexOf('. ', at) + 2, text.lastIndexOf('\n', at) + 1);
  return span(text, text.slice(start, text.indexOf('.', at) + 1));
}

const report = (text: string, words: string, speaker: string | null) => ({
  reportId: newId(),
  articleId: ARTICLE,
  revision: 1,
  quote: span(text, words),
  sentence: sentenceOf(text, words),
  attribution: speaker
    ? [{ name: speaker, role: null, kind: 'person' as const, verb: 'said', span: null }]
    : [],
  rule: 'by-hand',
});

function figure(text: string, words: string, fields: Partial<EventData<'FigureReported'>> = {}): ReportEvent {
  const { data } = buildEvent('FigureReported', {
    ...report(text, words, null),
    metric: 'killed',
    measure: 'flow',
    term: null,
    category: null,
    value: Number(/\d+/.exec(words)?.[0] ?? 1),
    max: null,
    quantifier: 'exact',
    unit: 'person',
    unitText: 'people',
    population: null,
    status: 'reported',
    cause: null,
    places: [{ text: 'Westhaven', role: 'location', span: null }],
    period: null,
    asOf: null,
    ...fields,
  });
  return { type: 'FigureReported', data };
}

function statement(text: string, words: string, speaker = 'Ada Moreno'): ReportEvent {
  const { data } = buildEvent('StatementMade', {
    ...report(text, words, speaker),
    form: 'direct',
    act: 'asserts',
    polarity: 'asserted',
    attributionMode: 'explicit',
    pieces: [],
    cue: null,
    utteredOn: null,
  });
  return { type: 'StatementMade', data };
}

const HEADLINE = 'Westhaven counts its dead';
const BODY = 'At least 40 people were killed in Westhaven, officials said. Another 12 people were injured.';
const SAID = '"We have lost whole streets," Ada Moreno said.';

function revision(body: string, toll: string, hurt = '12 people'): ReadRevision {
  const text = `${HEADLINE}\n\n${body}\n\n${SAID}`;
  return {
    title: HEADLINE,
    text,
    reports: [
      figure(text, toll, { quantifier: 'at_least' }),
      figure(text, hurt, { metric: 'injured' }),
      statement(text, '"We have lost whole streets,"'),
    ],
  };
}

const briefly = ({ kind, change, fields }: ReportChange): string =>
  [kind, change, ...fields.map(({ field, from, to }) => `${field} ${String(from)} -> ${String(to)}`)].join(
    ' ',
  );

describe('compareRevisions', () => {
  const before = revision(BODY, '40 people');

  it('names a figure that was changed in its place, and keeps the one beside it', () => {
    const after = revision(BODY.replace('40', '60'), '60 people');
    const { extent, stealth, similarity, changes } = compareRevisions(before, after);
    expect({ extent, stealth, changes: changes.map(briefly) }).toEqual({
      extent: 'body',
      stealth: true,
      changes: ['figure changed value 40 -> 60'],
    });
    expect(similarity).toBeGreaterThan(0.9);
    expect(changes[0]).toMatchObject({
      previousReportId: before.reports[0]!.data.reportId,
      reportId: after.reports[0]!.data.reportId,
    });
  });

  it('finds the figure of a series again in a sentence with other words', () => {
    const after = revision(
      'The toll in Westhaven has risen: 60 people died. Another 12 people were injured.',
      '60 people',
    );
    expect(compareRevisions(before, after).changes.map(briefly)).toEqual(['figure changed value 40 -> 60']);
  });

  it('names what came and what went', () => {
    const text = `${before.text}\n\n"Help is near," Bo Carrow said.`;
    const longer = {
      ...before,
      text,
      reports: [...before.reports, statement(text, '"Help is near,"', 'Bo Carrow')],
    };
    expect(compareRevisions(before, longer).changes.map(briefly)).toEqual(['statement appeared']);
    expect(compareRevisions(longer, before).changes.map(briefly)).toEqual(['statement disappeared']);
  });

  it('names words of a quotation and their speaker', () => {
    const text = before.text.replace('whole streets', 'many streets').replace('Ada Moreno', 'Bo Carrow');
    const after = {
      ...before,
      text,
      reports: [...before.reports.slice(0, 2), statement(text, '"We have lost many streets,"', 'Bo Carrow')],
    };
    expect(compareRevisions(before, after).changes.map(briefly)).toEqual([
      'statement changed quote "We have lost whole streets," -> "We have lost many streets," attribution Ada Moreno -> Bo Carrow',
    ]);
  });

  it('is no stealth edit where the article says so', () => {
    const after = revision(BODY.replace('40', '60'), '60 people');
    const open = { ...after, text: `${after.text}\n\nCorrection: an earlier version gave a lower toll.` };
    expect(compareRevisions(before, open).stealth).toBe(false);
  });

  it.each<[string, (text: string) => string]>([
    ['spaces and line ends', (text) => text.replaceAll('\n\n', '\n \n').replaceAll('. ', '.  ')],
    [
      'punctuation',
      (text) => text.replace('Westhaven, officials', 'Westhaven – officials').replaceAll('"', '”'),
    ],
    ['a reading time', (text) => text.replace('\n\n', '\n\n3 min read\n\n')],
    ['comments and share lines', (text) => `${text}\n\n14 comments\nShare this on Facebook`],
  ])('takes an edit of %s for trivial', (_case, edit) => {
    const { extent, stealth, changes } = compareRevisions(before, { ...before, text: edit(before.text) });
    expect({ extent, stealth, changes }).toEqual({ extent: 'trivial', stealth: false, changes: [] });
  });

  it('takes another way to mark up the same text for trivial, however it was read', () => {
    const marked = `# ${before.text
      .replace('40 people', '**40 people**')
      .replace('Ada Moreno', '[Ada Moreno](https://westhaven.example/people/ada_moreno)')
      .replace('Another', '\n\n- Another')}`;
    const after = { ...before, text: marked, reports: before.reports.slice(1) };
    const trivial = { extent: 'trivial', stealth: false, changes: [] };
    expect(compareRevisions(before, after)).toMatchObject(trivial);
    expect(compareRevisions(after, before)).toMatchObject(trivial);
    expect(compareRevisions(before, { ...after, text: marked.replace('40', '60') }).extent).toBe('body');
  });

  it('does not take it for trivial where a report differs', () => {
    const { extent } = compareRevisions(before, { ...before, reports: before.reports.slice(1) });
    expect(extent).toBe('body');
  });
});

describe('compareTexts', () => {
  const body = `${BODY}\n\n${SAID}`;
  it.each([
    ['another headline', `${HEADLINE}\n\n${body}`, `Grief in Westhaven\n\n${body}`, 'headline'],
    ['a headline more', body, `${HEADLINE}\n\n${body}`, 'headline'],
    ['another number', body, body.replace('40', '60'), 'body'],
    ['a mark within a number', body.replace('40', '4,000'), body.replace('40', '4.000'), 'body'],
    ['a text of one line', 'Forty fled.', 'Sixty fled.', 'body'],
  ])('knows the extent of %s', (_case, before, after, extent) => {
    expect(compareTexts({ title: null, text: before }, { title: null, text: after }).extent).toBe(extent);
  });

  it('takes another title alone for headline', () => {
    expect(compareTexts({ title: 'A', text: body }, { title: 'B', text: body }).extent).toBe('headline');
  });
});

describe('announcesChange', () => {
  it.each([
    'Correction: the toll was wrong.',
    'UPDATE (March 9): new figures',
    "Editor's note: this story was changed.",
    'This article was amended on 9 March to give the right number.',
    'An earlier version of this story misstated the number of dead.',
    'Updated on 9 March',
  ])('hears %s', (line) => {
    expect(announcesChange('Text.', `Text.\n${line}`)).toBe(true);
  });

  it.each([
    'The ministry updated its toll on Monday.',
    'The figure was corrected by the army, which said so in a report.',
    'Correctional officers fled.',
  ])('does not hear %s', (line) => {
    expect(announcesChange('Text.', `Text.\n${line}`)).toBe(false);
  });

  it('does not hear a notice of an earlier change again', () => {
    expect(announcesChange('Correction: x.\nForty fled.', 'Correction: x.\nSixty fled.')).toBe(false);
  });
});

describe('any two texts', () => {
  const sentence = fc.record({
    place: fc.constantFrom('Westhaven', 'Port Sela', 'Melbury'),
    value: fc.integer({ min: 2, max: 6 }),
    metric: fc.constantFrom('killed' as const, 'injured' as const, 'missing' as const),
    told: fc.constantFrom('officials said', 'a nurse told us', 'it emerged on Monday'),
  });
  const text = fc.array(sentence, { maxLength: 12 }).map((sentences): ReadRevision => {
    const lines = sentences.map(
      ({ place, value, metric, told }, at) => `In ${place} ${value} people were ${metric}, ${told} (${at}).`,
    );
    const whole = `News\n\n${lines.join('\n\n')}`;
    const reports = sentences.map(({ place, value, metric }, at) => {
      const event = figure(whole, `${value} people`, {
        metric,
        value,
        places: [{ text: place, role: 'location', span: null }],
      });
      const own = span(whole, lines[at]!);
      return { ...event, data: { ...event.data, quote: own, sentence: own } } as ReportEvent;
    });
    return { title: null, text: whole, reports };
  });

  it('say nothing new of themselves', () => {
    fc.assert(
      fc.property(text, (one) => {
        const again = {
          ...one,
          reports: one.reports.map(
            (each) => ({ ...each, data: { ...each.data, reportId: newId() } }) as ReportEvent,
          ),
        };
        expect(compareRevisions(one, again)).toEqual({
          extent: 'trivial',
          similarity: 1,
          stealth: false,
          changes: [],
        });
      }),
    );
  });

  it('lose what the other way round comes, and change what changes', () => {
    const ids = (changes: readonly ReportChange[], change: string, side: 'reportId' | 'previousReportId') =>
      changes
        .filter((one) => one.change === change)
        .map((one) => one[side])
        .sort();
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [there, back] = [compareRevisions(a, b).changes, compareRevisions(b, a).changes];
        expect(ids(there, 'appeared', 'reportId')).toEqual(ids(back, 'disappeared', 'previousReportId'));
        expect(ids(there, 'changed', 'reportId')).toEqual(ids(back, 'changed', 'previousReportId'));
      }),
    );
  });

  it('account for every report once', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { changes } = compareRevisions(a, b);
        const named = changes
          .flatMap(({ reportId, previousReportId }) => [reportId, previousReportId])
          .filter(Boolean);
        expect(new Set(named).size).toBe(named.length);
        const [came, went] = ['appeared', 'disappeared'].map(
          (change) => changes.filter((one) => one.change === change).length,
        );
        expect(a.reports.length - went!).toBe(b.reports.length - came!);
      }),
    );
  });
});
