import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FormatReader } from '#article-formats';
import { readArticleFile, type FileOptions } from './article-files.js';

const TEXT = 'Rescuers searched the river.';
const TITLE = '34 killed in ferry accident';

describe('readArticleFile', () => {
  const formats = new FormatReader();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimtrail-files-'));
  });
  afterAll(async () => {
    await formats.close();
    await rm(folder, { recursive: true });
  });

  const bodiesOf = async (name: string, content: string, options: FileOptions): Promise<unknown[]> => {
    const file = join(folder, name);
    await writeFile(file, content);
    const bodies: unknown[] = [];
    for await (const found of readArticleFile(file, formats, options))
      bodies.push('body' in found ? found.body : found.problem);
    return bodies;
  };

  it.each([
    ['a.txt', TEXT],
    ['a.json', JSON.stringify({ title: 'Ferry sinks', text: TEXT })],
  ])(
    'puts the title that the caller gives before %s, as what he says stands before the file',
    async (...file) => {
      expect(await bodiesOf(...file, { titleFirst: true, described: { title: TITLE } })).toMatchObject([
        { title: TITLE, text: `${TITLE}\n\n${TEXT}` },
      ]);
    },
  );

  it('leaves the text as it came where nobody asks for the title', async () => {
    expect(await bodiesOf('b.txt', TEXT, { described: { title: TITLE } })).toEqual([
      { title: TITLE, text: TEXT },
    ]);
  });
});
