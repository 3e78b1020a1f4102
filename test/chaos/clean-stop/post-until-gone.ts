const WRITERS = 8;

/** Posts articles one after the other with several writers until the server is gone or stops; gives the ids it took. */
export async function postUntilGone(
  url: string,
  name: string,
  onTaken: (count: number) => void,
): Promise<string[]> {
  const taken: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n++) {
      const articleId = await post(url, `${name}-${writer}-${n}`);
      if (articleId === null) return;
      taken.push(articleId);
      onTaken(taken.length);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  return taken;
}

/** Null where the server is gone or says that it stops; any other refusal is an error. */
async function post(url: string, id: string): Promise<string | null> {
  const text = `At least 40 people fled Westhaven on Sunday, the mayor said in note ${id}.`;
  const answer = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, publishedAt: '2026-03-09', text }),
  }).catch(() => null);
  if (answer === null || answer.status === 503) return null;
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { articleId: string }).articleId;
}
