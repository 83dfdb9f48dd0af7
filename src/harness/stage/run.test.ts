import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { defaultSettings } from '../../settings.ts';
import { Blocked } from '../broken-promise.ts';
import { invariants } from '../invariants/judge.ts';
import { createMortality } from '../mortality.ts';
import type { EngineReport, SystemUnderTest } from '../system-under-test.ts';
import { testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { createRun, type Run } from './run.ts';

const quiet: EngineReport = { problems: [], conflicts: [] };
const lost = { record: { side: 'source', id: '1' }, property: 'city', lost: 'b' } as const;

const lawsOff = new Set(invariants.map(({ law }) => law));

interface Played {
  readonly run: Run;
  readonly world: World;
  /** What was done to the engine and its surroundings, in order. */
  readonly deeds: string[];
  /** What a reader of the evidence is told. */
  told(): readonly string[];
}

/** What is other than in an empty world; of the engine, what it can do beside passes. */
interface Changed extends Partial<Omit<World, 'engine'>> {
  readonly engine?: Partial<SystemUnderTest>;
}

/** A run of an engine that only writes down what is done to it. */
function played(change: (deeds: string[]) => Changed = () => ({})): Played {
  const deeds: string[] = [];
  const engine: SystemUnderTest = {
    name: 'deeds',
    cycle: async () => {
      deeds.push('pass');
      return quiet;
    },
    restart: async () => void deeds.push('restart'),
  };
  const changed = change(deeds);
  const world: World = {
    ...testWorld().world,
    lawsOff,
    ...changed,
    engine: { ...engine, ...changed.engine },
  };
  const recorder = createRecorder(world);
  const told = () =>
    recorder
      .evidence({ seed: 1, fields: [] })
      .steps.map(({ lane, text }) => (lane === 'engine' ? text : `${lane}: ${text}`))
      .filter((text) => !text.startsWith('Pass'));
  return { run: createRun(world, recorder), world, deeds, told };
}

test('A pass takes a minute of virtual time', async () => {
  const { run, world, deeds } = played();
  await run.cycle(3);
  expect(deeds).toEqual(['pass', 'pass', 'pass']);
  expect(world.clock.now()).toBe(180_000);
  expect(run.reports).toEqual([quiet, quiet, quiet]);
});

test('A rest is as many passes as settle an engine and one more, a sweep as many as lie between whole listings', async () => {
  const { run, deeds } = played();
  await run.rest();
  expect(deeds).toHaveLength(defaultSettings.quietCycles + 1);
  await run.sweep();
  expect(deeds).toHaveLength(defaultSettings.quietCycles + 1 + defaultSettings.sweepEvery);
});

test('What cannot be done to an engine here blocks the check and says what', async () => {
  const { run } = played();
  await expect(run.overlap()).rejects.toThrow('No second engine can be started here');
  await expect(run.memory('keep')).rejects.toThrow("engine's memory cannot be reached");
  await expect(run.company('leave')).rejects.toThrow('There is no other company here');
  const point = { on: 'request', nth: 1, phase: 'before' } as const;
  expect(() => run.kill(point)).toThrow('This engine cannot be killed from here');
  expect(() => run.takeover(point, 'dies')).toThrow('No second engine can be started here');
  await expect(run.overlap()).rejects.toThrow(Blocked);
  run.spare();
});

test('A backup of the memory leaves the engine at work; whatever else is done to it starts it again', async () => {
  const { run, deeds, told } = played((all) => ({
    memory: {
      keep: () => void all.push('keep'),
      restore: () => void all.push('restore'),
      damage: () => void all.push('damage'),
      mend: () => void all.push('mend'),
    },
  }));
  for (const deed of ['keep', 'restore', 'damage', 'mend'] as const) await run.memory(deed);
  expect(deeds).toEqual([
    'keep',
    ...['restore', 'restart'],
    ...['damage', 'restart'],
    ...['mend', 'restart'],
  ]);
  expect(told()).toEqual([
    "A backup of the engine's memory is made",
    "The engine's memory is replaced by the backup, and the engine started again",
    "The engine's memory is damaged, and the engine started again",
    "The engine's memory is mended, and the engine started again",
  ]);
});

test('An engine is started again when its credentials open another company, and when they do no more', async () => {
  const { run, deeds, told } = played((all) => ({
    company: {
      leave: async () => void all.push('leave'),
      comeBack: async () => void all.push('come back'),
      writes: () => 0,
    },
  }));
  await run.company('leave');
  await run.company('comeBack');
  expect(deeds).toEqual(['leave', 'restart', 'come back', 'restart']);
  expect(told()).toEqual([
    expect.stringContaining('open another company'),
    expect.stringContaining('open the first company again'),
  ]);
});

test.each([
  ['request', 'before', undefined, 'killed before its request number 3 from now'],
  ['commit', 'after', undefined, 'killed after its write to its memory number 3 from now'],
  ['request', 'after', 'outside', 'killed after its request number 3 from now'],
  ['commit', 'before', 'outside', 'killed as the answer to its request number 3 from now goes'],
  ['commit', 'after', 'outside', 'killed a moment after the answer to its request number 3'],
] as const)('Where an engine will die is told: %s, %s, %s', (on, phase, from, words) => {
  const patience = { quietPasses: 1, withinMs: 1, wait: async () => undefined };
  const { run, told } = played(() => ({
    mortality: createMortality(),
    ...(from === undefined ? {} : { engine: { patience } }),
  }));
  run.kill({ on, nth: 3, phase });
  expect(told()).toEqual([expect.stringContaining(words)]);
});

test('An engine that is restarted is told to be', async () => {
  const { run, deeds, told } = played();
  await run.restart();
  expect(deeds).toEqual(['restart']);
  expect(told()).toEqual(['The engine is ended and started again']);
});

test('Two engines at once are one pass', async () => {
  const { run, deeds, told } = played((all) => ({
    engine: {
      overlap: async () => {
        all.push('both');
        return quiet;
      },
    },
  }));
  await run.overlap();
  expect(deeds).toEqual(['both']);
  expect(run.reports).toEqual([quiet]);
  expect(told()).toContain('A second engine is started on the same memory, at the same time');
});

test.each(['dies', 'goes on'] as const)(
  'While an engine stands still a second one makes a pass a minute later, and the first %s',
  async (fate) => {
    const mortality = createMortality();
    const { run, world, deeds, told } = played((all) => ({
      mortality,
      engine: {
        cycle: async () => {
          const life = mortality.begin();
          const work = life.guard('request', async () => all.push('first'));
          const ended = await life.survive(work);
          return ended === 'killed' ? { ...quiet, died: true } : quiet;
        },
        second: async () => {
          all.push('second');
          return { ...quiet, conflicts: [lost] };
        },
      },
    }));
    await run.takeover({ on: 'request', nth: 1, phase: 'before' }, fate);
    expect(deeds).toEqual(fate === 'dies' ? ['second'] : ['second', 'first']);
    expect(world.clock.now()).toBe(120_000);
    expect(told()).toContain(
      'The engine stands still before its request number 1 from now; a second one is started',
    );
    const [report] = run.reports;
    expect(report?.conflicts).toEqual([lost]);
    expect(report?.died).toBe(fate === 'dies' ? true : undefined);
  },
);

test('Whoever was to die and is spared lives on', async () => {
  const mortality = createMortality();
  const { run } = played(() => ({ mortality }));
  run.kill({ on: 'request', nth: 1, phase: 'before' });
  run.spare();
  expect(await mortality.begin().guard('request', async () => 'alive')).toBe('alive');
});
