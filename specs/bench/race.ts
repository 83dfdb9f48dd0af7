import type { Contender, Order, Start, Task } from './contenders/contender.ts';
import { tasks } from './contenders/contender.ts';
import { volley } from './load.ts';

/** What one contender reached in one task, in requests a second: the middle one of its rounds. */
export interface Score {
  readonly name: string;
  readonly keeps: string;
  readonly rates: Readonly<Record<Task, number>>;
  /** Answers that were not 2xx. */
  readonly failed: number;
}

/** How long and how wide. */
export interface Pitch {
  readonly connections: number;
  /** Of one round, after a warm-up of half of it. */
  readonly seconds: number;
  readonly rounds: number;
}

/** Lets contenders run the same tasks in turn, round by round, so that a busy machine hits all alike. */
export async function race(
  contenders: readonly Contender[],
  pitch: Pitch,
): Promise<readonly Score[]> {
  const { connections, seconds, rounds } = pitch;
  const runs = new Map<string, number[]>();
  const failures = new Map<string, number>();
  for (const task of tasks) {
    for (const { name, origin, shots } of contenders) {
      await volley({ origin, connections, seconds: seconds / 2, shot: shots[task] });
      runs.set(`${name}/${task}`, []);
    }
    for (let round = 0; round < rounds; round++) {
      for (const { name, origin, shots } of contenders) {
        const { requests, failed, ...took } = await volley({
          ...{ origin, connections, seconds },
          shot: (number) => shots[task](number + round * 1_000_000),
        });
        runs.get(`${name}/${task}`)?.push(requests / took.seconds);
        failures.set(name, (failures.get(name) ?? 0) + failed);
      }
    }
  }
  const rate = (name: string, task: Task): number =>
    Math.round(middle(runs.get(`${name}/${task}`)));
  return contenders.map(({ name, keeps }) => ({
    name,
    keeps,
    rates: Object.fromEntries(tasks.map((task) => [task, rate(name, task)])) as Score['rates'],
    failed: failures.get(name) ?? 0,
  }));
}

/** Those that start, and a word on each that does not. */
export async function assembled(
  starts: readonly Start[],
  order: Order,
): Promise<{ readonly contenders: readonly Contender[]; readonly leftOut: readonly string[] }> {
  const contenders: Contender[] = [];
  const leftOut: string[] = [];
  for (const start of starts) {
    const one = await start(order);
    if ('leftOut' in one) leftOut.push(one.leftOut);
    else contenders.push(one);
  }
  return { contenders, leftOut };
}

function middle(rates: readonly number[] = []): number {
  return rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}
