import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { EXTRACTOR_VERSION, type FigureMention } from '#extraction';
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
async function extracted(
  options: ExtractOptions,
  files: string[] = [],
  line = LINE,
): Promise<Record<string, unknown>> {
  let written = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const environment = { CLAIMTRAIL_LLM_URL: server.url, CLAIMTRAIL_LLM_MODEL: 'small' };
  await extract(files, { threads: '0', ...options }, Readable.from([Buffer.from(line)]), output, environment);
  return JSON.parse(written) as Record<string, unknown>;
}

describe('claimtrail extract', () => {
  it('adds the text and the whole mention where it is asked to explain, and nothing else', async () => {
    const plain = await extracted({});
    const explained = await extracted({ explain: true });
    const [figure] = explained['figures'] as { mention: FigureMention }[];
    expect(figure?.mention).toMatchObject({
      rule: 'figure/subject-of-verb',
      readBy: {
        place: 'place/clause',
        period: 'period/moment',
        quantifier: 'quantifier/before',
        source: 'reported-before',
      },
      sentence: { start: 0 },
      attribution: [{ name: 'Ada Brill', role: 'Mayor', kind: 'person', verb: 'said' }],
      places: [{ text: 'Norvale' }],
      period: { start: '2031-05-12', text: 'on Monday' },
    });
    expect(figure?.mention.cues.map(({ range: { start, end } }) => TEXT.slice(start, end))).toContain(
      'killed',
    );
    expect(explained['reading']).toEqual({
      extractor: 'claimtrail-rules',
      extractorVersion: EXTRACTOR_VERSION,
      publishedOn: '2031-05-14',
    });
    const without = JSON.parse(
      JSON.stringify(explained, (key, value: unknown) =>
        ['mention', 'reading', 'text'].includes(key) ? undefined : value,
      ),
    ) as unknown;
    expect(without).toEqual(plain);
  });

  it('reads files, called by their names where they have no id', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'claimtrail-extract-'));
    const file = join(folder, 'article.txt');
    await writeFile(file, TEXT);
    expect(await extracted({}, [file])).toMatchObject({ id: file, figures: [{ value: 40 }, { value: 300 }] });
    const json = join(folder, 'article.json');
    await writeFile(
      json,
      JSON.stringify({ id: 'b', title: '34 killed in ferry accident - coast guard', text: TEXT }),
    );
    expect(await extracted({}, [json])).toMatchObject({ figures: [{ value: 40 }, { value: 300 }] });
    expect(await extracted({ titleFirst: true }, [json])).toMatchObject({
      figures: [{ value: 34, start: 0, attributedTo: 'coast guard' }, { value: 40 }, { value: 300 }],
    });
    await rm(folder, { recursive: true });
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
      agreed: [],
      different: [{ kind: 'figure', quote: 'At least 40 people', fields: { attribution: {} } }],
      onlyLlm: [],
      refused: [{ reason: 'not_verbatim', quote: 'At least 900 people' }],
      tokens: 100,
    });
    expect(compared['onlyRules']).toContainEqual(
      expect.objectContaining({ kind: 'figure', quote: 'Some 300 people', start: TEXT.indexOf('Some 300') }),
    );
  });

  it('holds alike answers for one, with their source written otherwise too', async () => {
    const text = 'At least 40 people were killed in Norvale on Monday, the council said.';
    const speaker = { name: 'the council', role: null, kind: 'organisation', verb: 'said' };
    server.answer(says({ figures: [{ ...KILLED, speaker }], statements: [], claims: [] }));
    const line = `${JSON.stringify({ id: 'a', text, publishedAt: '2031-05-14' })}\n`;
    expect(await extracted({ reader: 'both' }, [], line)).toMatchObject({
      agreed: [{ kind: 'figure', quote: 'At least 40 people' }],
      different: [],
    });
  });

  it('knows no other readers', async () => {
    await expect(extracted({ reader: 'tea-leaves' })).rejects.toThrow('--reader: must be rules, llm, both');
  });
});
