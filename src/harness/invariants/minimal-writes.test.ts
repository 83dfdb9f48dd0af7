import { expect, test } from 'vitest';
import { type TestWorld, testWorld } from '../test-world.ts';
import { minimalWrites } from './minimal-writes.ts';

async function broken(told: TestWorld, starts: readonly number[] = []): Promise<number> {
  return (await minimalWrites.judge(await told.scene({ starts }))).length;
}

test('A write that changes something is minimal, one that changes nothing is not', async () => {
  const told = testWorld();
  const request = told.request();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' }, request });
  expect(await broken(told)).toBe(0);
  told.request();
  expect(await minimalWrites.judge(await told.scene())).toEqual([
    {
      law: 'I3 minimal writes',
      message: 'request 3, PATCH /contact/9 to Globex, wrote what was there already',
      found: '{}',
    },
  ]);
});

test('A write that is refused, fails or gets no answer is not held against the engine', async () => {
  const told = testWorld();
  told.request({ refused: true });
  told.request({ status: 503 });
  told.request({ fault: 'F5: answer garbled (html); F3: 503 before any effect' });
  told.request({ status: 0, fault: 'F2: committed, then reset' });
  expect(await broken(told)).toBe(0);
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
    expect(await broken(told)).toBe(1);
    told.request({ method: 'GET', mutating: false, fault: 'F1: an older state' });
    told.request();
    expect(await broken(told)).toBe(0);
  },
);

test('A write whose answer was lost may be sent again where its value was stored otherwise', async () => {
  const told = testWorld();
  told.request({
    status: 0,
    fault: 'F2: committed, then reset; F15: Contact.town stored by upper',
  });
  told.request({ fault: 'F15: Contact.town stored by upper' });
  expect(await broken(told)).toBe(0);
});

const seen = { method: 'GET', mutating: false } as const;
const lagging = { ...seen, fault: 'F1: read 4000 ms behind' } as const;
const moved = { side: 'target', id: '9', fields: { town: 'Oslo' } } as const;
const write = { request: '{"town":"Oslo"}' } as const;

test('What somebody else has just done may be done again where a lagging read hid it', async () => {
  const told = testWorld();
  told.change({ ...moved, by: 'server' });
  told.request(lagging);
  told.request(write);
  expect(await broken(told)).toBe(0);
});

test.for<[why: string, play: (told: TestWorld) => void]>([
  [
    'where nothing lagged',
    (told) => {
      told.change({ ...moved, by: 'server' });
      told.request(seen);
    },
  ],
  [
    'where the last read shows how things are',
    (told) => {
      told.change({ ...moved, by: 'server' });
      told.request(lagging);
      told.request(seen);
    },
  ],
  [
    'where the other system lagged',
    (told) => {
      told.change({ ...moved, by: 'server' });
      told.request({ ...lagging, system: 'Acme' });
    },
  ],
  [
    'where the engine did it',
    (told) => {
      told.change({ ...moved, by: 'engine' });
      told.request(lagging);
    },
  ],
  [
    'where another value was put there',
    (told) => {
      told.change({ ...moved, by: 'server', fields: { town: 'Moss' } });
      told.request(lagging);
    },
  ],
  [
    'where another property was changed',
    (told) => {
      told.change({ ...moved, by: 'server', fields: { city: 'Oslo' } });
      told.request(lagging);
    },
  ],
  [
    'where somebody did it in the other system',
    (told) => {
      told.change({ ...moved, by: 'user', side: 'source' });
      told.request(lagging);
    },
  ],
])('What is there already is not written again %s', async ([, play]) => {
  const told = testWorld();
  play(told);
  told.request(write);
  expect(await broken(told)).toBe(1);
});

test('What somebody does afterwards excuses nothing', async () => {
  const told = testWorld();
  told.request(write);
  told.change({ ...moved, by: 'server' });
  told.request(lagging);
  expect(await broken(told)).toBe(1);
});

test('A write that was spurned for its token goes on after another engine has taken over', async () => {
  const told = testWorld();
  told.request({ ...write, status: 401, refused: true });
  told.request(write);
  expect(await broken(told, [1])).toBe(0);
});

test.for<[why: string, first: Parameters<TestWorld['request']>[0], start: number]>([
  ['nobody took over', {}, 0],
  ['it was refused for another reason', { status: 409 }, 1],
  ['another value was spurned', { request: '{"town":"Moss"}' }, 1],
  ['another record was spurned', { url: '/contact/8' }, 1],
  ['another method was spurned', { method: 'POST' }, 1],
  ['the other system spurned it', { system: 'Acme' }, 1],
  ['another engine came only later', {}, 2],
])('It is not excused where %s', async ([, first, start]) => {
  const told = testWorld();
  told.request({ ...write, status: 401, refused: true, ...first });
  told.request(write);
  expect(await broken(told, [start])).toBe(1);
});
