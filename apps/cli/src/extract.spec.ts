import { Readable, Writable } from 'node:stream';
import { ChatServerDouble, says } from '../../../libs/llm-reader/src/testing/index.js';
import { extract, type ExtractOptions } from './extract.js';

const TEXT = `At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said.
Some 300 people fled Oster.`;
const LINE = `${JSON.stringify({ id: 'a', text: TEXT, publishedAt: '2031-05-14' })}\n`;
const KILLED = {
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
  period: 'on Monday',
  speaker: { name: 'Ada Brill', role: null, kind: 'person', verb: 'said' },
};
const INVENTED = { ...KILLED, quote: 'At least 900 people', value: 900 };

let server: ChatServerDouble;
beforeAll(async () => {
  server = await ChatServerDouble.start(says({ figures: [KILLED, INVENTED], statements: [], claims: [] }));
});
afterAll(() => server.stop());

/** The one line that comes out. */
async function extracted(options: ExtractOptions): Promise<Record<string, unknown>> {
  let written = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const environment = { CLAIMTRAIL_LLM_URL: server.url, CLAIMTRAIL_LLM_MODEL: 'small' };
  await extract({ threads: '0', ...options }, Readable.from([Buffer.from(LINE)]), output, environment);
  return JSON.parse(written) as Record<string, unknown>;
}

describe('claimtrail extract', () => {
  it('adds rules and cues where it is asked to explain, and nothing else', async () => {
    const plain = await extracted({});
    const explained = await extracted({ explain: true });
    const [figure] = explained['figures'] as {
      rule: string;
      readBy: object;
      cues: { start: number; end: number }[];
    }[];
    expect(figure?.rule).toBe('figure/subject-of-verb');
    expect(figure?.readBy).toEqual({
      place: 'place/clause',
      period: 'period/moment',
      quantifier: 'quantifier/before',
      source: 'reported-before',
    });
    expect(figure?.cues.map(({ start, end }) => TEXT.slice(start, end))).toContain('killed');
    const without = JSON.parse(
      JSON.stringify(explained, (key, value: unknown) =>
        ['rule', 'readBy', 'cues'].includes(key) ? undefined : value,
      ),
    ) as unknown;
    expect(without).toEqual(plain);
  });

  it('reads with a model, and says what it refused', async () => {
    expect(await extracted({ reader: 'llm' })).toMatchObject({
      id: 'a',
      figures: [{ value: 40, metric: 'killed' }],
      refused: [{ reason: 'not_verbatim' }],
    });
  });

  it('reads with both and sets side by side what they read', async () => {
    const compared = await extracted({ reader: 'both' });
    expect(Object.keys(compared)).toEqual([
      'id',
      'agreed',
      'different',
      'onlyRules',
      'onlyLlm',
      'refused',
      'tokens',
    ]);
    expect(compared).toMatchObject({
      different: [
        { kind: 'figure', quote: 'At least 40 people', fields: { term: { rules: 'KILLED', llm: null } } },
      ],
      onlyLlm: [],
      refused: [{ reason: 'not_verbatim', quote: 'At least 900 people' }],
      tokens: 100,
    });
    expect(compared['onlyRules']).toContainEqual(
      expect.objectContaining({ kind: 'figure', quote: 'Some 300 people', start: TEXT.indexOf('Some 300') }),
    );
  });

  it('knows no other readers', async () => {
    await expect(extracted({ reader: 'tea-leaves' })).rejects.toThrow('--reader: must be rules, llm, both');
  });
});
