import type { Violation } from '../checklist/violation.ts';
import type { Section } from '../dataflow/dataflow.ts';
import type { Recorder } from '../evidence/recorder.ts';
import { Blocked, BrokenPromise } from './broken-promise.ts';
import { judgeScene } from './invariants/judge.ts';
import type { Pairing } from './pairing.ts';
import { watch } from './scene.ts';
import type { KillPoint } from './simulation/history-step.ts';
import type { EngineReport } from './system-under-test.ts';
import type { FaultRule, World } from './world.ts';

/** How often the engine runs, in virtual time. */
const cycleMs = 60_000;

/** The engine at work, judged after every cycle. */
export interface Run {
  readonly reports: readonly EngineReport[];
  cycle(times?: number): Promise<void>;
  /** Lets the engine settle; from then on, until `disturb`, nothing may stir. */
  rest(): Promise<void>;
  sweep(): Promise<void>;
  restart(): Promise<void>;
  /** One pass during which a second engine makes one on the same memory. */
  overlap(): Promise<void>;
  /** Lets the engine die in its next passes, at this point. */
  kill(point: KillPoint): void;
  /** Whoever was to die and has not yet, lives on. */
  spare(): void;
  fault(rule: FaultRule): void;
  /** Somebody edits: the rest is over. */
  disturb(): void;
  /** The pairs of a section, as of the last cycle. */
  pairing(section: Section): Pairing | undefined;
}

export function createRun(world: World, recorder: Recorder): Run {
  const { clock, settings, engine, ledger } = world;
  const observer = watch(world);
  const reports: EngineReport[] = [];
  const rewritten = new Set<string>();
  let restingSince: number | undefined;

  const judged = async (pass: () => Promise<EngineReport>): Promise<void> => {
    clock.advance(cycleMs);
    recorder.cycle();
    const report = await pass();
    reports.push(report);
    ring(await judgeScene(await observer.scene({ restingSince, rewritten, report })));
  };
  const cycle = async (times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1) await judged(engine.cycle);
  };
  const disturb = (): void => {
    restingSince = undefined;
  };
  return {
    ...levers({ world, recorder, disturb, judged }),
    reports,
    cycle,
    rest: async () => {
      await cycle(settings.quietCycles);
      restingSince = ledger.entries.length;
      await cycle();
    },
    sweep: () => cycle(settings.sweepEvery),
    fault: (rule) => {
      disturb();
      if (rule.code === 'F15') rewritten.add(`${rule.side} ${rule.property}`);
      world.faults.inject(rule);
    },
    disturb,
    pairing: (section) => observer.pairings.find(({ bench }) => bench.section === section),
  };
}

interface Levers {
  readonly world: World;
  readonly recorder: Recorder;
  readonly disturb: () => void;
  readonly judged: (pass: () => Promise<EngineReport>) => Promise<void>;
}

/** What can be done to the engine itself. */
function levers({
  world: { engine, mortality },
  recorder,
  disturb,
  judged,
}: Levers): Pick<Run, 'restart' | 'overlap' | 'kill' | 'spare'> {
  return {
    restart: async () => {
      recorder.step('engine', 'The engine is ended and started again');
      await engine.restart();
    },
    overlap: async () => {
      if (engine.overlap === undefined) throw new Blocked('No second engine can be started here');
      recorder.step('engine', 'A second engine is started on the same memory, at the same time');
      await judged(engine.overlap);
    },
    kill: (point) => {
      if (mortality === undefined) throw new Blocked('This engine cannot be killed from here');
      disturb();
      recorder.step('engine', `The engine will be killed ${inWords(point)}`);
      mortality.arm(point);
    },
    spare: () => mortality?.disarm(),
  };
}

/** The first violation ends the check: what follows it is mostly its consequence. */
function ring([first]: readonly Violation[]): void {
  if (first !== undefined) throw new BrokenPromise(first);
}

function inWords({ on, nth, phase }: KillPoint): string {
  const what = on === 'request' ? 'request' : 'write to its memory';
  return `${phase} its ${what} number ${nth} from now`;
}
