/** Jest's global teardown: runs in the process that ran the setup. */
export default async function stopPostgres() {
  const { stopTestServer } = await import('./test-server.ts');
  await stopTestServer();
}
