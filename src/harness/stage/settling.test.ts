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
  await expect(never).rejects.toThrow(
    'did not come to rest in 25 passes and 1 seconds at the most: last PATCH /contact/9 to Globex was stored.',
  );
});

test('what is tried anew is a move, and told to be if it is the last', async () => {
  const { world, request } = testWorld();
  let passes = 0;
  const settled = settle({
    patience: { quietPasses: 2, withinMs: 1000, wait: () => new Promise(() => undefined) },
    ledger: world.ledger,
    cycle: async () => {
      passes += 1;
      request({ status: 503, refused: true, url: `/contact/${passes}` });
      request({ status: 503, refused: true, url: '/contact' });
      request({ mutating: false, url: `/contact?page=${passes}` });
    },
  });
  await expect(settled).rejects.toThrow('25 passes and 1 seconds at the most: last PATCH /contact');
});

test('to read is no move, nor is what nobody asked for', async () => {
  const { world, change, request } = testWorld();
  let passes = 0;
  await settle({
    patience: { quietPasses: 2, withinMs: 1000, wait: () => new Promise(() => undefined) },
    ledger: world.ledger,
    cycle: async () => {
      passes += 1;
      request({ mutating: false, url: `/contact?page=${passes}` });
      change({ by: 'user', side: 'source', id: '1', fields: { name: `Ada ${passes}` } });
    },
  });
  expect(passes).toBe(2);
});

test('an engine that settles in time has settled, also in the pass in which its time is up', async () => {
  const slow = passesUntilSettled(
    () => [],
    async () => undefined,
  );
  expect(await slow).toBe(2);
});

test('an engine that still writes when its time is up does not settle', async () => {
  const slow = passesUntilSettled(
    (pass) => (pass < 5 ? ['stored'] : []),
    async () => undefined,
  );
  await expect(slow).rejects.toThrow(Inconclusive);
});
