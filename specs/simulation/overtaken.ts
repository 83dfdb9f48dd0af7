import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';

/** An engine that stands still after its request of this number, is followed, and wakes up again. */
export function wakingAfter(nth: number): readonly HistoryStep[] {
  const at = { on: 'request', nth, phase: 'after' } as const;
  return [
    { kind: 'create', section: 0, side: 'source' },
    { kind: 'cycle' },
    { kind: 'cycle' },
    { kind: 'edit', section: 0, side: 'source', record: 0, row: 0 },
    { kind: 'takeover', at, first: 'goes on' },
  ];
}

/** The engine that is taken over has just found a record gone: nobody else will say so. */
export const takenOverWhileTelling: readonly HistoryStep[] = [
  { kind: 'refer', section: 1, side: 'source', record: 0, row: 0 },
  { kind: 'refer', section: 3, side: 'source', record: 0, row: 0 },
  { kind: 'cycle' },
  { kind: 'cycle' },
  { kind: 'cycle' },
  { kind: 'kill', at: { on: 'request', nth: 1, phase: 'before' } },
  { kind: 'overlap' },
  { kind: 'cycle' },
  {
    kind: 'fault',
    trouble: 'record merged away',
    section: 3,
    side: 'source',
    record: 0,
    row: 0,
    write: 'create',
    times: 1,
  },
  { kind: 'kill', at: { on: 'request', nth: 1, phase: 'before' } },
  { kind: 'takeover', at: { on: 'commit', nth: 7, phase: 'after' }, first: 'goes on' },
];
