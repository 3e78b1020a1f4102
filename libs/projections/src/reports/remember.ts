const REMEMBERED = 10_000;

/** A pure function of a text that keeps its latest answers: names, places and claims come again and again in a log. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= REMEMBERED) answers.clear();
    const given = answer(text);
    answers.set(text, given);
    return given;
  };
}
