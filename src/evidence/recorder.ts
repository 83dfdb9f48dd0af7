import type { Clock } from '../clock.ts';
import type { Evidence, Exchange, FieldRow, Step } from './evidence.ts';
import type { ChangeEntry, Ledger, LedgerEntry, RequestEntry } from './ledger.ts';
import { changeSteps, deedsOf, type LaneOf, recordOf } from './tell-changes.ts';

/** Writes down what happens, step by step, with the exchanges that belong to each. */
export interface Recorder {
  /** Begins a step; what the ledger gains from now on belongs to it. */
  step(lane: Step['lane'], text: string): void;
  /** Begins a pass of the engine. */
  cycle(): void;
  /** Begins a further attempt at the same: of the attempts before it only this sentence is kept. */
  attempt(text: string): void;
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
  /** Whose names the ledger's systems are. */
  readonly contracts: { readonly source: { readonly system: string } };
}

export function createRecorder({ ledger, clock, contracts }: RecorderInput): Recorder {
  const open: OpenStep[] = [];
  const counts = { edits: 0, cycles: 0, expectations: 0 };
  const begin = (lane: Step['lane'], what: string | number): void => {
    open.push({ at: clock.now(), lane, what, from: ledger.entries.length });
  };
  const laneOf: LaneOf = (system) => (system === contracts.source.system ? 'source' : 'target');
  return {
    counts,
    step: begin,
    cycle: () => {
      counts.cycles += 1;
      begin('engine', counts.cycles);
    },
    attempt: (text) => {
      open.length = 0;
      begin('engine', text);
    },
    evidence: ({ seed, fields }) => {
      const told = open.map((step, index) =>
        seen(step, ledger.entries.slice(step.from, open[index + 1]?.from)),
      );
      return {
        seed,
        steps: told.reduce(together, []).flatMap((step) => tell(step, { fields, laneOf })),
        exchanges: told.flatMap(({ shown }) => shown.map(exchange)),
        fields,
      };
    },
  };
}

/** A step with what the ledger gained during it. */
interface SeenStep extends Omit<OpenStep, 'from'> {
  /** The last of the passes that were put together. */
  readonly last: string | number;
  readonly shown: readonly RequestEntry[];
  readonly changes: readonly ChangeEntry[];
  /** How many requests are not shown. */
  readonly reads: number;
}

function seen({ at, lane, what }: OpenStep, entries: readonly LedgerEntry[]): SeenStep {
  const requests = entries.filter((entry) => entry.kind === 'request');
  const changes = entries.filter((entry) => entry.kind === 'change');
  const shown = requests.filter(telling);
  return { at, lane, what, last: what, shown, changes, reads: requests.length - shown.length };
}

/** Passes in which the engine only looked are told as one: what matters is that nothing was written. */
function together(steps: readonly SeenStep[], step: SeenStep): readonly SeenStep[] {
  const before = steps.at(-1);
  if (before === undefined || !idle(before) || !idle(step)) return [...steps, step];
  return [...steps.slice(0, -1), { ...before, last: step.what, reads: before.reads + step.reads }];
}

function idle({ what, shown, changes }: SeenStep): boolean {
  return typeof what === 'number' && shown.length === 0 && changes.length === 0;
}

interface Telling {
  readonly fields: readonly FieldRow[];
  readonly laneOf: LaneOf;
}

/** The step itself, and below it what it changed in the systems, unless its own words say so. */
function tell(step: SeenStep, { fields, laneOf }: Telling): readonly Step[] {
  const { at, lane, what, shown, changes } = step;
  const exchanges = shown.map(({ seq }) => seq);
  const text =
    typeof what === 'string' ? `${what}${notMapped(changes, fields)}` : passInWords(step);
  const others = changes.filter(({ author }) => typeof what === 'number' || author !== 'user');
  return [{ at, lane, text, exchanges }, ...changeSteps(others, { at, laneOf })];
}

function passInWords({ what, last, shown, changes, reads }: SeenStep): string {
  const passes = what === last ? `Cycle ${what}` : `Cycles ${what} to ${last}`;
  const deeds = deedsOf(changes);
  const refused = shown.filter((entry) => !wentWell(entry)).length;
  const said = [
    deeds === '' && shown.length === 0 ? 'nothing written' : deeds,
    refused === 0 ? '' : `${counted(refused, 'request')} refused or failed`,
    reads === 0 ? '' : counted(reads, 'read'),
  ].filter((part) => part !== '');
  return `${passes}: ${said.join('; ')}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Says which properties of a user's edit the document does not carry: nothing is promised of them. */
function notMapped(changes: readonly ChangeEntry[], fields: readonly FieldRow[]): string {
  const names = changes
    .filter(({ author, action }) => author === 'user' && action !== 'delete')
    .flatMap((change) =>
      Object.keys(change.fields).filter((property) =>
        fields.some(
          (row) => !row.mapped && row.property === property && row.record === recordOf(change),
        ),
      ),
    );
  return names.length === 0 ? '' : ` (not mapped: ${[...new Set(names)].join(', ')})`;
}

/** Writes, and whatever did not go well; polls that found the expected are only counted. */
function telling(entry: RequestEntry): boolean {
  return entry.mutating || !wentWell(entry);
}

function wentWell({ status, fault, refused }: RequestEntry): boolean {
  return !refused && fault === undefined && status >= 200 && status < 300;
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
