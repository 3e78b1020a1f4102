// A process that uses the embedded server of the data folder given to it, until told to close or killed.
import { spawn } from 'node:child_process';
import { register } from 'node:module';
import { createInterface } from 'node:readline';

register('./typescript-loader.mjs', import.meta.url);
const { startEmbeddedPostgres } = await import('../../libs/platform/src/embedded-postgres/index.ts');
const { createLogger } = await import('../../libs/platform/src/logger.ts');

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
process.on('SIGINT', () => say({ event: 'interrupted' }));

try {
  const began = performance.now();
  const server = await startEmbeddedPostgres(process.argv[2], createLogger('info'));
  say({ event: 'started', url: server.url, milliseconds: Math.round(performance.now() - began) });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'close') break;
    // A child in our own process group, to see which signals such a child gets.
    if (line === 'spawn') say({ event: 'spawned', pid: spawn('sleep', ['300'], { stdio: 'ignore' }).pid });
  }
  await server.close();
  say({ event: 'closed' });
  process.exit(0);
} catch (error) {
  say({ event: 'failed', name: error.name, code: error.code, message: error.message });
  process.exit(1);
}
