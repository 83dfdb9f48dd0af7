import type { Ledger } from '../../evidence/ledger.ts';
import { Blocked } from '../broken-promise.ts';
import type { Mortality } from '../mortality.ts';
import {
  type EngineReport,
  type Patience,
  type SystemUnderTest,
  together,
} from '../system-under-test.ts';
import { EngineStart } from './engine-start.ts';
import { Lockstep } from './lockstep.ts';
import type { Arrival } from './poll-rhythm.ts';
import type { Launch } from './running.ts';

/** How an engine of which nothing is known but how it is started is run and watched. */
export interface ForeignSetting {
  readonly name: string;
  /** Starts it; `nth` start of it tells its signals from those of others. */
  readonly launch: (nth: number) => ReturnType<Launch>;
  /** Whether it says when a pass has ended; of one that does not, its polls tell. */
  readonly signals: boolean;
  readonly ledger: Ledger;
  readonly mortality: Mortality;
  readonly patience: Patience;
}

/** An engine elsewhere, as its judge sees it, and the ways on which it is heard. */
export interface ForeignEngine extends SystemUnderTest {
  /** A request of the engine's: resolves with its answer once it is to have one, which may be never. */
  request<T>(arrival: Arrival, answer: () => T): Promise<T>;
  /** An answer has gone out; `moment` is how long the engine then has to write it down. */
  answered(moment: () => Promise<void>): Promise<void>;
  /** The engine's `nth` start says that a pass has ended; resolves when the next one is wanted. */
  signal(nth: number, said: string): Promise<void>;
  /** Ends all of it for good. */
  end(): Promise<void>;
}

/**
 * Runs an engine beside this process and takes turns with it, so that people act between its
 * passes and never by chance in the midst of one. Each start goes on from what the last one left
 * in its memory; it begins with the first pass that is wanted of it.
 */
export function foreignEngine(setting: ForeignSetting): ForeignEngine {
  const { name, signals, patience, mortality, ledger } = setting;
  const starts: EngineStart[] = [];
  let current: EngineStart | undefined;
  let lockstep: Lockstep | undefined;
  const started = (): EngineStart => {
    const nth = starts.length;
    const launch = (): ReturnType<Launch> => setting.launch(nth);
    const start = new EngineStart({ launch, life: mortality.begin(), patience });
    starts.push(start);
    return start;
  };
  const cycle: SystemUnderTest['cycle'] = async () => {
    current ??= started();
    const report = await current.pass();
    if (report.died === true) current = undefined;
    return report;
  };
  return {
    name,
    patience,
    cycle,
    restart: async () => {
      await current?.kill();
      current = undefined;
    },
    overlap: async () => {
      if (!signals) throw new Blocked(indistinct);
      lockstep = new Lockstep(() => patience.wait(strideMs));
      const second = started();
      const report = await atOnce([cycle(), second.pass()], lockstep);
      lockstep = undefined;
      await second.kill();
      return report;
    },
    request: async (arrival, answer) => {
      if (current === undefined) return new Promise(() => undefined);
      const start = current;
      if (!signals) await start.admit(arrival, failedLast(ledger, arrival));
      await lockstep?.step();
      return start.life.guard('request', async () => answer());
    },
    answered: (moment) => current?.life.guard('commit', moment) ?? Promise.resolve(),
    signal: (nth, said) => starts[nth]?.turns.end(said) ?? Promise.resolve(),
    end: async () => {
      await Promise.all(starts.map((start) => start.kill()));
    },
  };
}

/** Two passes at one time: when one of them ends, the other need not wait any more. */
async function atOnce(
  passes: readonly Promise<EngineReport>[],
  lockstep: Lockstep,
): Promise<EngineReport> {
  const ending = passes.map(async (pass) => {
    const report = await pass;
    lockstep.end();
    return report;
  });
  return together(await Promise.all(ending));
}

/** For how long one engine waits for a request of the other, in real milliseconds: a program may take that to start. */
const strideMs = 2000;

const indistinct =
  'The engine does not say when a pass has ended, so that the passes of two of them cannot be told apart.';

/** Whether the same request was answered with a failure the last time: it is then only tried again. */
function failedLast({ entries }: Ledger, { system, url }: Arrival): boolean {
  const last = entries.findLast(
    (entry) => entry.kind === 'request' && entry.system === system && entry.url === url,
  );
  if (last?.kind !== 'request') return false;
  return last.status < 200 || last.status >= 400;
}
