import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { convergence } from './convergence.ts';

const resting = { restingSince: 0 };

function linkedWith(town: string) {
  const told = testWorld();
  const city = 'Trondheim';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city } });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: { town: city } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town } });
  return told;
}

test('A pair that says the same converges', async () => {
  expect(await convergence.judge(await linkedWith('Trondheim').scene(resting))).toEqual([]);
});

test('A pair that differs at rest breaks it, and the message names both records', async () => {
  const [violation] = await convergence.judge(await linkedWith('Oslo').scene(resting));
  expect(violation).toMatchObject({
    law: 'I1 convergence',
    message: expect.stringMatching(/city of Acme Customers 1 and town of Globex Contact 9/),
    expected: '"Trondheim"',
    found: '"Oslo"',
  });
});

test('Before it is at rest a pair may differ', async () => {
  expect(await convergence.judge(await linkedWith('Oslo').scene())).toEqual([]);
});

test('A difference that the engine reports is no silent one', async () => {
  const problem = { kind: 'refused', reason: 'no', record: { side: 'source', id: '1' } } as const;
  const report = { problems: [problem], conflicts: [] };
  const scene = await linkedWith('Oslo').scene({ ...resting, report });
  expect(await convergence.judge(scene)).toEqual([]);
});

test('What the target trims as it stores it is the same', async () => {
  const told = testWorld();
  const padded = ' Trondheim ';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city: padded } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { town: padded },
  });
  told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Trondheim' } });
  const rewritten = new Map([['target town', 'trim' as const]]);
  expect(await convergence.judge(await told.scene({ ...resting, rewritten }))).toEqual([]);
});
