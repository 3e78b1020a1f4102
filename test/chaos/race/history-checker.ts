/** One append, as its writer saw it end. `values` stand for its events, in order, and occur once in the whole history. */
export interface Send {
  readonly writer: string;
  readonly values: readonly string[];
  /** refused: certainly rolled back; unknown: the answer was lost. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
  /** Seq of the first value, where acknowledged; the others follow it. */
  readonly firstSeq?: number;
}

export interface Read {
  readonly seq: number;
  readonly value: string;
}

export interface History {
  /** Of each writer in the order in which it sent. */
  readonly sends: readonly Send[];
  /** By tail, in the order in which it read, to the end of the log. */
  readonly tails: Readonly<Record<string, readonly Read[]>>;
}

/** What must not be, each with the places where it was. */
export interface Findings {
  /** A value was read whose append was rolled back. */
  readonly aborted: string[];
  /** One seq held different values for different readers or for its writer. */
  readonly divergent: string[];
  /** An acknowledged value below the last one read was not read. */
  readonly lost: string[];
  /** A tail went over a seq. */
  readonly skipped: string[];
  /** A tail read a seq again or after a later one. */
  readonly backwards: string[];
  /** Values of one append apart or in another order, or appends of one writer out of order. */
  readonly disordered: string[];
  /** One value at two seqs. */
  readonly doubled: string[];
}

/**
 * The checks of Jepsen's Kafka workload, for one partition: aborted read, inconsistent offset, lost write, poll skip,
 * nonmonotonic poll, nonmonotonic send; and duplicates.
 */
export function checkHistory({ sends, tails }: History): Findings {
  const findings: Findings = {
    aborted: [],
    divergent: [],
    lost: [],
    skipped: [],
    backwards: [],
    disordered: [],
    doubled: [],
  };
  checkSends(sends, findings);
  const known = seqsAtSending(sends);
  for (const [tail, reads] of Object.entries(tails)) checkTail(tail, reads, sends, known, findings);
  return findings;
}

export const countFindings = (findings: Findings): number =>
  Object.values(findings as unknown as Record<string, string[]>).reduce((sum, { length }) => sum + length, 0);

/** Which value stands where, by the word of the writers; the tails add what they read. */
function seqsAtSending(sends: readonly Send[]): Map<number, string> {
  const values = new Map<number, string>();
  for (const { values: sent, firstSeq } of sends) {
    if (firstSeq !== undefined) sent.forEach((value, i) => values.set(firstSeq + i, value));
  }
  return values;
}

function checkSends(sends: readonly Send[], { disordered, divergent }: Findings): void {
  const lastOf = new Map<string, number>();
  const taken = new Map<number, string>();
  for (const { writer, values, firstSeq } of sends) {
    if (firstSeq === undefined) continue;
    if (firstSeq <= (lastOf.get(writer) ?? 0)) disordered.push(`${writer}: ${values[0]} at ${firstSeq}`);
    lastOf.set(writer, firstSeq + values.length - 1);
    values.forEach((value, i) => {
      const other = taken.get(firstSeq + i);
      if (other !== undefined) divergent.push(`${firstSeq + i}: ${other} and ${value}`);
      taken.set(firstSeq + i, value);
    });
  }
}

function checkTail(
  tail: string,
  reads: readonly Read[],
  sends: readonly Send[],
  known: Map<number, string>,
  findings: Findings,
): void {
  const places = new Map<string, number>();
  let last = 0;
  for (const { seq, value } of reads) {
    if (seq <= last) findings.backwards.push(`${tail}: ${seq} after ${last}`);
    if (seq > last + 1) findings.skipped.push(`${tail}: ${last + 1} to ${seq - 1}`);
    last = Math.max(last, seq);
    const elsewhere = known.get(seq);
    if (elsewhere !== undefined && elsewhere !== value)
      findings.divergent.push(`${tail}: ${seq} is ${value}, not ${elsewhere}`);
    known.set(seq, value);
    const before = places.get(value);
    if (before !== undefined && before !== seq)
      findings.doubled.push(`${tail}: ${value} at ${before} and ${seq}`);
    places.set(value, seq);
  }
  for (const send of sends) checkSent(tail, send, places, last, findings);
}

function checkSent(
  tail: string,
  { values, outcome, firstSeq = 0 }: Send,
  places: ReadonlyMap<string, number>,
  last: number,
  { aborted, lost, disordered }: Findings,
): void {
  const found = values.map((value) => places.get(value));
  const [first] = found;
  if (outcome === 'refused' && found.some((seq) => seq !== undefined)) aborted.push(`${tail}: ${values[0]}`);
  if (outcome === 'acknowledged') {
    values.forEach((value, i) => {
      if (firstSeq + i <= last && found[i] === undefined) lost.push(`${tail}: ${value} at ${firstSeq + i}`);
    });
  }
  if (first !== undefined && found.some((seq, i) => seq !== first + i))
    disordered.push(`${tail}: ${values[0]}`);
}
