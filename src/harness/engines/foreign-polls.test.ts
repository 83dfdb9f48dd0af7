import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testWorld } from '../test-world.ts';
import { list, scripted } from './test-scripted.ts';

test('of an engine that does not signal the list that it comes back to waits for the next pass', async () => {
  const answered: string[] = [];
  const { engine } = scripted({
    signals: false,
    play: async (own) => {
      for (const url of ['/a', '/b', '/a', '/b', '/a']) {
        await own.request(list(url), () => answered.push(url));
      }
    },
  });
  expect((await engine.cycle()).silent).toBe(true);
  expect(answered).toEqual(['/a', '/b']);
  await engine.cycle();
  expect(answered).toEqual(['/a', '/b', '/a', '/b']);
});

test('an engine that signals may come back to a list in the midst of a pass', async () => {
  const { engine } = scripted({
    play: async (own, nth) => {
      for (const url of ['/a', '/a']) await own.request(list(url), () => url);
      await own.signal(nth, '{}');
    },
  });
  expect((await engine.cycle()).silent).toBeUndefined();
});

test.each([
  [0, ['/a', '/a']],
  [199, ['/a', '/a']],
  [200, ['/a']],
  [399, ['/a']],
  [400, ['/a', '/a']],
  [503, ['/a', '/a']],
])(
  'a list that was answered with %i is read in these rounds of one pass: %j',
  async (status, answered) => {
    const { world, request } = testWorld();
    request({ system: 'Acme', url: '/a', status: 200 });
    request({ system: 'Acme', url: '/a', status });
    for (const other of [{ system: 'Globex' }, { url: '/b' }]) {
      request({ system: 'Acme', url: '/a', status: status === 503 ? 200 : 503, ...other });
    }
    const log: string[] = [];
    const { engine } = scripted({
      ...{ signals: false, ledger: world.ledger },
      play: async (own) => {
        for (const url of ['/a', '/a']) await own.request(list(url), () => log.push(url));
      },
    });
    void engine.cycle();
    await turn();
    expect(log).toEqual(answered);
  },
);
