import { readFileSync, writeFileSync } from 'node:fs';

/** How long each test takes without a mutant, by its id, in milliseconds of work. */
type Times = Readonly<Record<string, number>>;

/** Beside the copy of the tree that is mutated: all processes of a run read it. */
const file = 'times-of-tests.json';

export function keepTimes(times: Times): void {
  writeFileSync(file, JSON.stringify(times));
}

export function keptTimes(): Times {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The tests in the order in which they are tried: what killed a neighbour is worth ten times its time. */
export function inOrder(
  ids: readonly string[],
  { times, killers }: { readonly times: Times; readonly killers: ReadonlySet<string> },
): readonly string[] {
  const cost = (id: string): number => (times[id] ?? 0) / (killers.has(id) ? 10 : 1);
  return ids.toSorted((a, b) => cost(a) - cost(b));
}

/** Time at work so far, in milliseconds: not on the clock, as others work on this machine. */
export function busyMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
