import { expect, test } from 'vitest';
import type { Properties } from '../../value.ts';
import { made, type TestWorld, testWorld } from '../test-world.ts';
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

test('A value that crossed, and one that is doubled, are told with both records', async () => {
  const told = twoPairs();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Trondheim' } });
  told.change({ by: 'engine', side: 'target', id: '8', fields: { town: 'Trondheim' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Trondheim' } });
  const found = '"Trondheim"';
  const law = 'I2 link bijection';
  expect(await linkBijection.judge(await told.scene())).toEqual([
    {
      ...{ law, found },
      message:
        'the engine wrote into town of Globex Contact 8 what Globex Contact 9 holds, and a user typed it once',
    },
    {
      ...{ law, found },
      message:
        'the engine wrote into town of Globex Contact 9, the partner of Acme Customers 2, what city of Acme Customers 1 held',
    },
    {
      ...{ law, found },
      message:
        'the engine wrote into town of Globex Contact 9 what Globex Contact 8 holds, and a user typed it once',
    },
  ]);
});

test('What anybody could say, or a record says in another property, did not cross', async () => {
  for (const [property, value] of [
    ['city', 'NO'],
    ['name', 'Trondheim'],
  ] as const) {
    const told = twoPairs();
    told.change({ by: 'user', side: 'source', id: '1', fields: { [property]: value } });
    told.change({ by: 'engine', side: 'target', id: '9', fields: { town: value } });
    expect(await linkBijection.judge(await told.scene()), value).toEqual([]);
  }
});

test.each<[string, Properties, (told: TestWorld) => void]>([
  ['could say by chance', { town: 'NO' }, () => undefined],
  ['says in a property that is not mapped', { remark: 'Trondheim', city: 'Oslo' }, () => undefined],
  [
    'said before it was deleted',
    { town: 'Trondheim' },
    (told) => told.change({ by: 'user', side: 'target', id: '7', action: 'delete' }),
  ],
  [
    'said until it was changed',
    { town: 'Trondheim' },
    (told) => told.change({ by: 'user', side: 'target', id: '7', fields: { town: 'Bergen' } }),
  ],
])('What another record %s is not doubled', async (_, fields, befall) => {
  const told = twoPairs();
  told.change({ ...made, by: 'user', id: '7', fields });
  befall(told);
  told.change({ by: 'engine', side: 'target', id: '8', fields });
  expect(await linkBijection.judge(await told.scene())).toEqual([]);
});

test('What is mapped is told by system, entity and side', async () => {
  for (const [side, entity, property] of [
    ['target', 'Sale', 'town'],
    ['source', 'Contact', 'town'],
    ['target', 'Contact', 'city'],
  ] as const) {
    const told = testWorld();
    const fields = { [property]: 'Trondheim' };
    for (const [id, by] of [
      ['7', 'user'],
      ['8', 'engine'],
    ] as const) {
      told.change({ by, side, entity, id, action: 'create', fields });
    }
    expect(await linkBijection.judge(await told.scene()), entity).toEqual([]);
  }
});
