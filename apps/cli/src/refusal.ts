/** Why an article was not taken in, in one line: "a.pdf: refused: message [CODE]". `where` is null where the message names it. */
export function refusal(where: string | null, error: Error): string {
  const { code } = error as { code?: string };
  const message = `${error.message}${code ? ` [${code}]` : ''}`;
  return where === null ? message : `${where}: refused: ${message}`;
}
