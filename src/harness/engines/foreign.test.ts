import { expect, test } from 'vitest';
import { Blocked, Inconclusive } from '../broken-promise.ts';
import { createMortality, type Mortality } from '../mortality.ts';
import { testWorld } from '../test-world.ts';
import { type ForeignEngine, foreignEngine } from './foreign.ts';
import type { Running } from './running.ts';

/** An engine that never was a process: what it does is told by hand. */
interface Scripted {
  readonly engine: ForeignEngine;
  readonly mortality: Mortality;
  /** How often it was started, and how often killed. */
  readonly counts: { started: number; killed: number };
  /** It ends by itself. */
  breakDown(how: string): void;
}

interface Script {
  readonly signals?: boolean;
  readonly wait?: () => Promise<void>;
  /** What a start of it does; `nth` is its number. */
  readonly play?: (engine: ForeignEngine, nth: number) => Promise<unknown>;
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

function scripted({ signals = true, wait = never, play = never }: Script): Scripted {
  const counts = { started: 0, killed: 0 };
  const broken = Promise.withResolvers<string>();
  const mortality = createMortality();
  const running: Running = {
    ended: broken.promise,
    lastWords: () => 'ouch',
    kill: async () => {
      counts.killed += 1;
    },
  };
  const engine = foreignEngine({
    ...{ name: 'scripted', signals, mortality, ledger: testWorld().world.ledger },
    patience: { quietPasses: 2, withinMs: 1000, wait },
    launch: async (nth) => {
      counts.started += 1;
      void play(engine, nth);
      return running;
    },
  });
  return { engine, mortality, counts, breakDown: broken.resolve };
}

const list = (url: string) => ({ system: 'Acme', method: 'GET', url });

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

test('an engine that ends no pass in time is judged no further', async () => {
  const { engine } = scripted({ wait: async () => undefined });
  await expect(engine.cycle()).rejects.toThrow('did not end a pass within 1 seconds');
});

test('a signal that is no report is not taken for silence', async () => {
  const { engine } = scripted({ play: (own, nth) => own.signal(nth, 'all is well') });
  await expect(engine.cycle()).rejects.toThrow(Inconclusive);
});

test('two engines make a pass together, and what both say is heard', async () => {
  const { engine, counts } = scripted({
    play: (own, nth) => own.signal(nth, `{"conflicts":[{"sourceId":"${nth}","lost":null}]}`),
  });
  const { conflicts } = (await engine.overlap?.()) ?? { conflicts: [] };
  expect(conflicts.map(({ sourceId }) => sourceId).sort()).toEqual(['0', '1']);
  expect(counts).toEqual({ started: 2, killed: 1 });
});

test('two engines that do not signal cannot be told apart', async () => {
  const { engine } = scripted({ signals: false });
  await expect(engine.overlap?.()).rejects.toThrow(Blocked);
});
