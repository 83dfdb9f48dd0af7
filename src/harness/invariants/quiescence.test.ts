import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { minimalWrites, quiescence } from './quiescence.ts';

test('A write that changes something is minimal, one that changes nothing is not', async () => {
  const told = testWorld();
  const request = told.request();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' }, request });
  expect(await minimalWrites.judge(await told.scene())).toEqual([]);
  told.request();
  expect(await minimalWrites.judge(await told.scene())).toMatchObject([
    { law: 'I3 minimal writes', message: expect.stringContaining('PATCH /contact/9 to Globex') },
  ]);
});

test('A write that is refused, fails or gets no answer is not held against the engine', async () => {
  const told = testWorld();
  told.request({ refused: true });
  told.request({ status: 503 });
  told.request({ status: 0, fault: 'F2: committed, then reset' });
  const scene = await told.scene({ restingSince: 0 });
  expect(await minimalWrites.judge(scene)).toEqual([]);
  expect(await quiescence.judge(scene)).toEqual([]);
});

test.each([
  { status: 0, fault: 'F2: committed, then reset' },
  { status: 200, fault: 'F4: answered with nothing' },
  { status: 429, fault: 'F6: done, then throttled' },
])(
  'A write answered with $status is sent again only where a lagging read hides it',
  async (lost) => {
    const told = testWorld();
    told.request(lost);
    await told.scene();
    told.request();
    expect(await minimalWrites.judge(await told.scene())).toHaveLength(1);
    told.request({ method: 'GET', mutating: false, fault: 'F1: an older state' });
    told.request();
    expect(await minimalWrites.judge(await told.scene())).toEqual([]);
  },
);

test('A write whose answer was lost may be sent again where its value was stored otherwise', async () => {
  const told = testWorld();
  told.request({
    status: 0,
    fault: 'F2: committed, then reset; F15: Contact.town stored by upper',
  });
  told.request({ fault: 'F15: Contact.town stored by upper' });
  expect(await minimalWrites.judge(await told.scene())).toEqual([]);
});

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

test('A standing fault that only touches a write does not excuse it', async () => {
  const told = testWorld();
  told.request({ fault: 'F15: Contact.town stored by trim' });
  expect(await quiescence.judge(await told.scene({ restingSince: 0 }))).toHaveLength(1);
});

test('A write that stirs, or changes nothing, is told by its number and shown', async () => {
  const told = testWorld();
  told.request();
  const scene = await told.scene({ restingSince: 0 });
  const request = 'request 1, PATCH /contact/9 to Globex,';
  expect(await quiescence.judge(scene)).toEqual([
    {
      law: 'I3 quiescence',
      message: `${request} was sent although nobody had edited anything since the engine came to rest`,
      found: '{}',
    },
  ]);
  expect(await minimalWrites.judge(scene)).toEqual([
    {
      law: 'I3 minimal writes',
      message: `${request} wrote what was there already`,
      found: '{}',
    },
  ]);
});
