import { ChatClient } from './chat-client.js';
import { LlmReader, type LlmReaderOptions } from './llm-reader.js';
import { ChatServerDouble, says } from './testing/index.js';

const ARTICLE = {
  text: `At least 40 people were killed in the flood in Norvale since Saturday, Mayor Ada Brill said.
"We need boats," Brill told reporters. The dam's owner denied that it had opened the gates.
Dozens of families were evacuated.`,
  publishedAt: '2031-05-14',
};

const SPEAKER = { name: 'Ada Brill', role: 'Mayor', kind: 'person', verb: 'said' };
const FIGURE = {
  quote: 'At least 40 people',
  metric: 'killed',
  measure: 'flow',
  value: 40,
  max: null,
  quantifier: 'at_least',
  unit: 'person',
  unitText: 'people',
  status: 'reported',
  place: 'Norvale',
  placeRole: 'location',
  period: 'since Saturday',
  speaker: SPEAKER,
};
/** The families of the last sentence. */
const VAGUE = {
  value: null,
  quantifier: 'dozens',
  metric: 'evacuated',
  unit: 'household',
  unitText: 'families',
  period: null,
  speaker: null,
};
const STATEMENT = { quote: 'We need boats', form: 'direct', act: 'asserts', speaker: SPEAKER };
const DENIAL = { quote: 'it had opened the gates', polarity: 'denied', answers: null, speaker: null };

