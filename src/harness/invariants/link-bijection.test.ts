import { expect, test } from 'vitest';
import { type TestWorld, testWorld } from '../test-world.ts';
import { linkBijection } from './link-bijection.ts';

/** Two pairs, 1 with 8 and 2 with 9. */
function twoPairs(): TestWorld {
  const told = testWorld();
  for (const [id, target, name] of [
    ['1', '8', 'Ada Lovelace'],
    ['2', '9', 'Alan Turing'],
  ] as const) {
    const fields = { fullName: name };
    told.change({ by: 'user', side: 'source', id, action: 'create', fields: { name } });
    told.change({ by: 'engine', side: 'target', id: target, action: 'create', fields });
  }
  return told;
}

test('Each pair with its own values is right', async () => {
  expect(await linkBijection.judge(await twoPairs().scene())).toEqual([]);
});

test("A value of another pair's record breaks it", async () => {
  const told = twoPairs();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Trondheim' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Trondheim' } });
  expect(await linkBijection.judge(await told.scene())).toMatchObject([
    { message: expect.stringMatching(/town of Globex Contact 9.*city of Acme Customers 1 held/) },
  ]);
});

test('One text in two live records breaks it, unless users typed it twice', async () => {
  for (const [times, broken] of [
    [1, true],
    [2, false],
  ] as const) {
    const told = twoPairs();
    for (let i = 0; i < times; i += 1) {
      told.change({ by: 'user', side: 'source', id: '1', fields: { city: `${i}` } });
      told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Trondheim' } });
    }
    told.change({ by: 'user', side: 'source', id: '2', fields: { city: 'Bergen' } });
    told.change({ by: 'engine', side: 'target', id: '8', fields: { town: 'Trondheim' } });
    told.change({
      by: 'engine',
      side: 'target',
      id: '7',
      action: 'create',
      fields: { town: 'Trondheim' },
    });
    const violations = await linkBijection.judge(await told.scene());
    expect(violations.some(({ message }) => message.includes('typed it once'))).toBe(broken);
  }
});

test('What a system makes of a typed text counts as typed there', async () => {
  const told = twoPairs();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Trondheim' } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'trondheim' } });
  told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Trondheim' } });
  told.change({ by: 'engine', side: 'source', id: '2', fields: { city: 'Trondheim' } });
  expect(await linkBijection.judge(await told.scene())).toEqual([]);
});
