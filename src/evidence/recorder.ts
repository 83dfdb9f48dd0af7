import type { Clock } from '../clock.ts';
import type { Evidence, Exchange, FieldRow, Step } from './evidence.ts';
import type { Ledger, RequestEntry } from './ledger.ts';

/** Writes down what happens, step by step, with the exchanges that belong to each. */
export interface Recorder {
  /** Begins a step; what the ledger gains from now on belongs to it. */
  step(lane: Step['lane'], text: string): void;
  /** How many user actions, engine cycles and expectations there were. */
  readonly counts: { edits: number; cycles: number; expectations: number };
  evidence(rest: { readonly seed: number; readonly fields: readonly FieldRow[] }): Evidence;
}

interface OpenStep {
  readonly at: number;
  readonly lane: Step['lane'];
  readonly text: string;
  /** The ledger's length when the step began. */
  readonly from: number;
}

interface RecorderInput {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'now'>;
}

export function createRecorder({ ledger, clock }: RecorderInput): Recorder {
  const open: OpenStep[] = [];
  return {
    counts: { edits: 0, cycles: 0, expectations: 0 },
    step: (lane, text) => {
      open.push({ at: clock.now(), lane, text, from: ledger.entries.length });
    },
    evidence: ({ seed, fields }) => {
      const told = open.map((step, index) => {
        const until = open[index + 1]?.from ?? ledger.entries.length;
        const requests = ledger.entries
          .slice(step.from, until)
          .filter((entry) => entry.kind === 'request');
        return { step, requests };
      });
      return {
        seed,
        steps: told.map(({ step, requests }) => tell(step, requests)),
        exchanges: told.flatMap(({ requests }) => requests.filter(telling).map(exchange)),
        fields,
      };
    },
  };
}

function tell({ at, lane, text }: OpenStep, requests: readonly RequestEntry[]): Step {
  const shown = requests.filter(telling);
  const quiet = requests.length - shown.length;
  const reads = quiet === 0 ? '' : ` (${quiet} ${quiet === 1 ? 'read' : 'reads'} not shown)`;
  return { at, lane, text: `${text}${reads}`, exchanges: shown.map(({ seq }) => seq) };
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
