import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Blocked, Inconclusive } from '../broken-promise.ts';
import { createMortality } from '../mortality.ts';
import { testWorld } from '../test-world.ts';
import { foreignEngine } from './foreign.ts';
import { list, never, scripted } from './test-scripted.ts';

test('an engine begins with the first pass, and its signal is its report', async () => {
  const { engine, counts } = scripted({
    play: (own, nth) => own.signal(nth, '{"problems":[{"kind":"read","reason":"no answer"}]}'),
  });
  expect(counts.started).toBe(0);
  expect((await engine.cycle()).problems).toEqual([{ kind: 'read', reason: 'no answer' }]);
});

test('an engine that signals is let go on when the next pass is wanted', async () => {
  const passes: number[] = [];
  const { engine } = scripted({
    play: async (own, nth) => {
      for (let pass = 1; pass <= 3; pass += 1) {
        passes.push(pass);
        await own.signal(nth, '{}');
      }
    },
  });
  await engine.cycle();
  await engine.cycle();
  expect(passes).toEqual([1, 2]);
});

test('an engine that is killed at a request gets no answer, and the next pass starts it anew', async () => {
  const { engine, mortality, counts } = scripted({
    play: async (own, nth) => {
      await own.request(list('/a'), () => 'here');
      await own.signal(nth, '{}');
    },
  });
  mortality.arm({ on: 'request', nth: 1, phase: 'after' });
  expect((await engine.cycle()).died).toBe(true);
  expect(counts).toEqual({ started: 1, killed: 1 });
  expect((await engine.cycle()).died).toBeUndefined();
  expect(counts.started).toBe(2);
});

test('an engine that ends by itself leaves nothing to be judged but its last words', async () => {
  const { engine, breakDown } = scripted({});
  const pass = engine.cycle();
  breakDown('it ended with exit code 1');
  await expect(pass).rejects.toThrow(Inconclusive);
  await expect(pass).rejects.toThrow('exit code 1. Its last words: ouch');
});

test('of an engine that said nothing just that is told', async () => {
  const { engine, breakDown } = scripted({ words: '' });
  breakDown('it ended');
  await expect(engine.cycle()).rejects.toThrow('The engine broke off: it ended. It said nothing.');
});

test('an engine that ends no pass in time is judged no further', async () => {
  const { engine } = scripted({ wait: async () => undefined });
  await expect(engine.cycle()).rejects.toThrow('did not end a pass within 1 seconds');
});

test('a signal that is no report is not taken for silence', async () => {
  const { engine } = scripted({ play: (own, nth) => own.signal(nth, 'all is well'.repeat(20)) });
  const pass = engine.cycle();
  await expect(pass).rejects.toThrow(Inconclusive);
  await expect(pass).rejects.toThrow(/a report that is none .*: (all is well){18}al$/);
});

test('two engines make a pass together, and what both say is heard', async () => {
  const { engine, counts } = scripted({
    play: (own, nth) => {
      const record = { side: 'source', id: nth };
      return own.signal(nth, JSON.stringify({ problems: [{ kind: 'a', reason: 'b', record }] }));
    },
  });
  const { problems } = (await engine.overlap?.()) ?? { problems: [] };
  expect(problems.map(({ record }) => record?.id).sort()).toEqual(['0', '1']);
  expect(counts).toEqual({ started: 2, killed: 1 });
});

test('two engines that do not signal cannot be told apart', async () => {
  const { engine } = scripted({ signals: false });
  await expect(engine.overlap?.()).rejects.toThrow(Blocked);
});

test('an engine is ended, and started again with the next pass; what was never started is not ended', async () => {
  const { engine, counts } = scripted({ play: (own, nth) => own.signal(nth, '{}') });
  await engine.restart();
  expect(counts).toEqual({ started: 0, killed: 0 });
  await engine.cycle();
  await engine.restart();
  await engine.cycle();
  expect(counts).toEqual({ started: 2, killed: 1 });
  await engine.end();
  expect(counts).toEqual({ started: 2, killed: 3 });
});

test('an engine that could not be started is no more already', async () => {
  const { ledger } = testWorld().world;
  const engine = foreignEngine({
    ...{ name: 'missing', signals: true, mortality: createMortality(), ledger },
    patience: { quietPasses: 2, withinMs: 1000, wait: never },
    launch: () => Promise.reject(new Error('no such image')),
  });
  await expect(engine.cycle()).rejects.toThrow('no such image');
  expect(await engine.end()).toBeUndefined();
});

test('an engine may die while it writes down an answer', async () => {
  const moments: number[] = [];
  const { engine, mortality } = scripted({
    play: async (own, nth) => {
      await own.answered(async () => void moments.push(nth));
      await own.signal(nth, '{}');
    },
  });
  mortality.arm({ on: 'commit', nth: 1, phase: 'before' });
  expect((await engine.cycle()).died).toBe(true);
  expect((await engine.cycle()).died).toBeUndefined();
  expect(moments).toEqual([1]);
});

test('what comes when no engine is at work gets no answer, and harms nothing', async () => {
  const { engine } = scripted({});
  const log: string[] = [];
  void engine.request(list('/a'), () => log.push('answered'));
  await engine.answered(async () => void log.push('a moment'));
  await engine.signal(7, '{}');
  await turn();
  expect(log).toEqual([]);
});

test('the requests of two engines at once alternate, for as long as both have some', async () => {
  const log: string[] = [];
  const waits: number[] = [];
  const { engine } = scripted({
    wait: (ms) => {
      waits.push(ms);
      return never();
    },
    play: async (own, nth) => {
      for (const url of nth === 0 ? ['/a', '/a', '/a'] : ['/b']) {
        await own.request(list(url), () => log.push(url));
      }
      await own.signal(nth, '{}');
    },
  });
  await engine.overlap?.();
  expect(log.toSorted()).toEqual(['/a', '/a', '/a', '/b']);
  expect(log.indexOf('/b')).toBeLessThan(2);
  expect(waits).toContain(2000);
});
