import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Lockstep } from './lockstep.ts';

const forEver = (): Promise<void> => new Promise(() => undefined);

/** Sends requests one after the other, and writes down each as it goes through. */
async function sends(lockstep: Lockstep, name: string, log: string[]): Promise<void> {
  for (const nth of [1, 2, 3]) {
    await lockstep.step();
    log.push(`${name}${nth}`);
  }
}

test('two engines go step by step', async () => {
  const lockstep = new Lockstep(forEver);
  const log: string[] = [];
  await Promise.all([sends(lockstep, 'a', log), sends(lockstep, 'b', log)]);
  expect(log.map((step) => step.slice(1))).toEqual(['1', '1', '2', '2', '3', '3']);
});

test('an engine goes on alone when the other one has ended', async () => {
  const lockstep = new Lockstep(forEver);
  const log: string[] = [];
  const alone = sends(lockstep, 'a', log);
  lockstep.end();
  await alone;
  expect(log).toEqual(['a1', 'a2', 'a3']);
});

test('an engine goes on alone when nothing comes from the other one', async () => {
  const log: string[] = [];
  await sends(new Lockstep(async () => undefined), 'a', log);
  expect(log).toEqual(['a1', 'a2', 'a3']);
});

test('a request waits for one of the other engine, also after an earlier wait is over', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waits = [first, second];
  const lockstep = new Lockstep(() => waits.shift()?.promise ?? forEver());
  const log: string[] = [];
  void lockstep.step().then(() => log.push('first'));
  await turn();
  expect(log).toEqual([]);
  await lockstep.step();
  void lockstep.step().then(() => log.push('third'));
  first.resolve();
  await turn();
  expect(log).toEqual(['first']);
  second.resolve();
  await turn();
  expect(log).toEqual(['first', 'third']);
});
