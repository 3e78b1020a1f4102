import { groupBy } from '#tracking';

/** Ids that belong together, each group under one of them. */
export class Groups {
  private readonly parents = new Map<string, string>();

  find(id: string): string {
    const parent = this.parents.get(id);
    if (parent === undefined) this.parents.set(id, id);
    if (parent === undefined || parent === id) return id;
    const root = this.find(parent);
    this.parents.set(id, root);
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parents.set(a < b ? b : a, a < b ? a : b);
  }

  members(): string[][] {
    return [...groupBy([...this.parents.keys()], (id) => this.find(id)).values()];
  }
}
