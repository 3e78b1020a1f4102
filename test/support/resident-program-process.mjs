// A program that is started once and runs one verb after the other: most of what a verb takes is to load the program.
// Arguments: its main module. A line of standard input is one call, a line of standard output what came of it.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

const [main] = process.argv.slice(2);
const inherited = { ...process.env };
const answer = process.stdout.write.bind(process.stdout);

/** What is written to a stream while `work` runs. */
function capture(stream) {
  const chunks = [];
  const { write } = stream;
  stream.write = (chunk, encoding, done) => {
    chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'));
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
  return () => {
    stream.write = write;
    stream.removeAllListeners('error');
    return Buffer.concat(chunks).toString();
  };
}

async function run({ args, env, input }, call) {
  process.argv = [process.argv[0], main, ...args];
  process.env = { ...inherited, ...env };
  process.exitCode = undefined;
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  const [stdout, stderr] = [process.stdout, process.stderr].map(capture);
  // The module that reads the arguments is new each time; all that it loads stays.
  const failure = await import(`${main}?call=${call}`).then(
    () => '',
    (error) => `${error.stack}\n`,
  );
  return {
    stdout: stdout(),
    stderr: stderr() + failure,
    exitCode: failure === '' ? Number(process.exitCode ?? 0) : 1,
  };
}

let calls = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const outcome = await run(JSON.parse(line), (calls += 1));
  answer(`${JSON.stringify(outcome)}\n`);
}
process.exit(0);
