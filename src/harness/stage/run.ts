import type { Violation } from '../../checklist/violation.ts';
import type { Section } from '../../dataflow/dataflow.ts';
import type { Recorder } from '../../evidence/recorder.ts';
import { Blocked, BrokenPromise } from '../broken-promise.ts';
import { companyDeeds } from '../company-lever.ts';
import type { FaultRule } from '../fault-rule.ts';
import { excusable, judgeScene, lawsInForce } from '../invariants/judge.ts';
import type { Fate, KillPoint } from '../kill-point.ts';
import { type MemoryLever, memoryDeeds } from '../memory-lever.ts';
import { type EngineReport, together } from '../system-under-test.ts';
import type { Pairing } from '../watching/pairing.ts';
import { watch } from '../watching/scene.ts';
import type { World } from '../world.ts';
import { faultsInForce } from './faults-in-force.ts';
import { settle } from './settling.ts';

/** How often the engine runs, in virtual time. */
const cycleMs = 60_000;

/** The engine at work, judged after every cycle. */
export interface Run {
  readonly reports: readonly EngineReport[];
  /** What broke a law from which only a word of the engine's excuses, of one that offers no report. */
  readonly doubts: readonly Violation[];
  cycle(times?: number): Promise<void>;
  /** Lets the engine settle; from then on, until `disturb`, nothing may stir. */
  rest(): Promise<void>;
  sweep(): Promise<void>;
  restart(): Promise<void>;
  /** One pass during which a second engine makes one on the same memory. */
  overlap(): Promise<void>;
  /** One pass in which the engine stands still at this point until a second one has made its own. */
  takeover(point: KillPoint, first: Fate): Promise<void>;
  /** Lets the engine die in its next passes, at this point. */
  kill(point: KillPoint): void;
  /** Whoever was to die and has not yet, lives on. */
  spare(): void;
  /** Something happens to the engine's memory, after which it is started anew on what it finds. */
  memory(deed: keyof MemoryLever): Promise<void>;
  /** The engine's credentials open another company, or the first one again; it is started anew. */
  company(deed: keyof typeof companyDeeds): Promise<void>;
  fault(rule: FaultRule): void;
  /** All faults end. */
  mend(): void;
  /** Somebody edits: the rest is over. */
  disturb(): void;
  /** The pairs of a section, as of the last cycle. */
  pairing(section: Section): Pairing | undefined;
}

export function createRun(world: World, recorder: Recorder): Run {
  const { clock, settings, engine, ledger } = world;
  const observer = watch(world);
  const laws = lawsInForce(world.lawsOff);
  const reports: EngineReport[] = [];
  const doubts: Violation[] = [];
  const starts: number[] = [];
  const started = (): void => void starts.push(ledger.entries.length);
  let restingSince: number | undefined;

  const disturb = (): void => {
    restingSince = undefined;
  };
  const { fault, mend, known } = faultsInForce(world, disturb);
  const judged = async (pass: () => Promise<EngineReport>): Promise<void> => {
    clock.advance(cycleMs);
    recorder.cycle();
    const report = await pass();
    reports.push(report);
    const said = report.silent ? nothingSaid : report;
    const scene = await observer.scene({ restingSince, ...known(), report: said, starts });
    if (report.died === true) started();
    const broken = await judgeScene(scene, laws);
    ring(broken.filter((violation) => !isDoubt(report, violation)));
    doubts.push(...broken);
  };
  const cycle = async (times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1) await judged(engine.cycle);
  };
  return {
    ...levers({ world, recorder, disturb, judged, started }),
    reports,
    doubts,
    cycle,
    rest: async () => {
      await untilSettled(world, cycle);
      restingSince = ledger.entries.length;
      await cycle();
    },
    sweep: () => cycle(settings.sweepEvery),
    fault,
    mend,
    disturb,
    pairing: (section) => observer.pairings.find(({ bench }) => bench.section === section),
  };
}

