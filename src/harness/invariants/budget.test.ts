import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { budget } from './budget.ts';

const well = { problems: [], conflicts: [] };

/** A quiet pass, and one with so many requests after so many edits. */
async function judged(requests: number, { edits = 0, fault = '' } = {}) {
  const told = testWorld();
  await told.scene({ report: well });
  for (let i = 0; i < edits; i += 1) {
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: `${i}` } });
  }
  for (let i = 0; i < requests; i += 1) told.request(fault === '' ? {} : { fault });
  return budget.judge(await told.scene({ report: well }));
}

test('A pass in which there is nothing to do may cost a little, not a lot', async () => {
  expect(await judged(6)).toEqual([]);
  expect(await judged(7)).toMatchObject([{ law: 'I13 budget', expected: 'at most 6', found: '7' }]);
});

test('What there is to do may be paid for', async () => {
  expect(await judged(14, { edits: 2 })).toEqual([]);
  expect(await judged(15, { edits: 2 })).toHaveLength(1);
});

test('A pass in which a fault struck may cost more, but asks nothing again and again', async () => {
  expect(await judged(10, { fault: 'F3: 503' })).toEqual([]);
  expect(await judged(11, { fault: 'F3: 503' })).toMatchObject([
    { message: expect.stringContaining('one and the same request was sent 11 times') },
  ]);
});
