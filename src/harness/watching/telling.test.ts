import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { isCalm } from './telling.ts';

test('A fault makes a pass doubtful; that a record was merged into another one is no fault', async () => {
  const calm = async (fault: string) => {
    const told = testWorld();
    told.request({ fault });
    const { told: passes } = await told.scene({ report: { problems: [], conflicts: [] } });
    return passes.map(isCalm);
  };
  expect(await calm('F1: an older state')).toEqual([false]);
  expect(await calm('F17: Customers 2 is now 1 (alias)')).toEqual([true]);
});
