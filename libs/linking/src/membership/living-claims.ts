import { livingClaims, type MemoryOf } from './claim-reports.js';

/** Which claim answers for each of those that are known here: itself, until it is merged. */
export class LivingClaims {
  private readonly living = new Map<string, string>();
  private readonly answersFor = new Map<string, string[]>();

  async load(memory: MemoryOf, claimIds: Iterable<string>): Promise<void> {
    const unknown = [...new Set(claimIds)].filter((claimId) => !this.living.has(claimId));
    const merged = await livingClaims(memory, unknown);
    // What answers for it in the tables may have been merged here since.
    for (const claimId of unknown) this.put(claimId, this.of(merged.get(claimId) ?? claimId));
  }

  of(claimId: string): string {
    return this.living.get(claimId) ?? claimId;
  }

  begin(claimId: string): void {
    this.put(claimId, claimId);
  }

  /** Of two living ones. */
  merge(source: string, target: string): void {
    const moved = [source, ...(this.answersFor.get(source) ?? [])];
    this.answersFor.delete(source);
    for (const claimId of moved) this.put(claimId, target);
  }

  private put(claimId: string, living: string): void {
    this.living.set(claimId, living);
    if (claimId === living) return;
    const known = this.answersFor.get(living);
    if (known) known.push(claimId);
    else this.answersFor.set(living, [claimId]);
  }
}
