import { expect, test } from 'vitest';
import { born, made, testWorld } from '../test-world.ts';
import { noneForgotten } from './none-forgotten.ts';

const resting = { restingSince: 0 };

test('Who has no counterpart is told by name, and by what is missing', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  expect(await noneForgotten.judge(await told.scene(resting))).toEqual([
    {
      law: 'I12 nothing forgotten',
      message: 'Acme Customers 1 has no Contact, and the engine reports nothing',
    },
  ]);
});

test('A counterpart that says something else is there all the same', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace', city: 'Oslo' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace', town: 'Moss' } });
  expect(await noneForgotten.judge(await told.scene(resting))).toEqual([]);
});
