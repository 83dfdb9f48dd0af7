import { expect, test } from 'vitest';
import { Inconclusive } from '../broken-promise.ts';
import { testWorld } from '../test-world.ts';
import { settle } from './settling.ts';

/** Plays passes that send these writes, and tells how many it took until the engine had settled. */
async function passesUntilSettled(
  writes: (pass: number) => readonly ('stored' | 'failed')[],
  wait: () => Promise<void> = () => new Promise(() => undefined),
): Promise<number> {
  const { world, request } = testWorld();
  let passes = 0;
  await settle({
    patience: { quietPasses: 2, withinMs: 1000, wait },
    ledger: world.ledger,
    cycle: async () => {
      for (const write of writes(passes)) request({ status: write === 'stored' ? 200 : 503 });
      passes += 1;
    },
  });
  return passes;
}

test('an engine has settled after as many quiet passes in a row as are asked for', async () => {
  expect(await passesUntilSettled(() => [])).toBe(2);
  expect(await passesUntilSettled((pass) => (pass < 3 ? ['stored'] : []))).toBe(5);
});

test('a write that fails time and again is no move, for the backlog does not grow', async () => {
  expect(await passesUntilSettled(() => ['failed'])).toBe(3);
});

test('an engine that never stops writing does not settle', async () => {
  const never = passesUntilSettled(() => ['stored']);
  await expect(never).rejects.toThrow(Inconclusive);
  await expect(never).rejects.toThrow('PATCH /contact/9 to Globex was stored');
});

test('an engine that still writes when its time is up does not settle', async () => {
  const slow = passesUntilSettled(
    (pass) => (pass < 5 ? ['stored'] : []),
    async () => undefined,
  );
  await expect(slow).rejects.toThrow(Inconclusive);
});
