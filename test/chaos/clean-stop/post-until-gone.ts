import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

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
  const body = await answer?.text().catch(() => null);
  // An answer that was cut off in the middle is none.
  if (!answer || !body || answer.status === 503) return null;
  if (answer.status !== 201) throw new Error(body);
  return (JSON.parse(body) as { articleId: string }).articleId;
}

/** A client that sends half of a request and waits: nobody's stop may depend on it. */
export async function holdHalfRequest(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    'POST /v1/articles HTTP/1.1\r\nHost: claimtrail\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n{"text"',
  );
  return socket;
}
