import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { invariants } from '../invariants/judge.ts';
import { createMortality } from '../mortality.ts';
import type { EngineReport, SystemUnderTest } from '../system-under-test.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { createRun, type Run } from './run.ts';

const quiet: EngineReport = { problems: [], conflicts: [] };
const point = { on: 'request', nth: 1, phase: 'before' } as const;

interface Judged extends Pick<TestWorld, 'change' | 'request'> {
  readonly run: Run;
  /** What the engine does in its next pass, or in that of a second one. */
  next(act: () => EngineReport | undefined): void;
}

/** A run that is judged by one law alone; all that can be done to an engine can be done to this one. */
function judgedBy(law: string, other: Partial<SystemUnderTest> = {}): Judged {
  const { world, change, request } = testWorld();
  let act: () => EngineReport | undefined = () => undefined;
  const pass = async (): Promise<EngineReport> => act() ?? quiet;
  const mortality = createMortality();
  const changed: World = {
    ...world,
    lawsOff: new Set(invariants.map((each) => each.law).filter((each) => each !== law)),
    mortality,
    memory: {
      keep: () => undefined,
      restore: () => undefined,
      damage: () => undefined,
      mend: () => undefined,
    },
    company: { leave: async () => undefined, comeBack: async () => undefined, writes: () => 0 },
    engine: {
      ...world.engine,
      cycle: async () => {
        const life = mortality.begin();
        await life.survive(life.guard('request', async () => undefined));
        return pass();
      },
      overlap: pass,
      second: pass,
      ...other,
    },
  };
  const run = createRun(changed, createRecorder(changed));
  const next: Judged['next'] = (anew) => {
    act = anew;
  };
  return { run, change, request, next };
}

const deeds: readonly [what: string, deed: (run: Run) => unknown][] = [
  ['an edit', (run) => run.disturb()],
  ['a fault', (run) => run.fault({ code: 'F11', side: 'source', skew: 1 })],
  ['the end of faults', (run) => run.mend()],
  ['a backup of the memory', (run) => run.memory('keep')],
  ['a change of the company', (run) => run.company('leave')],
  ['a death that is at hand', (run) => run.kill(point)],
];

test('Once an engine has come to rest nothing may stir', async () => {
  const { run, request, next } = judgedBy('I3 quiescence');
  await run.rest();
  await run.cycle();
  next(() => void request());
  await expect(run.cycle()).rejects.toThrow('nobody had edited anything since the engine came');
});

test.each(deeds)('The rest is over after %s', async (_, deed) => {
  const { run, request, next } = judgedBy('I3 quiescence');
  await run.rest();
  await deed(run);
  next(() => void request());
  await expect(run.cycle()).resolves.toBeUndefined();
});

/** What the engine does that is like this after it has made a record: it makes it once more. */
async function madeTwice(deed: (run: Run, again: () => void) => unknown): Promise<void> {
  const { run, change, next } = judgedBy('I8 restart equivalence');
  change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  change({ ...made, id: '8', fields: { fullName: 'Ada Lovelace' } });
  await run.cycle();
  await deed(run, () =>
    next(() => void change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } })),
  );
}

test.each<[what: string, deed: (run: Run) => unknown]>([
  ['is ended and started again', (run) => run.restart()],
  ['gets its memory of yesterday', (run) => run.memory('restore')],
  ['is sent into another company', (run) => run.company('leave')],
])('An engine that %s is started anew', async (_, deed) => {
  const played = madeTwice(async (run, again) => {
    await deed(run);
    again();
    await run.cycle();
  });
  await expect(played).rejects.toThrow(
    'after it was started anew the engine made Globex Contact 9',
  );
});

test('An engine that has died is started anew', async () => {
  const { run, change, next } = judgedBy('I8 restart equivalence');
  change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  change({ ...made, id: '8', fields: { fullName: 'Ada Lovelace' } });
  next(() => ({ ...quiet, died: true }));
  await run.cycle();
  next(() => void change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } }));
  await expect(run.cycle()).rejects.toThrow('after it was started anew');
});

test.each<[what: string, deed: (run: Run) => Promise<void>]>([
  ['at the same time', (run) => run.overlap()],
  ['while the first stands still', (run) => run.takeover(point, 'dies')],
])('A second engine is started anew: %s', async (_, deed) => {
  const played = madeTwice((run, again) => {
    again();
    return deed(run);
  });
  await expect(played).rejects.toThrow('after it was started anew');
});

test('An engine that is left alone, or whose memory is only copied, is not started anew', async () => {
  const played = madeTwice(async (run, again) => {
    await run.memory('keep');
    run.spare();
    again();
    await run.cycle();
  });
  await expect(played).resolves.toBeUndefined();
});

test('An engine that takes its time is waited for until it has settled', async () => {
  const wait = () => new Promise<void>(() => undefined);
  const patience = { quietPasses: 3, withinMs: 1000, wait };
  const { run } = judgedBy('I3 quiescence', { patience });
  await run.rest();
  expect(run.reports).toHaveLength(4);
});

test('No second engine can take over where none can be started, or the first cannot be stopped', () => {
  const { world } = testWorld();
  const [mortal, doubled]: readonly World[] = [
    { ...world, mortality: createMortality() },
    { ...world, engine: { ...world.engine, second: async () => quiet } },
  ];
  for (const each of [mortal, doubled]) {
    if (each === undefined) throw new Error('there is no world');
    const run = createRun(each, createRecorder(each));
    expect(() => run.takeover(point, 'dies')).toThrow('No second engine can be started here');
  }
});
