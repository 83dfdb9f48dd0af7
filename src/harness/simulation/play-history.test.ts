import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';
import { invariants } from '../invariants/judge.ts';
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

/** Whether a target that was there before a pass is removed after it, in which the engine says this. */
async function isKnownAfter(report: EngineReport, before: readonly HistoryStep[] = []) {
  const target = { section: 0, side: 'target', record: 0 } as const;
  const engine = {
    ...{ name: 'saying', restart: async () => undefined },
    cycle: async () => report,
    overlap: async () => ({ ...report, problems: [] }),
  };
  const { world } = await played(
    [{ ...target, kind: 'create' }, ...before, { kind: 'cycle' }, { ...target, kind: 'remove' }],
    { ending: false, change: { engine, lawsOff: new Set(invariants.map(({ law }) => law)) } },
  );
  return (await world.parties.target.ids('Contact')).length === 0;
}

test('The engine knows a target after a pass which left nothing open that it could do', async () => {
  const problem = (kind: string) => ({ ...quiet, problems: [{ kind, reason: 'no' }] });
  expect(await isKnownAfter(quiet)).toBe(true);
  expect(await isKnownAfter(problem('unsupported'))).toBe(true);
  expect(await isKnownAfter(problem('refused'))).toBe(false);
  expect(await isKnownAfter(problem('refused'), [{ kind: 'overlap' }])).toBe(true);
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

test('What breaks while a person acts is not taken for a refusal', async () => {
  const { world } = testWorld();
  const create = () => Promise.reject(new Error('the twin broke'));
  const parties = { ...world.parties, source: { ...world.parties.source, create } };
  const step = { kind: 'create', section: 0, side: 'source' } as const;
  await expect(played([step], { change: { parties } })).rejects.toThrow('the twin broke');
});

test('A system has one rule for what it makes of a property: a second one is left out', async () => {
  const [capitals, cut] = ['text in capitals', 'text cut'] as const;
  const { rules } = await played(
    [
      { ...fault, trouble: capitals },
      { ...fault, trouble: cut },
      { ...fault, trouble: cut, row: 1 },
      { ...fault, trouble: capitals },
      { ...fault, trouble: cut, side: 'target' },
    ],
    { ending: false },
  );
  expect(rules.map((rule) => rule.code === 'F15' && [rule.property, rule.rewrite])).toEqual([
    ['name', 'upper'],
    ['city', 'truncate:14'],
    ['name', 'upper'],
    ['fullName', 'truncate:14'],
  ]);
});
