import type { Clock } from '../clock.ts';
import type { Evidence, Exchange, FieldRow, Step } from './evidence.ts';
import type { Ledger, RequestEntry } from './ledger.ts';

/** Writes down what happens, step by step, with the exchanges that belong to each. */
export interface Recorder {
  /** Begins a step; what the ledger gains from now on belongs to it. */
  step(lane: Step['lane'], text: string): void;
  /** Begins a pass of the engine. */
  cycle(): void;
  /** How many user actions, engine cycles and expectations there were. */
  readonly counts: { edits: number; cycles: number; expectations: number };
  evidence(rest: { readonly seed: number; readonly fields: readonly FieldRow[] }): Evidence;
}

interface OpenStep {
  readonly at: number;
  readonly lane: Step['lane'];
  /** What happened; for a pass of the engine its number. */
  readonly what: string | number;
  /** The ledger's length when the step began. */
  readonly from: number;
}

interface RecorderInput {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'now'>;
}

export function createRecorder({ ledger, clock }: RecorderInput): Recorder {
  const open: OpenStep[] = [];
  const counts = { edits: 0, cycles: 0, expectations: 0 };
  const begin = (lane: Step['lane'], what: string | number): void => {
    open.push({ at: clock.now(), lane, what, from: ledger.entries.length });
  };
  return {
    counts,
    step: begin,
    cycle: () => {
      counts.cycles += 1;
      begin('engine', counts.cycles);
    },
    evidence: ({ seed, fields }) => {
      const told = open.map((step, index): ToldStep => {
        const requests = ledger.entries
          .slice(step.from, open[index + 1]?.from ?? ledger.entries.length)
          .filter((entry) => entry.kind === 'request');
        const shown = requests.filter(telling);
        return { ...step, last: step.what, shown, reads: requests.length - shown.length };
      });
      return {
        seed,
        steps: told.reduce(together, []).map(tell),
        exchanges: told.flatMap(({ shown }) => shown.map(exchange)),
        fields,
      };
    },
  };
}

interface ToldStep extends Omit<OpenStep, 'from'> {
  /** The last of the passes that were put together. */
  readonly last: string | number;
  readonly shown: readonly RequestEntry[];
  /** How many requests are not shown. */
  readonly reads: number;
}

/** Passes in which the engine only looked are told as one: what matters is that nothing was written. */
function together(steps: readonly ToldStep[], step: ToldStep): readonly ToldStep[] {
  const before = steps.at(-1);
  if (before === undefined || !idle(before) || !idle(step)) return [...steps, step];
  return [...steps.slice(0, -1), { ...before, last: step.what, reads: before.reads + step.reads }];
}

function idle({ what, shown }: ToldStep): boolean {
  return typeof what === 'number' && shown.length === 0;
}

function tell({ at, lane, what, last, shown, reads }: ToldStep): Step {
  const passes = what === last ? `Cycle ${what}` : `Cycles ${what} to ${last}`;
  const quiet = reads === 0 ? '' : `: ${reads} ${reads === 1 ? 'read' : 'reads'}`;
  const idleEnd = shown.length === 0 ? ', no write' : ' not shown';
  const text = typeof what === 'string' ? what : `${passes}${quiet}${quiet === '' ? '' : idleEnd}`;
  return { at, lane, text, exchanges: shown.map(({ seq }) => seq) };
}

/** Writes, and whatever did not go well; polls that found the expected are only counted. */
function telling({ mutating, status, fault, refused }: RequestEntry): boolean {
  return mutating || refused || fault !== undefined || status < 200 || status >= 300;
}

function exchange(entry: RequestEntry): Exchange {
  const { seq, at, system, method, url, status, request, response, fault } = entry;
  return {
    number: seq,
    at,
    system,
    method,
    url,
    status,
    request,
    response,
    ...(fault === undefined ? {} : { fault }),
  };
}
