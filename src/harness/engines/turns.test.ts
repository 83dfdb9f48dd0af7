import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

/** Lets all that can go on go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

test('An engine waits until a pass is wanted, works in its midst, and waits at its end', async () => {
  const turns = new Turns();
  const log: string[] = [];
  void turns.wanted().then(() => log.push('begun'));
  void turns.wanted().then(() => log.push('begun, too'));
  await settled();
  expect(log).toEqual([]);
  const pass = turns.pass();
  await settled();
  expect(log).toEqual(['begun', 'begun, too']);
  await turns.wanted();
  void turns.end('all is well').then(() => log.push('next'));
  expect(await pass).toBe('all is well');
  await settled();
  expect(log).not.toContain('next');
  void turns.pass();
  await settled();
  expect(log.at(-1)).toBe('next');
});

test('An engine may say nothing of a pass, and may end one that nobody wanted', async () => {
  const turns = new Turns();
  void turns.end('too early');
  const pass = turns.pass();
  void turns.end();
  expect(await pass).toBeUndefined();
});