interface Levers {
  readonly world: World;
  readonly recorder: Recorder;
  readonly disturb: () => void;
  readonly judged: (pass: () => Promise<EngineReport>) => Promise<void>;
  readonly started: () => void;
}

/** What can be done to the engine itself. */
function levers(
  input: Levers,
): Pick<Run, 'restart' | 'overlap' | 'takeover' | 'kill' | 'spare' | 'memory' | 'company'> {
  const { recorder, disturb, judged, started } = input;
  const { engine, mortality, memory } = input.world;
  return {
    restart: async () => {
      recorder.step('engine', 'The engine is ended and started again');
      await engine.restart();
      started();
    },
    memory: async (deed) => {
      if (memory === undefined)
        throw new Blocked("This engine's memory cannot be reached from here");
      disturb();
      recorder.step('engine', memoryDeeds[deed]);
      memory[deed]();
      if (deed === 'keep') return;
      await engine.restart();
      started();
    },
    overlap: async () => {
      if (engine.overlap === undefined) throw new Blocked('No second engine can be started here');
      recorder.step('engine', 'A second engine is started on the same memory, at the same time');
      started();
      await judged(engine.overlap);
    },
    takeover: takeover(input),
    company: moveCompany(input),
    kill: (point) => {
      if (mortality === undefined) throw new Blocked('This engine cannot be killed from here');
      disturb();
      const where = engine.patience === undefined ? inWords(point) : fromOutside(point);
      recorder.step('engine', `The engine will be killed ${where}`);
      mortality.arm(point);
    },
    spare: () => mortality?.disarm(),
  };
}

/** What can be done with the engine's credentials: between two lives of the engine. */
function moveCompany({ world, recorder, disturb, started }: Levers): Run['company'] {
  const { engine, company } = world;
  return async (deed) => {
    if (company === undefined) throw new Blocked('There is no other company here');
    disturb();
    recorder.step('engine', companyDeeds[deed]);
    await company[deed]();
    await engine.restart();
    started();
  };
}

function takeover({ world, recorder, judged, started }: Levers): Run['takeover'] {
  const { clock, engine, mortality } = world;
  return (point, first) => {
    const { second } = engine;
    if (mortality === undefined || second === undefined)
      throw new Blocked('No second engine can be started here');
    recorder.step('engine', `The engine stands still ${inWords(point)}; a second one is started`);
    return judged(async () => {
      const reports: EngineReport[] = [];
      mortality.arm(point, async () => {
        clock.advance(cycleMs);
        started();
        reports.push(await second());
        return first;
      });
      reports.push(await engine.cycle());
      mortality.disarm();
      return together(reports);
    });
  };
}

/** Passes in which the engine must settle; one that takes its time is waited for. */
async function untilSettled(world: World, cycle: Run['cycle']): Promise<void> {
  const { engine, settings, ledger } = world;
  if (engine.patience === undefined) await cycle(settings.quietCycles);
  else await settle({ patience: engine.patience, ledger, cycle });
}

/** What laws take an engine to have said that offers no report. */
const nothingSaid: EngineReport = { problems: [], conflicts: [] };

/** Whether a word of the engine's could excuse from a violation, and it has no way to say it. */
function isDoubt({ silent }: EngineReport, { law }: Violation): boolean {
  return silent === true && excusable.has(law);
}

/** The first violation ends the check: what follows it is mostly its consequence. */
function ring([first, ...others]: readonly Violation[]): void {
  if (first !== undefined) throw new BrokenPromise(first, others);
}

function inWords({ on, nth, phase }: KillPoint): string {
  const what = on === 'request' ? 'request' : 'write to its memory';
  return `${phase} its ${what} number ${nth} from now`;
}

/** Where its memory cannot be seen, the moment in which it writes down what it was answered stands for it. */
function fromOutside(point: KillPoint): string {
  const { on, nth, phase } = point;
  if (on === 'request') return inWords(point);
  const moment = phase === 'before' ? 'as' : 'a moment after';
  return `${moment} the answer to its request number ${nth} from now goes out`;
}
