import { createServer, type AddressInfo } from 'node:net';
import { freePort, SERVER_PORTS } from './free-port.js';

describe('the port of the embedded server', () => {
  it('is none that the system lends to outgoing connections', async () => {
    const port = await freePort(undefined);
    expect(port).toBeGreaterThanOrEqual(SERVER_PORTS.lowest);
    expect(port).toBeLessThanOrEqual(SERVER_PORTS.highest);
  });

  it('is the wished one where that is free, and another where it is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    await new Promise((resolve) => taken.close(resolve));
    expect(await freePort(port)).toBe(port);
  });
});
