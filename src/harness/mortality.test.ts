import { expect, test } from 'vitest';
import type { KillPoint } from './kill-point.ts';
import { createMortality, type Life, type Mortality } from './mortality.ts';

/** An engine that sends a request and commits, time and again; `log` holds what came to be. */
async function work(life: Life, log: string[], rounds = 2): Promise<string> {
  for (let i = 0; i < rounds; i += 1) {
    await life.guard('request', async () => log.push('request'));
    await life.guard('commit', async () => log.push('commit'));
  }
  return 'done';
}

/** What came to be of an engine's work until it died at a point, or ended. */
async function worked(mortality: Mortality, point?: KillPoint): Promise<readonly string[]> {
  const log: string[] = [];
  if (point !== undefined) mortality.arm(point);
  const life = mortality.begin();
  log.push(await life.survive(work(life, log)));
  return log;
}

test('Whoever is not to die ends its work, and everything is counted', async () => {
  const mortality = createMortality();
  expect(await worked(mortality)).toEqual(['request', 'commit', 'request', 'commit', 'done']);
  expect(mortality.counts).toEqual({ request: 2, commit: 2 });
  expect(mortality.deaths()).toBe(0);
});

test.each<[KillPoint, readonly string[]]>([
  [{ on: 'request', nth: 1, phase: 'before' }, ['killed']],
  [{ on: 'request', nth: 1, phase: 'after' }, ['request', 'killed']],
  [{ on: 'commit', nth: 1, phase: 'before' }, ['request', 'killed']],
  [{ on: 'request', nth: 2, phase: 'before' }, ['request', 'commit', 'killed']],
  [{ on: 'commit', nth: 2, phase: 'after' }, ['request', 'commit', 'request', 'commit', 'killed']],
])('An engine dies at %j', async (point, log) => {
  const mortality = createMortality();
  expect(await worked(mortality, point)).toEqual(log);
  expect(mortality.deaths()).toBe(1);
  // A point is counted from now, kills once, and kills nobody else.
  expect((await worked(mortality)).at(-1)).toBe('done');
  expect((await worked(mortality, { ...point, nth: 1 })).at(-1)).toBe('killed');
  expect(mortality.deaths()).toBe(2);
});

test('Whoever is spared, or goes on after it stood still, lives', async () => {
  const mortality = createMortality();
  mortality.arm({ on: 'request', nth: 1, phase: 'before' });
  mortality.disarm();
  expect((await worked(mortality)).at(-1)).toBe('done');
  const log: string[] = [];
  mortality.arm({ on: 'request', nth: 1, phase: 'after' }, async () => {
    log.push('meanwhile');
    return 'goes on';
  });
  await work(mortality.begin(), log, 1);
  expect(log).toEqual(['request', 'meanwhile', 'commit']);
  expect(mortality.deaths()).toBe(0);
});

test('Of a dead engine nothing happens any more, whatever it tries', async () => {
  const mortality = createMortality();
  const log: string[] = [];
  mortality.arm({ on: 'request', nth: 1, phase: 'before' });
  const life = mortality.begin();
  expect(await life.survive(work(life, log))).toBe('killed');
  expect(await life.survive(work(life, log))).toBe('killed');
  expect(log).toEqual([]);
  expect(mortality.counts).toEqual({ request: 1, commit: 0 });
});
