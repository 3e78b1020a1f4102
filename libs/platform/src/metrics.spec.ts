import { Pool } from 'pg';
import { createMetrics, Counter, registerPoolMetrics } from './metrics.js';

describe('metrics', () => {
  it('tell of the process and of what others count, each registry by itself', async () => {
    const [first, second] = [createMetrics(), createMetrics()];
    new Counter({ name: 'claimtrail_reports_total', help: 'Reports.', registers: [first] }).inc(2);
    expect(await first.metrics()).toContain('claimtrail_reports_total 2');
    expect(await first.metrics()).toContain('process_resident_memory_bytes');
    expect(await second.metrics()).not.toContain('claimtrail_reports_total');
  });

  it('tell of the pools without connecting', async () => {
    const registry = createMetrics();
    registerPoolMetrics(registry, { login: new Pool(), writer: new Pool(), reader: new Pool() });
    const text = await registry.metrics();
    expect(text).toContain('claimtrail_database_connections{pool="writer",state="idle"} 0');
    expect(text.match(/^claimtrail_database_connections\{/gm)).toHaveLength(9);
  });
});
