import { expect, test } from 'vitest';
import { cutShort, type EngineReport } from '../system-under-test.ts';
import { inProcess } from './in-process.ts';

const quiet: EngineReport = { problems: [], conflicts: [] };

/** An engine whose passes end like this, one after the other; `starts` says which start made which pass. */
function passing(...ends: readonly (EngineReport | 'killed')[]) {
  const left = [...ends];
  const passes: number[] = [];
  let starts = 0;
  const engine = inProcess({
    name: 'passing',
    start: () => {
      starts += 1;
      const own = starts;
      return {
        cycle: async () => {
          passes.push(own);
          return left.shift() ?? quiet;
        },
      };
    },
  });
  return { engine, passes };
}

test('An engine goes on until it is restarted', async () => {
  const { engine, passes } = passing();
  expect(engine.name).toBe('passing');
  expect(await engine.cycle()).toEqual(quiet);
  await engine.cycle();
  await engine.restart();
  await engine.cycle();
  expect(passes).toEqual([1, 1, 2]);
});

test('A pass in which it is killed is cut short, and the next one is that of a new start', async () => {
  const { engine, passes } = passing('killed');
  expect(await engine.cycle()).toEqual(cutShort);
  expect(await engine.cycle()).toEqual(quiet);
  expect(passes).toEqual([1, 2]);
});

test('A second engine makes a pass of its own, and the first one goes on', async () => {
  const said = { ...quiet, problems: [{ kind: 'read', reason: 'late' }] };
  const { engine, passes } = passing(said, 'killed');
  expect(await engine.second?.()).toEqual(said);
  expect(await engine.second?.()).toEqual(cutShort);
  await engine.cycle();
  expect(passes).toEqual([2, 3, 1]);
});

test('Two engines at once are both heard', async () => {
  const lost = { record: { side: 'source', id: '1' }, property: 'city', lost: 'b' } as const;
  const said = { ...quiet, conflicts: [lost] };
  const { engine, passes } = passing('killed', said);
  expect(await engine.overlap?.()).toEqual({ ...said, died: true });
  expect(passes).toEqual([1, 2]);
});
