import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';
import { createMortality } from '../mortality.ts';
import type { EngineReport } from '../system-under-test.ts';
import { testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import type { HistoryStep } from './history-step.ts';
import { playHistory } from './play-history.ts';

const quiet: EngineReport = { problems: [], conflicts: [] };

/** What was done to an engine and to the systems in a history, and how it ended. */
async function played(
  steps: readonly HistoryStep[],
  { ending, change = {} }: { readonly ending?: boolean; readonly change?: Partial<World> } = {},
) {
  const deeds: string[] = [];
  const rules: FaultRule[] = [];
  const mortality = createMortality();
  const note = async (deed: string): Promise<EngineReport> => {
    deeds.push(deed);
    return quiet;
  };
  const world: World = {
    ...testWorld().world,
    mortality,
    engine: {
      name: 'noting',
      cycle: () => note('pass'),
      restart: async () => void deeds.push('restart'),
      overlap: () => note('both'),
      second: () => note('second'),
    },
    faults: { inject: (rule) => void rules.push(rule), clear: () => void deeds.push('clear') },
    ...change,
  };
  const history = await playHistory({
    ...{ world, mortality, steps },
    ...(ending === undefined ? {} : { ending }),
  });
  const told = history.evidence().steps.map(({ text }) => text);
  return { ...history, world, deeds, rules, told };
}

const fault = {
  kind: 'fault',
  section: 0,
  side: 'source',
  write: 'update',
  times: 1,
  record: 0,
  row: 0,
} as const;

test('A history is played step by step', async () => {
  const point = { on: 'request', nth: 1, phase: 'before' } as const;
  const { deeds, world } = await played(
    [
      ...([{ kind: 'cycle' }, { kind: 'overlap' }, { kind: 'restart' }] as const),
      ...([
        { kind: 'takeover', at: point, first: 'dies' },
        { kind: 'wait', minutes: 7 },
      ] as const),
    ],
    { ending: false },
  );
  expect(deeds).toEqual(['pass', 'both', 'restart', 'pass']);
  expect(world.clock.now()).toBe((3 + 7) * 60_000);
});

test('In the end faults end, whoever was to die lives, and the engine is held to its rest over a restart', async () => {
  const { deeds, told, world } = await played([
    { kind: 'kill', at: { on: 'request', nth: 1, phase: 'before' } },
  ]);
  const { sweepEvery, quietCycles } = defaultSettings;
  const passes = Array.from({ length: sweepEvery + quietCycles + 1 }, () => 'pass');
  expect(deeds).toEqual(['clear', ...passes, 'restart', 'pass', 'pass']);
  expect(told).toContain('All faults end');
  const life = world.mortality?.begin();
  expect(await life?.guard('request', async () => 'alive')).toBe('alive');
});

test('Troubles fall where they point to, and end when they are to', async () => {
  const { rules, deeds, told } = await played(
    [
      { ...fault, trouble: 'write refused' },
      { ...fault, trouble: 'record touched' },
      { kind: 'mend' },
    ],
    { ending: false },
  );
  expect(rules).toEqual([
    { code: 'F4', side: 'source', entity: 'Customers', write: 'update', times: 1 },
  ]);
  expect(deeds).toEqual(['clear']);
  expect(told).toEqual(['From now on, at Customers: write refused', 'All faults end']);
});

test('The law that breaks ends a history; what else breaks is no law', async () => {
  const create = { kind: 'create', section: 0, side: 'source' } as const;
  const { violation, deeds } = await played([create]);
  expect(violation?.law).toBe('I12 nothing forgotten');
  expect(deeds).not.toContain('restart');
  const engine = {
    ...{ name: 'dead', restart: async () => undefined },
    cycle: () => Promise.reject(new Error('the engine died')),
  };
  await expect(played([{ kind: 'cycle' }], { change: { engine } })).rejects.toThrow('engine died');
});

test('What a system does not let people do has not happened', async () => {
  const { world } = testWorld();
  const create = async () => ({ ok: false, reason: 'no' }) as const;
  const parties = { ...world.parties, source: { ...world.parties.source, create } };
  const { violation } = await played([{ kind: 'create', section: 0, side: 'source' }], {
    change: { parties },
  });
  expect(violation).toBeUndefined();
});
