import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);

/** Jest's global setup of the projects that need PostgreSQL. */
export default async function startPostgres() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
}
