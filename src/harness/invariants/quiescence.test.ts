import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { quiescence } from './quiescence.ts';

test('At rest reading is allowed and writing is not', async () => {
  const told = testWorld();
  told.request();
  const restingSince = told.world.ledger.entries.length;
  told.request({ method: 'GET', mutating: false });
  expect(await quiescence.judge(await told.scene({ restingSince }))).toEqual([]);
  told.request();
  expect(await quiescence.judge(await told.scene({ restingSince }))).toMatchObject([
    { law: 'I3 quiescence' },
  ]);
});

test('A write that is refused, fails or gets no answer does not stir', async () => {
  const told = testWorld();
  told.request({ refused: true });
  told.request({ status: 503 });
  told.request({ status: 0, fault: 'F2: committed, then reset' });
  expect(await quiescence.judge(await told.scene({ restingSince: 0 }))).toEqual([]);
});

test('A standing fault that only touches a write does not excuse it', async () => {
  const told = testWorld();
  told.request({ fault: 'F15: Contact.town stored by trim' });
  expect(await quiescence.judge(await told.scene({ restingSince: 0 }))).toHaveLength(1);
});

test('A write that stirs is told by its number and shown', async () => {
  const told = testWorld();
  told.request();
  expect(await quiescence.judge(await told.scene({ restingSince: 0 }))).toEqual([
    {
      law: 'I3 quiescence',
      message:
        'request 1, PATCH /contact/9 to Globex, was sent although nobody had edited anything since the engine came to rest',
      found: '{}',
    },
  ]);
});