describe('LlmReader', () => {
  let server: ChatServerDouble;
  beforeEach(async () => {
    server = await ChatServerDouble.start(says({ figures: [] }));
  });
  afterEach(() => server.stop());

  function reader(options: Partial<LlmReaderOptions> = {}): LlmReader {
    const client = new ChatClient(
      { url: server.url, model: 'small', timeoutMs: 5_000, maxAnswerTokens: 1_000, attempts: 1 },
      () => Promise.resolve(),
    );
    return new LlmReader(client, { model: 'small', partCharacters: 6_000, tokenBudget: 0, ...options });
  }

  const reads = (answer: unknown) => {
    server.answer(says(answer));
    return reader().read(ARTICLE);
  };

  it('accepts what stands in the article, with our offsets, sentence and dates', async () => {
    const { extraction, refused, tokens } = await reads({
      figures: [FIGURE],
      statements: [STATEMENT],
      claims: [DENIAL],
    });
    expect(refused).toEqual([]);
    expect(tokens).toBe(100);
    expect(extraction).toMatchObject({
      extractor: 'llm:small',
      publishedOn: '2031-05-14',
      figures: [
        {
          quote: { start: 0, end: 18 },
          value: 40,
          category: 'DEATHS',
          period: { start: '2031-05-10', text: 'since Saturday' },
          places: [{ text: 'Norvale', role: 'location' }],
          attribution: [{ name: 'Ada Brill', role: 'Mayor' }],
          rule: 'llm:small',
        },
      ],
      statements: [{ form: 'direct', pieces: [{ start: 94, end: 107 }] }],
      claims: [{ polarity: 'denied', proposition: 'it had opened the gates' }],
    });
    const { start, end } = extraction.figures[0]!.sentence;
    expect(ARTICLE.text.slice(start, end)).toBe(ARTICLE.text.split('\n')[0]);
  });

  it('sends the article as data, never as instructions', async () => {
    await reads({});
    const [system, user] = server.requests[0]!.body.messages;
    expect(system?.content).not.toContain('Norvale');
    expect(JSON.parse(user!.content)).toMatchObject({ article: ARTICLE.text, publishedAt: '2031-05-14' });
  });

  it.each([
    ['words that do not stand there', { quote: 'At least 50 people', value: 50 }, 'not_verbatim'],
    ['another number than its words', { value: 400 }, 'number_differs'],
    [
      'a number for a vague word',
      { quote: 'Dozens of families', value: 24, speaker: null },
      'number_differs',
    ],
    ['a speaker who is not there', { speaker: { ...SPEAKER, name: 'Ida Brill' } }, 'speaker_absent'],
    ['half of a name', { speaker: { ...SPEAKER, name: 'Bri' } }, 'speaker_absent'],
    ['a place that is not there', { place: 'Sudvale' }, 'place_absent'],
    ['a time that is not there', { period: 'since Friday' }, 'period_absent'],
    ['a place told of elsewhere', { quote: 'Dozens of families', ...VAGUE }, 'place_absent'],
    ['another metric than the rules read', { metric: 'injured' }, 'metric_differs'],
    ['another unit than the rules read', { unit: 'household', unitText: 'families' }, 'metric_differs'],
    ['counted people of its own', { unitText: 'children' }, 'unit_absent'],
    ['a role of its own', { speaker: { ...SPEAKER, role: 'Felon' } }, 'role_absent'],
    ['a verb of its own', { speaker: { ...SPEAKER, verb: 'confessed' } }, 'verb_absent'],
    ['a metric of its own', { metric: 'drowned' }, 'malformed'],
    ['half a character', { quote: '\ud83d' }, 'malformed'],
    ['no words', { quote: '' }, 'malformed'],
  ])('refuses a figure with %s', async (_name, change, reason) => {
    const { extraction, refused } = await reads({ figures: [{ ...FIGURE, ...change }] });
    expect(extraction.figures).toEqual([]);
    expect(refused).toMatchObject([{ kind: 'figure', reason }]);
    expect(refused[0]?.detail).not.toBe('');
  });

  it('refuses a direct quotation that the article does not quote', async () => {
    const { refused } = await reads({ statements: [{ ...STATEMENT, quote: 'Dozens of families' }] });
    expect(refused).toMatchObject([{ reason: 'not_quoted' }]);
  });

  it('refuses the same words twice where they stand once', async () => {
    const { extraction, refused } = await reads({ figures: [FIGURE, FIGURE] });
    expect(extraction.figures).toHaveLength(1);
    expect(refused).toMatchObject([{ reason: 'duplicate' }]);
  });

  it('lets one bad fact not spoil its neighbours', async () => {
    const { extraction, refused } = await reads({ figures: [{ quote: 7 }, FIGURE, null] });
    expect(extraction.figures).toHaveLength(1);
    expect(refused).toHaveLength(2);
  });

  it('accepts a vague word as its own quantifier', async () => {
    const vague = { ...FIGURE, ...VAGUE, quote: 'Dozens of families', place: null };
    expect((await reads({ figures: [vague] })).extraction.figures).toMatchObject([{ value: null }]);
  });

  it('reads the quantifier itself, and takes a name from afar only where somebody points back to it', async () => {
    const loose = { ...FIGURE, quote: '40 people', quantifier: 'exact' };
    expect((await reads({ figures: [loose] })).extraction.figures).toMatchObject([
      { quantifier: 'at_least' },
    ]);
    const far = { ...FIGURE, ...VAGUE, quote: 'Dozens of families', place: null, speaker: SPEAKER };
    expect((await reads({ figures: [far] })).refused).toMatchObject([{ reason: 'speaker_absent' }]);
    const text = ARTICLE.text.replace('evacuated.', 'evacuated, she said.');
    server.answer(says({ figures: [far] }));
    expect((await reader().read({ ...ARTICLE, text })).extraction.figures).toHaveLength(1);
  });

  it('reads JSON in a code fence', async () => {
    server.answer(says(`Here it is:\n\`\`\`json\n${JSON.stringify({ figures: [FIGURE] })}\n\`\`\``));
    expect((await reader().read(ARTICLE)).extraction.figures).toHaveLength(1);
  });

  it.each(['no JSON at all', '[1, 2', '{"figures": 7}'])('uses nothing of the answer %s', async (answer) => {
    server.answer(says(answer));
    await expect(reader().read(ARTICLE)).rejects.toMatchObject({ code: 'LLM.ANSWER_UNREADABLE' });
  });

  it('asks for long articles in parts, and for a cut answer in halves', async () => {
    const line = `${'Nothing happened here today. '.repeat(30)}\n`;
    server.answer((request, response) => {
      const { article } = JSON.parse(request.body.messages[1]!.content) as { article: string };
      says({ figures: [] }, { finish: article.length > 1_000 ? 'length' : 'stop' })(request, response);
    });
    await reader({ partCharacters: 2_000 }).read({ text: line.repeat(4) });
    const lengths = server.requests.map(
      ({ body }) => (JSON.parse(body.messages[1]!.content) as { article: string }).article.length,
    );
    expect(lengths).toEqual([1742, 871, 871, 1742, 871, 871]);
  });

  it('stops when its tokens are spent', async () => {
    const spending = reader({ tokenBudget: 150 });
    await spending.read(ARTICLE);
    await spending.read(ARTICLE);
    await expect(spending.read(ARTICLE)).rejects.toMatchObject({ code: 'LLM.BUDGET_SPENT' });
  });
});
