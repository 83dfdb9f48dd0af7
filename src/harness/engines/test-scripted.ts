import type { Ledger } from '../../evidence/ledger.ts';
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
  readonly ledger?: Ledger;
  readonly words?: string;
  readonly wait?: (ms: number) => Promise<void>;
  /** What a start of it does; `nth` is its number. */
  readonly play?: (engine: ForeignEngine, nth: number) => Promise<unknown>;
}

/** What never comes. */
export const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Such an engine; where nothing is said it signals, and does nothing. */
export function scripted(script: Script): Scripted {
  const { signals = true, wait = never, play = never, words = 'ouch' } = script;
  const { ledger = testWorld().world.ledger } = script;
  const counts = { started: 0, killed: 0 };
  const broken = Promise.withResolvers<string>();
  const mortality = createMortality();
  const running: Running = {
    ended: broken.promise,
    lastWords: () => words,
    kill: async () => {
      counts.killed += 1;
    },
  };
  const engine = foreignEngine({
    ...{ name: 'scripted', signals, mortality, ledger },
    patience: { quietPasses: 2, withinMs: 1000, wait },
    launch: async (nth) => {
      counts.started += 1;
      void play(engine, nth);
      return running;
    },
  });
  return { engine, mortality, counts, breakDown: broken.resolve };
}

/** A request for a list. */
export const list = (url: string) => ({ system: 'Acme', method: 'GET', url }) as const;
