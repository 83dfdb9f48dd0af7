import { expect, test } from 'vitest';
import { BrokenPromise } from '../broken-promise.ts';
import { testWorld } from '../test-world.ts';
import { invariants, judgeScene, lawsInForce } from './judge.ts';

/** A record that has no counterpart at rest, and a write that nobody asked for. */
function twoBroken() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name: 'Ada' } });
  told.request();
  return told.scene({ restingSince: 0 });
}

async function lawsOf(off?: ReadonlySet<string>): Promise<readonly string[]> {
  return (await judgeScene(await twoBroken(), lawsInForce(off))).map(({ law }) => law);
}

test('All laws that a scene breaks are told, not the first alone', async () => {
  expect(await lawsOf()).toEqual(['I3 minimal writes', 'I3 quiescence', 'I12 nothing forgotten']);
});

test('A law that is switched off does not ring, the others do', async () => {
  expect(await lawsOf(new Set(['I3 minimal writes']))).toEqual([
    'I3 quiescence',
    'I12 nothing forgotten',
  ]);
});

test('A law that there is not cannot be switched off', () => {
  expect(() => lawsInForce(new Set(['I98 a', 'I3 quiescence', 'I99 b']))).toThrow(
    expect.objectContaining({
      code: 'check',
      message: 'There is no law "I98 a", "I99 b" to switch off.',
    }),
  );
});

test('No two laws have one name', () => {
  expect(new Set(invariants.map(({ law }) => law)).size).toBe(invariants.length);
});

test('A broken promise names the other laws once each, its own not again', () => {
  const violation = (law: string) => ({ law, message: 'm' });
  const broken = new BrokenPromise(violation('a'), ['b', 'a', 'b'].map(violation));
  expect(broken.alsoBroken).toEqual(['b']);
});
