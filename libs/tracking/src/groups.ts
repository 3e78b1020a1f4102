import { groupBy } from './group-by.js';

/** Ids that belong together, each group under its least one (union-find with path halving). */
export class Groups {
  private readonly parents = new Map<string, string>();

  constructor(ids: Iterable<string> = []) {
    for (const id of ids) this.parents.set(id, id);
  }

  has(id: string): boolean {
    return this.parents.has(id);
  }

  /** What its group goes by; an id that is new is a group of its own from then on. */
  find(id: string): string {
    if (!this.parents.has(id)) this.parents.set(id, id);
    let at = id;
    for (let up = this.parents.get(at)!; up !== at; up = this.parents.get(at)!) {
      this.parents.set(at, this.parents.get(up)!);
      at = this.parents.get(at)!;
    }
    return at;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parents.set(a < b ? b : a, a < b ? a : b);
  }

  members(): string[][] {
    return [...groupBy([...this.parents.keys()], (id) => this.find(id)).values()];
  }
}
