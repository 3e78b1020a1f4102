/** A pure function of facts that is asked again and again for the same ones, as every two figures of a claim are compared. */
export function oncePer<Facts extends object, Result>(
  of: (facts: Facts) => Result,
): (facts: Facts) => Result {
  const known = new WeakMap<Facts, Result>();
  return (facts) => {
    const before = known.get(facts);
    if (before !== undefined) return before;
    const result = of(facts);
    known.set(facts, result);
    return result;
  };
}
