import { parentPort } from 'node:worker_threads';

export interface JobRequest<Input> {
  readonly input: Input;
}

/** What a thread answers: the output, or the message of an error that the job did not foresee. */
export type JobAnswer<Output> = { readonly output: Output } | { readonly error: string };

/** Makes this thread answer the jobs of a `WorkerPool`, one at a time; refusals that callers act on are outputs. */
export function serveJobs<Input, Output>(work: (input: Input) => Output | Promise<Output>): void {
  const port = parentPort;
  if (!port) throw new Error('This module is the entry of a worker thread.');
  const answer = async ({ input }: JobRequest<Input>): Promise<JobAnswer<Output>> => {
    try {
      return { output: await work(input) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
  port.on('message', (request: JobRequest<Input>) => {
    void answer(request).then((message) => port.postMessage(message));
  });
  port.postMessage('ready');
}
